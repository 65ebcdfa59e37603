using System.Globalization;
using System.Numerics;

namespace NetLint.Syntax.Yaml;

/// <summary>What a scalar becomes when kubectl turns YAML into JSON.</summary>
public enum ScalarKind
{
    /// <summary>JSON null.</summary>
    Null,

    /// <summary>A JSON boolean.</summary>
    Boolean,

    /// <summary>A JSON number without a fraction.</summary>
    Integer,

    /// <summary>A JSON number with a fraction or exponent.</summary>
    Float,

    /// <summary>A JSON string.</summary>
    String,
}

/// <summary>
/// The value of a scalar under kubectl's rules, which are YAML 1.1's as go-yaml v2 implements them: <c>yes</c>, <c>on</c> and <c>y</c> are
/// booleans, <c>010</c> is octal, <c>1_000</c> is a number, sexagesimal numbers and timestamps stay strings.
/// Source: resolve.go of go-yaml v2, which sigs.k8s.io/yaml wraps.
/// </summary>
public readonly record struct ScalarValue
{
    private ScalarValue(ScalarKind kind, string text, bool boolean = false, BigInteger integer = default)
    {
        Kind = kind;
        Text = text;
        Boolean = boolean;
        Integer = integer;
    }

    /// <summary>The JSON type.</summary>
    public ScalarKind Kind { get; }

    /// <summary>The text as written, unescaped.</summary>
    public string Text { get; }

    /// <summary>The value of a boolean; false for every other kind.</summary>
    public bool Boolean { get; }

    /// <summary>The value of an integer; 0 for every other kind.</summary>
    public BigInteger Integer { get; }

    /// <summary>True for a boolean or a number: what a field of type string does not take.</summary>
    public bool IsBooleanOrNumber => Kind is ScalarKind.Boolean or ScalarKind.Integer or ScalarKind.Float;

    /// <summary>The member name that a key of this value gets in JSON.</summary>
    public string ToJsonName() => Kind switch
    {
        ScalarKind.Boolean => Boolean ? "true" : "false",
        ScalarKind.Integer => Integer.ToString(CultureInfo.InvariantCulture),
        ScalarKind.Null => "null",
        _ => Text,
    };

    /// <summary>Resolves a scalar.</summary>
    /// <param name="text">The unescaped text.</param>
    /// <param name="style">How it is written; anything but plain is a string unless a tag says otherwise.</param>
    /// <param name="tag">The explicit tag or null.</param>
    public static ScalarValue Resolve(string text, ScalarStyle style, string? tag)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (tag is "tag:yaml.org,2002:str" or "!" or "tag:yaml.org,2002:binary")
            return String(text);
        if (style != ScalarStyle.Plain && tag is null)
            return String(text);
        return ResolvePlain(text);
    }

    private static ScalarValue String(string text) => new(ScalarKind.String, text);

    private static ScalarValue ResolvePlain(string text)
    {
        if (text.Length == 0)
            return new ScalarValue(ScalarKind.Null, text);
        switch (text[0])
        {
            case 'y' or 'Y' or 'n' or 'N' or 't' or 'T' or 'f' or 'F' or 'o' or 'O' or '~':
                return ResolveWord(text);
            case '.':
                return text is ".nan" or ".NaN" or ".NAN" or ".inf" or ".Inf" or ".INF" || IsFloat(text)
                    ? new ScalarValue(ScalarKind.Float, text)
                    : String(text);
            case '+' or '-' or (>= '0' and <= '9'):
                return ResolveNumber(text);
            default:
                return String(text);
        }
    }

    private static ScalarValue ResolveWord(string text) => text switch
    {
        "y" or "Y" or "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON"
            => new ScalarValue(ScalarKind.Boolean, text, boolean: true),
        "n" or "N" or "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF"
            => new ScalarValue(ScalarKind.Boolean, text),
        "~" or "null" or "Null" or "NULL" => new ScalarValue(ScalarKind.Null, text),
        _ => String(text),
    };

    private static ScalarValue ResolveNumber(string text)
    {
        if (text is "+.inf" or "+.Inf" or "+.INF" or "-.inf" or "-.Inf" or "-.INF")
            return new ScalarValue(ScalarKind.Float, text);
        // Nothing that goes on with a letter outside these can be a number; addresses and versions leave here.
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit(c) && c is not ('_' or '.' or '+' or '-' or 'x' or 'X' or 'o' or 'O'))
                return String(text);
        }

        var digits = text.Contains('_', StringComparison.Ordinal) ? text.Replace("_", "", StringComparison.Ordinal) : text;
        if (TryInteger(digits, out var integer))
            return new ScalarValue(ScalarKind.Integer, text, integer: integer);
        return IsFloat(digits) ? new ScalarValue(ScalarKind.Float, text) : String(text);
    }

    /// <summary>Go's <c>strconv.ParseInt(s, 0, …)</c>: 0x, 0o, 0b and a leading 0 choose the base.</summary>
    private static bool TryInteger(string text, out BigInteger value)
    {
        value = default;
        var rest = text.AsSpan();
        var negative = rest is ['-', ..];
        if (rest is ['-' or '+', ..])
            rest = rest[1..];
        var radix = rest switch
        {
            ['0', 'x' or 'X', ..] => 16,
            ['0', 'b' or 'B', ..] => 2,
            ['0', _, ..] => 8,
            _ => 10,
        };
        rest = radix == 10 ? rest : rest is ['0', 'x' or 'X' or 'b' or 'B' or 'o' or 'O', ..] ? rest[2..] : rest[1..];
        if (rest.Length is 0 or > MaxDigits)
            return false;

        foreach (var c in rest)
        {
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : int.MaxValue;
            if (digit >= radix)
                return false;
            value = value * radix + digit;
        }

        if (negative)
            value = -value;
        return true;
    }

    /// <summary>Longer digit strings are left as text: no field of Kubernetes holds them, and their cost is quadratic.</summary>
    private const int MaxDigits = 400;

    private static bool IsFloat(string text)
    {
        var i = 0;
        if (text[i] is '+' or '-')
            i++;
        var whole = Digits(text, ref i);
        var fraction = 0;
        if (i < text.Length && text[i] == '.')
        {
            i++;
            fraction = Digits(text, ref i);
        }

        if (whole == 0 && fraction == 0)
            return false;
        if (i < text.Length && text[i] is 'e' or 'E')
        {
            i++;
            if (i < text.Length && text[i] is '+' or '-')
                i++;
            if (Digits(text, ref i) == 0)
                return false;
        }

        // Go's strconv.ParseFloat refuses what no double can hold, and go-yaml then takes the text: 2e848593 may be the hash of a commit.
        return i == text.Length && double.IsFinite(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    private static int Digits(string text, ref int i)
    {
        var start = i;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
            i++;
        return i - start;
    }
}
