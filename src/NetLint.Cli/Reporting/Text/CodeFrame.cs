using System.Globalization;
using System.Text;
using NetLint.Analysis.Diagnostics;
using NetLint.Cli.Output;
using NetLint.Syntax.Text;

namespace NetLint.Cli.Reporting.Text;

/// <summary>Draws a line of a source with carets under a span. Long lines are cut around the span, and every character is made safe.</summary>
internal sealed class CodeFrame(Style style, int width)
{
    /// <summary>Columns that are shown of a long line at least, however narrow the terminal.</summary>
    private const int MinWindow = 40;

    /// <summary>Code units on either side of a span that can come into sight.</summary>
    private const int Neighbourhood = 2000;

    private const string Cut = "...";

    /// <summary>The columns the line numbers of a place need.</summary>
    public static int GutterOf(Origin place) =>
        (place.Source.GetPosition(place.Span.Start).Line + 1).ToString(CultureInfo.InvariantCulture).Length;

    /// <summary>Draws the first line of a span. Nothing is drawn for a text that was not read.</summary>
    /// <param name="place">What to mark.</param>
    /// <param name="gutter">Columns for line numbers.</param>
    /// <param name="severity">Colours the carets.</param>
    /// <param name="withContext">True to show the line before as well.</param>
    /// <param name="output">Takes the lines.</param>
    public void Draw(Origin place, int gutter, DiagnosticSeverity severity, bool withContext, TextWriter output)
    {
        if (place.Source.Length == 0)
            return;
        var (start, end) = place.LineSpan;
        var line = place.Source.GetLine(start.Line);
        // Of a very long line, as a minified dump has it, only the neighbourhood is laid out.
        var near = TextSpan.FromBounds(Math.Max(line.Start, place.Span.Start - Neighbourhood), Math.Min(line.End, place.Span.Start + Neighbourhood));
        var last = end.Line > start.Line ? near.End : Math.Min(place.Span.End, near.End);
        var cells = Layout(place.Source.ToString(near), place.Span.Start - near.Start, last - near.Start) with
        {
            IsCutBefore = near.Start > line.Start,
            IsCutAfter = near.End < line.End,
        };
        var (shown, indent, carets) = Window(cells, Math.Max(MinWindow, width - gutter - 4));

        if (withContext && start.Line > 0 && Before(place.Source, start.Line) is { } before)
            Write(start.Line - 1, Window(Layout(before[..Math.Min(before.Length, Neighbourhood)], 0, 0), Math.Max(MinWindow, width - gutter - 4)).Text);
        Write(start.Line, shown);
        var more = end.Line > start.Line ? string.Create(CultureInfo.InvariantCulture, $" to line {(end.Character == 0 ? end.Line : end.Line + 1)}") : "";
        output.WriteLine($"{style.Gutter(new string(' ', gutter) + " |")} {new string(' ', indent)}{style.Of(severity, new string('^', carets))}{style.Dim(more)}");

        void Write(int number, string text) =>
            output.WriteLine($"{style.Gutter((number + 1).ToString(CultureInfo.InvariantCulture).PadLeft(gutter) + " |")} {text}".TrimEnd());
    }

    /// <summary>The line before, when it helps: an empty one or a document marker does not.</summary>
    private static string? Before(SourceText source, int line)
    {
        var text = source.ToString(source.GetLine(line - 1));
        return string.IsNullOrWhiteSpace(text) || text.StartsWith("---", StringComparison.Ordinal) ? null : text;
    }

    /// <summary>Every character as it is shown, and which of them are marked.</summary>
    private static Cells Layout(string line, int start, int end)
    {
        var parts = new List<(string Text, int Width)>(line.Length);
        var (first, after) = (-1, -1);
        var column = 0;
        for (var i = 0; i < line.Length;)
        {
            // A span may begin within a pair of surrogates, so the cell that holds its start counts.
            var (cell, length) = TerminalText.At(line, i);
            if (line[i] == '\t')
                cell = new string(' ', 4 - (column % 4));
            if (first < 0 && i + length > start)
                first = parts.Count;
            if (after < 0 && i >= end)
                after = parts.Count;
            var cellWidth = DisplayWidth.Of(cell);
            parts.Add((cell, cellWidth));
            column += cellWidth;
            i += length;
        }

        return new Cells(parts, first < 0 ? parts.Count : first, after < 0 ? parts.Count : after);
    }

    /// <summary>Cuts a line to the columns there are, so that the start of the span is in sight.</summary>
    private static (string Text, int Indent, int Carets) Window(Cells cells, int columns)
    {
        var (parts, first, after) = (cells.Parts, cells.First, cells.After);
        var total = parts.Sum(part => part.Width);
        var (from, to) = (0, parts.Count);
        if (total > columns)
        {
            var room = columns - (2 * Cut.Length);
            var before = parts.Take(first).Sum(part => part.Width);
            var marked = Math.Min(parts.Skip(first).Take(after - first).Sum(part => part.Width), room);
            // A third of what is left goes before the span, as what follows it explains more. A span near the start needs no cut there.
            var skip = before + marked <= room ? 0 : before - ((room - marked) / 3);
            for (var column = 0; from < first && column < skip; from++)
                column += parts[from].Width;
            to = from;
            for (var column = 0; to < parts.Count && column + parts[to].Width <= room; to++)
                column += parts[to].Width;
        }

        var isCutBefore = from > 0 || cells.IsCutBefore;
        var text = new StringBuilder(isCutBefore ? Cut : "");
        foreach (var (part, _) in parts.Skip(from).Take(to - from))
            text.Append(part);
        if (to < parts.Count || cells.IsCutAfter)
            text.Append(Cut);
        var indent = (isCutBefore ? Cut.Length : 0) + parts.Skip(from).Take(first - from).Sum(part => part.Width);
        var carets = parts.Skip(first).Take(Math.Min(after, to) - first).Sum(part => part.Width);
        return (text.ToString(), indent, Math.Max(1, carets));
    }

    private readonly record struct Cells(List<(string Text, int Width)> Parts, int First, int After)
    {
        public bool IsCutBefore { get; init; }

        public bool IsCutAfter { get; init; }
    }
}
