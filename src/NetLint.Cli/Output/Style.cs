using NetLint.Analysis.Diagnostics;

namespace NetLint.Cli.Output;

/// <summary>Wraps text in the sequences for colour and links, where they are shown. The text itself must be escaped already.</summary>
internal sealed class Style(Terminal terminal)
{
    private const string Escape = "\e";

    public string Bold(string text) => Wrap("1", text);

    public string Dim(string text) => Wrap("2", text);

    public string Gutter(string text) => Wrap("34", text);

    public string Help(string text) => Wrap("36", text);

    /// <summary>A text in the colour of a severity.</summary>
    public string Of(DiagnosticSeverity severity, string text) => Wrap(
        severity switch
        {
            DiagnosticSeverity.Error => "1;31",
            DiagnosticSeverity.Warning => "1;33",
            _ => "1;36",
        },
        text);

    /// <summary>A text that leads somewhere.</summary>
    public string Link(Uri? target, string text) =>
        terminal.HasLinks && target is not null ? $"{Escape}]8;;{target.AbsoluteUri}{Escape}\\{text}{Escape}]8;;{Escape}\\" : text;

    private string Wrap(string code, string text) => terminal.HasColor && text.Length > 0 ? $"{Escape}[{code}m{text}{Escape}[0m" : text;
}
