using System.Collections.Immutable;
using System.Text;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Flux;

/// <summary>
/// A string as kustomize prints it: without quotes where that is possible, else between single quotes, between double quotes when it holds
/// characters that cannot be printed, as a block when it has several lines. The source of the rules is the emitter of go-yaml v2.
/// </summary>
internal sealed class PrintedScalar
{
    private static readonly SourceId ReadBackId = new("<substituted>");

    private readonly bool _isBlock;

    private PrintedScalar(string text, bool isBlock)
    {
        Text = text;
        _isBlock = isBlock;
    }

    /// <summary>The printed text, quotes included; of a block the lines without their indentation.</summary>
    public string Text { get; }

    /// <summary>Prints a string that holds a dollar sign, and so is no number, boolean or null.</summary>
    public static PrintedScalar Of(string value)
    {
        if (value.Contains('\n', StringComparison.Ordinal))
            return new PrintedScalar(value, isBlock: true);
        if (!value.All(IsPrintable))
            return new PrintedScalar(DoubleQuote(value), isBlock: false);
        return new PrintedScalar(CanBePlain(value) ? value : "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'", isBlock: false);
    }

    /// <summary>Reads a changed text; null when it is no longer YAML.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isItem">True when it stands after a dash or as a key, false when after a colon.</param>
    /// <param name="origin">The place that decides.</param>
    /// <param name="earlier">The further places.</param>
    public YamlNode? ReadBack(string text, bool isItem, Origin origin, ImmutableArray<Origin> earlier)
    {
        if (_isBlock)
            return new TracedScalar(origin, null, text, ScalarStyle.Literal, earlier);
        if (IsWord(text))
            return new TracedScalar(origin, null, text, ScalarStyle.Plain, earlier);
        var document = YamlReader.Read(SourceText.From(ReadBackId, (isItem ? "- " : "k: ") + text)).Documents;
        if (document is not [{ Errors.IsEmpty: true, Root: { } root }])
            return null;
        var node = root switch
        {
            YamlSequence { Items: [var item] } when isItem => item,
            YamlMapping { Written: [{ Name: "k", Value: var value }] } when !isItem => value,
            _ => null,
        };
        return node is null ? null : GraftedYaml.At(node, origin, earlier);
    }

    /// <summary>Text that reads back as itself without asking the reader.</summary>
    private static bool IsWord(string text) =>
        text.Length > 0 && char.IsAsciiLetterOrDigit(text[0]) && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/');

    private static bool IsPrintable(char c) => c is (>= ' ' and <= '~') or '\u0085' or (>= '\u00A0' and not '\uFEFF' and < '\uFFFE');

    private static bool CanBePlain(string value)
    {
        if (value[0] is ' ' or '#' or ',' or '[' or ']' or '{' or '}' or '&' or '*' or '!' or '|' or '>' or '\'' or '"' or '%' or '@' or '`'
            || value[^1] is ' ' or ':'
            || value.StartsWith("---", StringComparison.Ordinal)
            || value.StartsWith("...", StringComparison.Ordinal))
            return false;
        if (value[0] is '-' or '?' && (value.Length == 1 || value[1] == ' '))
            return false;
        return !value.Contains(": ", StringComparison.Ordinal) && !value.Contains(" #", StringComparison.Ordinal);
    }

    private static string DoubleQuote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            if (c is '"' or '\\')
                text.Append('\\').Append(c);
            else if (IsPrintable(c))
                text.Append(c);
            else
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
        }

        return text.Append('"').ToString();
    }
}
