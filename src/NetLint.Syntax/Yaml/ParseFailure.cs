using YamlDotNet.Core;

namespace NetLint.Syntax.Yaml;

/// <summary>A parse that ended early. Offsets count from the start of the document.</summary>
/// <param name="Start">Where the construct that failed began.</param>
/// <param name="End">Where the parser stopped.</param>
/// <param name="LastEvent">Where the last thing that was understood began.</param>
/// <param name="OpenFlow">Where the outermost flow collection that was still open began; -1 when none was.</param>
/// <param name="Reason">The parser's own words.</param>
internal readonly record struct ParseFailure(int Start, int End, int LastEvent, int OpenFlow, string Reason)
{
    public static ParseFailure Of(Exception exception, int lastEvent, int openFlow, Mark scanned, int length)
    {
        // Some failures carry no place; the scanner's own position is the best there is.
        var (start, end) = exception is YamlException yaml && yaml.End.Index > 0
            ? (Offset(yaml.Start, length), Offset(yaml.End, length))
            : (Offset(scanned, length), Offset(scanned, length));
        return new ParseFailure(Math.Min(start, end), end, lastEvent, openFlow, exception is InvalidOperationException ? "" : exception.Message);
    }

    /// <summary>True for lines of a double-quoted text that are indented less than their key.</summary>
    public bool IsQuoteIndentation => Says("double-quoted scalar, found wrong indentation");

    /// <summary>True for a plain text in a flow collection that is indented less than the collection's key; YamlDotNet has no words for it.</summary>
    public bool IsFlowIndentation => OpenFlow >= 0 && Reason.Length == 0;

    /// <summary>True for a literal or folded text whose first line holds nothing but spaces.</summary>
    public bool IsBlankFirstLine => Says("found extra spaces in first line") || Says("found more spaces in lines above first content line");

    private static int Offset(Mark mark, int length) => (int)Math.Min(mark.Index, length);

    /// <summary>A sentence for a failure that its line does not explain.</summary>
    public string Describe()
    {
        if (Says("did not find expected key") || Says("expected '-' indicator") || Says("apping values are not allowed") || Says("found invalid mapping")
            || Says("lock sequence entries are not allowed") || Says("expected <document start>") || Says("apping keys are not allowed"))
            return "the indentation of this line does not fit the lines before it";
        if (Says("expected ':'"))
            return "expected ':' after the key";
        if (Says("tab"))
            return "tabs cannot indent YAML; use spaces";
        if (Says("scanning a quoted scalar, found unexpected") || Says("double-quoted scalar, found wrong indentation"))
            return "the quoted text has no closing quote";
        if (Says("expected ',' or"))
            return "expected ',' or the closing bracket of the flow collection";
        if (Says("cannot start any token"))
            return "no value can start with this character; put the value in quotes";
        if (Says("unknown escape") || Says("expected hexadecimal number") || Says("surrogates") || Says("escape code"))
            return "a double-quoted text holds an escape sequence that YAML does not know";
        if (Says("node content") || Says("Reached the end"))
            return "expected a value";
        if (IsBlankFirstLine)
            return "a blank line before the text is indented deeper than the text";
        if (Reason.Length == 0)
            return OpenFlow >= 0 ? "this line must be indented deeper than the key of its flow collection" : "this line is no YAML";
        return Plain(Reason);
    }

    private bool Says(string words) => Reason.Contains(words, StringComparison.Ordinal);

    private static string Plain(string message)
    {
        // The library ends its sentences and repeats the position, which the location says already.
        var text = message.Trim();
        if (text.StartsWith('(') && text.IndexOf("): ", StringComparison.Ordinal) is var cut and >= 0)
            text = text[(cut + 3)..];
        if (text.StartsWith("While ", StringComparison.Ordinal) && text.IndexOf(", ", StringComparison.Ordinal) is var comma and >= 0)
            text = text[(comma + 2)..];
        text = text.TrimEnd('.');
        return text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }
}
