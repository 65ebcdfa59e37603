using NetLint.Syntax.Text;

namespace NetLint.Syntax.Yaml;

/// <summary>The characters that go into the parser: the document's own, with some replaced by spaces so that every offset stays true.</summary>
internal static class DocumentFeed
{
    /// <summary>True when the document begins like a JSON object or array.</summary>
    public static bool IsJson(ReadOnlySpan<char> text)
    {
        var trimmed = text.TrimStart();
        return trimmed is ['{' or '[', ..];
    }

    /// <summary>JSON may be indented by tabs, which YAML does not take; inside JSON strings they cannot stand.</summary>
    public static ReadOnlyMemory<char> WithoutTabs(ReadOnlyMemory<char> text)
    {
        if (!text.Span.Contains('\t'))
            return text;
        var copy = text.ToArray();
        copy.AsSpan().Replace('\t', ' ');
        return copy;
    }

    /// <summary>Blanks the line of a failure, or the nearest one before it that still has text; false when nothing is left.</summary>
    public static bool BlankLine(char[] text, ParseFailure failure, TextSpan document)
    {
        var at = Math.Clamp(failure.Span.Start - document.Start, 0, text.Length);
        while (true)
        {
            var start = at;
            while (start > 0 && text[start - 1] is not ('\n' or '\r'))
                start--;
            var end = at;
            while (end < text.Length && text[end] is not ('\n' or '\r'))
                end++;
            var line = text.AsSpan(start, end - start);
            var isMarker = start == 0 && line.StartsWith("---");
            if (isMarker)
                line = line[3..];
            if (!line.IsWhiteSpace())
            {
                line.Fill(' ');
                return true;
            }

            if (start == 0)
                return false;
            at = start - 1;
        }
    }
}
