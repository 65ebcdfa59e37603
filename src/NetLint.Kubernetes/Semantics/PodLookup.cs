using System.Collections.Immutable;
using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Resources;
using NetLint.Syntax.Yaml;

namespace NetLint.Kubernetes.Semantics;

/// <summary>Finds pods by label selector.</summary>
internal sealed class PodLookup(ResourceIndex index)
{
    private const int NearestCircles = 4;
    private const int MaxCandidates = 4000;

    /// <param name="from">The file that asks.</param>
    /// <param name="namespace">The namespace of the pods.</param>
    /// <param name="selector">The selector.</param>
    /// <param name="asker">The Service that asks; null for anything else.</param>
    public Lookup<PodTemplate> Find(SourceScope from, string? @namespace, LabelSelector selector, Service? asker = null)
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
            var isCertain = !from.IsRewritten && (distance <= 1 || (matches.Select(pod => pod.Owner).Distinct().Count() == 1 && !MayBeNearer(from, @namespace, distance)))
                && !matches.Any(pod => index.ScopeOf(pod.Owner).IsRewritten);
            return isCertain ? new Found<PodTemplate>(matches) : new Unknown<PodTemplate>([]);
        }

        if (MayBeLabelledLater(from, @namespace, written))
            return new Unknown<PodTemplate>([]);
        if (isPossible || asksController || from.IsRewritten || Substitution.IsUnresolved(@namespace)
            || MayBeUnclear(from, @namespace, written) || GapSearch.Any(index, from, 1, ProducedKinds.Pods, @namespace, name: null))
            return new Unknown<PodTemplate>([]);
        return Absent(from, @namespace, written, asker);
    }

    /// <summary>True when a gap in a nearer circle may hold the pods that are meant; those found are then of another story.</summary>
    private bool MayBeNearer(SourceScope from, string? @namespace, int distance) =>
        GapSearch.Any(index, from, distance - 1, ProducedKinds.Pods, @namespace, name: null);

    private ImmutableArray<PodTemplate> Matches(SourceScope from, string? @namespace, ImmutableArray<LabelRequirement> requirements, out bool isPossible, out int distance)
    {
        var best = ImmutableArray.CreateBuilder<PodTemplate>();
        isPossible = false;
        distance = int.MaxValue;
        foreach (var pod in Candidates(@namespace, requirements))
        {
            if (!requirements.All(requirement => requirement.IsSatisfiedBy(pod.Labels.Value)))
                continue;
            var scope = index.ScopeOf(pod.Owner);
            var match = from.Compare(@namespace, scope, pod.Owner);
            if (match == NamespaceMatch.No || from.IsAlternativeTo(scope))
                continue;
            if (match == NamespaceMatch.Maybe || (scope.IsUnclearTo(from) && !scope.IsRewritten))
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

    /// <summary>The pods that can match: those with the rarest of the labels, in the namespace or with none of their own.</summary>
    private IEnumerable<PodTemplate> Candidates(string? @namespace, ImmutableArray<LabelRequirement> requirements)
    {
        var place = ResourceIndex.PlaceOf(@namespace);
        var named = index.Pods;
        List<PodTemplate> unnamed = [];
        foreach (var requirement in requirements)
        {
            if (!requirement.IsEquality)
                continue;
            var (key, value) = (requirement.Key, requirement.Values[0]);
            // Against an unnamed namespace every pod with the label may be meant.
            var here = place.Length == 0 ? index.PodsWith(key, value) : index.PodsWith(place, key, value);
            var anywhere = place.Length == 0 ? unnamed : index.PodsWith("", key, value);
            if (here.Count + anywhere.Count < named.Count + unnamed.Count)
                (named, unnamed) = (here, anywhere);
        }

        return unnamed.Count == 0 ? named : named.Concat(unnamed);
    }

    private bool MayBeUnclear(SourceScope from, string? @namespace, ImmutableArray<LabelRequirement> requirements) =>
        index.UnclearPods.Any(pod =>
            NamespaceComparison.Compare(@namespace, pod.Owner.Namespace ?? index.ScopeOf(pod.Owner).Unit.Namespace) != NamespaceMatch.No
            && from.MayBeWithin(NearestCircles, index.ScopeOf(pod.Owner))
            && requirements.All(requirement => requirement.IsSatisfiedBy(pod.Labels.Value) || IsUnclear(pod, requirement)));

    private static bool IsUnclear(PodTemplate pod, LabelRequirement requirement) =>
        pod.Owner.IsPartial
        || (pod.Owner.Knowledge is { } kind && (kind.AddedLabels.Contains(requirement.Key) || HasLabelElsewhere(pod.Owner, kind, requirement)))
        || pod.Labels.State == FieldState.WrongType
        || Substitution.IsUnresolved(pod.Labels.Value?[requirement.Key])
        || (pod.Labels.Value?.Entries.Any(label => Substitution.IsUnresolved(label.Key)) ?? false);

    /// <summary>True when the object has further labels for its pods, or for some of them, that satisfy a requirement.</summary>
    private static bool HasLabelElsewhere(Workload owner, PodTemplateKind kind, LabelRequirement requirement) =>
        kind.SharedLabelPaths.Concat(kind.OptionalLabelPaths).SelectMany(path => FieldPath.Select(owner.Node, path)).OfType<YamlMapping>()
            .Any(labels => requirement.IsSatisfiedBy(new StringMap(labels)));

    private static bool IsAddedByController(LabelRequirement requirement) => requirement.IsEquality
        ? ControllerLabels.IsAddedByController(requirement.Key, requirement.Values[0])
        : ControllerLabels.IsAddedByController(requirement.Key);

    private Lookup<PodTemplate> Absent(SourceScope from, string? @namespace, ImmutableArray<LabelRequirement> requirements, Service? asker)
    {
        if (from.Unit.Openness == UnitOpenness.Open || (from.Unit.Openness != UnitOpenness.Closed && @namespace is not null && SystemNamespaces.IsSystem(@namespace)))
            return new Unknown<PodTemplate>([]);
        var near = NearMisses(from, @namespace, requirements, asker, Nearly);
        var isDeclaredHere = from.Pods.Any(pod => (asker is null || !RunsToTheEnd(pod)) && NamespaceComparison.Compare(@namespace, pod.Owner.Namespace ?? from.Unit.Namespace) == NamespaceMatch.Yes);
        if (isDeclaredHere || from.Unit.Openness is UnitOpenness.Closed or UnitOpenness.Rendered)
        {
            // No evidence is needed any more, so that what merely differs may be named.
            return new Missing<PodTemplate>(near.IsEmpty ? NearMisses(from, @namespace, requirements, asker, Differing) : near, Elsewhere(from, requirements));
        }

        // What is near is evidence, unless its own directory holds something unseen; a chart elsewhere is another way to install the same.
        near = near.RemoveAll(miss => GapSearch.Any(index, index.ScopeOf(miss.Item.Owner), 1, ProducedKinds.Pods, @namespace, name: null));
        return near.IsEmpty ? new Unknown<PodTemplate>([]) : new Missing<PodTemplate>(near, []);
    }

    private ImmutableArray<NearMiss<PodTemplate>> NearMisses(SourceScope from, string? @namespace, ImmutableArray<LabelRequirement> requirements, Service? asker, Func<PodTemplate, ImmutableArray<LabelRequirement>, NearMiss<PodTemplate>?> compare)
    {
        var seen = 0;
        for (var distance = 0; distance < NearestCircles; distance++)
        {
            if (from.CircleDirectory(distance) is not { } directory)
                break;
            var circle = distance switch { 0 => [from], 1 => index.SourcesIn(directory), _ => index.SourcesBelow(directory) };
            var found = ImmutableArray.CreateBuilder<NearMiss<PodTemplate>>();
            foreach (var scope in circle)
            {
                if (scope.IsUnclearTo(from) || from.IsAlternativeTo(scope))
                    continue;
                foreach (var pod in scope.Pods)
                {
                    if (++seen > MaxCandidates)
                        break;
                    if (NamespaceComparison.Compare(@namespace, pod.Owner.Namespace ?? scope.Unit.Namespace) == NamespaceMatch.Yes
                        && compare(pod, requirements) is { } miss)
                        found.Add(miss);
                }
            }

            found.RemoveAll(miss => asker is not null && (RunsToTheEnd(miss.Item) || IsServed(miss.Item, asker)));
            if (found.Count > 0)
                return [.. found.OrderBy(miss => asker is null || miss.Item.Owner.Name == asker.Name ? 0 : 1).ThenBy(miss => Spelling.Distance(miss.Actual, miss.Expected)).ThenBy(miss => miss.Actual, StringComparer.Ordinal)];
        }

        return [];
    }

    /// <summary>True for pods that do their work and end: a Service means others, so that these say nothing of what it lacks.</summary>
    private static bool RunsToTheEnd(PodTemplate pod) => pod.Owner is { Group: "batch", Kind: "Job" or "CronJob" };

    /// <summary>
    /// True when another Service selects the pod exactly: <c>api-a</c> and <c>api-b</c> are then two names, and no mistake in typing.
    /// </summary>
    private bool IsServed(PodTemplate pod, Service asker)
    {
        var place = index.ScopeOf(pod.Owner);
        return index.SourcesIn(place.Directory).Concat(index.SourcesIn(index.ScopeOf(asker).Directory)).SelectMany(scope => scope.Resources).OfType<Service>()
            .Any(other => other.Name != asker.Name
                && other.Selector is { } selector && selector.Matches(pod.Labels.Value)
                && NamespaceComparison.Compare(pod.Owner.Namespace ?? place.Unit.Namespace, other.Namespace ?? index.ScopeOf(other).Unit.Namespace) != NamespaceMatch.No);
    }

    /// <summary>Pods with just these labels, wherever they are; it is already known that none is in the namespace that is asked.</summary>
    private ImmutableArray<PodTemplate> Elsewhere(SourceScope from, ImmutableArray<LabelRequirement> requirements) =>
    [
        .. Candidates(@namespace: null, requirements)
            .Where(pod => !index.ScopeOf(pod.Owner).IsUnclearTo(from) && requirements.All(requirement => requirement.IsSatisfiedBy(pod.Labels.Value)))
            .Take(NearestCircles),
    ];

    /// <summary>
    /// True when a pod lacks only labels that an application may put on it at run time, and a role beside it lets it do so.
    /// </summary>
    private bool MayBeLabelledLater(SourceScope from, string? @namespace, ImmutableArray<LabelRequirement> requirements) =>
        index.PodLabelersIn(from.Directory).Any(role => !from.IsAlternativeTo(index.ScopeOf(role)))
        && index.SourcesIn(from.Directory).Where(scope => !from.IsAlternativeTo(scope)).SelectMany(scope => scope.Pods).Any(pod =>
            NamespaceComparison.Compare(@namespace, pod.Owner.Namespace ?? index.ScopeOf(pod.Owner).Unit.Namespace) != NamespaceMatch.No
            && requirements.Any(requirement => requirement.IsSatisfiedBy(pod.Labels.Value))
            && requirements.All(requirement => requirement.IsSatisfiedBy(pod.Labels.Value) || pod.Labels.Value?[requirement.Key] is null));

    /// <summary>A pod that fails one requirement only, and that one by what looks like a mistake in typing.</summary>
    private static NearMiss<PodTemplate>? Nearly(PodTemplate pod, ImmutableArray<LabelRequirement> requirements)
    {
        if (OnlyFailing(pod, requirements) is not { } failing || pod.Labels.Value is not { } labels)
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

    /// <summary>A pod that has another value for one label, while its other labels or the likeness of the value show that it is meant.</summary>
    private static NearMiss<PodTemplate>? Differing(PodTemplate pod, ImmutableArray<LabelRequirement> requirements) =>
        OnlyFailing(pod, requirements) is { } failing && pod.Labels.Value?[failing.Key] is { } actual
            && (requirements.Length > 1 || Spelling.Distance(actual, failing.Values[0]) == 1)
            ? new NearMiss<PodTemplate>(pod, actual, failing.Values[0], IsKey: false, failing)
            : null;

    /// <summary>The one equality a pod does not satisfy; null when there are several, or another kind of requirement fails.</summary>
    private static LabelRequirement? OnlyFailing(PodTemplate pod, ImmutableArray<LabelRequirement> requirements)
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

        return failing;
    }
}
