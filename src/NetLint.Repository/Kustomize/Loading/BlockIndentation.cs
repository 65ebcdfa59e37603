using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Loading;

/// <summary>
/// Finds tabs that stand where a line of a block text (<c>|</c>, <c>&gt;</c>) should be indented. Other readers take such a line for text or
/// for a blank one; kustomize's refuses it.
/// </summary>
/// <param name="source">The file.</param>
/// <param name="at">Where the line that is looked at begins.</param>
/// <param name="indent">How deep the text is indented; 0 until its first line says so.</param>
internal struct BlockIndentation(SourceText source, int at, int indent)
{
    private readonly string _text = source.Content;

    /// <summary>The place of the first such tab in a text; null when there is none.</summary>
    /// <param name="scalar">The text.</param>
    /// <param name="outer">The column of the key or dash it belongs to; -1 at the top of a document.</param>
    public static Origin? FindTab(YamlScalar scalar, int outer)
    {
        ArgumentNullException.ThrowIfNull(scalar);
        var text = scalar.Source.Content;
        var start = scalar.Span.Start;
        // In a text within a text the marks need not stand in the file.
        if (start >= text.Length || text[start] is not ('|' or '>'))
            return null;
        var at = start + 1;
        var indent = 0;
        for (; at < text.Length && text[at] is '+' or '-' or (>= '1' and <= '9'); at++)
        {
            if (char.IsAsciiDigit(text[at]))
                indent = Math.Max(outer, 0) + text[at] - '0';
        }

        var lines = new BlockIndentation(scalar.Source, LineAfter(text, at), indent);
        return lines.Find(outer) is { } tab ? new Origin(scalar.Source, new TextSpan(tab, 1)) : null;
    }

    private int? Find(int outer)
    {
        var isFirst = true;
        while (true)
        {
            var deepest = 0;
            var column = 0;
            while (at < _text.Length)
            {
                column = Spaces();
                deepest = Math.Max(deepest, column);
                if (at + column < _text.Length && _text[at + column] == '\t' && (indent == 0 || column < indent))
                    return at + column;
                if (at + column < _text.Length && _text[at + column] is not ('\r' or '\n'))
                    break;
                at = LineAfter(_text, at + column);
            }

            if (isFirst && indent == 0)
                indent = Math.Max(deepest, Math.Max(outer + 1, 1));
            isFirst = false;
            if (at >= _text.Length || column != indent)
                return null;
            at = LineAfter(_text, at);
        }
    }

    private readonly int Spaces()
    {
        var count = 0;
        while (at + count < _text.Length && _text[at + count] == ' ' && (indent == 0 || count < indent))
            count++;
        return count;
    }

    private static int LineAfter(string text, int at)
    {
        var end = text.AsSpan(at).IndexOf('\n');
        return end < 0 ? text.Length : at + end + 1;
    }
}
