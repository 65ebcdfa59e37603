using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Kubernetes.Resources;

/// <summary>One Kubernetes object: a typed view over its YAML nodes. Kinds without a view of their own are plain <see cref="Resource"/>s.</summary>
public class Resource : ObjectView
{
    private ObjectMeta? _metadata;

    /// <summary>Wraps the root mapping of an object.</summary>
    /// <param name="document">The document it stands in.</param>
    /// <param name="node">The object; an item of a List has its own.</param>
    public Resource(YamlDocument document, YamlMapping node)
        : base(node, node.Origin)
    {
        Document = document;
        ApiVersion = String("apiVersion");
        KindField = String("kind");
        Kind = KindField.Value ?? "";
        (Group, Version) = Split(ApiVersion.Value);
    }

    /// <summary>The document the object stands in.</summary>
    public YamlDocument Document { get; }

    /// <summary>The root mapping.</summary>
    public new YamlMapping Node => base.Node!;

    /// <summary>The file the object is written in.</summary>
    public SourceText Source => Document.Source;

    /// <summary>The <c>apiVersion</c> field.</summary>
    public Field<string> ApiVersion { get; }

    /// <summary>The <c>kind</c> field.</summary>
    public Field<string> KindField { get; }

    /// <summary>The kind; empty when it is missing or no string.</summary>
    public string Kind { get; }

    /// <summary>The API group; empty for the core group.</summary>
    public string Group { get; }

    /// <summary>The version within the group.</summary>
    public string Version { get; }

    /// <summary>The metadata.</summary>
    public ObjectMeta Metadata => _metadata ??= View("metadata", static (node, place) => new ObjectMeta(node, place));

    /// <summary>The name; empty when it is missing or no string.</summary>
    public string Name => Metadata.Name.Value ?? "";

    /// <summary>The namespace as written; null when it is missing, empty or no string.</summary>
    public string? Namespace => Metadata.Namespace.Value is { Length: > 0 } name ? name : null;

    /// <summary>Group, kind, namespace and name.</summary>
    public ResourceId Id => new(Group, Kind, Namespace, Name);

    /// <summary>The smallest place that names the object: its name, else its kind.</summary>
    public Origin NameOrigin => Metadata.Name.Node is { Span.IsEmpty: false } name ? name.Origin : KindField.Origin;

    /// <summary>True when the document was read with lines left out: what is absent may be there.</summary>
    public bool IsPartial => Document.IsRecovered;

    /// <inheritdoc/>
    public override string ToString() => Id.ToString();

    private static (string Group, string Version) Split(string? apiVersion)
    {
        if (apiVersion is null)
            return ("", "");
        var slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? ("", apiVersion) : (apiVersion[..slash], apiVersion[(slash + 1)..]);
    }
}

/// <summary>The metadata of an object or a pod template.</summary>
public sealed class ObjectMeta : ObjectView
{
    internal ObjectMeta(YamlMapping? node, Origin place)
        : base(node, place)
    {
        Name = String("name");
        Namespace = String("namespace");
        // Rules compare the labels of one object with many others, which must not read them anew each time.
        Labels = StringMap("labels");
    }

    /// <summary>The name.</summary>
    public Field<string> Name { get; }

    /// <summary>The namespace.</summary>
    public Field<string> Namespace { get; }

    /// <summary>The prefix of a generated name.</summary>
    public Field<string> GenerateName => String("generateName");

    /// <summary>The labels.</summary>
    public Field<StringMap> Labels { get; }

    /// <summary>The annotations.</summary>
    public Field<StringMap> Annotations => StringMap("annotations");

    /// <summary>The value of an annotation, or null.</summary>
    public string? Annotation(string key) => Annotations.Value?[key];
}
