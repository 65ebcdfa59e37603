using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Output;

/// <summary>A member of a mapping as kustomize prints it.</summary>
/// <param name="Name">The name under kustomize's rules, where <c>on</c> is <c>on</c>.</param>
/// <param name="Value">The value.</param>
internal readonly record struct KustomizeMember(string Name, YamlNode Value)
{
    /// <summary>The members of a mapping in the order they are printed; of a repeated key the last one counts.</summary>
    /// <exception cref="RenderException">A key is no string.</exception>
    public static KustomizeMember[] SortedOf(YamlMapping mapping, bool isRoot)
    {
        var members = new List<KustomizeMember>(mapping.Entries.Length);
        foreach (var entry in mapping.Entries)
        {
            if (NameOf(entry, isRoot) is { } name)
                members.Add(new KustomizeMember(name, entry.Value));
        }

        var sorted = members.ToArray();
        NaturalOrder.Sort(sorted, member => member.Name);
        return LastOfEach(sorted);
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

    private static KustomizeMember[] LastOfEach(KustomizeMember[] sorted)
    {
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Name == sorted[i - 1].Name)
                return [.. sorted.Where((member, at) => at + 1 == sorted.Length || member.Name != sorted[at + 1].Name)];
        }

        return sorted;
    }
}
