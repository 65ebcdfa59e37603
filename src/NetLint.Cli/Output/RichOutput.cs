using Spectre.Console;
using Spectre.Console.Rendering;

namespace NetLint.Cli.Output;

/// <summary>Writes tables. Away from a terminal they are as wide as they need to be, so that no line is folded.</summary>
internal static class RichOutput
{
    private const int Unfolded = 1000;

    public static void Write(TextWriter output, Terminal terminal, IRenderable content)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal.HasColor ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal.HasColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = terminal.IsInteractive ? Math.Max(terminal.Width, 40) : Unfolded;
        console.Write(content);
        // Cells are padded to the width of their column, which the last one does not need.
        foreach (var line in text.ToString().TrimEnd().Split('\n'))
            output.WriteLine(line.TrimEnd());
    }
}
