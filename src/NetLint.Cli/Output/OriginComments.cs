using System.Globalization;
using System.Text;
using NetLint.Repository.Kustomize;
using NetLint.Syntax.Text;

namespace NetLint.Cli.Output;

/// <summary>
/// Writes a rendering with a comment behind each value: the place that decided it, and the places it was made from before. The comments
/// of a document stand in a column; what is written is still the same YAML.
/// </summary>
internal sealed class OriginComments(Style style)
{
    /// <summary>Longer lines do not move the column, which would lead the eye across an empty screen.</summary>
    private const int WidestColumn = 64;

    private const string Separator = "---";

    /// <summary>Writes the text of a rendering.</summary>
    public void Write(RenderedText printed, TextWriter output)
    {
        var document = new List<(string Text, PrintedValue? Value)>();
        var next = 0;
        for (var start = 0; start < printed.Text.Length;)
        {
            var end = printed.Text.IndexOf('\n', start);
            end = end < 0 ? printed.Text.Length : end;
            var line = printed.Text[start..end];
            if (line == Separator)
            {
                WriteDocument(document, output);
                document.Clear();
            }

            PrintedValue? value = next < printed.Values.Length && printed.Values[next].LineEnd == end ? printed.Values[next++] : null;
            document.Add((line, value));
            start = end + 1;
        }

        WriteDocument(document, output);
    }

    private void WriteDocument(List<(string Text, PrintedValue? Value)> lines, TextWriter output)
    {
        var column = lines.Where(line => line.Value is not null).Select(line => DisplayWidth.Of(line.Text)).Where(width => width <= WidestColumn).DefaultIfEmpty().Max();
        foreach (var (text, value) in lines)
        {
            output.Write(text);
            if (value is { } known)
            {
                output.Write(new string(' ', Math.Max(0, column - DisplayWidth.Of(text)) + 2));
                output.Write(CommentOf(known));
            }

            output.Write('\n');
        }
    }

    /// <summary>One line whatever the paths hold. A value that was changed on its way stands out.</summary>
    private string CommentOf(PrintedValue value)
    {
        var places = value.Sources.Select(PlaceOf).Distinct().ToArray();
        if (places is [var only])
            return style.Dim("# " + only);
        var earlier = new StringBuilder();
        foreach (var place in places.Skip(1))
            earlier.Append(" <- ").Append(place);
        return style.Dim("# ") + style.Help(places[0]) + style.Dim(earlier.ToString());
    }

    private static string PlaceOf(Origin origin)
    {
        var start = origin.LineSpan.Start;
        return string.Create(CultureInfo.InvariantCulture, $"{TerminalText.Escape(origin.Source.Id.Path)}:{start.Line + 1}:{start.Character + 1}");
    }
}
