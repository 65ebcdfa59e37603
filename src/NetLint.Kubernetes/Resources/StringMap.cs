using System.Collections.Immutable;
using NetLint.Syntax.Yaml;

namespace NetLint.Kubernetes.Resources;

/// <summary>One entry of a string map.</summary>
/// <param name="Key">The key as the API server receives it.</param>
/// <param name="Value">The value; a null is received as "". For a value that is no string, the text as written.</param>
/// <param name="KeyNode">Where the key is written.</param>
/// <param name="ValueNode">Where the value is written.</param>
public readonly record struct StringMapEntry(string Key, string Value, YamlNode KeyNode, YamlNode ValueNode);

/// <summary>A map of strings to strings, as labels, annotations, selectors and ConfigMap data are.</summary>
public sealed class StringMap
{
    private ImmutableArray<StringMapEntry> _entries;

    /// <summary>Wraps a mapping.</summary>
    public StringMap(YamlMapping node) => Node = node;

    /// <summary>The mapping.</summary>
    public YamlMapping Node { get; }

    /// <summary>The entries whose value is a scalar, in order; of a repeated key the last one.</summary>
    public ImmutableArray<StringMapEntry> Entries => _entries.IsDefault ? _entries = Read(Node) : _entries;

    /// <summary>True when every value is a string, or a null, which is received as "".</summary>
    public bool HoldsStringsOnly => Node.Entries.All(entry => entry.Value is YamlScalar scalar && (scalar.IsNull || scalar.Resolve().Kind == ScalarKind.String));

    /// <summary>The value of a key, or null when it is not there.</summary>
    public string? this[string key] => Find(key)?.Value;

    /// <summary>The entry of a key, or null.</summary>
    public StringMapEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (string.Equals(entry.Key, key, StringComparison.Ordinal))
                return entry;
        }

        return null;
    }

    private static ImmutableArray<StringMapEntry> Read(YamlMapping node)
    {
        var entries = ImmutableArray.CreateBuilder<StringMapEntry>(node.Entries.Length);
        HashSet<string>? seen = node.Entries.Length > 1 ? new(StringComparer.Ordinal) : null;
        for (var i = node.Entries.Length - 1; i >= 0; i--)
        {
            var entry = node.Entries[i];
            if (entry.Name is { } name && entry.Value is YamlScalar scalar && seen?.Add(name) != false)
                entries.Add(new StringMapEntry(name, scalar.IsNull ? "" : scalar.Value, entry.Key, entry.Value));
        }

        entries.Reverse();
        return entries.DrainToImmutable();
    }
}
