using System.Collections.Immutable;
using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Resources;

namespace NetLint.Kubernetes.Semantics;

/// <summary>Finds objects by type, namespace and name.</summary>
internal sealed class NameLookup(ResourceIndex index)
{
    /// <summary>Near misses are sought in this many circles: the file, its directory, the parent and its parent.</summary>
    private const int NearestCircles = 4;

    /// <summary>How many objects are looked at for a near miss; a bound, not a promise to find all.</summary>
    private const int MaxCandidates = 4000;

    /// <summary>More places than this help nobody who seeks the right one.</summary>
    private const int MaxElsewhere = 16;

    public Lookup<T> Find<T>(SourceScope from, string? @namespace, string name)
        where T : Resource
    {
        var elsewhere = ImmutableArray.CreateBuilder<T>();
        var best = ImmutableArray.CreateBuilder<T>();
        var bestDistance = int.MaxValue;
        var unclearDistance = int.MaxValue;
        var isPossible = false;
        foreach (var candidate in index.ByName<T>(name))
        {
            var scope = index.ScopeOf(candidate);
            var match = from.Compare(@namespace, scope, candidate);
            var distance = match == NamespaceMatch.Yes ? from.DistanceTo(scope) : 0;
            // Whether two files are alternatives is dear to know: it is asked only where it matters.
            var matters = match switch
            {
                NamespaceMatch.Yes => distance <= bestDistance,
                NamespaceMatch.Maybe => !isPossible,
                _ => elsewhere.Count < MaxElsewhere,
            };
            if (!matters || from.IsAlternativeTo(scope))
                continue;
            switch (match)
            {
                case NamespaceMatch.Maybe:
                    isPossible = true;
                    break;
                case NamespaceMatch.No:
                    if (!scope.IsUnclearTo(from))
                        elsewhere.Add((T)candidate);
                    break;
                default:
                    if (scope.IsUnclearTo(from))
                    {
                        isPossible = true;
                        unclearDistance = Math.Min(unclearDistance, distance);
                        break;
                    }

                    if (distance < bestDistance)
                        best.Clear();
                    bestDistance = distance;
                    best.Add((T)candidate);
                    break;
            }
        }

        if (best.Count > 0)
        {
            // Folders far apart reuse names: what is found there proves that the name exists, not which object is meant.
            var isCertain = !from.IsRewritten && bestDistance < unclearDistance && (bestDistance <= 1 || best.Count == 1);
            return isCertain ? new Found<T>(best.DrainToImmutable()) : new Unknown<T>([]) { Reason = UnknownReason.Ambiguous };
        }

        var kind = ProducedBy<T>();
        if (isPossible)
            return new Unknown<T>(elsewhere.DrainToImmutable()) { Reason = UnknownReason.Ambiguous };
        if (from.IsRewritten || Substitution.IsUnresolved(name) || Substitution.IsUnresolved(@namespace)
            || MayBeFilledIn<T>(from, @namespace, name) || GapSearch.Any(index, from, 1, kind, @namespace, name))
            return new Unknown<T>(elsewhere.DrainToImmutable());
        return Absent<T>(from, @namespace, name, kind, elsewhere.DrainToImmutable());
    }

    /// <summary>True when an object nearby has a name that is filled in later, and that may become the one that is sought.</summary>
    private bool MayBeFilledIn<T>(SourceScope from, string? @namespace, string name)
        where T : Resource
    {
        foreach (var candidate in index.OfUnresolvedName<T>())
        {
            var scope = index.ScopeOf(candidate);
            var match = from.Compare(@namespace, scope, candidate);
            if (match == NamespaceMatch.No || !Substitution.MayBecome(candidate.Name, name) || from.IsAlternativeTo(scope))
                continue;
            // Far away only a namespace of this very name tells; one variable would otherwise silence a whole repository.
            if (from.DistanceTo(scope) <= 1 || (match == NamespaceMatch.Yes && @namespace is not null))
                return true;
        }

        return false;
    }

    private Lookup<T> Absent<T>(SourceScope from, string? @namespace, string name, ProducedKinds kind, ImmutableArray<T> elsewhere)
        where T : Resource
    {
        if (from.Unit.Openness == UnitOpenness.Open || (from.Unit.Openness != UnitOpenness.Closed && @namespace is not null && SystemNamespaces.IsSystem(@namespace)))
            return new Unknown<T>(elsewhere) { Reason = UnknownReason.NoEvidence };
        var near = NearMisses<T>(from, @namespace, name, out var distance);
        if (from.Unit.Openness is UnitOpenness.Closed or UnitOpenness.Rendered)
            return new Missing<T>(near, elsewhere);
        var isDeclaredHere = from.Resources.Any(resource => resource is T
            && NamespaceComparison.Compare(@namespace, resource.Namespace ?? from.Unit.Namespace) == NamespaceMatch.Yes);
        if (isDeclaredHere)
            return new Missing<T>(near, elsewhere);
        if (near.IsEmpty)
            return new Unknown<T>(elsewhere) { Reason = UnknownReason.NoEvidence };
        return GapSearch.Any(index, from, distance, kind, @namespace, name) ? new Unknown<T>(elsewhere) : new Missing<T>(near, elsewhere);
    }

    private ImmutableArray<NearMiss<T>> NearMisses<T>(SourceScope from, string? @namespace, string name, out int distance)
        where T : Resource
    {
        var seen = 0;
        for (distance = 0; distance < NearestCircles; distance++)
        {
            if (from.CircleDirectory(distance) is not { } directory)
                break;
            var circle = distance switch { 0 => [from], 1 => index.SourcesIn(directory), _ => index.SourcesBelow(directory) };
            var found = ImmutableArray.CreateBuilder<NearMiss<T>>();
            foreach (var scope in circle)
            {
                if (scope.IsUnclearTo(from) || from.IsAlternativeTo(scope))
                    continue;
                foreach (var resource in scope.Resources)
                {
                    if (resource is not T item || ++seen > MaxCandidates)
                        continue;
                    if (Spelling.IsNear(item.Name, name)
                        && NamespaceComparison.Compare(@namespace, item.Namespace ?? scope.Unit.Namespace) == NamespaceMatch.Yes)
                        found.Add(new NearMiss<T>(item, item.Name, name, IsKey: false, Requirement: null));
                }
            }

            if (found.Count > 0)
                return [.. found.DistinctBy(miss => miss.Actual).OrderBy(miss => Spelling.Distance(miss.Actual, name)).ThenBy(miss => miss.Actual, StringComparer.Ordinal)];
        }

        return [];
    }

    private static ProducedKinds ProducedBy<T>() =>
        typeof(T) == typeof(Service) ? ProducedKinds.Services
        : typeof(T) == typeof(Secret) ? ProducedKinds.Secrets
        : typeof(T) == typeof(ConfigMap) ? ProducedKinds.ConfigMaps
        : typeof(T) == typeof(IngressClass) ? ProducedKinds.IngressClasses
        : typeof(T) == typeof(Endpoints) || typeof(T) == typeof(EndpointSlice) ? ProducedKinds.EndpointSlices
        : typeof(T) == typeof(Namespace) ? ProducedKinds.Namespaces
        : ProducedKinds.Anything;
}
