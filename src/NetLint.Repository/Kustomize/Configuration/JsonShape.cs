using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Configuration;

/// <summary>Takes values out of a configuration file and reports those of the wrong type with their place.</summary>
/// <param name="file">The file, for the messages.</param>
internal sealed class JsonShape(SourceText file)
{
    /// <summary>
    /// The root of a file as a mapping; null when the file holds nothing. Only the first document counts.
    /// </summary>
    public static YamlMapping? RootOf(YamlStream stream)
    {
        var shape = new JsonShape(stream.Source);
        if (stream.Documents is not [var document, ..])
            return null;
        if (document.Errors is [var error, ..])
            throw new RenderException($"'{stream.Source.Id.Path}' cannot be read: {error.Message}", new Origin(stream.Source, error.Span));
        return shape.MappingOrNull(document.Root, "the document");
    }

    /// <summary>A mapping; null for null.</summary>
    public YamlMapping? MappingOrNull(YamlNode? node, string field) => node switch
    {
        YamlMapping mapping => mapping,
        null or YamlScalar { IsNull: true } => null,
        _ => throw Wrong(node, field, "a mapping"),
    };

    /// <summary>The items of a list; none for null.</summary>
    public IEnumerable<YamlNode> Items(YamlNode? node, string field) => node switch
    {
        YamlSequence sequence => sequence.Items,
        null or YamlScalar { IsNull: true } => [],
        _ => throw Wrong(node, field, "a list"),
    };

    /// <summary>A string; "" for null. Some fields also take other scalars, as written.</summary>
    public string Text(YamlNode node, string field, bool anyScalar = false)
    {
        if (node is not YamlScalar scalar)
            throw Wrong(node, field, "a string");
        var value = scalar.Resolve();
        return value.Kind switch
        {
            ScalarKind.Null => "",
            ScalarKind.String => scalar.Value,
            _ => anyScalar ? value.ToJsonName() : throw Wrong(node, field, "a string"),
        };
    }

    /// <summary>A boolean; false for null.</summary>
    public bool Flag(YamlNode node, string field) => (node as YamlScalar)?.Resolve() switch
    {
        { Kind: ScalarKind.Boolean } value => value.Boolean,
        { Kind: ScalarKind.Null } => false,
        _ => throw Wrong(node, field, "a boolean"),
    };

    /// <summary>A field that the file cannot have.</summary>
    public RenderException Unknown(YamlMappingEntry entry) => new($"'{file.Id.Path}' has the unknown field \"{entry.Name}\"", entry.Key.Origin);

    private RenderException Wrong(YamlNode node, string field, string expected) => new($"'{field}' of '{file.Id.Path}' is not {expected}", node.Origin);
}
