namespace NetLint.Repository.Flux;

/// <summary>Cuts what a pattern matches from the start or end of a variable's value.</summary>
internal static class VariableCut
{
    /// <summary>Every prefix is tried, so the work grows with the square of the length.</summary>
    private const int MaxLength = 2_000;

    /// <summary>Applies <c>#</c>, <c>##</c>, <c>%</c> or <c>%%</c>; null when the value is too long or the pattern is not understood.</summary>
    public static string? Apply(string operation, string value, string pattern)
    {
        if (value.Length > MaxLength)
            return null;
        if (operation[0] == '#')
            return CutStart(value, pattern, isLongest: operation.Length == 2);
        // Ends are cut by turning value and pattern round, which turns brackets and escapes into something else.
        if (pattern.AsSpan().IndexOfAny('[', ']', '\\') >= 0 || value.Any(char.IsSurrogate) || pattern.Any(char.IsSurrogate))
            return null;
        return CutStart(Reverse(value), Reverse(pattern), isLongest: operation.Length == 2) is { } rest ? Reverse(rest) : null;
    }

    private static string? CutStart(string value, string pattern, bool isLongest)
    {
        if (GlobPattern.Compile(pattern, GlobDialect.Shell) is not { } glob)
            return null;
        for (var i = 1; i <= value.Length; i++)
        {
            var length = isLongest ? value.Length + 1 - i : i;
            if (glob.Matches(value.AsSpan(0, length)))
                return value[length..];
        }

        return value;
    }

    private static string Reverse(string text)
    {
        var characters = text.ToCharArray();
        Array.Reverse(characters);
        return new string(characters);
    }
}
