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
        MessageFormat: "{0} '{1}' is declared {2} already; the later declaration overwrites the earlier one",
        Category: DiagnosticCategory.Correctness,
        DefaultSeverity: DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterUnitAction(Analyze);

    private static void Analyze(UnitAnalysisContext context)
    {
        // Two files that declare one object are alternatives; one file is applied as a whole, and so is what Argo CD deploys of a directory.
        var isWhole = context.Unit is { Kind: UnitKind.ArgoCd, IsAssumed: false };
        foreach (var group in context.Unit.Resources.Where(HasIdentity).GroupBy(resource => isWhole ? null : resource.Source))
        {
            var first = new Dictionary<(string Group, string Kind, string? Namespace, string Name), Resource>();
            foreach (var resource in group)
            {
                // A kustomization that declares something twice is refused as a whole, which is told of it.
                if (context.Model.IsRewritten(resource) || first.TryAdd((resource.Group, resource.Kind, context.Model.NamespaceOf(resource), resource.Name), resource))
                    continue;
                var earlier = first[(resource.Group, resource.Kind, context.Model.NamespaceOf(resource), resource.Name)];
                if (AreDeclaredApart(context.Unit) && IsSameNamespace(earlier, resource))
                    continue;
                var place = ReferenceEquals(earlier.Source, resource.Source) ? "in this file" : $"in '{earlier.Source.Id.Path}'";
                context.Report(Rule, resource, resource.NameOrigin, [resource.Kind, resource.Name, place], [new RelatedLocation(RelatedRole.Target, earlier.NameOrigin, "the first declaration")]);
            }
        }
    }

    /// <summary>Standard input is one text, in which nobody put parts together.</summary>
    private static bool AreDeclaredApart(DeploymentUnit unit) => unit.Kind is UnitKind.Plain or UnitKind.ArgoCd;

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
