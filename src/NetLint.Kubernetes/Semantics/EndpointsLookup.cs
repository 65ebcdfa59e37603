using System.Collections.Immutable;
using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Resources;

namespace NetLint.Kubernetes.Semantics;

/// <summary>
/// Finds the Endpoints and EndpointSlices that belong to a Service without a selector. Controllers, operators and people make them outside
/// manifests as well, so an absence needs evidence of its own: endpoints beside the Service that belong to another name, or a workload
/// that shows whose pods were meant.
/// </summary>
internal sealed class EndpointsLookup(ResourceIndex index)
{
    private const int NearestCircles = 4;
    private const int MaxCandidates = 4000;

    public Lookup<Resource> Find(Service service, string? @namespace)
    {
        var from = index.ScopeOf(service);
        var found = index.ByName<Endpoints>(service.Name).Concat(index.SlicesOf(service.Name))
            .Where(item => !from.IsAlternativeTo(index.ScopeOf(item)) && Compare(@namespace, item) != NamespaceMatch.No)
            .ToImmutableArray();
        if (!found.IsEmpty)
            return found.Any(item => Compare(@namespace, item) == NamespaceMatch.Yes && !index.ScopeOf(item).IsUnclearTo(from)) ? new Found<Resource>(found) : new Unknown<Resource>([]);
        if (from.IsRewritten || Substitution.IsUnresolved(service.Name) || Substitution.IsUnresolved(@namespace) || IsLookedAfter(service, @namespace)
            || GapSearch.Any(index, from, 1, ProducedKinds.EndpointSlices, @namespace, service.Name))
            return new Unknown<Resource>([]);
        return Absent(service, from, @namespace);
    }

    private Lookup<Resource> Absent(Service service, SourceScope from, string? @namespace)
    {
        if (from.Unit.Openness == UnitOpenness.Open || (from.Unit.Openness != UnitOpenness.Closed && @namespace is not null && SystemNamespaces.IsSystem(@namespace)))
            return new Unknown<Resource>([]);
        var near = NearMisses(service, from, @namespace, out var distance);
        if (from.Unit.Openness == UnitOpenness.Closed || HasEvidence(service, from, @namespace))
            return new Missing<Resource>(near, []);
        return near.IsEmpty || GapSearch.Any(index, from, distance, ProducedKinds.EndpointSlices, @namespace, service.Name)
            ? new Unknown<Resource>([])
            : new Missing<Resource>(near, []);
    }

    /// <summary>
    /// True when the file of the Service makes endpoints by hand for another Service, or holds the workload whose pods the Service is named for.
    /// </summary>
    private bool HasEvidence(Service service, SourceScope from, string? @namespace) => from.Resources.Any(item =>
        Compare(@namespace, item) == NamespaceMatch.Yes
        && item switch
        {
            Endpoints or EndpointSlice => true,
            Workload { PodTemplates.IsEmpty: false } workload => workload.Name == service.Name || IsGoverning(service, workload),
            _ => false,
        });

    /// <summary>True when a StatefulSet relies on the Service for the names of its pods.</summary>
    private static bool IsGoverning(Service service, Workload workload) =>
        workload.Kind == "StatefulSet" && FieldPath.SelectText(workload.Node, "spec.serviceName").Contains(service.Name);

    private ImmutableArray<NearMiss<Resource>> NearMisses(Service service, SourceScope from, string? @namespace, out int distance)
    {
        var seen = 0;
        for (distance = 0; distance < NearestCircles; distance++)
        {
            if (from.CircleDirectory(distance) is not { } directory)
                break;
            var circle = distance switch { 0 => [from], 1 => index.SourcesIn(directory), _ => index.SourcesBelow(directory) };
            var found = ImmutableArray.CreateBuilder<NearMiss<Resource>>();
            foreach (var scope in circle)
            {
                if (scope.IsUnclearTo(from) || from.IsAlternativeTo(scope))
                    continue;
                foreach (var item in scope.Resources)
                {
                    if (NameOf(item) is not { } name || ++seen > MaxCandidates)
                        continue;
                    if (Spelling.IsNear(name, service.Name) && Compare(@namespace, item) == NamespaceMatch.Yes && !IsTaken(name, @namespace))
                        found.Add(new NearMiss<Resource>(item, name, service.Name, IsKey: false, Requirement: null));
                }
            }

            if (found.Count > 0)
                return [.. found.OrderBy(miss => Spelling.Distance(miss.Actual, service.Name)).ThenBy(miss => miss.Actual, StringComparer.Ordinal)];
        }

        return [];
    }

    /// <summary>True when a Service has just this name: the endpoints are then its own.</summary>
    private bool IsTaken(string name, string? @namespace) =>
        index.ByName<Service>(name).Any(service => Compare(@namespace, service) != NamespaceMatch.No);

    /// <summary>True when the Service says itself that something else makes its endpoints.</summary>
    private static bool IsLookedAfter(Service service, string? @namespace) =>
        (service.Name == "kubernetes" && @namespace is null or "default")
        || service.Metadata.Sequence("ownerReferences").IsPresent
        || service.Metadata.Annotations.Value?.Entries.Any(entry => ServiceFrontends.IsMark(entry.Key)) == true
        || service.Metadata.Labels.Value?.Entries.Any(entry => ServiceFrontends.IsMark(entry.Key)) == true;

    private NamespaceMatch Compare(string? @namespace, Resource item) =>
        NamespaceComparison.Compare(@namespace, item.Namespace ?? index.ScopeOf(item).Unit.Namespace);

    private static string? NameOf(Resource item) => item switch
    {
        Endpoints => item.Name,
        EndpointSlice slice => slice.ServiceName,
        _ => null,
    };
}
