using NetLint.Kubernetes.Knowledge;

namespace NetLint.Kubernetes.Semantics;

/// <summary>
/// The gaps of a repository by kind, name and place. A repository can hold as many gaps as references, so a lookup must not visit all.
/// </summary>
internal sealed class GapIndex
{
    private readonly Dictionary<(ProducedKinds Kind, string Name), List<Gap>> _exact = [];
    private readonly Dictionary<ProducedKinds, GapBucket> _wide = [];
    private readonly Dictionary<ProducedKinds, GapBucket> _all = [];

    public GapIndex(IEnumerable<Gap> gaps)
    {
        foreach (var gap in gaps)
        {
            foreach (var kind in ProducedKindsParts.Of(gap.Kinds))
                Add(kind, gap);
        }
    }

    /// <summary>True when a gap that is written in the circle, or holds everywhere, could contain the answer.</summary>
    /// <param name="from">The file that asks.</param>
    /// <param name="distance">The circle around it: 0 and 1 its directory, 2 all below its directory, 3 all below the parent, and so on.</param>
    /// <param name="kind">The kinds that are sought.</param>
    /// <param name="namespace">The namespace; null when unnamed.</param>
    /// <param name="name">The name; null when any would do.</param>
    public bool Any(SourceScope from, int distance, ProducedKinds kind, string? @namespace, string? name)
    {
        foreach (var part in ProducedKindsParts.Of(kind))
        {
            bool Fits(Gap gap) => gap.CouldContain(part, @namespace, name) && !IsAnotherStory(gap, from);
            // What is said to be everything there is has no far places.
            if (from.Unit.Openness == UnitOpenness.Closed)
            {
                if (_all.TryGetValue(part, out var whole) && whole.AnyAnywhere(Fits))
                    return true;
                continue;
            }

            if (name is not null && _exact.TryGetValue((part, name), out var exact) && exact.Any(gap => Fits(gap) && Reaches(gap, from, distance, @namespace)))
                return true;
            if ((name is null ? _all : _wide).TryGetValue(part, out var bucket) && bucket.Any(from, distance, @namespace, Fits))
                return true;
        }

        return false;
    }

    /// <summary>True when any gap, wherever it is written, could hold an object of a kind that belongs to no namespace.</summary>
    public bool AnyInCluster(ProducedKinds kind) => ProducedKindsParts.Of(kind).Any(_all.ContainsKey);

    /// <summary>
    /// Files of which a cluster gets one are no part of a whole: a custom resource in another file that may mean anything says nothing here.
    /// </summary>
    private static bool IsAnotherStory(Gap gap, SourceScope from) =>
        gap.IsOfUnknownKind && from.StandsAlone && from.Unit.Openness != UnitOpenness.Closed
        && gap.Origin is { } origin && !ReferenceEquals(origin.Source, from.Source);

    private static bool Reaches(Gap gap, SourceScope from, int distance, string? @namespace)
    {
        if (gap.IsClusterWide || gap.Origin is not { } origin || (gap.Namespace is not null && gap.Namespace == @namespace))
            return true;
        var place = GapBucket.DirectoryOf(origin);
        return GapBucket.IsInCircle(place, from.CircleDirectory(distance) ?? "", distance);
    }

    private static GapBucket BucketOf(Dictionary<ProducedKinds, GapBucket> buckets, ProducedKinds kind)
    {
        if (!buckets.TryGetValue(kind, out var bucket))
            buckets.Add(kind, bucket = new GapBucket());
        return bucket;
    }

    private void Add(ProducedKinds kind, Gap gap)
    {
        BucketOf(_all, kind).Add(gap);
        if (gap.NamePatterns.IsEmpty || gap.NamePatterns.Any(pattern => pattern.Contains('*', StringComparison.Ordinal)))
            BucketOf(_wide, kind).Add(gap);
        foreach (var name in gap.NamePatterns)
        {
            if (name.Contains('*', StringComparison.Ordinal))
                continue;
            if (!_exact.TryGetValue((kind, name), out var list))
                _exact.Add((kind, name), list = []);
            list.Add(gap);
        }
    }
}

/// <summary>Gaps of one kind by the places they reach.</summary>
internal sealed class GapBucket
{
    private readonly List<Gap> _everywhere = [];
    private readonly Dictionary<string, List<Gap>> _byNamespace = [];
    private readonly Dictionary<string, List<Gap>> _byDirectory = [];
    private readonly HashSet<(string? Place, string? Namespace, Syntax.Text.SourceText? Story)> _openPlaces = [];

    public void Add(Gap gap)
    {
        var place = gap.IsClusterWide || gap.Origin is not { } origin ? null : DirectoryOf(origin);
        // Of gaps that can hold any name at one place one says as much as all.
        if (gap.NamePatterns.IsEmpty && !_openPlaces.Add((place, gap.Namespace, gap.IsOfUnknownKind ? gap.Origin?.Source : null)))
            return;
        if (place is null)
        {
            _everywhere.Add(gap);
            return;
        }

        ListOf(_byDirectory, place).Add(gap);
        if (gap.Namespace is { } target)
            ListOf(_byNamespace, target).Add(gap);
    }

    public bool AnyAnywhere(Func<Gap, bool> fits) =>
        _everywhere.Exists(gap => fits(gap)) || _byDirectory.Values.Any(gaps => gaps.Exists(gap => fits(gap)));

    public bool Any(SourceScope from, int distance, string? @namespace, Func<Gap, bool> fits)
    {
        if (_everywhere.Exists(gap => fits(gap)))
            return true;
        // A named namespace is one place wherever its objects are written.
        if (@namespace is not null && _byNamespace.TryGetValue(@namespace, out var same) && same.Exists(gap => fits(gap)))
            return true;
        var circle = from.CircleDirectory(distance) ?? "";
        if (distance <= 1)
            return _byDirectory.TryGetValue(circle, out var near) && near.Exists(gap => fits(gap));
        return _byDirectory.Any(directory => IsInCircle(directory.Key, circle, distance) && directory.Value.Exists(gap => fits(gap)));
    }

    /// <summary>The directory a gap is written in.</summary>
    public static string DirectoryOf(Syntax.Text.Origin origin)
    {
        var path = origin.Source.Id.Path;
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }

    /// <summary>True when a directory is the one of a circle, or below it where the circle holds what is below.</summary>
    public static bool IsInCircle(string place, string circle, int distance) =>
        place == circle
        || (distance > 1 && (circle.Length == 0 || place.StartsWith(circle + "/", StringComparison.Ordinal)));

    private static List<Gap> ListOf(Dictionary<string, List<Gap>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        return list;
    }
}

/// <summary>Takes a set of kinds apart.</summary>
internal static class ProducedKindsParts
{
    private static readonly ProducedKinds[] Singles =
        [.. Enum.GetValues<ProducedKinds>().Where(static kind => kind != ProducedKinds.None && (kind & (kind - 1)) == 0)];

    /// <summary>The single kinds of a set.</summary>
    public static IEnumerable<ProducedKinds> Of(ProducedKinds kinds) => Singles.Where(single => (kinds & single) != 0);
}
