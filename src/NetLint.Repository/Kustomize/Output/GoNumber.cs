using System.Globalization;

namespace NetLint.Repository.Kustomize.Output;

/// <summary>Numbers the way Go reads and prints them.</summary>
internal static class GoNumber
{
    /// <summary>Longer texts are no number that a field holds; they are left as text.</summary>
    private const int MaxLength = 400;

    /// <summary>The decimal form of an integer of 64 bits, signed or not: prefixes and a leading zero choose the base. Null for anything else.</summary>
    /// <param name="text">The text without underscores.</param>
    public static string? Integer(ReadOnlySpan<char> text)
    {
        var isNegative = text is ['-', ..];
        var hasSign = text is ['-' or '+', ..];
        var digits = hasSign ? text[1..] : text;
        var radix = digits switch
        {
            ['0', 'x' or 'X', _, ..] => 16,
            ['0', 'o' or 'O', _, ..] => 8,
            ['0', 'b' or 'B', _, ..] => 2,
            _ => 0,
        };
        digits = radix != 0 ? digits[2..] : digits;
        if (radix == 0)
            radix = digits is ['0', _, ..] ? 8 : 10;
        return Integer(digits, radix, isNegative, hasSign);
    }

    /// <summary>The same for digits of a known base, after an optional sign.</summary>
    public static string? Integer(ReadOnlySpan<char> text, int radix)
    {
        var hasSign = text is ['-' or '+', ..];
        return Integer(hasSign ? text[1..] : text, radix, text is ['-', ..], hasSign);
    }

    /// <summary>The value of a decimal number with a fraction or exponent; null for anything else, and for what no double holds.</summary>
    public static double? Decimal(string text)
    {
        if (text.Length > MaxLength || !IsDecimal(text))
            return null;
        var value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(value) ? value : null;
    }

    /// <summary>Shortest digits, with an exponent below 0.0001 and from 1000000 on (Go's verb g), which is how YAML prints a number.</summary>
    public static string ToYaml(double value)
    {
        var (sign, digits, exponent) = Shortest(value);
        return exponent is < -4 or >= PlainDigits ? sign + Scientific(digits, exponent) : sign + Positional(digits, exponent);
    }

    /// <summary>Shortest digits, with an exponent below 1e-6 and from 1e21 on, which is how JSON prints a number.</summary>
    public static string ToJson(double value)
    {
        var (sign, digits, exponent) = Shortest(value);
        if (exponent is >= -6 and < 21)
            return sign + Positional(digits, exponent);
        return sign + Scientific(digits, exponent).Replace("e-0", "e-", StringComparison.Ordinal);
    }

    /// <summary>Shortest digits without an exponent (Go's verb f).</summary>
    public static string ToPositional(double value)
    {
        var (sign, digits, exponent) = Shortest(value);
        return sign + Positional(digits, exponent);
    }

    /// <summary>With that many digits before the point YAML's numbers take an exponent.</summary>
    private const int PlainDigits = 6;

    private static string? Integer(ReadOnlySpan<char> digits, int radix, bool isNegative, bool hasSign)
    {
        if (digits.Length is 0 or > MaxLength)
            return null;
        UInt128 value = 0;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiHexDigit(c) ? (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10) : int.MaxValue;
            if (digit >= radix)
                return null;
            value = value * (uint)radix + (uint)digit;
            if (value > ulong.MaxValue)
                return null;
        }

        // Only a number without a sign may use the 64th bit.
        var largest = isNegative ? 1UL << 63 : hasSign ? long.MaxValue : ulong.MaxValue;
        if (value > largest)
            return null;
        var text = ((ulong)value).ToString(CultureInfo.InvariantCulture);
        return isNegative && value > 0 ? "-" + text : text;
    }

    private static bool IsDecimal(ReadOnlySpan<char> text)
    {
        var rest = text is ['-' or '+', ..] ? text[1..] : text;
        var whole = LeadingDigits(rest);
        rest = rest[whole..];
        var fraction = 0;
        if (rest is ['.', ..])
        {
            fraction = LeadingDigits(rest[1..]);
            rest = rest[(fraction + 1)..];
        }

        if (whole + fraction == 0)
            return false;
        if (rest is not ['e' or 'E', ..])
            return rest.IsEmpty;
        rest = rest[1..];
        rest = rest is ['-' or '+', ..] ? rest[1..] : rest;
        return rest.Length > 0 && LeadingDigits(rest) == rest.Length;
    }

    private static int LeadingDigits(ReadOnlySpan<char> text)
    {
        var count = text.IndexOfAnyExceptInRange('0', '9');
        return count < 0 ? text.Length : count;
    }

    /// <summary>The fewest digits that read back as the same double, and the power of ten of the first.</summary>
    private static (string Sign, string Digits, int Exponent) Shortest(double value)
    {
        var sign = double.IsNegative(value) ? "-" : "";
        var text = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var e = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = e < 0 ? text : text[..e];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        exponent += (point < 0 ? mantissa.Length : point) - 1;
        var all = mantissa.Replace(".", "", StringComparison.Ordinal);
        var digits = all.TrimStart('0');
        exponent -= all.Length - digits.Length;
        digits = digits.TrimEnd('0');
        return digits.Length == 0 ? (sign, "0", 0) : (sign, digits, exponent);
    }

    private static string Positional(string digits, int exponent)
    {
        if (exponent < 0)
            return "0." + new string('0', -exponent - 1) + digits;
        return digits.Length <= exponent + 1 ? digits.PadRight(exponent + 1, '0') : digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
    }

    private static string Scientific(string digits, int exponent)
    {
        var mantissa = digits.Length == 1 ? digits : digits[..1] + "." + digits[1..];
        return $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture)}";
    }
}
