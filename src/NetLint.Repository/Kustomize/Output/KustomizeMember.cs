using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Output;

/// <summary>A member of a mapping as kustomize prints it.</summary>
/// <param name="Name">The name under kustomize's rules, where <c>on</c> is <c>on</c>.</param>
/// <param name="Value">The value.</param>
internal readonly record struct KustomizeMember(string Name, YamlNode Value)
{
    /// <summary>With more keys, looking for one among all before it takes too long.</summary>
    private const int FewKeys = 8;

    /// <summary>The members of a mapping in the order they are printed.</summary>
    /// <exception cref="RenderException">A key is no string, or is written twice.</exception>
    public static KustomizeMember[] SortedOf(YamlMapping mapping, bool isRoot)
    {
        CheckDistinct(mapping);
        var members = new List<KustomizeMember>(mapping.Entries.Length);
        foreach (var entry in mapping.Entries)
        {
            if (NameOf(entry, isRoot) is { } name)
                members.Add(new KustomizeMember(name, entry.Value));
        }

        var sorted = members.ToArray();
        NaturalOrder.Sort(sorted, member => member.Name);
        return sorted;
    }

    /// <summary>The name of a key; null when the entry is dropped, as one with a null for a key is at the top of a document.</summary>
    public static string? NameOf(YamlMappingEntry entry, bool isRoot)
    {
        if (entry.Key is not YamlScalar key)
            throw new RenderException("yaml: invalid map key", entry.Key.Origin);
        if (KustomizeScalar.IsString(key))
            return KustomizeScalar.Of(key).Text;
        // The top of a document is read into a map of strings, everything below into what it looks like.
        if (!isRoot)
            throw new RenderException($"json: unsupported type: map[interface {{}}]interface {{}}: the key '{key.Value}' is no string", key.Origin);
        return KustomizeScalar.Of(key).Kind == ScalarKind.Null ? null : key.Value;
    }

    /// <summary>Confirms that no key is written twice, which ends the printing of an object.</summary>
    /// <exception cref="RenderException">A key is.</exception>
    public static void CheckDistinct(YamlMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        var entries = mapping.Entries.AsSpan();
        HashSet<string>? seen = entries.Length > FewKeys ? new(entries.Length, StringComparer.Ordinal) : null;
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i].Key is YamlScalar key && (seen is null ? Holds(entries[..i], key.Value) : !seen.Add(key.Value)))
                throw Repeated(key);
        }
    }

    private static bool Holds(ReadOnlySpan<YamlMappingEntry> entries, string key)
    {
        foreach (ref readonly var entry in entries)
        {
            if (entry.Key is YamlScalar other && string.Equals(other.Value, key, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static RenderException Repeated(YamlScalar key) =>
        new(new RenderProblem(RenderProblemKind.RepeatedKey, $"mapping key '{key.Value}' is already defined in the same mapping", key.Origin));
}
