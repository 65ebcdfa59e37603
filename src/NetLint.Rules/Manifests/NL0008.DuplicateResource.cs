using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository;

namespace NetLint.Rules.Manifests;

/// <summary>NL0008: one file declares an object twice, so that the later declaration overwrites the earlier one.</summary>
public sealed class DuplicateResource : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        Id: "NL0008",
        Slug: "duplicate-resource",
        Title: "Object is declared twice",
        MessageFormat: "{0} '{1}' is declared in this file already; the later declaration overwrites the earlier one",
        Category: DiagnosticCategory.Correctness,
        DefaultSeverity: DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterUnitAction(Analyze);

    private static void Analyze(UnitAnalysisContext context)
    {
        // Two files that declare one object are alternatives; one file is applied as a whole.
        foreach (var file in context.Unit.Resources.GroupBy(resource => resource.Source))
        {
            var first = new Dictionary<ResourceId, Resource>();
            foreach (var resource in file.Where(HasIdentity))
            {
                if (!first.TryAdd(resource.Id, resource) && !(IsPlain(context.Unit) && IsSameNamespace(first[resource.Id], resource)))
                    context.Report(Rule, resource, resource.NameOrigin, [resource.Kind, resource.Name], [new RelatedLocation(RelatedRole.Target, first[resource.Id].NameOrigin, "the first declaration")]);
            }
        }
    }

    /// <summary>kustomize refuses a second declaration whatever it says.</summary>
    private static bool IsPlain(DeploymentUnit unit) => unit.Kind == UnitKind.Plain;

    /// <summary>Bundles that are put together from parts declare their Namespace once a part, in the same words: nothing is overwritten.</summary>
    private static bool IsSameNamespace(Resource left, Resource right) =>
        left is { Group: "", Kind: "Namespace" } && left.Source.ToString(left.Node.Span).Trim() == right.Source.ToString(right.Node.Span).Trim();

    /// <summary>True for an object whose name in the cluster is known: neither made up nor filled in later, and no input of a tool.</summary>
    private static bool HasIdentity(Resource resource) =>
        resource.ApiVersion.IsPresent
        && resource.Name.Length > 0
        && !Substitution.IsUnresolved(resource.Name)
        && !Substitution.IsUnresolved(resource.Namespace)
        && !resource.IsPartial
        && resource.Group != "kustomize.config.k8s.io";
}
