using System.Collections.Immutable;

namespace NetLint.Syntax.Yaml;

/// <summary>Applies YAML 1.1 merge keys: own keys win, and of several merged mappings the earlier one wins.</summary>
internal static class YamlMerge
{
    public static ImmutableArray<YamlMappingEntry> Apply(ImmutableArray<YamlMappingEntry> written)
    {
        var hasMerge = false;
        foreach (var entry in written)
            hasMerge |= IsMerge(entry);
        if (!hasMerge)
            return written;

        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in written)
        {
            if (!IsMerge(entry) && entry.Name is { } name)
                own.Add(name);
        }

        var result = ImmutableArray.CreateBuilder<YamlMappingEntry>(written.Length);
        foreach (var entry in written)
        {
            if (!IsMerge(entry))
                result.Add(entry);
            else if (entry.Value is YamlMapping mapping)
                Add(mapping);
            else if (entry.Value is YamlSequence sequence)
            {
                foreach (var item in sequence.Items)
                {
                    if (item is YamlMapping merged)
                        Add(merged);
                }
            }
        }

        return result.DrainToImmutable();

        void Add(YamlMapping mapping)
        {
            foreach (var entry in mapping.Entries)
            {
                if (entry.Name is null || own.Add(entry.Name))
                    result.Add(entry);
            }
        }
    }

    private static bool IsMerge(YamlMappingEntry entry) =>
        entry.Name is ['<', '<'] && entry.Key is YamlScalar { Style: ScalarStyle.Plain } && entry.Value is YamlMapping or YamlSequence;
}
