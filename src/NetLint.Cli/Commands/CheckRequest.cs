using System.Collections.Immutable;
using NetLint.Analysis.Configuration;
using NetLint.Analysis.Diagnostics;
using NetLint.Cli.Output;
using NetLint.Cli.Reporting;

namespace NetLint.Cli.Commands;

/// <summary>What <c>netlint check</c> was asked for.</summary>
public sealed record CheckRequest
{
    /// <summary>The paths to report; empty for the working directory.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>The root; null to find it.</summary>
    public string? Root { get; init; }

    /// <summary>The configuration file; null for the one of the root.</summary>
    public string? ConfigurationFile { get; init; }

    /// <summary>The format on standard output.</summary>
    public ReportFormat Format { get; init; } = ReportFormat.Text;

    /// <summary>Reports that go into files.</summary>
    public ImmutableArray<ReportTarget> Outputs { get; init; } = [];

    /// <summary>The cases to run; empty for those the configuration enables.</summary>
    public ImmutableArray<RuleSelector> Select { get; init; } = [];

    /// <summary>The cases to leave out.</summary>
    public ImmutableArray<RuleSelector> Ignore { get; init; } = [];

    /// <summary>The least severity that fails the run; null when none does.</summary>
    public DiagnosticSeverity? FailOn { get; init; } = DiagnosticSeverity.Warning;

    /// <summary>True to list findings of severity info.</summary>
    public bool ShowInfo { get; init; }

    /// <summary>True to tell how long everything took.</summary>
    public bool Statistics { get; init; }

    /// <summary>True when having nothing to lint is a failure.</summary>
    public bool FailIfEmpty { get; init; }

    /// <summary>True when standard input is everything there is.</summary>
    public bool IsClosed { get; init; }

    /// <summary>How many threads work.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Colours on or off; null to find out.</summary>
    public bool? Color { get; init; }

    /// <summary>True to write findings and nothing else.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>True when the one path stands for standard input.</summary>
    public bool ReadsStandardInput => Paths is ["-"];

    /// <summary>The least severity that text lists.</summary>
    public DiagnosticSeverity ListedFrom => ShowInfo || FailOn == DiagnosticSeverity.Info ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning;

    /// <summary>A terminal with the colours that were asked for.</summary>
    public Terminal Adjust(Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        return Color is { } color ? terminal with { HasColor = color, HasLinks = color && terminal.HasLinks } : terminal;
    }
}
