using NetLint.Analysis.Diagnostics;
using NetLint.Cli.Output;

namespace NetLint.Cli.Reporting.Text;

/// <summary>How a text report is written.</summary>
/// <param name="Terminal">What the output can show.</param>
public sealed record TextReportOptions(Terminal Terminal)
{
    /// <summary>Findings below this severity are counted and not listed.</summary>
    public DiagnosticSeverity ListedFrom { get; init; } = DiagnosticSeverity.Warning;

    /// <summary>True to write what was looked at and what was not seen.</summary>
    public bool WithSummary { get; init; } = true;
}
