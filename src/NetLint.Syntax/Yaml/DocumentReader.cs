using System.Collections.Immutable;
using System.Globalization;
using NetLint.Syntax.Text;
using YamlDotNet.Core;

namespace NetLint.Syntax.Yaml;

/// <summary>Reads one document, leaving out lines that do not parse.</summary>
internal sealed class DocumentReader(SourceText source, TextSpan span, int index, YamlReadOptions options)
{
    /// <summary>Bounds the work of recovery: parses times document length.</summary>
    private const int MaxRecoveredCharacters = 8_000_000;

    /// <summary>How many parses one repair may try before it takes the line where the parser stopped.</summary>
    private const int MaxTrials = 12;

    private readonly ImmutableArray<YamlError>.Builder _errors = ImmutableArray.CreateBuilder<YamlError>();

    /// <summary>Where quoted texts begin whose lines were joined.</summary>
    private readonly HashSet<int> _joined = [];
    private long _parsedAgain;
    private YamlNode? _root;
    private YamlError? _limit;

    public YamlDocument Read()
    {
        var feed = source.Content.AsMemory(span.Start, span.Length);
        var control = DocumentFeed.FirstControlCharacter(feed.Span);
        if (control >= 0)
            feed = WithoutControlCharacters(feed, control);
        var failure = Parse(feed);
        while (failure is { IsQuoteIndentation: true } quote && JoinQuotedLines(feed.Span, quote.Start) is { } joined)
        {
            failure = ParseAgain(joined.Text);
            if (failure is { } next && next.Start <= joined.End)
            {
                // The quote was not meant to close there.
                _joined.Remove(span.Start + quote.Start);
                failure = quote;
                break;
            }

            feed = joined.Text;
        }

        while (failure is { IsFlowIndentation: true } flow && JoinFlowLine(feed.Span, flow.End) is { } joined)
        {
            feed = joined;
            failure = ParseAgain(joined);
        }

        while (failure is { IsBlankFirstLine: true } literal && MoveBlanks(feed.Span, literal.Start) is { } moved)
        {
            feed = moved;
            failure = ParseAgain(moved);
        }

        if (failure is { } lasting)
            return Recover(feed.ToArray(), lasting);
        return Finish(isRecovered: control >= 0);
    }

    /// <summary>
    /// YamlDotNet refuses lines of a double-quoted text that are indented less than their key, which Go's YAML takes. On one line it
    /// reads them; the value is then read from the text as written.
    /// </summary>
    private (char[] Text, int End)? JoinQuotedLines(ReadOnlySpan<char> feed, int open)
    {
        if (_parsedAgain > MaxRecoveredCharacters || open >= feed.Length || feed[open] != '"' || !_joined.Add(span.Start + open))
            return null;
        var close = open + 1;
        while (close < feed.Length && feed[close] != '"')
            close += feed[close] == '\\' ? 2 : 1;
        if (close >= feed.Length)
            return null;
        var copy = feed.ToArray();
        foreach (ref var c in copy.AsSpan(open, close - open))
        {
            if (c is '\n' or '\r')
                c = ' ';
        }

        return (copy, DocumentFeed.LineAt(feed, close).End.Value);
    }

    /// <summary>The same for a line of a flow collection; it is appended to the line before.</summary>
    private char[]? JoinFlowLine(ReadOnlySpan<char> feed, int at)
    {
        var start = DocumentFeed.LineAt(feed, at).Start.Value;
        var before = feed[..start].TrimEnd();
        if (_parsedAgain > MaxRecoveredCharacters || before is not [.., '[' or '{' or ','] || feed[DocumentFeed.LineAt(feed, before.Length)].Contains('#'))
            return null;
        var copy = feed.ToArray();
        copy.AsSpan(before.Length, start - before.Length).Fill(' ');
        return copy;
    }

