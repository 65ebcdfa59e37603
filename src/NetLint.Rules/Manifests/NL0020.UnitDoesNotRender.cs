using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Repository.Kustomize;
using NetLint.Syntax.Text;

namespace NetLint.Rules.Manifests;

/// <summary>NL0020: a kustomization that is deployed cannot be rendered, so that nothing of it reaches the cluster.</summary>
public sealed class UnitDoesNotRender : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        Id: "NL0020",
        Slug: "unit-does-not-render",
        Title: "Kustomization cannot be rendered",
        MessageFormat: "The kustomization cannot be rendered: {0}",
        Category: DiagnosticCategory.Correctness,
        DefaultSeverity: DiagnosticSeverity.Error)
    {
        Case = "refused",
    };

    private static readonly DiagnosticDescriptor Restricted = Rule with
    {
        Case = "load-restriction",
        MessageFormat = "The kustomization can be rendered only without load restriction: {0}",
        DefaultSeverity = DiagnosticSeverity.Info,
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule, Restricted];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterUnitAction(Analyze);

    private static void Analyze(UnitAnalysisContext context)
    {
        // What cannot be seen is a gap, and what is too large has a finding of its own; only what the tool refuses, too, is a defect.
        foreach (var problem in context.Unit.Problems)
        {
            var descriptor = problem.Kind switch
            {
                RenderProblemKind.Invalid => Rule,
                RenderProblemKind.Restricted => Restricted,
                _ => null,
            };
            if (descriptor is not null)
                context.Report(descriptor, resource: null, problem.Origin, [problem.Message], WayTo(context, problem.Origin));
        }
    }

    /// <summary>The root that is deployed, when the trouble lies in what it builds on.</summary>
    private static IEnumerable<RelatedLocation> WayTo(UnitAnalysisContext context, Origin place) =>
        context.Unit.FoundAt is { } root && root.Source.Id != place.Source.Id
            ? [new RelatedLocation(RelatedRole.Origin, root, $"needed by '{context.Unit.Name}'")]
            : [];
}
