using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Transformers;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Loading;

/// <summary>
/// Reads the fields of a kustomization the way Go's JSON decoder does: null counts as absent, everything else must have the right type.
/// </summary>
internal static class Fields
{
    /// <summary>The value of a field, whose name may be written in any case; null when it is absent.</summary>
    public static YamlNode? Member(YamlMapping mapping, string field)
    {
        if (mapping[field] is { } node)
            return node;
        foreach (var entry in mapping.Entries)
        {
            if (string.Equals(entry.Name, field, StringComparison.OrdinalIgnoreCase))
                return entry.Value;
        }

        return null;
    }

    /// <summary>A string; null when it is absent or null.</summary>
    public static YamlScalar? Text(YamlMapping mapping, string field) => Member(mapping, field) switch
    {
        null or { IsNull: true } => null,
        YamlScalar scalar when IsText(scalar) => scalar,
        var node => throw Wrong(field, "a string", node),
    };

    /// <summary>True or false; false when it is absent or null.</summary>
    public static bool Flag(YamlMapping mapping, string field) => Member(mapping, field) switch
    {
        null or { IsNull: true } => false,
        YamlScalar scalar when scalar.Resolve().Kind == ScalarKind.Boolean => scalar.Resolve().Boolean,
        var node => throw Wrong(field, "true or false", node),
    };

    /// <summary>A list of strings; empty when it is absent or null.</summary>
    public static ImmutableArray<YamlScalar> Texts(YamlMapping mapping, string field) => Member(mapping, field) switch
    {
        null or { IsNull: true } => [],
        YamlSequence sequence => [.. sequence.Items.Select(item => item is YamlScalar scalar && (scalar.IsNull || IsText(scalar)) ? scalar : throw Wrong(field, "a list of strings", item))],
        var node => throw Wrong(field, "a list of strings", node),
    };

    /// <summary>A list of mappings; empty when it is absent or null.</summary>
    public static ImmutableArray<YamlMapping> Mappings(YamlMapping mapping, string field) => Member(mapping, field) switch
    {
        null or { IsNull: true } => [],
        YamlSequence sequence => [.. sequence.Items.Select(item => item as YamlMapping ?? (item.IsNull
            ? new YamlMapping(item.Source, item.Span, null, [])
            : throw Wrong(field, "a list of mappings", item)))],
        var node => throw Wrong(field, "a list of mappings", node),
    };

    /// <summary>A mapping; null when it is absent or null.</summary>
    public static YamlMapping? Mapping(YamlMapping mapping, string field) => Member(mapping, field) switch
    {
        null or { IsNull: true } => null,
        YamlMapping inner => inner,
        var node => throw Wrong(field, "a mapping", node),
    };

    /// <summary>A mapping of strings in the order of their keys, which are what they look like without quotes; empty when it is absent or null.</summary>
    public static ImmutableArray<(YamlScalar Key, YamlScalar Value)> TextMap(YamlMapping mapping, string field)
    {
        var pairs = new SortedDictionary<string, (YamlScalar, YamlScalar)>(StringComparer.Ordinal);
        foreach (var entry in Mapping(mapping, field)?.Entries ?? [])
        {
            if (entry.Key is not YamlScalar key || entry.Value is not YamlScalar value || !(value.IsNull || IsText(value)))
                throw Wrong(field, "a mapping of strings", entry.Value);
            var name = entry.Name ?? key.Value;
            pairs[name] = (Rendered.Plain(name, key.Origin), value);
        }

        return [.. pairs.Values];
    }

    /// <summary>The text of a string that may be null.</summary>
    public static string TextOf(YamlScalar scalar) => scalar.IsNull ? "" : scalar.Value;

    /// <summary>The problem of a value that has the wrong type.</summary>
    public static RenderException Wrong(string field, string expected, YamlNode node) =>
        new($"invalid Kustomization: the field '{field}' must be {expected}", node.Origin);

    private static bool IsText(YamlScalar scalar) => scalar.Resolve().Kind == ScalarKind.String;
}
