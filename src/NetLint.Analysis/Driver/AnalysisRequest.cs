using System.Collections.Immutable;
using NetLint.Analysis.Configuration;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository;

namespace NetLint.Analysis.Driver;

/// <summary>What is to be analysed, and how.</summary>
/// <param name="Snapshot">The files.</param>
/// <param name="Units">Their deployment units.</param>
/// <param name="Analyzers">The rules.</param>
public sealed record AnalysisRequest(RepositorySnapshot Snapshot, ImmutableArray<DeploymentUnit> Units, ImmutableArray<DiagnosticAnalyzer> Analyzers)
{
    /// <summary>The configuration.</summary>
    public LintConfiguration Configuration { get; init; } = LintConfiguration.Default;

    /// <summary>How many callbacks run at the same time; the result does not depend on it.</summary>
    public int MaxThreads { get; init; } = 1;

    /// <summary>Is told what each rule reads of the model; null in production.</summary>
    public Func<DiagnosticAnalyzer, IModelObserver>? ObserverOf { get; init; }
}

/// <summary>The result of an analysis.</summary>
/// <param name="Diagnostics">The findings, ordered by path, place, id and message; suppressed ones included.</param>
/// <param name="Units">The units.</param>
/// <param name="Notifications">What is worth telling and is no finding.</param>
/// <param name="Summary">Counts.</param>
public sealed record AnalysisResult(
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableArray<DeploymentUnit> Units,
    ImmutableArray<Notification> Notifications,
    AnalysisSummary Summary)
{
    /// <summary>True when a rule threw.</summary>
    public bool HasInternalError => Diagnostics.Any(diagnostic => diagnostic.Descriptor.Id == EngineDiagnostics.InternalError.Id);
}

/// <summary>The counts of an analysis.</summary>
/// <param name="Files">Files looked at.</param>
/// <param name="Documents">YAML documents in the files that may hold manifests.</param>
/// <param name="Resources">Resources judged; one that several units hold counts once.</param>
public sealed record AnalysisSummary(int Files, int Documents, int Resources);
