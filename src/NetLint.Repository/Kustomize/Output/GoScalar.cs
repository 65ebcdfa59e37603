using System.Buffers;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Output;

/// <summary>
/// What a plain text is for the two versions of Go's YAML that kustomize uses: it reads with version 3 and prints with version 2, which
/// quotes whatever it would itself read as something else. Source: resolve.go of go.yaml.in/yaml v2 and v3.
/// </summary>
internal static class GoScalar
{
    private static readonly SearchValues<char> DigitsAndUnderscore = SearchValues.Create("0123456789_");

    /// <summary>What a plain text without a tag is for version 3, and the tag it resolves to.</summary>
    public static (string Tag, KustomizeScalar Value) Read(string text)
    {
        if (text.Length == 0)
            return ("!!null", KustomizeScalar.Null);
        switch (text[0])
        {
            case 't' or 'T' or 'f' or 'F':
                return text switch
                {
                    "true" or "True" or "TRUE" => ("!!bool", KustomizeScalar.True),
                    "false" or "False" or "FALSE" => ("!!bool", KustomizeScalar.False),
                    _ => String(text),
                };
            case '~' or 'n' or 'N':
                return text is "~" or "null" or "Null" or "NULL" ? ("!!null", KustomizeScalar.Null) : String(text);
            case '.' or '+' or '-' or (>= '0' and <= '9'):
                return GoTimestamp.ToRfc3339(text) is { } time ? ("!!timestamp", KustomizeScalar.String(time)) : ReadNumber(text);
            default:
                return String(text);
        }
    }

    /// <summary>The same with no regard to timestamps.</summary>
    public static (string Tag, KustomizeScalar Value) ReadNumber(string text)
    {
        if (Infinity(text) is { } infinity)
            return ("!!float", new KustomizeScalar(ScalarKind.Float, infinity));
        var plain = WithoutUnderscores(text);
        if (text[0] == '.')
            return IsUnderscored(text) && GoNumber.Decimal(plain) is { } fraction ? ("!!float", KustomizeScalar.Number(fraction)) : String(text);
        if (GoNumber.Integer(plain) is { } integer)
            return ("!!int", new KustomizeScalar(ScalarKind.Integer, integer));
        if (GoNumber.Decimal(plain) is { } value)
            return ("!!float", KustomizeScalar.Number(value));
        // What follows these prefixes may bring a sign of its own.
        var signed = plain switch
        {
            ['0', 'b', ..] => GoNumber.Integer(plain.AsSpan(2), 2),
            ['0', 'o', ..] => GoNumber.Integer(plain.AsSpan(2), 8),
            _ => null,
        };
        return signed is null ? String(text) : ("!!int", new KustomizeScalar(ScalarKind.Integer, signed));
    }

    /// <summary>True when version 2 reads a plain text as a string, so that it needs no quotes for its meaning.</summary>
    public static bool IsPlainString(string text)
    {
        if (text.Length == 0)
            return false;
        switch (text[0])
        {
            case 'y' or 'Y' or 'n' or 'N' or 't' or 'T' or 'f' or 'F' or 'o' or 'O' or '~':
                return text is not ("y" or "Y" or "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON"
                    or "n" or "N" or "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF"
                    or "~" or "null" or "Null" or "NULL");
            case '.':
                return !IsNumber(text);
            case '+' or '-' or (>= '0' and <= '9'):
                return !GoTimestamp.Matches(text) && !IsSexagesimal(text) && !IsNumber(text);
            default:
                return true;
        }
    }

    private static (string Tag, KustomizeScalar Value) String(string text) => ("!!str", KustomizeScalar.String(text));

    /// <summary>Version 2 takes the same numbers, but for a sign after the prefix of an octal one.</summary>
    private static bool IsNumber(string text) =>
        ReadNumber(text).Tag != "!!str" && WithoutUnderscores(text) is not ['0', 'o', '-' or '+', ..];

    private static string? Infinity(string text) => text switch
    {
        ".nan" or ".NaN" or ".NAN" => "NaN",
        ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" => "+Inf",
        "-.inf" or "-.Inf" or "-.INF" => "-Inf",
        _ => null,
    };

    private static string WithoutUnderscores(string text) => text.Contains('_', StringComparison.Ordinal) ? text.Replace("_", "", StringComparison.Ordinal) : text;

    /// <summary>Where the text goes to Go's float parser as it is, an underscore must stand between digits.</summary>
    private static bool IsUnderscored(string text)
    {
        for (var i = text.IndexOf('_', StringComparison.Ordinal); i >= 0; i = text.IndexOf('_', i + 1))
        {
            if (i == 0 || i + 1 == text.Length || !char.IsAsciiDigit(text[i - 1]) || !char.IsAsciiDigit(text[i + 1]))
                return false;
        }

        return true;
    }

    /// <summary>Numbers to the base 60 such as <c>12:30</c>: read as strings, but quoted for the sake of other readers.</summary>
    private static bool IsSexagesimal(ReadOnlySpan<char> text)
    {
        var rest = text[0] is '+' or '-' ? text[1..] : text;
        var colon = rest.IndexOf(':');
        if (colon < 1 || !char.IsAsciiDigit(rest[0]) || rest[..colon].ContainsAnyExcept(DigitsAndUnderscore))
            return false;
        rest = rest[colon..];
        while (rest is [':', ..])
        {
            var end = rest[1..].IndexOfAnyExceptInRange('0', '9');
            var digits = end < 0 ? rest[1..] : rest[1..(end + 1)];
            if (digits.Length is not (1 or 2) || (digits.Length == 2 && digits[0] > '5'))
                return false;
            rest = rest[(digits.Length + 1)..];
        }

        return rest.IsEmpty || (rest[0] == '.' && !rest[1..].ContainsAnyExcept(DigitsAndUnderscore));
    }
}
