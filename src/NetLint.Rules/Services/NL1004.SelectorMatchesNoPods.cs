using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;

namespace NetLint.Rules.Services;

/// <summary>NL1004: the selector of a Service matches the pods of no workload, so the Service has no endpoints.</summary>
public sealed class SelectorMatchesNoPods : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        Id: "NL1004",
        Slug: "selector-matches-no-pods",
        Title: "Selector of a Service matches no pods",
        MessageFormat: "The selector of Service '{0}' matches no pods{1}",
        Category: DiagnosticCategory.Correctness,
        DefaultSeverity: DiagnosticSeverity.Warning);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc/>
    public override ImmutableArray<string> Reads => [ModelKinds.Pod];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterResourceAction<Service>(Analyze);

    private static void Analyze(ResourceAnalysisContext<Service> context)
    {
        var service = context.Resource;
        // Without a selector the endpoints are made by hand; an ExternalName has none at all.
        if (service.Selector is not { } selector || service.EffectiveType == "ExternalName")
            return;
        // A selector that is no map of strings is refused for that, and what it means is open.
        if (service.Spec.Selector.Value is not { HoldsStringsOnly: true })
            return;
        if (context.Model.FindPods(service, selector) is not Missing<PodTemplate> missing)
            return;

        if (missing.NearMisses is [{ Requirement: { } requirement } nearest, ..])
        {
            var place = nearest.IsKey ? requirement.KeyNode : requirement.ValueNode;
            context.Report(Rule, place.Origin, [service.Name, Difference(nearest, requirement)], [.. missing.NearMisses.Take(3).Select(Related)]);
            return;
        }

        context.Report(Rule, service.Spec.Selector, [service.Name, missing.Elsewhere is [var elsewhere, ..] ? OtherNamespace(elsewhere) : ""], [.. missing.Elsewhere.Take(3).Select(Related)]);
    }

    private static string Difference(NearMiss<PodTemplate> miss, LabelRequirement requirement) => miss.IsKey
        ? $": labels of {Describe(miss.Item)} say '{miss.Actual}', the selector says '{miss.Expected}'"
        : $": labels of {Describe(miss.Item)} say '{requirement.Key}: {miss.Actual}', the selector says '{requirement.Key}: {miss.Expected}'";

    private static string OtherNamespace(PodTemplate pod) => $" of its namespace; {Describe(pod)} has these labels in namespace '{pod.Owner.Namespace}'";

    private static RelatedLocation Related(NearMiss<PodTemplate> miss)
    {
        var label = miss.Item.Labels.Value?.Find(miss.IsKey ? miss.Actual : miss.Requirement!.Key);
        var place = miss.IsKey ? label?.KeyNode : label?.ValueNode;
        return new RelatedLocation(RelatedRole.Target, place is { Span.IsEmpty: false } ? place.Origin : miss.Item.Owner.NameOrigin, $"the nearest label, of {Describe(miss.Item)}");
    }

    private static RelatedLocation Related(PodTemplate pod) => new(RelatedRole.Target, pod.Labels.Origin, $"the labels of {Describe(pod)}");

    private static string Describe(PodTemplate pod) => $"{pod.Owner.Kind} '{pod.Owner.Name}'";
}
