namespace NetLint.Repository.Kustomize.Output;

/// <summary>Which styles a string may be written in. Source: yaml_emitter_analyze_scalar of Go's YAML version 2.</summary>
/// <param name="IsMultiline">It holds a line break of any sort.</param>
/// <param name="IsPlainAllowed">It needs no quotes for its form.</param>
/// <param name="IsSingleQuotedAllowed">Single quotes can hold it.</param>
/// <param name="IsBlockAllowed">A literal block can hold it.</param>
internal readonly record struct ScalarForm(bool IsMultiline, bool IsPlainAllowed, bool IsSingleQuotedAllowed, bool IsBlockAllowed)
{
    /// <summary>Looks at every character of a text.</summary>
    public static ScalarForm Of(string text)
    {
        if (text.Length == 0)
            return new ScalarForm(IsMultiline: false, IsPlainAllowed: true, IsSingleQuotedAllowed: true, IsBlockAllowed: false);
        var hasIndicator = text is ['-', '-', '-', ..] or ['.', '.', '.', ..] || IsIndicator(text);
        var hasBreak = false;
        var hasSpecial = false;
        var hasBreakSpace = false;
        var hasSpaceBreak = false;
        var isAfterBlank = true;
        var previous = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (i > 0)
                hasIndicator |= (c == ':' && IsFollowedByBlank(text, i)) || (c == '#' && isAfterBlank);
            var isBreak = IsBreak(c);
            hasSpecial |= !IsPrintable(c);
            hasBreak |= isBreak;
            hasBreakSpace |= c == ' ' && i > 0 && IsBreak(previous);
            hasSpaceBreak |= isBreak && previous == ' ';
            isAfterBlank = isBreak || c is ' ' or '\t' or '\0';
            previous = c;
        }

        var isUneven = text[0] == ' ' || text[^1] == ' ' || IsBreak(text[0]) || IsBreak(text[^1]);
        return new ScalarForm(
            hasBreak,
            IsPlainAllowed: !(isUneven || hasBreak || hasSpecial || hasIndicator),
            IsSingleQuotedAllowed: !(hasBreakSpace || hasSpaceBreak || hasSpecial),
            IsBlockAllowed: !(text[^1] == ' ' || hasSpaceBreak || hasSpecial));
    }

    /// <summary>A line break of YAML 1.1.</summary>
    public static bool IsBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>What needs no escape; halves of surrogate pairs do.</summary>
    public static bool IsPrintable(char c) =>
        c is '\n' or (>= ' ' and <= '~') or (>= '\u00A0' and <= '\uD7FF') or (>= '\uE000' and <= '\uFFFD' and not '\uFEFF');

    /// <summary>True when the first character means something to YAML.</summary>
    private static bool IsIndicator(string text) => text[0] switch
    {
        '#' or ',' or '[' or ']' or '{' or '}' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`' => true,
        '?' or ':' or '-' => IsFollowedByBlank(text, 0),
        _ => false,
    };

    private static bool IsFollowedByBlank(string text, int at) => at + 1 >= text.Length || text[at + 1] is ' ' or '\t';
}
