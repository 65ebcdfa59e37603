using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;

namespace NetLint.Rules.NetworkPolicies;

/// <summary>NL3001: the podSelector of a NetworkPolicy matches the pods of no workload, so the policy does nothing.</summary>
public sealed class PolicySelectsNoPods : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        Id: "NL3001",
        Slug: "policy-selects-no-pods",
        Title: "NetworkPolicy selects no pods",
        MessageFormat: "The podSelector of NetworkPolicy '{0}' matches no pods{1}",
        Category: DiagnosticCategory.Correctness,
        DefaultSeverity: DiagnosticSeverity.Warning)
    {
        MustHoldInEveryUnit = true,
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc/>
    public override ImmutableArray<string> Reads => [ModelKinds.Pod];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterResourceAction<NetworkPolicy>(Analyze);

    private static void Analyze(ResourceAnalysisContext<NetworkPolicy> context)
    {
        var policy = context.Resource;
        var selector = policy.Spec.PodSelector;
        // What the API server refuses has its own finding; of lines that were left out nothing is known.
        if (selector.IsRefused || policy.IsPartial)
            return;
        if (SelectedPods.NoneOf(context.Model, policy, selector) is not { } missing)
            return;

        if (missing.NearMisses is [{ Requirement: { } requirement } nearest, ..])
        {
            var place = nearest.IsKey ? requirement.KeyNode : requirement.ValueNode;
            context.Report(Rule, place.Origin, [policy.Name, Difference(nearest, requirement)], missing.NearMisses.Take(3).Select(Related));
            return;
        }

        var elsewhere = missing.Elsewhere is [var other, ..] ? $" of its namespace; {Describe(other)} has these labels in namespace '{other.Owner.Namespace}'" : "";
        context.Report(Rule, policy.Spec.PodSelectorField, [policy.Name, elsewhere], missing.Elsewhere.Take(3).Select(pod =>
            new RelatedLocation(RelatedRole.Target, pod.Labels.Origin, $"the labels of {Describe(pod)}")));
    }

    private static string Difference(NearMiss<PodTemplate> miss, LabelRequirement requirement) => miss.IsKey
        ? $": labels of {Describe(miss.Item)} say '{miss.Actual}', the selector says '{miss.Expected}'"
        : $": labels of {Describe(miss.Item)} say '{requirement.Key}: {miss.Actual}', the selector says '{requirement.Key}: {miss.Expected}'";

    private static RelatedLocation Related(NearMiss<PodTemplate> miss)
    {
        var label = miss.Item.Labels.Value?.Find(miss.IsKey ? miss.Actual : miss.Requirement!.Key);
        var place = miss.IsKey ? label?.KeyNode : label?.ValueNode;
        return new RelatedLocation(RelatedRole.Target, place is { Span.IsEmpty: false } ? place.Origin : miss.Item.Owner.NameOrigin, $"the nearest label, of {Describe(miss.Item)}");
    }

    private static string Describe(PodTemplate pod) => $"{pod.Owner.Kind} '{pod.Owner.Name}'";
}
