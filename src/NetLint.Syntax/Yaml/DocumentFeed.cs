using System.Buffers;

namespace NetLint.Syntax.Yaml;

/// <summary>The characters that go into the parser: the document's own, with some replaced by spaces so that every offset stays true.</summary>
internal static class DocumentFeed
{
    private static readonly SearchValues<char> ControlCharacters = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000b\u000c\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\u007f");

    /// <summary>True when the document begins like a JSON object or array; a Go template action begins like one too, but is none.</summary>
    public static bool IsJson(ReadOnlySpan<char> text)
    {
        var trimmed = text.TrimStart();
        return trimmed is ['{', not '{', ..] or ['[', ..];
    }

    /// <summary>The offset of the first control character that YAML forbids everywhere, or -1.</summary>
    public static int FirstControlCharacter(ReadOnlySpan<char> text) => text.IndexOfAny(ControlCharacters);

    /// <summary>The bounds of the line that holds an offset, without its line break.</summary>
    public static Range LineAt(ReadOnlySpan<char> text, int at)
    {
        at = Math.Clamp(at, 0, text.Length);
        var start = text[..at].LastIndexOfAny('\n', '\r') + 1;
        var length = text[at..].IndexOfAny('\n', '\r');
        return start..(length < 0 ? text.Length : at + length);
    }

    /// <summary>The last line before an offset's line that holds more than white space; null when there is none.</summary>
    public static Range? TextLineBefore(ReadOnlySpan<char> text, int at)
    {
        var start = LineAt(text, at).Start.Value;
        var trimmed = text[..start].TrimEnd();
        return trimmed.IsEmpty ? null : LineAt(text, trimmed.Length);
    }

    /// <summary>The first line after an offset's line that holds more than white space; null when there is none.</summary>
    public static Range? TextLineAfter(ReadOnlySpan<char> text, int at)
    {
        var end = LineAt(text, at).End.Value;
        var rest = text[end..].TrimStart();
        return rest.IsEmpty ? null : LineAt(text, text.Length - rest.Length);
    }

    /// <summary>Number of white space characters that a line begins with.</summary>
    public static int Indentation(ReadOnlySpan<char> line) => line.Length - line.TrimStart().Length;

    /// <summary>Replaces a line by spaces. The document's marker stays, and so do dashes of a sequence item that goes on below.</summary>
    public static void Blank(Span<char> text, Range line, bool keepDashes)
    {
        var from = line.Start.Value;
        var to = line.End.Value;
        if (from == 0 && text.StartsWith("---"))
            from = 3;
        else if (keepDashes)
            from = LineFault.SkipDashes(text[..to], from + Indentation(text[from..to]), to);
        if (from < to)
            text[from..to].Fill(' ');
    }
}
