using System.Text.RegularExpressions;
using NetLint.Analysis.Diagnostics;

namespace NetLint.Cli.Reporting.Sarif;

/// <summary>Makes text fit for SARIF: of bounded length, and without anything a viewer would take for a link or an order.</summary>
internal static partial class SarifProse
{
    /// <summary>The limit GitHub sets for descriptions of rules; names and messages keep to it as well, and nobody reads further.</summary>
    public const int MaxLength = 1024;

    /// <summary>Text from a repository: escaped, cut, and with the beginning of an embedded link broken, because viewers follow links in plain messages.</summary>
    public static string Message(string text) => Cut(DisplayText.Escape(text).Replace("](", "] (", StringComparison.Ordinal));

    /// <summary>The name of an object or field: escaped and cut.</summary>
    public static string Name(string text) => Cut(DisplayText.Escape(text));

    /// <summary>An embedded link to a related location of the same result.</summary>
    public static string Link(string text, int id) => $@"[{Message(text).Replace(@"\", @"\\", StringComparison.Ordinal).Replace("[", @"\[", StringComparison.Ordinal).Replace("]", @"\]", StringComparison.Ordinal)}]({id})";

    /// <summary>Markdown of a rule page as plain text.</summary>
    public static string Plain(string markdown) =>
        Cut(MarkdownLink().Replace(markdown, "$1").Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal));

    /// <summary>Cuts a text that is too long, never within a character.</summary>
    private static string Cut(string text)
    {
        if (text.Length <= MaxLength)
            return text;
        var length = MaxLength - 1;
        if (char.IsHighSurrogate(text[length - 1]))
            length--;
        return string.Concat(text.AsSpan(0, length), "…");
    }

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex MarkdownLink();
}
