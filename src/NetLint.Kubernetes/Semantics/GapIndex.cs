using NetLint.Kubernetes.Knowledge;
using NetLint.Syntax.Text;

namespace NetLint.Kubernetes.Semantics;

/// <summary>
/// The gaps of a repository by kind, name and place. A repository can hold as many gaps as references, so a lookup must not visit all.
/// </summary>
internal sealed class GapIndex
{
    private static readonly ProducedKinds[] SingleKinds =
        [.. Enum.GetValues<ProducedKinds>().Where(static kind => kind != ProducedKinds.None && (kind & (kind - 1)) == 0)];

    private readonly Dictionary<(ProducedKinds Kind, string Name), List<PlacedGap>> _exact = [];
    private readonly Dictionary<ProducedKinds, GapBucket> _wide = [];
    private readonly Dictionary<ProducedKinds, GapBucket> _all = [];

    public GapIndex(IEnumerable<PlacedGap> gaps)
    {
        foreach (var gap in gaps)
        {
            foreach (var kind in PartsOf(gap.Gap.Kinds))
                Add(kind, gap);
        }
    }

    /// <summary>True when the answer to a question could lie in a gap.</summary>
    public bool Any(GapQuestion question)
    {
        foreach (var kind in PartsOf(question.Kind))
        {
            if (question.Name is { } name && _exact.TryGetValue((kind, name), out var exact) && exact.Exists(question.MayBeIn))
                return true;
            if ((question.Name is null ? _all : _wide).TryGetValue(kind, out var bucket) && bucket.Candidates(question).Any(question.MayBeIn))
                return true;
        }

        return false;
    }

    /// <summary>True when any gap, wherever it is written, could hold an object of a kind that belongs to no namespace.</summary>
    public bool AnyInCluster(ProducedKinds kind) => PartsOf(kind).Any(_all.ContainsKey);

    private static IEnumerable<ProducedKinds> PartsOf(ProducedKinds kinds) => SingleKinds.Where(single => (kinds & single) != 0);

    private static GapBucket BucketOf(Dictionary<ProducedKinds, GapBucket> buckets, ProducedKinds kind)
    {
        if (!buckets.TryGetValue(kind, out var bucket))
            buckets.Add(kind, bucket = new GapBucket());
        return bucket;
    }

    private static bool IsPattern(string name) => name.Contains('*', StringComparison.Ordinal);

    private void Add(ProducedKinds kind, PlacedGap placed)
    {
        var gap = placed.Gap;
        BucketOf(_all, kind).Add(placed);
        if (gap.NamePatterns.IsEmpty || gap.NamePatterns.Any(IsPattern))
            BucketOf(_wide, kind).Add(placed);
        foreach (var name in gap.NamePatterns.Where(static name => !IsPattern(name)))
        {
            if (!_exact.TryGetValue((kind, name), out var list))
                _exact.Add((kind, name), list = []);
            list.Add(placed);
        }
    }
}

/// <summary>Gaps of one kind by the places they reach.</summary>
internal sealed class GapBucket
{
    private readonly List<PlacedGap> _all = [];
    private readonly List<PlacedGap> _far = [];
    private readonly Dictionary<string, List<PlacedGap>> _byNamespace = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PlacedGap>> _byPlace = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PlacedGap>> _byCluster = new(StringComparer.Ordinal);
    private readonly HashSet<(string? Place, UnitScope? Unit, string? Namespace, SourceText? Source)> _open = [];

    /// <summary>Adds a gap.</summary>
    public void Add(PlacedGap placed)
    {
        var gap = placed.Gap;
        // Of gaps that can hold any name at one place one says as much as all.
        if (gap.NamePatterns.IsEmpty && !_open.Add((placed.Place, placed.Unit.IsDeployed ? placed.Unit : null, gap.Namespace, gap.IsOfUnknownKind ? gap.Origin?.Source : null)))
            return;
        _all.Add(placed);
        if (placed.Place is not { } place || (gap.IsClusterWide && !gap.NamePatterns.IsEmpty) || gap.Namespace?.Contains('*', StringComparison.Ordinal) == true)
        {
            _far.Add(placed);
            return;
        }

        ListOf(_byPlace, place).Add(placed);
        if (placed.Unit.IsDeployed)
            ListOf(_byPlace, SourceScope.PlaceOf(placed.Unit.Name)).Add(placed);
        if (placed.Unit.Cluster is { } cluster)
            ListOf(_byCluster, cluster).Add(placed);
        if (gap.Namespace is { } target)
            ListOf(_byNamespace, target).Add(placed);
    }

    /// <summary>Every gap that a question may reach, and few others.</summary>
    public IEnumerable<PlacedGap> Candidates(GapQuestion question)
    {
        if (question.AsksEverywhere)
            return _all;
        var candidates = question.Namespace is { } target && _byNamespace.TryGetValue(target, out var same) ? _far.Concat(same) : _far;
        if (question.From.Unit.Cluster is { } cluster && _byCluster.TryGetValue(cluster, out var together))
            candidates = candidates.Concat(together);
        if (question.Distance > 1)
            return candidates.Concat(_byPlace.Where(place => question.Holds(place.Key)).SelectMany(place => place.Value));
        return _byPlace.TryGetValue(question.Directory, out var near) ? candidates.Concat(near) : candidates;
    }

    private static List<PlacedGap> ListOf(Dictionary<string, List<PlacedGap>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        return list;
    }
}

/// <summary>A gap and the unit that holds it.</summary>
/// <param name="Gap">The gap.</param>
/// <param name="Unit">The unit.</param>
internal sealed record PlacedGap(Gap Gap, UnitScope Unit)
{
    /// <summary>The directory the gap is written in; null when it reaches everywhere.</summary>
    public string? Place => Gap.IsEverywhere || Gap.Origin is not { } origin ? null : origin.Source.Id.Directory;
}
