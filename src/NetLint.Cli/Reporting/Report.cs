using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Driver;
using NetLint.Repository;

namespace NetLint.Cli.Reporting;

/// <summary>What a run has to tell, in the order it is told.</summary>
/// <param name="Version">The version of NetLint.</param>
/// <param name="Root">The absolute path of the repository; null for standard input.</param>
/// <param name="Result">The analysis, its diagnostics already cut to the paths that were asked for.</param>
public sealed record Report(string Version, string? Root, AnalysisResult Result)
{
    /// <summary>The findings that were not suppressed.</summary>
    public IEnumerable<Diagnostic> Active => Result.Diagnostics.Where(diagnostic => diagnostic.Suppression is null);

    /// <summary>The number of active findings of a severity.</summary>
    public int Count(DiagnosticSeverity severity) => Active.Count(diagnostic => diagnostic.Severity == severity);

    /// <summary>The number of suppressed findings.</summary>
    public int Suppressed => Result.Diagnostics.Count(diagnostic => diagnostic.Suppression is not null);

    /// <summary>The units.</summary>
    public ImmutableArray<DeploymentUnit> Units => Result.Units;
}

/// <summary>Writes a report in one format.</summary>
public interface IReportWriter
{
    /// <summary>Writes the report; the caller owns the writer.</summary>
    void Write(Report report, TextWriter output);
}
