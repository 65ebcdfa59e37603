using System.Collections.Immutable;
using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Resources;

namespace NetLint.Kubernetes.Semantics;

/// <summary>Finds pods by label selector.</summary>
internal sealed class PodLookup(ResourceIndex index)
{
    private const int NearestCircles = 4;
    private const int MaxCandidates = 4000;

    public Lookup<PodTemplate> Find(SourceScope from, string? @namespace, LabelSelector selector)
    {
        if (selector.IsUnresolved)
            return new Unknown<PodTemplate>([]);
        // Controllers add labels of their own to pods: what is asked of them cannot be read in a template.
        var written = selector.Requirements.Where(requirement => !IsAddedByController(requirement)).ToImmutableArray();
        var asksController = written.Length < selector.Requirements.Length
            || written.Any(requirement => requirement.IsEquality && ControllerLabels.IsStaticPod(requirement.Key, requirement.Values[0]));

        var matches = Matches(from, @namespace, selector.Requirements, out var isPossible, out var distance);
        if (matches.IsEmpty && !written.IsEmpty)
            matches = Matches(from, @namespace, written, out isPossible, out distance);
        if (!matches.IsEmpty)
        {
            var isCertain = !from.IsRewritten && (distance <= 1 || matches.Select(pod => pod.Owner).Distinct().Count() == 1)
                && !matches.Any(pod => index.ScopeOf(pod.Owner).IsRewritten);
            return isCertain ? new Found<PodTemplate>(matches) : new Unknown<PodTemplate>([]);
        }

        if (isPossible || asksController || from.IsRewritten || Substitution.IsUnresolved(@namespace)
            || MayBeUnclear(from, @namespace, written) || GapSearch.Any(index, from, 1, ProducedKinds.Pods, @namespace, name: null))
            return new Unknown<PodTemplate>([]);
        return Absent(from, @namespace, written);
    }

    private ImmutableArray<PodTemplate> Matches(SourceScope from, string? @namespace, ImmutableArray<LabelRequirement> requirements, out bool isPossible, out int distance)
    {
        var best = ImmutableArray.CreateBuilder<PodTemplate>();
        isPossible = false;
        distance = int.MaxValue;
        foreach (var pod in Candidates(requirements))
        {
            if (!requirements.All(requirement => requirement.IsSatisfiedBy(pod.Labels.Value)))
                continue;
            var scope = index.ScopeOf(pod.Owner);
            var match = NamespaceComparison.Compare(@namespace, pod.Owner.Namespace ?? scope.Unit.Namespace);
            if (match == NamespaceMatch.No || from.IsAlternativeTo(scope))
                continue;
            if (match == NamespaceMatch.Maybe)
            {
                isPossible = true;
                continue;
            }

            var here = from.DistanceTo(scope);
            // The file and its directory are one circle here: the pods of a Service are all that it selects, not the nearest.
            here = Math.Max(here, 1);
            if (here < distance)
                best.Clear();
            distance = Math.Min(distance, here);
            if (here == distance)
                best.Add(pod);
        }

        return best.DrainToImmutable();
    }

    private IReadOnlyList<PodTemplate> Candidates(ImmutableArray<LabelRequirement> requirements)
    {
        IReadOnlyList<PodTemplate>? smallest = null;
        foreach (var requirement in requirements)
        {
            if (!requirement.IsEquality)
                continue;
            var list = index.PodsWith(requirement.Key, requirement.Values[0]);
            if (smallest is null || list.Count < smallest.Count)
                smallest = list;
        }

        return smallest ?? index.Pods;
    }

    private bool MayBeUnclear(SourceScope from, string? @namespace, ImmutableArray<LabelRequirement> requirements) =>
        index.UnclearPods.Any(pod =>
            NamespaceComparison.Compare(@namespace, pod.Owner.Namespace ?? index.ScopeOf(pod.Owner).Unit.Namespace) != NamespaceMatch.No
            && from.DistanceTo(index.ScopeOf(pod.Owner)) <= NearestCircles
            && requirements.All(requirement => requirement.IsSatisfiedBy(pod.Labels.Value) || IsUnclear(pod, requirement.Key)));

