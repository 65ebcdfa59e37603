using System.Collections.Immutable;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository;
using NetLint.Syntax.Yaml;

namespace NetLint.Analysis.Driver;

/// <summary>The callbacks of the rules that run, indexed by the type of resource they want.</summary>
internal sealed class RuleActions
{
    private readonly Dictionary<Type, List<ResourceAction>> _byType = [];

    public RuleActions(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        foreach (var analyzer in analyzers)
            analyzer.Initialize(new Registration(this, analyzer));
    }

    /// <summary>A callback for a resource, with its type erased.</summary>
    public delegate void ResourceCallback(Resource resource, SemanticModel model, ClusterProfile profile, IDiagnosticSink sink, CancellationToken cancellationToken);

    public List<(DiagnosticAnalyzer Analyzer, Action<UnitAnalysisContext> Action)> Units { get; } = [];

    public List<(DiagnosticAnalyzer Analyzer, Action<DocumentAnalysisContext> Action)> Documents { get; } = [];

    /// <summary>The callbacks for a resource: those of its own type, then those for every resource.</summary>
    public IEnumerable<ResourceAction> For(Resource resource)
    {
        var type = resource.GetType();
        if (type != typeof(Resource) && _byType.TryGetValue(type, out var own))
        {
            foreach (var action in own)
                yield return action;
        }

        if (_byType.TryGetValue(typeof(Resource), out var every))
        {
            foreach (var action in every)
                yield return action;
        }
    }

    internal readonly record struct ResourceAction(DiagnosticAnalyzer Analyzer, ResourceCallback Callback);

    private sealed class Registration(RuleActions actions, DiagnosticAnalyzer analyzer) : AnalysisContext
    {
        public override void RegisterResourceAction<TResource>(Action<ResourceAnalysisContext<TResource>> action)
        {
            if (!actions._byType.TryGetValue(typeof(TResource), out var list))
                actions._byType.Add(typeof(TResource), list = []);
            list.Add(new ResourceAction(analyzer, (resource, model, profile, sink, cancellationToken) =>
                action(new ResourceAnalysisContext<TResource>((TResource)resource, model, profile, sink, cancellationToken))));
        }

        public override void RegisterUnitAction(Action<UnitAnalysisContext> action) => actions.Units.Add((analyzer, action));

        public override void RegisterDocumentAction(Action<DocumentAnalysisContext> action) => actions.Documents.Add((analyzer, action));
    }
}
