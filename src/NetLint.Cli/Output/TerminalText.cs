using System.Globalization;
using System.Text;

namespace NetLint.Cli.Output;

/// <summary>
/// Text from a repository as a terminal or a build log may show it: nothing in it moves the cursor, changes colours, hides or reorders
/// what it says, or is taken for a command by the service that runs a build.
/// </summary>
internal static class TerminalText
{
    /// <summary>Build services look for these anywhere in a line of a log.</summary>
    private static readonly string[] LogCommands = ["##[", "##vso[", "##teamcity["];

    /// <summary>A text that stands within a line.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var (cell, length) = At(text, i);
            result.Append(cell);
            i += length;
        }

        return result.ToString();
    }

    /// <summary>A text that begins a line: there, two colons would begin a workflow command.</summary>
    public static string EscapeLineStart(string text)
    {
        var escaped = Escape(text);
        return escaped.TrimStart().StartsWith("::", StringComparison.Ordinal) ? escaped.Replace("::", "\\u003A:", StringComparison.Ordinal) : escaped;
    }

    /// <summary>What to show for the character at an offset, and how many code units it covers.</summary>
    public static (string Cell, int Length) At(string text, int offset)
    {
        var c = text[offset];
        if (c is '\t' or '\n' or '\r')
            return (" ", 1);
        if (c == '#' && IsLogCommand(text, offset))
            return ("\\u0023", 1);
        if (c is >= ' ' and < '\u007F')
            return (text[offset..(offset + 1)], 1);
        if (!Rune.TryGetRuneAt(text, offset, out var rune))
            return (string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"), 1);
        if (!IsUnsafe(rune))
            return (rune.ToString(), rune.Utf16SequenceLength);
        return (rune.IsBmp
            ? string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}")
            : string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}"), rune.Utf16SequenceLength);
    }

    private static bool IsLogCommand(string text, int offset)
    {
        foreach (var command in LogCommands)
        {
            if (string.CompareOrdinal(text, offset, command, 0, command.Length) == 0)
                return true;
        }

        return false;
    }

    private static bool IsUnsafe(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator
        or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
