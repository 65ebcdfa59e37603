using NetLint.Syntax.Text;

namespace NetLint.Syntax.Yaml;

/// <summary>
/// Finds the line to leave out so that a document parses on. A parser notices a mistake where it stops, often a line after the one
/// that a person is typing, so each line that may be meant is left out for a trial and the most faulty one that helps is taken.
/// </summary>
/// <param name="text">The document as fed to the parser.</param>
/// <param name="failure">Where the parser stopped.</param>
/// <param name="parse">Parses a variant of the document; null when it parses to the end.</param>
internal sealed class LineRepair(char[] text, ParseFailure failure, Func<char[], ParseFailure?> parse)
{
    /// <summary>A line that may be the wrong one.</summary>
    private readonly record struct Candidate(Range Line, LineFault Fault, int Order);

    /// <summary>The text with the line left out.</summary>
    public char[] Result { get; private set; } = [];

    /// <summary>Where the trouble is, from the start of the document.</summary>
    public TextSpan Span { get; private set; }

    /// <summary>What it is.</summary>
    public LineFaultKind Fault { get; private set; }

    /// <summary>True when the chosen line is where the parser stopped, so that the parser's reason describes it.</summary>
    public bool IsAtFailure { get; private set; }

    /// <summary>Looks for the line; false when no text is left that could be left out.</summary>
    /// <param name="trials">How many parses may be spent.</param>
    public bool Find(int trials)
    {
        var candidates = Candidates();
        if (candidates.Count == 0)
            return false;
        var isJson = DocumentFeed.IsJson(text);
        var goal = isJson ? text.Length : Goal();
        foreach (var candidate in candidates)
        {
            if (trials-- <= 0)
                break;
            var without = Without(candidate.Line);
            var next = parse(without);
            if (next is { } first && trials > 0 && Block(candidate.Line) is { } block && first.Start <= block.End.Value)
            {
                // Lines below a lost key have nothing to belong to; they go with it and are not reported.
                trials--;
                BlankAll(without, block);
                next = parse(without);
                if (next is { } second && second.End <= block.End.Value)
                    continue;
            }

            if (next is { } still && still.End <= goal)
                continue;
            return Take(candidate, without);
        }

        return Take(candidates[0], Without(candidates[0].Line));
    }

    private bool Take(Candidate candidate, char[] without)
    {
        var line = text.AsSpan(candidate.Line);
        Result = without;
        Fault = candidate.Fault.Kind;
        IsAtFailure = candidate.Order == 0;
        var start = candidate.Line.Start.Value;
        if (Fault != LineFaultKind.None)
            Span = TextSpan.FromBounds(start + candidate.Fault.Start, start + candidate.Fault.End);
        else
            Span = TextSpan.FromBounds(start + DocumentFeed.Indentation(line), start + line.TrimEnd().Length);
        return true;
    }

    /// <summary>A trial helps when the parser gets past this offset.</summary>
    private int Goal()
    {
        var stopped = DocumentFeed.LineAt(text, failure.End);
        var isAtEnd = text.AsSpan(Math.Min(failure.End, text.Length)).IsWhiteSpace();
        if (!isAtEnd)
            return stopped.End.Value;
        // What runs on to the end of the document fails there for whatever comes first; getting past its beginning is progress.
        var begin = failure.Start < failure.End ? failure.Start : failure.OpenFlow > FirstText() ? failure.OpenFlow : failure.End;
        return DocumentFeed.LineAt(text, begin).End.Value;
    }

    private int FirstText() => text.Length - text.AsSpan().TrimStart().Length;

    private List<Candidate> Candidates()
    {
        var found = new List<Candidate>(6);
        Add(DocumentFeed.LineAt(text, failure.End));
        if (failure.Start != failure.End)
            Add(DocumentFeed.LineAt(text, failure.Start));
        Add(DocumentFeed.TextLineBefore(text, failure.End));
        if (failure.Start != failure.End)
            Add(DocumentFeed.TextLineBefore(text, failure.Start));
        Add(DocumentFeed.LineAt(text, failure.LastEvent));
        if (failure.OpenFlow >= 0)
            Add(DocumentFeed.LineAt(text, failure.OpenFlow));
        if (found.Count == 0)
            Add(DocumentFeed.TextLineAfter(text, failure.End));
        found.Sort((left, right) =>
        {
            var byFault = right.Fault.Kind.CompareTo(left.Fault.Kind);
            return byFault != 0 ? byFault : left.Order.CompareTo(right.Order);
        });
        return found;

        void Add(Range? candidate)
        {
            if (candidate is not { } line || found.Exists(other => other.Line.Equals(line)))
                return;
            var span = text.AsSpan(line);
            if (line.Start.Value == 0 && span.StartsWith("---"))
                span = span[3..];
            if (!span.IsWhiteSpace())
                found.Add(new Candidate(line, Inspect(line), found.Count));
        }
    }

    private LineFault Inspect(Range line)
    {
        // A line of JSON is seldom whole in itself: brackets and commas belong to its neighbours. Only a trial tells there.
        if (DocumentFeed.IsJson(text))
            return default;
        var span = text.AsSpan(line);
        var isMarker = line.Start.Value == 0 && span.StartsWith("---");
        if (!isMarker)
            return LineFault.Of(span);
        var fault = LineFault.Of(span[3..]);
        return fault with { Start = fault.Start + 3, End = fault.End + 3 };
    }

    private char[] Without(Range line)
    {
        var copy = text.AsSpan().ToArray();
        var indent = DocumentFeed.Indentation(text.AsSpan(line));
        var next = DocumentFeed.TextLineAfter(text, line.Start.Value);
        var goesOn = next is { } below && DocumentFeed.Indentation(text.AsSpan(below)) > indent;
        DocumentFeed.Blank(copy, line, keepDashes: goesOn);
        return copy;
    }

    /// <summary>The lines right below that are indented deeper; null when there are none.</summary>
    private Range? Block(Range line)
    {
        var own = text.AsSpan(line);
        var end = own.TrimEnd().Length;
        var indent = LineFault.SkipDashes(own, DocumentFeed.Indentation(own), end);
        var start = -1;
        var stop = line.End.Value;
        while (DocumentFeed.TextLineAfter(text, stop) is { } below && DocumentFeed.Indentation(text.AsSpan(below)) > indent)
        {
            if (start < 0)
                start = below.Start.Value;
            stop = below.End.Value;
        }

        return start < 0 ? null : start..stop;
    }

    private static void BlankAll(char[] text, Range lines)
    {
        foreach (ref var c in text.AsSpan(lines))
        {
            if (c is not ('\n' or '\r'))
                c = ' ';
        }
    }
}
