namespace NetLint.Repository.Discovery;

/// <summary>
/// Objects that others refer to by kind, namespace and name. Every cluster has one of a name, so that the cluster of the one who asks decides;
/// as long as it is not known which cluster an object reaches, it may be that of any.
/// </summary>
/// <typeparam name="T">What is kept of an object.</typeparam>
internal sealed class PlacedObjects<T>
{
    private readonly Dictionary<(string Kind, string? Namespace, string Name), List<Entry>> _entries = [];

    /// <summary>Adds an object.</summary>
    public void Add(string kind, string name, PlacedResource placed, T value)
    {
        var key = (kind, placed.Namespace, name);
        if (!_entries.TryGetValue(key, out var entries))
            _entries.Add(key, entries = []);
        var entry = new Entry(placed.Cluster, (placed.Resource.Source.Id.Path, placed.Resource.Node.Span.Start), value);
        if (!entries.Exists(other => other.Cluster == entry.Cluster && other.Place == entry.Place))
            entries.Add(entry);
    }

    /// <summary>The objects that a reference can mean; several when nothing tells which.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="namespace">The namespace; null when it is not known.</param>
    /// <param name="name">The name.</param>
    /// <param name="cluster">The cluster of the one who asks; null when it is not known.</param>
    public IReadOnlyList<T> Find(string kind, string? @namespace, string name, string? cluster)
    {
        if (!_entries.TryGetValue((kind, @namespace, name), out var entries))
            return [];
        var here = entries.FindAll(entry => entry.Cluster is not null && entry.Cluster == cluster);
        if (here.Count > 0)
            return here.ConvertAll(entry => entry.Value);
        // What is known to reach another cluster is not meant, unless it is there that nothing is known of the one who asks.
        var elsewhere = entries.Where(entry => entry.Cluster is not null && cluster is not null).Select(entry => entry.Place).ToHashSet();
        return [.. entries.Where(entry => !elsewhere.Contains(entry.Place)).DistinctBy(entry => entry.Place).Select(entry => entry.Value)];
    }

    private readonly record struct Entry(string? Cluster, (string Path, int Start) Place, T Value);
}
