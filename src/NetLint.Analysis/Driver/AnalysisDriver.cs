using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Analysis.Driver;

/// <summary>
/// Runs rules over a snapshot: one pass over documents, resources and units, each callback in a slot of its own, and one consumer that
/// formats, orders and deduplicates. The result is the same for any number of threads.
/// </summary>
public sealed class AnalysisDriver
{
    /// <summary>Resources that one slot of work holds: small enough to balance, large enough to amortise.</summary>
    private const int SlotSize = 128;

    private readonly AnalysisRequest _request;
    private readonly RuleActions _actions;
    private readonly CancellationToken _cancellationToken;

    private AnalysisDriver(AnalysisRequest request, CancellationToken cancellationToken)
    {
        _request = request;
        _cancellationToken = cancellationToken;
        _actions = new RuleActions([.. request.Analyzers.Where(Runs)]);
    }

    /// <summary>Runs the rules of a request.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static AnalysisResult Run(AnalysisRequest request, CancellationToken cancellationToken) =>
        new AnalysisDriver(request, cancellationToken).Run();

    private AnalysisResult Run()
    {
        var index = ResourceIndex.Build([.. _request.Units.Select(unit => unit.Scope)], _request.MaxThreads);
        var slots = new List<Action<List<RawDiagnostic>>>();
        foreach (var files in _request.Snapshot.Files.Chunk(SlotSize))
            slots.Add(found => RunDocuments(files, found));
        foreach (var unit in _request.Units)
        {
            var model = new SemanticModel(unit.Scope, index);
            foreach (var resources in unit.Resources.Chunk(SlotSize))
                slots.Add(found => RunResources(unit, model, resources, found));
            if (_actions.Units.Count > 0)
                slots.Add(found => RunUnit(unit, model, found));
        }

        var results = new List<RawDiagnostic>[slots.Count];
        Parallel.For(0, slots.Count, new ParallelOptions { MaxDegreeOfParallelism = _request.MaxThreads, CancellationToken = _cancellationToken }, i =>
        {
            results[i] = [];
            slots[i](results[i]);
        });

        var found = results.SelectMany(result => result).Concat(FromSnapshot());
        var diagnostics = DiagnosticFinisher.Finish(found, _request);
        return new AnalysisResult(diagnostics, _request.Units, _request.Snapshot.Notifications, Summarise());
    }

    private AnalysisSummary Summarise() => new(
        _request.Snapshot.FileCount,
        _request.Snapshot.Files.Sum(file => file.Documents.Count(document => document.IsRead)),
        _request.Snapshot.Files.Where(file => file.Role == FileRole.Manifest).Sum(file => file.Resources.Length));

    private bool Runs(DiagnosticAnalyzer analyzer) =>
        analyzer.SupportedDiagnostics.Any(descriptor => _request.Configuration.CanBeReported(descriptor));

    private void RunDocuments(RepositoryFile[] files, List<RawDiagnostic> found)
    {
        foreach (var file in files)
        {
            foreach (var document in file.Documents.Where(document => document.IsRead))
            {
                foreach (var (analyzer, action) in _actions.Documents)
                {
                    var sink = new DiagnosticCollector(unit: null);
                    Contain(analyzer, new Origin(file.Source, new TextSpan(document.Span.Start, 0)), null, sink, () =>
                        action(new DocumentAnalysisContext(file, document, sink, _cancellationToken)));
                    Take(sink, found);
                }
            }
        }
    }

    private void RunResources(DeploymentUnit unit, SemanticModel model, Resource[] resources, List<RawDiagnostic> found)
    {
        var sink = new DiagnosticCollector(unit);
        foreach (var resource in resources)
        {
            // Of a document that was kept by identity only there is nothing to judge.
            if (!resource.Document.IsRead)
                continue;
            foreach (var (analyzer, callback) in _actions.For(resource))
            {
                try
                {
                    callback(resource, ModelFor(analyzer, model), _request.Configuration.Profile, sink, _cancellationToken);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    ReportFailure(analyzer, exception, resource.NameOrigin, resource, sink);
                }
            }
        }

        Take(sink, found);
    }

    private void RunUnit(DeploymentUnit unit, SemanticModel model, List<RawDiagnostic> found)
    {
        foreach (var (analyzer, action) in _actions.Units)
        {
            var sink = new DiagnosticCollector(unit);
            var place = unit.Resources is [var first, ..] ? first.NameOrigin : unit.Gaps.Select(gap => gap.Origin).FirstOrDefault(origin => origin is not null);
            if (place is not { } origin)
                continue;
            Contain(analyzer, origin, null, sink, () =>
                action(new UnitAnalysisContext(unit, ModelFor(analyzer, model), _request.Configuration.Profile, sink, _cancellationToken)));
            Take(sink, found);
        }
    }

    private SemanticModel ModelFor(DiagnosticAnalyzer analyzer, SemanticModel model) =>
        _request.ObserverOf is { } observerOf ? model.WithObserver(observerOf(analyzer)) : model;

    /// <summary>A rule that throws costs its own findings on one file, and the run says so.</summary>
    private static void Contain(DiagnosticAnalyzer analyzer, Origin place, Resource? resource, DiagnosticCollector sink, Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            ReportFailure(analyzer, exception, place, resource, sink);
        }
    }

    private static void ReportFailure(DiagnosticAnalyzer analyzer, Exception exception, Origin place, Resource? resource, DiagnosticCollector sink) =>
        sink.Add(EngineDiagnostics.InternalError, resource, place, null, [analyzer.SupportedDiagnostics[0].Id, $"{exception.GetType().Name}: {exception.Message}"], []);

    private static void Take(DiagnosticCollector sink, List<RawDiagnostic> found)
    {
        if (sink.Reported is { } reported)
            found.AddRange(reported);
    }

    /// <summary>What the lower layers returned as data.</summary>
    private IEnumerable<RawDiagnostic> FromSnapshot()
    {
        foreach (var file in _request.Snapshot.Oversized)
        {
            var place = new Origin(SourceText.From(new SourceId(file.Path), ""), default);
            yield return new RawDiagnostic(EngineDiagnostics.LimitExceeded, null, place, null, [$"the file has {file.Length} bytes, over the limit of {file.Limit}, and was not read"], [], null);
        }

        foreach (var document in _request.Snapshot.Files.SelectMany(file => file.Documents))
        {
            foreach (var error in document.Errors.Where(error => error.Kind == YamlErrorKind.Limit))
                yield return new RawDiagnostic(EngineDiagnostics.LimitExceeded, null, new Origin(document.Source, error.Span), null, [error.Message], [], null);
        }
    }
}