    /// <summary>
    /// YamlDotNet refuses a block text whose first lines hold nothing but spaces, which charts often make and Go's YAML takes. Put behind
    /// the literal's mark these spaces mean nothing, and every offset of the text that follows stays true.
    /// </summary>
    private char[]? MoveBlanks(ReadOnlySpan<char> feed, int first)
    {
        if (_parsedAgain > MaxRecoveredCharacters || DocumentFeed.TextLineBefore(feed, first) is not { } mark)
            return null;
        var header = feed[mark];
        // The parser may have stopped behind the indentation, which is not to be moved.
        first = DocumentFeed.LineAt(feed, first).Start.Value;
        var text = feed[DocumentFeed.LineAt(feed, first)];
        var outer = LineFault.SkipDashes(header, DocumentFeed.Indentation(header), header.Length);
        // The text of an item belongs deeper than its dash, that of a member deeper than its key.
        if (header[outer..] is ['|' or '>', ..] && header[..outer].LastIndexOf('-') is var dash and >= 0)
            outer = dash;
        var indent = DocumentFeed.Indentation(text);
        var blanks = feed[mark.End.Value..first];
        foreach (var line in blanks.EnumerateLines())
        {
            // Deeper than the text, it decides the indentation: that is a mistake for Go's YAML too. So is a tab.
            if (line.Contains('\t') || (indent > outer && line.Length > indent))
                return null;
        }

        var spaces = blanks.Count(' ');
        if (spaces == 0)
            return null;
        var copy = feed.ToArray();
        copy.AsSpan(mark.End.Value, spaces).Fill(' ');
        var at = mark.End.Value + spaces;
        foreach (var c in blanks)
        {
            if (c != ' ')
                copy[at++] = c;
        }

        return copy;
    }

    private YamlDocument Recover(char[] feed, ParseFailure failure)
    {
        for (var attempt = 0; attempt < options.MaxRecoveries; attempt++)
        {
            var budget = Math.Clamp((MaxRecoveredCharacters - _parsedAgain) / Math.Max(1, span.Length), 0, MaxTrials);
            if (budget == 0)
                break;
            var repair = new LineRepair(feed, failure, ParseAgain);
            if (!repair.Find((int)budget))
                break;
            Report(repair, failure);
            feed = repair.Result;
            if (repair.Fault == LineFaultKind.Template)
                BlankTemplateLines(feed);
            if (ParseAgain(feed) is not { } next)
                return Finish(isRecovered: true);
            failure = next;
        }

        if (_errors.Count == 0 || !_errors.Any(error => error.Span.Start - span.Start >= failure.Start))
            ReportEnd(feed, failure);
        _root = null;
        return Finish(isRecovered: true);
    }

    private YamlDocument Finish(bool isRecovered)
    {
        if (_limit is not null)
        {
            _errors.Add(_limit);
            _root = null;
        }

        _errors.Sort((left, right) => left.Span.CompareTo(right.Span));
        return new YamlDocument(source, span, index, isRead: true, _root, _errors.DrainToImmutable(), isRecovered || _limit is not null);
    }

    private ParseFailure? ParseAgain(char[] feed)
    {
        _parsedAgain += feed.Length;
        return Parse(feed);
    }

    /// <summary>Parses to the end, or says where that failed. A limit counts as an end: there is nothing to repair.</summary>
    private ParseFailure? Parse(ReadOnlyMemory<char> feed)
    {
        var builder = new YamlTreeBuilder(source, span, options, feed, _joined);
        _root = null;
        _limit = null;
        try
        {
            _root = builder.Build();
            return null;
        }
        catch (YamlLimitException limit)
        {
            _limit = new YamlError(YamlErrorKind.Limit, limit.Span, limit.Message);
            return null;
        }
        catch (Exception exception) when (exception is YamlException or InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // YamlDotNet reports most trouble as YamlException; a few malformed escapes and directives surface as others.
            return ParseFailure.Of(exception, builder.LastOffset - span.Start, builder.OpenFlow - span.Start, builder.Scanned, span.Length);
        }
    }

