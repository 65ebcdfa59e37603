using NetLint.Kubernetes.Resources;
using NetLint.Repository;

namespace NetLint.Analysis.Driver;

/// <summary>How many units deploy a resource that is written once.</summary>
internal sealed class Deployments(IEnumerable<DeploymentUnit> units)
{
    private readonly Lazy<Dictionary<(string Path, int Start), int>> _counts = new(() =>
    {
        var counts = new Dictionary<(string, int), int>();
        foreach (var resource in units.Where(unit => unit.Scope.IsDeployed).SelectMany(unit => unit.Resources.DistinctBy(PlaceOf)))
            counts[PlaceOf(resource)] = counts.GetValueOrDefault(PlaceOf(resource)) + 1;
        return counts;
    });

    /// <summary>The number of units; 0 for a resource that is judged as written.</summary>
    public int CountOf(Resource? resource) => resource is null ? 0 : _counts.Value.GetValueOrDefault(PlaceOf(resource));

    private static (string Path, int Start) PlaceOf(Resource resource) => (resource.Source.Id.Path, resource.Node.Span.Start);
}