    private static bool IsUnclear(PodTemplate pod, string key) =>
        pod.Owner.IsPartial
        || (pod.Owner.Knowledge is { } kind && (!kind.SharedLabelPaths.IsEmpty || kind.AddedLabels.Contains(key)))
        || pod.Labels.State == FieldState.WrongType
        || Substitution.IsUnresolved(pod.Labels.Value?[key])
        || (pod.Labels.Value?.Entries.Any(label => Substitution.IsUnresolved(label.Key)) ?? false);

    private static bool IsAddedByController(LabelRequirement requirement) => requirement.IsEquality
        ? ControllerLabels.IsAddedByController(requirement.Key, requirement.Values[0])
        : ControllerLabels.IsAddedByController(requirement.Key);

    private Lookup<PodTemplate> Absent(SourceScope from, string? @namespace, ImmutableArray<LabelRequirement> requirements)
    {
        if (from.Unit.Openness == UnitOpenness.Open || (from.Unit.Openness != UnitOpenness.Closed && @namespace is not null && SystemNamespaces.IsSystem(@namespace)))
            return new Unknown<PodTemplate>([]);
        var near = NearMisses(from, @namespace, requirements, out var distance);
        if (from.Unit.Openness == UnitOpenness.Closed)
            return new Missing<PodTemplate>(near, []);
        var isDeclaredHere = from.Pods.Any(pod => NamespaceComparison.Compare(@namespace, pod.Owner.Namespace ?? from.Unit.Namespace) == NamespaceMatch.Yes);
        if (isDeclaredHere)
            return new Missing<PodTemplate>(near, []);
        // What is near is evidence, unless its own directory holds something unseen; a chart elsewhere is another way to install the same.
        near = near.RemoveAll(miss => GapSearch.Any(index, index.ScopeOf(miss.Item.Owner), 1, ProducedKinds.Pods, @namespace, name: null));
        return near.IsEmpty ? new Unknown<PodTemplate>([]) : new Missing<PodTemplate>(near, []);
    }

    private ImmutableArray<NearMiss<PodTemplate>> NearMisses(SourceScope from, string? @namespace, ImmutableArray<LabelRequirement> requirements, out int distance)
    {
        var seen = 0;
        for (distance = 0; distance < NearestCircles; distance++)
        {
            if (from.CircleDirectory(distance) is not { } directory)
                break;
            var circle = distance switch { 0 => [from], 1 => index.SourcesIn(directory), _ => index.SourcesBelow(directory) };
            var found = ImmutableArray.CreateBuilder<NearMiss<PodTemplate>>();
            foreach (var scope in circle)
            {
                if (scope.IsRewritten || from.IsAlternativeTo(scope))
                    continue;
                foreach (var pod in scope.Pods)
                {
                    if (++seen > MaxCandidates)
                        break;
                    if (NamespaceComparison.Compare(@namespace, pod.Owner.Namespace ?? scope.Unit.Namespace) == NamespaceMatch.Yes
                        && Nearly(pod, requirements) is { } miss)
                        found.Add(miss);
                }
            }

            if (found.Count > 0)
                return [.. found.OrderBy(miss => Spelling.Distance(miss.Actual, miss.Expected)).ThenBy(miss => miss.Actual, StringComparer.Ordinal)];
        }

        return [];
    }

    /// <summary>A pod that fails one requirement only, and that one by what looks like a mistake in typing.</summary>
    private static NearMiss<PodTemplate>? Nearly(PodTemplate pod, ImmutableArray<LabelRequirement> requirements)
    {
        LabelRequirement? failing = null;
        foreach (var requirement in requirements)
        {
            if (requirement.IsSatisfiedBy(pod.Labels.Value))
                continue;
            if (failing is not null || !requirement.IsEquality)
                return null;
            failing = requirement;
        }

        if (failing is null || pod.Labels.Value is not { } labels)
            return null;
        var value = failing.Values[0];
        if (labels[failing.Key] is { } actual)
            return Spelling.IsNear(actual, value) ? new NearMiss<PodTemplate>(pod, actual, value, IsKey: false, failing) : null;
        foreach (var label in labels.Entries)
        {
            if (label.Value == value && Spelling.IsNear(label.Key, failing.Key))
                return new NearMiss<PodTemplate>(pod, label.Key, failing.Key, IsKey: true, failing);
        }

        return null;
    }
}
