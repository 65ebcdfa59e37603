using NetLint.Kubernetes.Resources;
using NetLint.Repository;

namespace NetLint.Analysis.Driver;

/// <summary>The resources as they are written, found by the place of their root, which a rendering leaves as it is.</summary>
internal sealed class WrittenResources
{
    private readonly Lazy<Dictionary<(string Path, int Start), Resource>> _byPlace;

    public WrittenResources(RepositorySnapshot snapshot) => _byPlace = new(() =>
    {
        var byPlace = new Dictionary<(string, int), Resource>();
        foreach (var resource in snapshot.Files.SelectMany(file => file.Resources))
            byPlace.TryAdd(PlaceOf(resource), resource);
        return byPlace;
    });

    /// <summary>The resource that a rendered one is written as; null for one that a generator made.</summary>
    public Resource? Find(Resource rendered) => _byPlace.Value.GetValueOrDefault(PlaceOf(rendered));

    private static (string Path, int Start) PlaceOf(Resource resource) => (resource.Source.Id.Path, resource.Node.Span.Start);
}
