using System.Globalization;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>Numbers as Go's JSON encoder writes them.</summary>
internal static class GoNumber
{
    /// <summary>The shortest digits that read back as the number; with an exponent only when it is very small or very large.</summary>
    public static string ToJson(double number)
    {
        if (number == 0)
            return double.IsNegative(number) ? "-0" : "0";
        var shortest = number.ToString("E16", CultureInfo.InvariantCulture);
        for (var digits = 0; digits < 16; digits++)
        {
            var text = number.ToString($"E{digits}", CultureInfo.InvariantCulture);
            if (double.Parse(text, CultureInfo.InvariantCulture).Equals(number))
            {
                shortest = text;
                break;
            }
        }

        var mark = shortest.IndexOf('E', StringComparison.Ordinal);
        var exponent = int.Parse(shortest.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var sign = number < 0 ? "-" : "";
        var figures = shortest[sign.Length..mark].Replace(".", "", StringComparison.Ordinal);
        if (exponent is < -6 or >= 21)
        {
            var fraction = figures.Length > 1 ? $".{figures[1..]}" : "";
            return $"{sign}{figures[0]}{fraction}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent).ToString(exponent < 0 ? "0" : "00", CultureInfo.InvariantCulture)}";
        }

        if (exponent < 0)
            return $"{sign}0.{new string('0', -exponent - 1)}{figures}";
        if (figures.Length <= exponent + 1)
            return $"{sign}{figures.PadRight(exponent + 1, '0')}";
        return $"{sign}{figures[..(exponent + 1)]}.{figures[(exponent + 1)..]}";
    }
}
