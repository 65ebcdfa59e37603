using System.Globalization;
using System.Text;

namespace NetLint.Repository.Kustomize.Output;

/// <summary>
/// Lays out one document the way Go's YAML version 2 does: where lines break and how they are indented follows from the column and from
/// what was written last. Source: emitterc.go of go.yaml.in/yaml v2.
/// </summary>
internal sealed class YamlEmitter(StringBuilder output)
{
    private const int Step = 2;

    /// <summary>A space beyond this column may become a line break.</summary>
    private const int Width = 80;

    /// <summary>Keys of more bytes are written after a question mark.</summary>
    private const int LongestSimpleKey = 128;

    private int _indent = -1;
    private int _column;

    /// <summary>True when a space, or the beginning of a line, was written last.</summary>
    private bool _isAfterSpace = true;

    /// <summary>True when nothing but indentation and indicators stands on the line.</summary>
    private bool _isIndentation = true;

    /// <summary>Where the first line of the literal block ends that was written last; null when something else was.</summary>
    private int? _endOfHeader;

    /// <summary>What <see cref="BeginBlock"/> needs to know: a sequence beside its key is not indented.</summary>
    public bool IsBesideKey => !_isIndentation;

    /// <summary>Where a comment on the value that was written last can stand: behind the header of a literal block, else behind the value.</summary>
    public int EndOfValue => _endOfHeader ?? output.Length;

    /// <summary>Begins a block collection; the indentation to go back to.</summary>
    /// <param name="isIndented">False for a sequence beside its key, whose dashes stand below the key.</param>
    public int BeginBlock(bool isIndented)
    {
        var outer = _indent;
        if (_indent < 0)
            _indent = 0;
        else if (isIndented)
            _indent += Step;
        return outer;
    }

    /// <summary>Ends a block collection.</summary>
    public void EndBlock(int outer) => _indent = outer;

    /// <summary>Writes the dash before an item.</summary>
    public void Dash()
    {
        NewLine();
        Indicator('-', needsSpace: true, isIndentation: true);
    }

    /// <summary>Writes a key and its colon.</summary>
    public void Key(string key)
    {
        NewLine();
        var form = ScalarForm.Of(key);
        var isSimple = !form.IsMultiline && (key.Length * 3 <= LongestSimpleKey || Encoding.UTF8.GetByteCount(key) <= LongestSimpleKey);
        if (!isSimple)
            Indicator('?', needsSpace: true, isIndentation: true);
        String(key, isSimple);
        if (!isSimple)
            NewLine();
        Indicator(':', needsSpace: !isSimple, isIndentation: !isSimple);
    }

    /// <summary>Writes an empty collection.</summary>
    public void Empty(char open, char close)
    {
        _endOfHeader = null;
        Indicator(open, needsSpace: true, isIndentation: false);
        _isAfterSpace = true;
        Indicator(close, needsSpace: false, isIndentation: false);
    }

    /// <summary>Writes what needs no quotes whatever it looks like: a number, a boolean, null.</summary>
    public void Plain(string text) => Plain(text, mayBreak: false);

    /// <summary>Writes a string.</summary>
    public void String(string text) => String(text, isKey: false);

    /// <summary>Ends the document's last line.</summary>
    public void Finish() => NewLine();

    private void String(string text, bool isKey)
    {
        var form = ScalarForm.Of(text);
        var isLiteral = text.Contains('\n', StringComparison.Ordinal);
        var outer = _indent;
        _endOfHeader = null;
        _indent = _indent < 0 ? Step : _indent + Step;
        if (isLiteral && form.IsBlockAllowed && !isKey)
            Literal(text);
        else if (isLiteral || !GoScalar.IsPlainString(text))
            DoubleQuoted(text, !isKey);
        else if (form.IsPlainAllowed)
            Plain(text, !isKey);
        else if (form.IsSingleQuotedAllowed)
            SingleQuoted(text, !isKey);
        else
            DoubleQuoted(text, !isKey);
        _indent = outer;
    }

    private void Plain(string text, bool mayBreak)
    {
        _endOfHeader = null;
        if (!_isAfterSpace)
            Put(' ');
        Flow(text, mayBreak, canBreakAt: at => text[at + 1] != ' ', quote: null);
        _isAfterSpace = false;
        _isIndentation = false;
    }

    private void SingleQuoted(string text, bool mayBreak)
    {
        Indicator('\'', needsSpace: true, isIndentation: false);
        Flow(text, mayBreak, canBreakAt: at => at > 0 && at < text.Length - 1 && text[at + 1] != ' ', quote: '\'');
        Indicator('\'', needsSpace: false, isIndentation: false);
    }

