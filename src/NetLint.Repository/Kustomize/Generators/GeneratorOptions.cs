using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Generators;

/// <summary>The options of an entry together with those of the kustomization: the entry's labels win, a truth of either counts.</summary>
/// <param name="Labels">Labels by key, in the order of bytes.</param>
/// <param name="Annotations">Annotations by key, in the order of bytes.</param>
/// <param name="DisablesHash">True when no hash is added to the name.</param>
/// <param name="Immutable">The place that makes the object immutable; null when none does.</param>
internal sealed record GeneratorOptions(
    SortedDictionary<string, YamlMappingEntry> Labels,
    SortedDictionary<string, YamlMappingEntry> Annotations,
    bool DisablesHash,
    YamlScalar? Immutable)
{
    /// <summary>Reads the options of an entry and of the kustomization.</summary>
    public static GeneratorOptions Of(YamlMapping entry, YamlMapping? common)
    {
        var own = EntryField.Mapping(entry, "options");
        var labels = new SortedDictionary<string, YamlMappingEntry>(Utf8Order.Instance);
        var annotations = new SortedDictionary<string, YamlMappingEntry>(Utf8Order.Instance);
        var disables = false;
        YamlScalar? immutable = null;
        foreach (var options in (ReadOnlySpan<YamlMapping?>)[common, own])
        {
            if (options is null)
                continue;
            Add(options, "labels", labels);
            Add(options, "annotations", annotations);
            disables |= EntryField.Flag(options, "disableNameSuffixHash", out _);
            if (EntryField.Flag(options, "immutable", out var at))
                immutable = at;
        }

        return new GeneratorOptions(labels, annotations, disables, immutable);
    }

    private static void Add(YamlMapping options, string field, SortedDictionary<string, YamlMappingEntry> map)
    {
        foreach (var (entry, _) in EntryField.TextMap(options, field))
            map[entry.Name!] = entry;
    }
}
