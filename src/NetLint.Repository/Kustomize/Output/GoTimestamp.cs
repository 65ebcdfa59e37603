using System.Globalization;

namespace NetLint.Repository.Kustomize.Output;

/// <summary>Times that YAML recognises without a tag, the way Go's YAML reads them: <c>2001-1-2</c>, <c>2001-1-2 3:4:5.6</c>, <c>2001-01-02T03:04:05+02:00</c>.</summary>
internal static class GoTimestamp
{
    /// <summary>True when a plain text is a time.</summary>
    public static bool Matches(ReadOnlySpan<char> text) => Parse(text) is not null;

    /// <summary>The time as RFC 3339 writes it, in its own zone; null when the text is no time.</summary>
    public static string? ToRfc3339(ReadOnlySpan<char> text) => Parse(text);

    private static string? Parse(ReadOnlySpan<char> text)
    {
        // Every form begins with a year of four digits and a dash.
        if (text.Length < 8 || text[4] != '-' || text[..4].ContainsAnyExceptInRange('0', '9'))
            return null;
        var rest = text[5..];
        var year = int.Parse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture);
        if (!Number(ref rest, 1, 12, out var month) || !Skip(ref rest, '-') || !Number(ref rest, 1, DaysIn(year, month), out var day))
            return null;
        var date = $"{year:0000}-{month:00}-{day:00}";
        if (rest.IsEmpty)
            return date + "T00:00:00Z";
        var hasZone = rest[0] is 'T' or 't';
        if (!hasZone && rest[0] != ' ')
            return null;
        rest = hasZone ? rest[1..] : rest.TrimStart(' ');
        if (!Number(ref rest, 0, 23, out var hour) || !Skip(ref rest, ':') || !Number(ref rest, 0, 59, out var minute) || !Skip(ref rest, ':') || !Number(ref rest, 0, 59, out var second))
            return null;
        var clock = $"{date}T{hour:00}:{minute:00}:{second:00}{Fraction(ref rest)}";
        if (hasZone)
            return Zone(rest) is { } zone ? clock + zone : null;
        return rest.IsEmpty ? clock + "Z" : null;
    }

    /// <summary>One or two digits.</summary>
    private static bool Number(ref ReadOnlySpan<char> rest, int least, int largest, out int value)
    {
        value = 0;
        var length = 0;
        while (length < 2 && length < rest.Length && char.IsAsciiDigit(rest[length]))
            value = value * 10 + (rest[length++] - '0');
        rest = rest[length..];
        return length > 0 && value >= least && value <= largest;
    }

    private static bool Skip(ref ReadOnlySpan<char> rest, char c)
    {
        if (rest.IsEmpty || rest[0] != c)
            return false;
        rest = rest[1..];
        return true;
    }

    /// <summary>Digits after a point or comma, cut to nanoseconds, without zeros at the end.</summary>
    private static string Fraction(ref ReadOnlySpan<char> rest)
    {
        if (rest.Length < 2 || rest[0] is not ('.' or ',') || !char.IsAsciiDigit(rest[1]))
            return "";
        var end = rest[1..].IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? rest[1..] : rest[1..(end + 1)];
        rest = rest[(digits.Length + 1)..];
        digits = digits[..Math.Min(9, digits.Length)].TrimEnd('0');
        return digits.IsEmpty ? "" : "." + digits.ToString();
    }

    private static string? Zone(ReadOnlySpan<char> rest)
    {
        if (rest is ['Z'])
            return "Z";
        if (rest.Length != 6 || rest[0] is not ('+' or '-') || rest[3] != ':' || rest[1..3].ContainsAnyExceptInRange('0', '9') || rest[4..].ContainsAnyExceptInRange('0', '9'))
            return null;
        var hours = int.Parse(rest[1..3], NumberStyles.None, CultureInfo.InvariantCulture);
        var minutes = int.Parse(rest[4..], NumberStyles.None, CultureInfo.InvariantCulture);
        if (hours > 24 || minutes > 60)
            return null;
        minutes += hours * 60;
        return minutes == 0 ? "Z" : $"{rest[0]}{minutes / 60:00}:{minutes % 60:00}";
    }

    private static int DaysIn(int year, int month)
    {
        // The calendar of .NET has no year 0; for the length of February it is like 2000.
        return month is >= 1 and <= 12 ? DateTime.DaysInMonth(year == 0 ? 2000 : year, month) : 0;
    }
}
