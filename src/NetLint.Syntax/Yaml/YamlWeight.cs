using System.Collections.Immutable;

namespace NetLint.Syntax.Yaml;

/// <summary>Counts nodes and levels with aliases expanded, without overflow.</summary>
internal static class YamlWeight
{
    public static int Of(ImmutableArray<YamlNode> items)
    {
        long sum = 1;
        foreach (var item in items)
            sum += item.Weight;
        return Clamp(sum);
    }

    public static int Of(ImmutableArray<YamlMappingEntry> entries)
    {
        long sum = 1;
        foreach (var entry in entries)
            sum += (long)entry.Key.Weight + entry.Value.Weight;
        return Clamp(sum);
    }

    public static int HeightOf(ImmutableArray<YamlNode> items)
    {
        var height = 0;
        foreach (var item in items)
            height = Math.Max(height, item.Height);
        return height + 1;
    }

    public static int HeightOf(ImmutableArray<YamlMappingEntry> entries)
    {
        var height = 0;
        foreach (var entry in entries)
            height = Math.Max(height, Math.Max(entry.Key.Height, entry.Value.Height));
        return height + 1;
    }

    private static int Clamp(long sum) => (int)Math.Min(sum, int.MaxValue);
}
