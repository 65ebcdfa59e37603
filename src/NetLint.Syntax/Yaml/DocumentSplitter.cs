using NetLint.Syntax.Text;

namespace NetLint.Syntax.Yaml;

/// <summary>
/// Splits a file at its document markers. A marker is <c>---</c> or <c>...</c> at the start of a line, followed by white space or the end
/// of the line; YAML forbids that form inside any scalar, so no parser is needed to find it.
/// </summary>
internal static class DocumentSplitter
{
    public static List<TextSpan> Split(string text)
    {
        var spans = new List<TextSpan>(1);
        var start = 0;
        var at = 0;
        while (at < text.Length)
        {
            if (IsMarker(text, at, '-'))
            {
                // Directives (%YAML 1.1) belong to the document that the marker starts.
                if (!IsDirectivesOnly(text.AsSpan(start, at - start)))
                {
                    Add(spans, text, start, at);
                    start = at;
                }
            }
            else if (IsMarker(text, at, '.'))
            {
                Add(spans, text, start, at);
                start = NextLine(text, at);
            }

            at = NextMarkerCandidate(text, at);
        }

        Add(spans, text, start, text.Length);
        return spans;
    }

    private static bool IsMarker(string text, int at, char mark) =>
        at + 3 <= text.Length && text[at] == mark && text[at + 1] == mark && text[at + 2] == mark
        && (at + 3 == text.Length || text[at + 3] is ' ' or '\t' or '\r' or '\n');

    /// <summary>The start of the next line that begins like a marker, or the end of the text.</summary>
    private static int NextMarkerCandidate(string text, int at)
    {
        while (true)
        {
            at = NextLine(text, at);
            if (at >= text.Length || text[at] is '-' or '.')
                return at;
        }
    }

    private static int NextLine(string text, int at)
    {
        var next = text.AsSpan(at).IndexOfAny('\n', '\r');
        if (next < 0)
            return text.Length;
        at += next;
        return text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? at + 2 : at + 1;
    }

    private static bool IsDirectivesOnly(ReadOnlySpan<char> text)
    {
        var any = false;
        foreach (var line in text.EnumerateLines())
        {
            var trimmed = line.TrimStart();
            if (trimmed.IsEmpty || trimmed[0] == '#')
                continue;
            if (line[0] != '%')
                return false;
            any = true;
        }

        return any;
    }

    private static void Add(List<TextSpan> spans, string text, int start, int end)
    {
        if (end > start && !text.AsSpan(start, end - start).IsWhiteSpace())
            spans.Add(TextSpan.FromBounds(start, end));
    }
}
