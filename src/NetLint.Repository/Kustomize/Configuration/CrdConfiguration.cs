using System.Collections.Immutable;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Configuration;

/// <summary>
/// Reads a file of <c>crds</c>: OpenAPI types by name, whose extensions say which fields hold annotations, label selectors, identities, and names of
/// other objects. Only types that look like an object of Kubernetes count, and what they refer to.
/// </summary>
internal sealed class CrdConfiguration
{
    /// <summary>Types may refer to each other many times over; kustomize walks each path, and so does this, so far.</summary>
    private const int MaxProperties = 20_000;

    private const int MaxDepth = 100;

    private readonly JsonShape _shape;
    private readonly Dictionary<string, YamlMapping?> _types = new(StringComparer.Ordinal);
    private readonly List<FieldSpec> _annotations = [];
    private readonly List<FieldSpec> _selectors = [];
    private readonly List<FieldSpec> _identities = [];
    private readonly List<NameReference> _names = [];
    private int _walked;

    private CrdConfiguration(YamlStream stream) => _shape = new JsonShape(stream.Source);

    /// <summary>Reads a file.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="at">The item of <c>crds</c> that names it.</param>
    public static TransformerConfiguration Read(YamlStream stream, Origin at)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (stream.Source.Length == 0)
            throw new RenderException($"'{stream.Source.Id.Path}' of 'crds' is empty", at);
        var reader = new CrdConfiguration(stream);
        foreach (var entry in JsonShape.RootOf(stream)?.Entries ?? [])
            reader._types[entry.Name ?? ""] = reader.PropertiesOf(entry);
        foreach (var (name, properties) in reader._types)
        {
            if (properties?["kind"] is not null && properties["apiVersion"] is not null && properties["metadata"] is not null)
                reader.Walk(new ObjectKind("", "", name[(name.LastIndexOf('.') + 1)..]), name, []);
        }

        var found = new TransformerConfiguration
        {
            CommonAnnotations = [.. reader._annotations],
            CommonLabels = [.. reader._selectors],
            NamePrefix = [.. reader._identities],
            NameReference = [.. reader._names],
        };
        return TransformerConfiguration.Empty.Merge(found, at);
    }

    private YamlMapping? PropertiesOf(YamlMappingEntry type)
    {
        var definition = _shape.MappingOrNull(type.Value, type.Name ?? "");
        if (FindIgnoringCase(definition, "Dependencies") is { } dependencies)
            _ = _shape.Items(dependencies, "Dependencies");
        var schema = _shape.MappingOrNull(FindIgnoringCase(definition, "Schema"), "Schema");
        var properties = _shape.MappingOrNull(schema?["properties"], "properties");
        foreach (var property in properties?.Entries ?? [])
            _ = _shape.MappingOrNull(property.Value, property.Name ?? "");
        return properties;
    }

    private void Walk(ObjectKind kind, string type, ImmutableArray<string> path)
    {
        if (!_types.TryGetValue(type, out var properties) || properties is null)
            return;
        // Deeper than there are types, a type is inside itself, on which kustomize never ends.
        if (path.Length > _types.Count)
            throw new RenderException($"type '{type}' refers to itself", properties.Origin);
        if (path.Length > MaxDepth)
            throw TooLarge(properties, $"nest deeper than {MaxDepth}");
        foreach (var entry in properties.Entries)
        {
            if (++_walked > MaxProperties)
                throw TooLarge(properties, $"have more than {MaxProperties} fields");
            if (entry is { Name: { } name, Value: YamlMapping property })
                Add(kind, path.Add(name), property);
        }
    }

    private void Add(ObjectKind kind, ImmutableArray<string> path, YamlMapping property)
    {
        var field = new FieldSpec(kind, string.Join('/', path), Create: false);
        if (Extension(property, "x-kubernetes-annotation") is not null)
            _annotations.Add(field);
        if (Extension(property, "x-kubernetes-label-selector") is not null)
            _selectors.Add(field);
        if (Extension(property, "x-kubernetes-identity") is not null)
            _identities.Add(field);
        if (Extension(property, "x-kubernetes-object-ref-api-version") is { } version && Extension(property, "x-kubernetes-object-ref-kind") is { } referent)
        {
            var name = new FieldSpec(kind, $"{field.Path}/{Extension(property, "x-kubernetes-object-ref-name-key") ?? "name"}", Create: false);
            _names.Add(new NameReference(new ObjectKind("", version, referent), [name]));
        }

        if (property["$ref"] is YamlScalar { IsNull: false } reference)
            Walk(kind, reference.Value, path);
    }

    private static RenderException TooLarge(YamlNode at, string what) =>
        new(new RenderProblem(RenderProblemKind.Limit, $"the types of '{at.Source.Id.Path}' {what}", at.Origin));

    /// <summary>The value of an extension that is a string; the names of extensions are found without regard to case.</summary>
    private static string? Extension(YamlMapping property, string name) =>
        FindIgnoringCase(property, name) is YamlScalar scalar && scalar.Resolve().Kind == ScalarKind.String ? scalar.Value : null;

    private static YamlNode? FindIgnoringCase(YamlMapping? mapping, string name) =>
        mapping?.Entries.LastOrDefault(entry => string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase)).Value;
}
