using System.Collections.Immutable;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Schema;

/// <summary>The schemas of a file that <c>openapi</c> names: an OpenAPI 2 document in YAML or JSON, of which only the first document counts.</summary>
internal sealed class CustomSchema : SchemaLayer
{
    private const string KindExtension = "x-kubernetes-group-version-kind";

    private readonly YamlMapping? _root;
    private readonly Dictionary<ObjectKind, YamlMapping> _kinds = [];
    private readonly Dictionary<ObjectKind, bool> _scopes = [];

    private CustomSchema(YamlMapping? root) => _root = root;

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="at">The place that names it, for an empty file.</param>
    public static CustomSchema Read(YamlStream file, Origin at)
    {
        if (file.Source.Length == 0)
            throw new RenderException($"invalid schema file '{file.Source.Id.Path}': it is empty", at);
        if (file.Documents is not [var document, ..])
            return new CustomSchema(null);
        if (document.Errors is [var error, ..])
            throw new RenderException($"invalid schema file '{file.Source.Id.Path}': {error.Message}", new Origin(file.Source, error.Span));

        var schema = new CustomSchema(MappingOrNull(document.Root, "the document"));
        foreach (var entry in MappingOrNull(schema._root?["definitions"], "'definitions'")?.Entries ?? [])
        {
            Validate(entry.Value, entry.Name ?? "");
            if (entry.Value is YamlMapping definition)
                schema.AddKinds(definition);
        }

        foreach (var entry in MappingOrNull(schema._root?["paths"], "'paths'")?.Entries ?? [])
            schema.AddScope(entry);
        return schema;
    }

    /// <inheritdoc/>
    public override PatchSchema? For(ObjectKind kind, SchemaSet set) => _kinds.TryGetValue(kind, out var definition) ? new Type(definition, set) : null;

    /// <inheritdoc/>
    public override SchemaTarget? Find(ImmutableArray<string> pointer)
    {
        YamlNode? node = _root;
        foreach (var token in pointer)
            node = (node as YamlMapping)?[token];
        return node is null ? null : new SchemaTarget(null, node);
    }

    /// <inheritdoc/>
    public override bool? IsNamespaceScoped(ObjectKind kind) => _scopes.TryGetValue(kind, out var scoped) ? scoped : null;

    private void AddKinds(YamlMapping definition)
    {
        foreach (var item in (definition[KindExtension] as YamlSequence)?.Items ?? [])
        {
            if (item is YamlMapping kind)
                _kinds[KindOf(kind)] = definition;
        }
    }

    /// <summary>A kind that any path with a namespace reads lives in one.</summary>
    private void AddScope(YamlMappingEntry path)
    {
        if (((path.Value as YamlMapping)?["get"] as YamlMapping)?[KindExtension] is not YamlMapping written)
            return;
        var kind = KindOf(written);
        var scoped = path.Name?.Contains("namespaces/{namespace}", StringComparison.Ordinal) == true;
        _scopes[kind] = scoped || _scopes.GetValueOrDefault(kind);
    }

    private static ObjectKind KindOf(YamlMapping written)
    {
        var group = written["group"] is YamlScalar { IsNull: false } text ? text.Value : "";
        var version = Text(written, "version");
        return ObjectKind.Of(group.Length == 0 ? version : $"{group}/{version}", Text(written, "kind"));
    }

    private static string Text(YamlMapping written, string name) =>
        written[name] is YamlScalar { IsNull: false } text ? text.Value : throw Invalid(written, $"'{KindExtension}' has no '{name}'");

    /// <summary>The parts that decide how lists merge have the types they need; kustomize stops at the same ones.</summary>
    private static void Validate(YamlNode? written, string name)
    {
        if (MappingOrNull(written, $"'{name}'") is not { } schema)
            return;
        if (schema["$ref"] is { } reference and not YamlScalar)
            throw Invalid(reference, "'$ref' is no string");
        if (schema["type"] is { } type && !IsTextOrNull(type) && type is not YamlSequence)
            throw Invalid(type, "'type' is neither a string nor a list of strings");
        foreach (var property in MappingOrNull(schema["properties"], "'properties'")?.Entries ?? [])
            Validate(property.Value, property.Name ?? "");
        if (schema["items"] is YamlMapping or YamlScalar { IsNull: false })
            Validate(schema["items"], "items");
        if (schema["additionalProperties"] is YamlMapping values)
            Validate(values, "additionalProperties");
    }

    private static YamlMapping? MappingOrNull(YamlNode? node, string name) => node switch
    {
        YamlMapping mapping => mapping,
        null or YamlScalar { IsNull: true } => null,
        _ => throw Invalid(node, $"{name} is no mapping"),
    };

    private static bool IsTextOrNull(YamlNode node) => node is YamlScalar scalar && scalar.Resolve().Kind is ScalarKind.String or ScalarKind.Null;

    private static RenderException Invalid(YamlNode at, string what) => new($"invalid schema file '{at.Source.Id.Path}': {what}", at.Origin);

    /// <summary>A schema of the file.</summary>
    internal sealed class Type(YamlMapping written, SchemaSet set) : PatchSchema
    {
        /// <inheritdoc/>
        public override string Strategy => written["x-kubernetes-patch-strategy"] switch
        {
            null => "",
            YamlScalar scalar when IsTextOrNull(scalar) => scalar.IsNull ? "" : scalar.Value,
            var other => throw Invalid(other, "'x-kubernetes-patch-strategy' is no string"),
        };

        /// <inheritdoc/>
        public override ImmutableArray<string> MergeKeys
        {
            get
            {
                // Without a strategy kustomize does not look for keys.
                if (written["x-kubernetes-patch-strategy"] is null)
                    return [];
                if (written["x-kubernetes-list-map-keys"] is { } keys)
                {
                    return keys is YamlSequence list && list.Items.All(item => item is YamlScalar)
                        ? [.. list.Items.Select(item => ((YamlScalar)item).Value)]
                        : throw Invalid(keys, "'x-kubernetes-list-map-keys' is no list of strings");
                }

                return written["x-kubernetes-patch-merge-key"] switch
                {
                    null => [],
                    YamlScalar key => [key.Value],
                    var other => throw Invalid(other, "'x-kubernetes-patch-merge-key' is no string"),
                };
            }
        }

        /// <inheritdoc/>
        public override PatchSchema? Elements => IsArray ? set.Follow(written["items"]) : null;

        private bool IsArray => written["type"] is YamlScalar { Value: "array" } or YamlSequence { Items: [YamlScalar { Value: "array" }] };

        /// <inheritdoc/>
        public override PatchSchema? Field(string name) =>
            (written["properties"] as YamlMapping)?[name] is { } property ? set.Follow(property) : set.Follow(written["additionalProperties"] as YamlMapping);
    }
}
