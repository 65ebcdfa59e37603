using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Knowledge;

namespace NetLint.Rules.Manifests;

/// <summary>NL0006: the apiVersion of a built-in kind is one that the cluster no longer serves.</summary>
public sealed class RemovedApiVersion : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        Id: "NL0006",
        Slug: "removed-api-version",
        Title: "API version is no longer served",
        MessageFormat: "{0} of '{1}' is not served since Kubernetes {2}; {3}",
        Category: DiagnosticCategory.Validity,
        DefaultSeverity: DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterUnitAction(Analyze);

    // Resources of a unit include those that are kept by identity only, such as definitions of custom resources.
    private static void Analyze(UnitAnalysisContext context)
    {
        foreach (var resource in context.Unit.Resources)
        {
            if (resource.ApiVersion.Value is not { } apiVersion || !ApiVersionLifecycles.TryGet(apiVersion, resource.Kind, out var lifecycle))
                continue;
            if (!lifecycle.IsRemovedIn(context.Profile.KubernetesVersion))
                continue;
            // A definition in the repository serves the group again.
            if (context.Model.CustomGroups.Contains(resource.Group))
                continue;
            context.Report(Rule, resource, resource.ApiVersion, [resource.Kind, apiVersion, lifecycle.RemovedIn, Advice(lifecycle)]);
        }
    }

    private static string Advice(ApiVersionLifecycle lifecycle) => lifecycle switch
    {
        { Replacement: null } => "nothing replaces it",
        { ReplacementKind: { } kind } => $"use {kind} of '{lifecycle.Replacement}'",
        _ => $"use '{lifecycle.Replacement}'",
    };
}
