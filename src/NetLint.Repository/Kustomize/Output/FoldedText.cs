using System.Text;

namespace NetLint.Repository.Kustomize.Output;

/// <summary>
/// Folded texts (<c>&gt;</c>) do not survive kustomize: it writes them once more as folded texts before it reads their value, with one line
/// break too many before a line that is indented. Source: yaml_emitter_write_folded_scalar of Go's YAML version 3.
/// </summary>
internal static class FoldedText
{
    /// <summary>The value that is left after writing and reading.</summary>
    public static string AfterRewriting(string text)
    {
        // On one line there is nothing to fold; what no block can hold is written in quotes. Tabs are no obstacle for version 3.
        if (!text.Contains('\n', StringComparison.Ordinal) || text.AsSpan().ContainsAny('\r', '\u2028', '\u2029') || !ScalarForm.Of(text.Replace('\t', 'x')).IsBlockAllowed)
            return text;
        return Read(Write(text), text);
    }

    private static string Write(string text)
    {
        // Whether a break is doubled depends, by mistake, on how the whole text begins.
        var beginsBlank = text.AsSpan().TrimStart('\n') is [' ' or '\t' or '\0', ..];
        var written = new StringBuilder(text.Length + 16);
        var isAfterBreak = true;
        var isIndented = true;
        foreach (var c in text)
        {
            if (c == '\n')
                written.Append('\n', isAfterBreak || isIndented || beginsBlank ? 1 : 2);
            else
                written.Append(c);
            if (c != '\n' && isAfterBreak)
                isIndented = c is ' ' or '\t';
            isAfterBreak = c == '\n';
        }

        return written.ToString();
    }

    /// <summary>Folds lines: one break between two lines that are not indented is a space, of more the first one is lost.</summary>
    private static string Read(string written, string original)
    {
        var result = new StringBuilder(written.Length);
        var rest = written.AsSpan();
        var breaks = CountBreaks(rest);
        result.Append('\n', breaks);
        rest = rest[breaks..];
        var wasIndented = true;
        breaks = 0;
        while (!rest.IsEmpty)
        {
            var isIndented = rest[0] is ' ' or '\t';
            var folds = breaks > 0 && !wasIndented && !isIndented;
            if (folds && breaks == 1)
                result.Append(' ');
            else
                result.Append('\n', folds ? breaks - 1 : breaks);
            wasIndented = isIndented;
            var end = rest.IndexOf('\n');
            result.Append(end < 0 ? rest : rest[..end]);
            rest = end < 0 ? default : rest[end..];
            breaks = CountBreaks(rest);
            rest = rest[breaks..];
        }

        // The mark that says what becomes of the last breaks was chosen for the original.
        var kept = original switch
        {
            ['\n'] or [.., '\n', '\n'] => breaks,
            [.., '\n'] => Math.Min(1, breaks),
            _ => 0,
        };
        return result.Append('\n', kept).ToString();
    }

    private static int CountBreaks(ReadOnlySpan<char> text)
    {
        var count = text.IndexOfAnyExcept('\n');
        return count < 0 ? text.Length : count;
    }
}
