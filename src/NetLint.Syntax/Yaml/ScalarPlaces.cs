using NetLint.Syntax.Text;

namespace NetLint.Syntax.Yaml;

/// <summary>Where each character of a scalar's value is written. Found by going through the value and the written text side by side.</summary>
internal sealed class ScalarPlaces
{
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly string _value;
    private readonly string _content;
    private int _count;

    private ScalarPlaces(YamlScalar scalar)
    {
        _value = scalar.Value;
        _content = scalar.Source.Content;
        _starts = new int[_value.Length];
        _ends = new int[_value.Length];
    }

    /// <summary>The places of a scalar's characters; null when the value does not stand in the text it is said to come from.</summary>
    public static ScalarPlaces? Of(YamlScalar scalar)
    {
        var span = scalar.Span;
        if (span.End > scalar.Source.Length || scalar.Value.Length == 0)
            return null;
        var places = new ScalarPlaces(scalar);
        var content = places._content;
        var isComplete = scalar.Style switch
        {
            ScalarStyle.Literal or ScalarStyle.Folded => places.ReadBlock(span),
            _ when IsQuoted(content, span, '"') => places.ReadFlow(span.Start + 1, span.End - 1, '"'),
            _ when IsQuoted(content, span, '\'') => places.ReadFlow(span.Start + 1, span.End - 1, '\''),
            ScalarStyle.Plain => places.ReadFlow(span.Start, span.End, quote: null),
            _ => false,
        };
        return isComplete ? places : null;
    }

    /// <summary>Where a part of the value is written. An empty part stands right after the character before it.</summary>
    public TextSpan PlaceOf(TextSpan part)
    {
        var start = Math.Clamp(part.Start, 0, _starts.Length);
        var end = Math.Clamp(part.End, start, _starts.Length);
        if (start == end)
            return new TextSpan(start == 0 ? _starts[0] : _ends[start - 1], 0);
        return TextSpan.FromBounds(_starts[start], _ends[end - 1]);
    }

    private static bool IsQuoted(string content, TextSpan span, char quote) => span.Length >= 2 && content[span.Start] == quote && content[span.End - 1] == quote;

    private bool Take(char c, int start, int end)
    {
        if (_count >= _value.Length || _value[_count] != c)
            return false;
        _starts[_count] = start;
        _ends[_count] = end;
        _count++;
        return true;
    }

    /// <summary>Each line of a block is a part of the value; what joins them may be a line break or a space.</summary>
    private bool ReadBlock(TextSpan span)
    {
        var at = EndOfLine(span.Start, span.End);
        var indentation = IndentationOf(span, at);
        for (var isHeader = true; at < span.End; isHeader = false)
        {
            var line = NextLine(at, span.End);
            if (!isHeader && _count < _value.Length && _value[_count] is ('\n' or ' '))
                Take(_value[_count], at, line);
            at = line;
            var end = EndOfLine(at, span.End);
            var text = Math.Min(at + indentation, end);
            if (!_content.AsSpan(at, text - at).IsWhiteSpace())
                return false;
            for (var i = text; i < end; i++)
            {
                if (!Take(_content[i], i, i + 1))
                    return false;
            }

            at = end;
        }

        return TakeRest(span.End);
    }

    /// <summary>What the span leaves out at the end of a block is white space.</summary>
    private bool TakeRest(int end)
    {
        while (_count < _value.Length)
        {
            if (_value[_count] is not ('\n' or ' ' or '\t'))
                return false;
            Take(_value[_count], end, end);
        }

        return true;
    }

    /// <summary>The indentation of a block: what its header says, as far as the text agrees, else that of its first line that is not blank.</summary>
    private int IndentationOf(TextSpan span, int headerEnd)
    {
        var at = headerEnd;
        while (at < span.End)
        {
            at = NextLine(at, span.End);
            var end = EndOfLine(at, span.End);
            var line = _content.AsSpan(at, end - at);
            var spaces = line.IndexOfAnyExcept(' ');
            if (spaces >= 0)
            {
                // Spaces that the value begins with belong to the text: the header says so.
                var first = _value.AsSpan().TrimStart('\n');
                var own = first.IndexOfAnyExcept(' ');
                return Math.Max(0, spaces - Math.Max(0, own));
            }

            at = end;
        }

        return 0;
    }

    private bool ReadFlow(int at, int end, char? quote)
    {
        while (at < end)
        {
            var c = _content[at];
            if (c is (' ' or '\t' or '\n' or '\r') && Fold(at, end) is { Next: var next, Breaks: > 0 } fold)
            {
                if (!TakeBreaks(fold.Breaks, at, next))
                    return false;
                at = next;
            }
            else if (c == '\\' && quote == '"')
            {
                if (!TakeEscape(ref at, end))
                    return false;
            }
            else
            {
                var width = c == '\'' && quote == '\'' ? 2 : 1;
                if (!Take(c, at, at + width))
                    return false;
                at += width;
            }
        }

        return _count == _value.Length;
    }

    /// <summary>Number of line breaks in the white space that begins here, and where it ends.</summary>
    private (int Next, int Breaks) Fold(int at, int end)
    {
        var breaks = 0;
        while (at < end && _content[at] is ' ' or '\t' or '\n' or '\r')
        {
            if (_content[at] == '\n' || (_content[at] == '\r' && !(at + 1 < end && _content[at + 1] == '\n')))
                breaks++;
            at++;
        }

        return (at, breaks);
    }

    /// <summary>One line break is a space, and more are as many line breaks less one.</summary>
    private bool TakeBreaks(int breaks, int start, int end)
    {
        if (breaks == 1)
            return Take(' ', start, end);
        for (var i = 1; i < breaks; i++)
        {
            if (!Take('\n', start, end))
                return false;
        }

        return true;
    }

    /// <summary>The value says what an escape stands for; only its width is read here.</summary>
    private bool TakeEscape(ref int at, int end)
    {
        if (at + 1 >= end)
            return false;
        var start = at;
        var c = _content[at + 1];
        if (c is '\n' or '\r')
        {
            at = Fold(at + 1, end).Next;
            return true;
        }

        at = Math.Min(end, at + (c switch { 'x' => 4, 'u' => 6, 'U' => 10, _ => 2 }));
        if (_count >= _value.Length || !Take(_value[_count], start, at))
            return false;
        // A character outside the basic plane is two code units.
        return c != 'U' || !char.IsHighSurrogate(_value[_count - 1]) || (_count < _value.Length && Take(_value[_count], start, at));
    }

    private int EndOfLine(int at, int end)
    {
        var length = _content.AsSpan(at, end - at).IndexOfAny('\n', '\r');
        return length < 0 ? end : at + length;
    }

    private int NextLine(int at, int end) =>
        at >= end ? end : at + (_content[at] == '\r' && at + 1 < end && _content[at + 1] == '\n' ? 2 : 1);
}