    /// <summary>Text without escapes: a quote is doubled, a line break becomes two, a space in a long line may become one.</summary>
    private void Flow(string text, bool mayBreak, Func<int, bool> canBreakAt, char? quote)
    {
        var isAfterBlank = false;
        var isAfterBreak = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == ' ')
            {
                if (mayBreak && !isAfterBlank && _column > Width && canBreakAt(i))
                    NewLine();
                else
                    Put(' ');
                isAfterBlank = true;
            }
            else if (ScalarForm.IsBreak(c))
            {
                if (!isAfterBreak && c == '\n')
                    Break('\n');
                Break(c);
                _isIndentation = true;
                isAfterBreak = true;
            }
            else
            {
                if (isAfterBreak)
                    NewLine();
                if (c == quote)
                    Put(c);
                Put(c);
                _isIndentation = false;
                isAfterBlank = false;
                isAfterBreak = false;
            }
        }
    }

    private void DoubleQuoted(string text, bool mayBreak)
    {
        // Of a text that begins with a byte order mark every character is escaped.
        var isMarked = text is ['\uFEFF', ..];
        var isAfterSpace = false;
        Indicator('"', needsSpace: true, isIndentation: false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (isMarked || !ScalarForm.IsPrintable(c) || ScalarForm.IsBreak(c) || c is '"' or '\\')
            {
                i += Escape(text, i) - 1;
                isAfterSpace = false;
            }
            else if (c == ' ')
            {
                if (mayBreak && !isAfterSpace && _column > Width && i > 0 && i < text.Length - 1)
                {
                    NewLine();
                    if (text[i + 1] == ' ')
                        Put('\\');
                }
                else
                {
                    Put(' ');
                }

                isAfterSpace = true;
            }
            else
            {
                Put(c);
                isAfterSpace = false;
            }
        }

        Indicator('"', needsSpace: false, isIndentation: false);
    }

    /// <summary>Writes one character as an escape; the number of code units it has.</summary>
    private int Escape(string text, int at)
    {
        var rune = Rune.TryGetRuneAt(text, at, out var found) ? found : Rune.ReplacementChar;
        var escape = rune.Value switch
        {
            0x00 => "0",
            0x07 => "a",
            0x08 => "b",
            0x09 => "t",
            0x0A => "n",
            0x0B => "v",
            0x0C => "f",
            0x0D => "r",
            0x1B => "e",
            '"' => "\"",
            '\\' => "\\",
            0x85 => "N",
            0xA0 => "_",
            0x2028 => "L",
            0x2029 => "P",
            <= 0xFF => $"x{rune.Value.ToString("X2", CultureInfo.InvariantCulture)}",
            <= 0xFFFF => $"u{rune.Value.ToString("X4", CultureInfo.InvariantCulture)}",
            _ => $"U{rune.Value.ToString("X8", CultureInfo.InvariantCulture)}",
        };
        output.Append('\\').Append(escape);
        _column += 1 + escape.Length;
        return rune.Utf16SequenceLength;
    }

    private void Literal(string text)
    {
        Indicator('|', needsSpace: true, isIndentation: false);
        if (text[0] == ' ' || ScalarForm.IsBreak(text[0]))
            Indicator((char)('0' + Step), needsSpace: false, isIndentation: false);
        if (!ScalarForm.IsBreak(text[^1]))
            Indicator('-', needsSpace: false, isIndentation: false);
        else if (text.Length == 1 || ScalarForm.IsBreak(text[^2]))
            Indicator('+', needsSpace: false, isIndentation: false);
        _endOfHeader = output.Length;
        Break('\n');
        _isIndentation = true;
        _isAfterSpace = true;
        var isAfterBreak = true;
        foreach (var c in text)
        {
            if (ScalarForm.IsBreak(c))
            {
                Break(c);
                _isIndentation = true;
                isAfterBreak = true;
                continue;
            }

            if (isAfterBreak)
                NewLine();
            Put(c);
            _isIndentation = false;
            isAfterBreak = false;
        }
    }

    /// <summary>Goes to the indentation: on the same line while that is not passed, else on a new one.</summary>
    private void NewLine()
    {
        var indent = Math.Max(_indent, 0);
        if (!_isIndentation || _column > indent || (_column == indent && !_isAfterSpace))
            Break('\n');
        output.Append(' ', indent - _column);
        _column = indent;
        _isAfterSpace = true;
        _isIndentation = true;
    }

    private void Indicator(char c, bool needsSpace, bool isIndentation)
    {
        if (needsSpace && !_isAfterSpace)
            Put(' ');
        Put(c);
        _isAfterSpace = false;
        _isIndentation = _isIndentation && isIndentation;
    }

    private void Put(char c)
    {
        output.Append(c);
        _column++;
    }

    private void Break(char c)
    {
        output.Append(c);
        _column = 0;
    }
}
