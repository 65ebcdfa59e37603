namespace NetLint.Cli.Output;

/// <summary>Shows a page of Markdown in a terminal. Where there are no colours the text stays as it is written, which reads well too.</summary>
internal sealed class MarkdownView(Terminal terminal)
{
    /// <summary>Lines longer than this tire the eye, however wide the terminal.</summary>
    private const int MaxWidth = 96;

    private readonly Style _style = new(terminal);

    public void Write(string markdown, TextWriter output)
    {
        if (!terminal.HasColor)
        {
            output.WriteLine(markdown.TrimEnd());
            return;
        }

        var isCode = false;
        foreach (var line in markdown.TrimEnd().Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
                isCode = !isCode;
            else if (isCode)
                output.WriteLine("    " + _style.Gutter(line));
            else if (line.StartsWith('#'))
                output.WriteLine(_style.Bold(line.TrimStart('#', ' ')));
            else
                WriteProse(line, output);
        }
    }

    private void WriteProse(string line, TextWriter output)
    {
        var indent = line.StartsWith("- ", StringComparison.Ordinal) ? "  " : "";
        var width = Math.Min(terminal.Width, MaxWidth);
        var column = 0;
        foreach (var word in line.Split(' '))
        {
            if (column > 0 && column + 1 + word.Length > width)
            {
                output.Write("\n" + indent);
                column = indent.Length;
            }
            else if (column > 0)
            {
                output.Write(' ');
                column++;
            }

            output.Write(word);
            column += word.Length;
        }

        output.WriteLine();
    }
}
