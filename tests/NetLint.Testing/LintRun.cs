using System.Collections.Immutable;
using NetLint.Analysis.Configuration;
using NetLint.Analysis.Driver;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository;
using NetLint.Repository.Discovery;

namespace NetLint.Testing;

/// <summary>What surrounds a fixture.</summary>
public sealed record World
{
    /// <summary>The fixture is everything there is: what is not in it does not exist.</summary>
    public static World Complete { get; } = new();

    /// <summary>The fixture is a repository of plain manifests like any other: absences need evidence.</summary>
    public static World Repository { get; } = new() { IsClosed = false };

    public bool IsClosed { get; init; } = true;

    public LintConfiguration Configuration { get; init; } = LintConfiguration.Default;

    public int Threads { get; init; } = 1;
}

/// <summary>Runs rules over files in memory.</summary>
public static class LintRun
{
    public static AnalysisResult Analyze(IEnumerable<KeyValuePair<string, string>> files, IEnumerable<DiagnosticAnalyzer> analyzers, World? world = null, Func<DiagnosticAnalyzer, IModelObserver>? observerOf = null) =>
        Analyze(new InMemoryFileSystem(files), analyzers, world, observerOf);

    public static AnalysisResult Analyze(IFileSystem files, IEnumerable<DiagnosticAnalyzer> analyzers, World? world = null, Func<DiagnosticAnalyzer, IModelObserver>? observerOf = null)
    {
        world ??= World.Complete;
        var snapshot = new RepositoryLoader(files, world.Configuration.Repository).Load(world.Threads, null, CancellationToken.None);
        var units = UnitDiscovery.Find(snapshot, world.Configuration.Repository, world.IsClosed);
        return AnalysisDriver.Run(
            new AnalysisRequest(snapshot, units, [.. analyzers]) { Configuration = world.Configuration, MaxThreads = world.Threads, ObserverOf = observerOf },
            CancellationToken.None);
    }
}
