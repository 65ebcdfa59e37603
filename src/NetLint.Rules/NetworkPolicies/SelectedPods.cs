using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;

namespace NetLint.Rules.NetworkPolicies;

/// <summary>The pods that the podSelector of a policy selects, and what selectors say of each other without looking at pods.</summary>
internal static class SelectedPods
{
    /// <summary>The answer that a policy selects nothing; null when it does, or when that cannot be known.</summary>
    public static Missing<PodTemplate>? NoneOf(SemanticModel model, NetworkPolicy policy, LabelSelector selector)
    {
        // An empty selector is meant for whatever the namespace holds, now or later.
        if (selector.IsEmpty || model.FindPods(policy, selector) is not Missing<PodTemplate> missing)
            return null;
        // Where no workload of the namespace is in sight, they are deployed from somewhere else.
        return !missing.NearMisses.IsEmpty || HasWorkloads(model, policy) ? missing : null;
    }

    /// <summary>True when every pod that the narrow selector selects is selected by the wide one too, whatever pods there are.</summary>
    public static bool Covers(LabelSelector wide, LabelSelector narrow) =>
        wide.Requirements.All(requirement => narrow.Requirements.Any(known => Implies(known, requirement)));

    /// <summary>True when no pod can satisfy both selectors.</summary>
    public static bool AreDisjoint(LabelSelector left, LabelSelector right) =>
        left.Requirements.Any(requirement => right.Requirements.Any(other => Contradict(requirement, other) || Contradict(other, requirement)));

    private static bool HasWorkloads(SemanticModel model, NetworkPolicy policy)
    {
        var @namespace = model.NamespaceOf(policy);
        return model.InUnit<Workload>(policy).Any(workload => workload.PodTemplates.Length > 0 && model.NamespaceOf(workload) == @namespace);
    }

    private static bool Implies(LabelRequirement known, LabelRequirement requirement)
    {
        if (known.Key != requirement.Key)
            return false;
        return known.Operator switch
        {
            SelectorOperator.In => !known.Values.IsEmpty && known.Values.All(requirement.IsSatisfiedBy),
            SelectorOperator.DoesNotExist => requirement.IsSatisfiedBy((string?)null),
            _ => known.Operator == requirement.Operator && known.Values.Order(StringComparer.Ordinal).SequenceEqual(requirement.Values.Order(StringComparer.Ordinal)),
        };
    }

    private static bool Contradict(LabelRequirement known, LabelRequirement requirement) =>
        known.Key == requirement.Key && known.Operator == SelectorOperator.In && !known.Values.Any(requirement.IsSatisfiedBy);
}
