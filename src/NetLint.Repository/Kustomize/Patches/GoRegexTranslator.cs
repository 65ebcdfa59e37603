using System.Buffers;
using System.Globalization;
using System.Text;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>
/// Writes a regular expression of Go's syntax in .NET's. Literals are written as code points, so that nothing in them can mean anything;
/// classes of characters are Go's, which are those of ASCII.
/// </summary>
internal sealed class GoRegexTranslator(string pattern)
{
    /// <summary>Go counts repetitions of repetitions together.</summary>
    private const int MaxRepetition = 1000;

    private static readonly SearchValues<char> WordCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private readonly StringBuilder _output = new();
    private readonly Stack<(int Before, bool HasAtom)> _groups = new();
    private int _at;
    private int _atomCount;
    private int _largest;
    private bool _hasAtom;
    private bool _isRepeated;

    /// <summary>Translates.</summary>
    /// <exception cref="FormatException">The text is no regular expression of Go.</exception>
    public string Translate()
    {
        while (_at < pattern.Length)
            Next();
        return _groups.Count == 0 ? _output.ToString() : throw new FormatException("a group has no end");
    }

    private void Next()
    {
        var c = pattern[_at++];
        switch (c)
        {
            case '(':
                Open();
                break;
            case ')':
                Close();
                break;
            case '|':
                _output.Append('|');
                _hasAtom = false;
                _isRepeated = false;
                break;
            case '*' or '+' or '?':
                Repeat(c.ToString(), 1);
                break;
            case '{' when TryCounted():
                break;
            case '[':
                Atom(new GoRegexClass(pattern, ref _at).ToString());
                break;
            case '.':
                Atom(".");
                break;
            case '^':
                Atom("^");
                break;
            case '$':
                // Go's means the very end, and .NET's also the place before a last line break. With the flag m they agree, but names have no lines.
                Atom("\\z");
                break;
            case '\\':
                Escape();
                break;
            default:
                Atom(Literal(c));
                break;
        }
    }

    private void Atom(string text, int count = 1)
    {
        _output.Append(text);
        _atomCount = count;
        _largest = Math.Max(_largest, count);
        _hasAtom = true;
        _isRepeated = false;
    }

    private static string Literal(char c) => $"\\u{(int)c:X4}";

    private void Open()
    {
        _groups.Push((_largest, _hasAtom));
        _largest = 1;
        _hasAtom = false;
        _isRepeated = false;
        if (_at >= pattern.Length || pattern[_at] != '?')
        {
            _output.Append("(?:");
            return;
        }

        _at++;
        var rest = pattern.AsSpan(_at);
        if (rest.StartsWith("P<") || rest.StartsWith("<"))
        {
            var start = _at + (rest[0] == 'P' ? 2 : 1);
            var end = pattern.IndexOf('>', start);
            if (end <= start || pattern.AsSpan(start, end - start).ContainsAnyExcept(WordCharacters))
                throw new FormatException("a group has no good name");
            _at = end + 1;
            _output.Append("(?:");
            return;
        }

        Flags();
    }

    /// <summary>The flags of a group, or of what follows in this one. U changes what is captured, and not what matches.</summary>
    private void Flags()
    {
        var set = new StringBuilder("(?");
        var isEmpty = true;
        while (_at < pattern.Length)
        {
            var c = pattern[_at++];
            switch (c)
            {
                case 'i' or 'm' or 's':
                    set.Append(c);
                    isEmpty = false;
                    break;
                case 'U':
                    isEmpty = false;
                    break;
                case '-' when set[^1] != '-' && !set.ToString().Contains('-', StringComparison.Ordinal):
                    set.Append('-');
                    isEmpty = true;
                    break;
                case ':' or ')' when !isEmpty || set.Length == 2 && c == ':':
                    if (set[^1] == '-')
                        set.Length--;
                    if (c == ':')
                    {
                        _output.Append(set).Append(':');
                        return;
                    }

                    if (set.Length > 2)
                        _output.Append(set).Append(')');
                    (_largest, _hasAtom) = _groups.Pop();
                    return;
                default:
                    throw new FormatException("Go has no such group");
            }
        }

        throw new FormatException("a group has no end");
    }

    private void Close()
    {
        if (!_groups.TryPop(out var outer))
            throw new FormatException("a group has no beginning");
        var count = _largest;
        _largest = outer.Before;
        Atom(")", count);
    }

    private bool TryCounted()
    {
        var end = pattern.IndexOf('}', _at);
        if (end < 0)
            return false;
        var parts = pattern[_at..end].Split(',');
        if (parts.Length > 2 || !TryCount(parts[0], out var least))
            return false;
        var most = least;
        if (parts.Length == 2 && parts[1].Length > 0 && !TryCount(parts[1], out most))
            return false;
        if (least > MaxRepetition || most > MaxRepetition || most < least)
            throw new FormatException("a repetition is out of bounds");
        var text = pattern[(_at - 1)..(end + 1)];
        _at = end + 1;
        Repeat(text, Math.Max(most, 1));
        return true;
    }

    private static bool TryCount(string text, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count) && (text == "0" || text[0] != '0');

    private void Repeat(string text, int count)
    {
        if (!_hasAtom || _isRepeated)
            throw new FormatException("there is nothing to repeat");
        count *= _atomCount;
        if (count > MaxRepetition)
            throw new FormatException("a repetition is out of bounds");
        _output.Append(text);
        _largest = Math.Max(_largest, count);
        if (_at < pattern.Length && pattern[_at] == '?')
        {
            _at++;
            _output.Append('?');
        }

        _isRepeated = true;
    }

    private void Escape()
    {
        if (_at >= pattern.Length)
            throw new FormatException("a backslash ends the expression");
        var c = pattern[_at++];
        switch (c)
        {
            case 'A' or 'b' or 'B' or 'z':
                Atom($"\\{c}");
                break;
            case 'Q':
                Quote();
                break;
            default:
                _at--;
                var (text, isSet) = GoRegexClass.Escape(pattern, ref _at);
                Atom(isSet ? $"[{text}]" : text);
                break;
        }
    }

    private void Quote()
    {
        var end = pattern.IndexOf("\\E", _at, StringComparison.Ordinal);
        var stop = end < 0 ? pattern.Length : end;
        while (_at < stop)
            Atom(Literal(pattern[_at++]));
        _at = end < 0 ? stop : end + 2;
    }
}
