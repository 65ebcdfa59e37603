using System.Buffers;
using NetLint.Syntax.Text;

namespace NetLint.Syntax.Yaml;

/// <summary>
/// Splits a file at its document markers. A marker is <c>---</c> or <c>...</c> at the start of a line, followed by white space or the end
/// of the line; YAML forbids that form inside any scalar, so no parser is needed to find it.
/// </summary>
internal static class DocumentSplitter
{
    private static readonly SearchValues<char> JsonMarks = SearchValues.Create("\"{}[]");

    public static List<TextSpan> Split(string text)
    {
        var spans = new List<TextSpan>(1);
        var start = 0;
        var nextStart = NextMarker(text, 0, '-');
        var nextEnd = NextMarker(text, 0, '.');
        while (Math.Min(nextStart, nextEnd) is var at && at < text.Length)
        {
            if (at == nextStart)
            {
                // Directives (%YAML 1.1) belong to the document that the marker starts.
                if (!IsDirectivesOnly(text.AsSpan(start, at - start)))
                {
                    Add(spans, text, start, at);
                    start = at;
                }

                nextStart = NextMarker(text, at + 3, '-');
            }
            else
            {
                Add(spans, text, start, at);
                start = NextLine(text, at);
                nextEnd = NextMarker(text, at + 3, '.');
            }
        }

        Add(spans, text, start, text.Length);
        return spans;
    }

    /// <summary>The next marker of a kind at or after an offset, or the end of the text. Three such characters in a row are rare, which makes this fast.</summary>
    private static int NextMarker(string text, int at, char mark)
    {
        ReadOnlySpan<char> marker = [mark, mark, mark];
        while (at < text.Length)
        {
            var next = text.AsSpan(at).IndexOf(marker);
            if (next < 0)
                break;
            at += next;
            if ((at == 0 || text[at - 1] is '\n' or '\r') && IsMarker(text, at, mark))
                return at;
            // A long ruler of dashes must not be searched again from each of its characters.
            while (at < text.Length && text[at] == mark)
                at++;
        }

        return text.Length;
    }

    private static bool IsMarker(string text, int at, char mark) =>
        at + 3 <= text.Length && text[at] == mark && text[at + 1] == mark && text[at + 2] == mark
        && (at + 3 == text.Length || text[at + 3] is ' ' or '\t' or '\r' or '\n');

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
        // Most documents hold text near their start, so this looks at a few characters.
        while (end > start && !text.AsSpan(start, end - start).IsWhiteSpace())
        {
            var next = NextJson(text, start, end);
            spans.Add(TextSpan.FromBounds(start, next));
            start = next;
        }
    }

    /// <summary>
    /// Where another JSON object follows the one that a document begins with, else <paramref name="end"/>. Programs write lists of
    /// objects one after another without any marker, and kubectl reads them.
    /// </summary>
    private static int NextJson(string text, int start, int end)
    {
        var document = text.AsSpan(start, end - start);
        var body = document.StartsWith("---") ? document[3..] : document;
        var trimmed = body.TrimStart();
        if (trimmed is not ['{', ..] || trimmed[1..].TrimStart() is not ['"' or '}', ..])
            return end;
        var depth = 0;
        var at = document.Length - trimmed.Length;
        while (document[at..].IndexOfAny(JsonMarks) is var skip and >= 0)
        {
            at += skip;
            switch (document[at])
            {
                case '"':
                    at = EndOfString(document, at + 1);
                    break;
                case '{' or '[':
                    depth++;
                    break;
                default:
                    depth--;
                    break;
            }

            at++;
            if (depth > 0 && at < document.Length)
                continue;
            var rest = at < document.Length ? document[at..].TrimStart() : default;
            return depth == 0 && rest is ['{', not '{', ..] ? end - rest.Length : end;
        }

        return end;
    }

    private static int EndOfString(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at..].IndexOfAny('"', '\\') is var skip and >= 0)
        {
            at += skip;
            if (text[at] == '"')
                return at;
            at += 2;
        }

        return text.Length;
    }
}
