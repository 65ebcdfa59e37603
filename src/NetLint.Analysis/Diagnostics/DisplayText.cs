using System.Globalization;
using System.Text;

namespace NetLint.Analysis.Diagnostics;

/// <summary>Makes text from a repository safe to show: it must neither steer a terminal nor hide what it says.</summary>
public static class DisplayText
{
    /// <summary>
    /// Replaces control characters, lone surrogates, invisible and direction-changing characters by visible escapes such as <c>\u001B</c>;
    /// line breaks and tabs become spaces.
    /// </summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsSafe(text))
            return text;
        var result = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                AppendPair(result, new Rune(c, text[++i]));
            else if (c is '\n' or '\r' or '\t')
                result.Append(' ');
            else if (IsUnsafe(c))
                result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else
                result.Append(c);
        }

        return result.ToString();
    }

    /// <summary>Beyond the first plane there are invisible characters too: tags can spell whole texts that nobody sees.</summary>
    private static void AppendPair(StringBuilder result, Rune rune)
    {
        if (IsUnsafe(Rune.GetUnicodeCategory(rune)))
            result.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}");
        else
            result.Append(rune.ToString());
    }

    private static bool IsSafe(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or >= '\u007F' && IsUnsafe(c))
                return false;
        }

        return true;
    }

    private static bool IsUnsafe(char c) => IsUnsafe(char.GetUnicodeCategory(c));

    private static bool IsUnsafe(UnicodeCategory category) => category is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
