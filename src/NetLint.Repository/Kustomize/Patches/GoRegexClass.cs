using System.Globalization;
using System.Text;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>A class of characters in a regular expression of Go's syntax.</summary>
internal sealed class GoRegexClass
{
    private static readonly HashSet<string> Categories = new(StringComparer.Ordinal)
    {
        "C", "Cc", "Cf", "Co", "Cs", "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N", "Nd", "Nl", "No",
        "P", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "S", "Sc", "Sk", "Sm", "So", "Z", "Zl", "Zp", "Zs",
    };

    private static readonly Dictionary<string, string> Posix = new(StringComparer.Ordinal)
    {
        ["alnum"] = "09AZaz",
        ["alpha"] = "AZaz",
        ["ascii"] = "\0\u007f",
        ["blank"] = "\t\t  ",
        ["cntrl"] = "\0\u001f\u007f\u007f",
        ["digit"] = "09",
        ["graph"] = "!~",
        ["lower"] = "az",
        ["print"] = " ~",
        ["punct"] = "!/:@[`{~",
        ["space"] = "\t\r  ",
        ["upper"] = "AZ",
        ["word"] = "09AZ__az",
        ["xdigit"] = "09AFaf",
    };

    private readonly string _text;

    /// <summary>Reads a class behind its opening bracket.</summary>
    /// <param name="pattern">The expression.</param>
    /// <param name="at">The offset behind the bracket; afterwards behind the closing one.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public GoRegexClass(string pattern, ref int at)
    {
        var output = new StringBuilder("[");
        if (at < pattern.Length && pattern[at] == '^')
        {
            output.Append('^');
            at++;
        }

        for (var isFirst = true; ; isFirst = false)
        {
            if (at >= pattern.Length)
                throw new FormatException("a class has no end");
            if (pattern[at] == ']' && !isFirst)
                break;
            output.Append(ReadPart(pattern, ref at));
        }

        at++;
        _text = output.Append(']').ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => _text;

    /// <summary>Reads an escape that stands for a character or a set of them.</summary>
    /// <param name="pattern">The expression.</param>
    /// <param name="at">The offset behind the backslash; afterwards behind the escape.</param>
    /// <exception cref="FormatException">Go has no such escape.</exception>
    public static (string Text, bool IsSet) Escape(string pattern, ref int at)
    {
        var c = at < pattern.Length ? pattern[at++] : throw new FormatException("a backslash ends the expression");
        switch (c)
        {
            case 'd':
                return (Ranges("09"), true);
            case 'D':
                return (Others("09"), true);
            case 'w':
                return (Ranges(Posix["word"]), true);
            case 'W':
                return (Others(Posix["word"]), true);
            case 's':
                return (Ranges("\t\n\f\r  "), true);
            case 'S':
                return (Others("\t\n\f\r  "), true);
            case 'p' or 'P':
                return (Category(pattern, ref at, isNegated: c == 'P'), true);
            default:
                at--;
                return (Code(Character(pattern, ref at)), false);
        }
    }

    private static string ReadPart(string pattern, ref int at)
    {
        if (pattern.AsSpan(at).StartsWith("[:") && pattern.IndexOf(":]", at + 2, StringComparison.Ordinal) is var end and >= 0)
        {
            var name = pattern[(at + 2)..end];
            at = end + 2;
            var isNegated = name.StartsWith('^');
            if (!Posix.TryGetValue(isNegated ? name[1..] : name, out var bounds))
                throw new FormatException("Go has no such class");
            return isNegated ? Others(bounds) : Ranges(bounds);
        }

        if (pattern[at] == '\\' && at + 1 < pattern.Length && pattern[at + 1] is 'd' or 'D' or 'w' or 'W' or 's' or 'S' or 'p' or 'P')
        {
            at++;
            return Escape(pattern, ref at).Text;
        }

        var low = Member(pattern, ref at);
        if (at + 1 >= pattern.Length || pattern[at] != '-' || pattern[at + 1] == ']')
            return Code(low);
        at++;
        var high = Member(pattern, ref at);
        return high >= low ? $"{Code(low)}-{Code(high)}" : throw new FormatException("a range is upside down");
    }

    private static char Member(string pattern, ref int at)
    {
        if (at >= pattern.Length)
            throw new FormatException("a class has no end");
        if (pattern[at] != '\\')
            return pattern[at++];
        at++;
        return Character(pattern, ref at);
    }

    /// <summary>The character of an escape. Those outside the basic plane are in no name of Kubernetes.</summary>
    private static char Character(string pattern, ref int at)
    {
        var c = at < pattern.Length ? pattern[at++] : throw new FormatException("a backslash ends the expression");
        switch (c)
        {
            case 'a':
                return '\a';
            case 'f':
                return '\f';
            case 't':
                return '\t';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 'v':
                return '\v';
            case 'x':
                return Hexadecimal(pattern, ref at);
            case '0' or (>= '1' and <= '7') when c == '0' || (at < pattern.Length && pattern[at] is >= '0' and <= '7'):
                return Octal(pattern, ref at);
            default:
                // A letter or digit without a meaning is an error, a digit alone is a reference that Go does not have.
                return char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) ? c : throw new FormatException("Go has no such escape");
        }
    }

    private static char Octal(string pattern, ref int at)
    {
        var value = pattern[at - 1] - '0';
        for (var i = 0; i < 2 && at < pattern.Length && pattern[at] is >= '0' and <= '7'; i++)
            value = value * 8 + (pattern[at++] - '0');
        return (char)value;
    }

    private static char Hexadecimal(string pattern, ref int at)
    {
        var isBraced = at < pattern.Length && pattern[at] == '{';
        var start = isBraced ? at + 1 : at;
        var end = isBraced ? pattern.IndexOf('}', start) : Math.Min(at + 2, pattern.Length);
        if (end < 0 || (!isBraced && end != at + 2) || !uint.TryParse(pattern.AsSpan(start, end - start), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            || value > char.MaxValue)
        {
            throw new FormatException("a code is no character");
        }

        at = isBraced ? end + 1 : end;
        return (char)value;
    }

    private static string Category(string pattern, ref int at, bool isNegated)
    {
        if (at >= pattern.Length)
            throw new FormatException("a category has no name");
        var name = pattern[at].ToString();
        if (name == "{")
        {
            var end = pattern.IndexOf('}', at);
            name = end < 0 ? throw new FormatException("a category has no end") : pattern[(at + 1)..end];
            at = end;
        }

        at++;
        if (name.StartsWith('^'))
        {
            isNegated = !isNegated;
            name = name[1..];
        }

        if (!Categories.Contains(name))
            throw new FormatException("there is no such category");
        return $"\\{(isNegated ? 'P' : 'p')}{{{name}}}";
    }

    private static string Code(char c) => $"\\u{(int)c:X4}";

    /// <summary>Ranges from pairs of bounds, in ascending order.</summary>
    private static string Ranges(string bounds)
    {
        var text = new StringBuilder();
        for (var i = 0; i < bounds.Length; i += 2)
            text.Append(CultureInfo.InvariantCulture, $"{Code(bounds[i])}-{Code(bounds[i + 1])}");
        return text.ToString();
    }

    /// <summary>What lies between and around the ranges.</summary>
    private static string Others(string bounds)
    {
        var between = new StringBuilder();
        var next = 0;
        for (var i = 0; i < bounds.Length; i += 2)
        {
            if (bounds[i] > next)
                between.Append((char)next).Append((char)(bounds[i] - 1));
            next = bounds[i + 1] + 1;
        }

        return Ranges(between.Append((char)next).Append(char.MaxValue).ToString());
    }
}
