namespace NetLint.Syntax.Yaml;

/// <summary>
/// Lets equal short texts of many documents share one string: keys and common values are most of what a tree of manifests holds.
/// A pool may be used by many threads at once; which of two equal strings is kept makes no difference.
/// </summary>
public sealed class StringPool
{
    private const int Slots = 1 << 14;

    /// <summary>Longer texts are seldom repeated.</summary>
    private const int MaxLength = 40;

    private readonly string?[] _slots = new string?[Slots];

    /// <summary>The string to keep for a text: the same one as before when its slot still holds it.</summary>
    public string Share(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length is 0 or > MaxLength)
            return text;
        ref var slot = ref _slots[Hash(text) & (Slots - 1)];
        var known = slot;
        if (known is not null && string.Equals(known, text, StringComparison.Ordinal))
            return known;
        slot = text;
        return text;
    }

    /// <summary>A plain hash: the runtime's own is seeded anew for each process and dearer than this needs.</summary>
    private static int Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = (hash ^ c) * 16777619u;
        return (int)(hash ^ (hash >> 15));
    }
}