    private void Report(LineRepair repair, ParseFailure failure)
    {
        var place = new TextSpan(span.Start + repair.Span.Start, repair.Span.Length);
        var kind = repair.Fault == LineFaultKind.Template ? YamlErrorKind.Template : YamlErrorKind.Syntax;
        _errors.Add(new YamlError(kind, place, Describe(repair, failure, place)));
    }

    private string Describe(LineRepair repair, ParseFailure failure, TextSpan place) => repair.Fault switch
    {
        LineFaultKind.Template => "the document holds an action or a placeholder of a template, which is no YAML",
        LineFaultKind.TabIndentation => "tabs cannot indent YAML; use spaces",
        LineFaultKind.ReservedCharacter => $"a value cannot start with '{source.Content[place.Start]}'; put it in quotes",
        LineFaultKind.UnclosedQuote => "the quoted text has no closing quote",
        LineFaultKind.UnclosedBracket => $"'{source.Content[place.Start]}' has no closing bracket",
        LineFaultKind.MappingInValue => "a value beside its key cannot hold ': '; put it in quotes, or start a new line",
        LineFaultKind.SequenceInValue => "a list cannot start beside its key; start a new line",
        LineFaultKind.TextAfterBracket => "nothing may follow the closing bracket; put the value in quotes",
        LineFaultKind.TextAfterQuote => "nothing may follow the closing quote",
        LineFaultKind.MissingColon when failure.Describe() is var reason && (!repair.IsAtFailure || reason.Contains("':'", StringComparison.Ordinal) || reason.Contains("indentation", StringComparison.Ordinal))
            => "expected ':' after the key",
        _ => failure.Describe(),
    };

    /// <summary>When recovery is given up, the place where it stopped is still reported.</summary>
    private void ReportEnd(char[] feed, ParseFailure failure)
    {
        var line = DocumentFeed.LineAt(feed, failure.End);
        var content = feed.AsSpan(line);
        var start = line.Start.Value + DocumentFeed.Indentation(content);
        var place = TextSpan.FromBounds(span.Start + start, span.Start + line.Start.Value + content.TrimEnd().Length);
        _errors.Add(new YamlError(YamlErrorKind.Syntax, place, failure.Describe()));
    }

    /// <summary>Go's YAML refuses these characters wherever they stand, while YamlDotNet skips or takes some of them.</summary>
    private char[] WithoutControlCharacters(ReadOnlyMemory<char> feed, int first)
    {
        var copy = feed.ToArray();
        var code = ((int)copy[first]).ToString("X4", CultureInfo.InvariantCulture);
        _errors.Add(new YamlError(YamlErrorKind.Syntax, new TextSpan(span.Start + first, 1), $"the control character U+{code} is not allowed in YAML"));
        for (var at = first; at >= 0;)
        {
            var line = DocumentFeed.LineAt(copy, at);
            DocumentFeed.Blank(copy, line, keepDashes: false);
            // A marker keeps its dashes, and only spaces follow it, so the search always goes on below the line.
            var next = DocumentFeed.FirstControlCharacter(copy.AsSpan(line.End.Value));
            at = next < 0 ? -1 : line.End.Value + next;
        }

        return copy;
    }

    /// <summary>A template has actions all over; once one is met, every line that can only be read after rendering goes with it.</summary>
    private static void BlankTemplateLines(char[] feed)
    {
        var at = 0;
        while (feed.AsSpan(at).IndexOf("{{") is var next and >= 0)
        {
            var line = DocumentFeed.LineAt(feed, at + next);
            var content = feed.AsSpan(line);
            if (content.TrimStart().StartsWith("{{") || content.IndexOf(": {{") >= 0 || content.IndexOf("- {{") >= 0)
                DocumentFeed.Blank(feed, line, keepDashes: false);
            at = line.End.Value;
        }
    }
}
