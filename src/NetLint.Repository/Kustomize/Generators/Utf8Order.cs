namespace NetLint.Repository.Kustomize.Generators;

/// <summary>Go's order of strings, which is that of their UTF-8: unlike UTF-16's, characters beyond U+FFFF come last.</summary>
internal sealed class Utf8Order : IComparer<string>
{
    /// <summary>The one instance.</summary>
    public static Utf8Order Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var at = x.AsSpan().CommonPrefixLength(y);
        if (at == x.Length || at == y.Length)
            return x.Length - y.Length;
        // Halves of surrogate pairs stand for what is larger than any other character.
        var (left, right) = (x[at], y[at]);
        return char.IsSurrogate(left) != char.IsSurrogate(right) ? (char.IsSurrogate(left) ? 1 : -1) : left - right;
    }
}
