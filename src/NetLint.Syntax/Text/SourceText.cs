using System.Text;

namespace NetLint.Syntax.Text;

/// <summary>
/// An immutable text with a name. Offsets are UTF-16 code units; lines end at LF, CRLF or a lone CR, as in the Language
/// Server Protocol. A byte order mark is not part of the text.
/// </summary>
public sealed class SourceText
{
    private int[]? _lineStarts;

    private SourceText(SourceId id, string text, bool hasByteOrderMark, bool hasInvalidEncoding)
    {
        Id = id;
        Content = text;
        HasByteOrderMark = hasByteOrderMark;
        HasInvalidEncoding = hasInvalidEncoding;
    }

    /// <summary>The name of the text.</summary>
    public SourceId Id { get; }

    /// <summary>The whole text.</summary>
    public string Content { get; }

    /// <summary>True when the bytes began with a byte order mark; an editor that writes the text back keeps it.</summary>
    public bool HasByteOrderMark { get; }

    /// <summary>True when bytes that are no valid text were replaced by U+FFFD, so offsets of the bytes are not recoverable.</summary>
    public bool HasInvalidEncoding { get; }

    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => Content.Length;

    /// <summary>Number of lines; an empty text has one.</summary>
    public int LineCount => LineStarts.Length;

    private int[] LineStarts => _lineStarts ??= FindLineStarts(Content);

    /// <summary>Wraps a string.</summary>
    public static SourceText From(SourceId id, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new SourceText(id, text, hasByteOrderMark: false, hasInvalidEncoding: false);
    }

    /// <summary>Decodes bytes: UTF-8, or UTF-16 when a byte order mark says so. Never throws for any input.</summary>
    public static SourceText Decode(SourceId id, ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
            return DecodeWith(id, bytes[2..], Encoding.Unicode, hasByteOrderMark: true);
        if (bytes is [0xFE, 0xFF, ..])
            return DecodeWith(id, bytes[2..], Encoding.BigEndianUnicode, hasByteOrderMark: true);
        var hasMark = bytes is [0xEF, 0xBB, 0xBF, ..];
        return DecodeWith(id, hasMark ? bytes[3..] : bytes, Encoding.UTF8, hasMark);
    }

    /// <summary>Line and character of an offset; offsets outside the text are clamped to it.</summary>
    public LinePosition GetPosition(int offset)
    {
        offset = Math.Clamp(offset, 0, Length);
        var index = Array.BinarySearch(LineStarts, offset);
        var line = index >= 0 ? index : ~index - 1;
        return new LinePosition(line, offset - LineStarts[line]);
    }

    /// <summary>Lines and characters of a span.</summary>
    public LinePositionSpan GetLineSpan(TextSpan span) => new(GetPosition(span.Start), GetPosition(span.End));

    /// <summary>Offset of a position; a line or character outside the text is clamped to it.</summary>
    public int GetOffset(LinePosition position)
    {
        if (position.Line < 0)
            return 0;
        if (position.Line >= LineCount)
            return Length;
        var line = GetLine(position.Line);
        return line.Start + Math.Clamp(position.Character, 0, line.Length);
    }

    /// <summary>The span of a line without its line break.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such line.</exception>
    public TextSpan GetLine(int line)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(line);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(line, LineCount);
        var start = LineStarts[line];
        var end = line + 1 < LineStarts.Length ? LineStarts[line + 1] : Length;
        while (end > start && Content[end - 1] is '\n' or '\r')
            end--;
        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The text of a span, cut to the bounds of the text.</summary>
    public string ToString(TextSpan span)
    {
        var start = Math.Clamp(span.Start, 0, Length);
        return Content.Substring(start, Math.Clamp(span.Length, 0, Length - start));
    }

    /// <inheritdoc/>
    public override string ToString() => Id.Path;

    private static SourceText DecodeWith(SourceId id, ReadOnlySpan<byte> bytes, Encoding encoding, bool hasByteOrderMark)
    {
        var text = encoding.GetString(bytes);
        // A replacement character that the author wrote is rare enough to pay for the exact answer.
        var invalid = text.Contains('\uFFFD') && !encoding.GetBytes(text).AsSpan().SequenceEqual(bytes);
        return new SourceText(id, text, hasByteOrderMark, invalid);
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int>(text.Length / 24 + 1) { 0 };
        var rest = 0;
        while (true)
        {
            var next = text.AsSpan(rest).IndexOfAny('\n', '\r');
            if (next < 0)
                return [.. starts];
            rest += next + 1;
            if (text[rest - 1] == '\r' && rest < text.Length && text[rest] == '\n')
                rest++;
            starts.Add(rest);
        }
    }
}
