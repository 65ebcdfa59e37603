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

    private readonly Dictionary<(ProducedKinds Kind, string Name), List<Gap>> _exact = [];
    private readonly Dictionary<ProducedKinds, GapBucket> _wide = [];
    private readonly Dictionary<ProducedKinds, GapBucket> _all = [];

    public GapIndex(IEnumerable<Gap> gaps)
    {
        foreach (var gap in gaps)
        {
            var place = gap.IsEverywhere || gap.Origin is not { } origin ? null : origin.Source.Id.Directory;
            foreach (var kind in PartsOf(gap.Kinds))
                Add(kind, gap, place);
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

    private void Add(ProducedKinds kind, Gap gap, string? place)
    {
        BucketOf(_all, kind).Add(gap, place);
        if (gap.NamePatterns.IsEmpty || gap.NamePatterns.Any(IsPattern))
            BucketOf(_wide, kind).Add(gap, place);
        foreach (var name in gap.NamePatterns.Where(static name => !IsPattern(name)))
        {
            if (!_exact.TryGetValue((kind, name), out var list))
                _exact.Add((kind, name), list = []);
            list.Add(gap);
        }
    }
}

/// <summary>Gaps of one kind by the places they reach.</summary>
internal sealed class GapBucket
{
    private readonly List<Gap> _all = [];
    private readonly List<Gap> _far = [];
    private readonly Dictionary<string, List<Gap>> _byNamespace = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Gap>> _byDirectory = new(StringComparer.Ordinal);
    private readonly HashSet<(string? Place, string? Namespace, SourceText? Source)> _open = [];

    /// <summary>Adds a gap that is written in a directory; null for one that holds everywhere.</summary>
    public void Add(Gap gap, string? place)
    {
        // Of gaps that can hold any name at one place one says as much as all.
        if (gap.NamePatterns.IsEmpty && !_open.Add((place, gap.Namespace, gap.IsOfUnknownKind ? gap.Origin?.Source : null)))
            return;
        _all.Add(gap);
        if (place is null || (gap.IsClusterWide && !gap.NamePatterns.IsEmpty) || gap.Namespace?.Contains('*', StringComparison.Ordinal) == true)
        {
            _far.Add(gap);
            return;
        }

        ListOf(_byDirectory, place).Add(gap);
        if (gap.Namespace is { } target)
            ListOf(_byNamespace, target).Add(gap);
    }

    /// <summary>Every gap that a question may reach, and few others.</summary>
    public IEnumerable<Gap> Candidates(GapQuestion question)
    {
        if (question.AsksEverywhere)
            return _all;
        var candidates = question.Namespace is { } target && _byNamespace.TryGetValue(target, out var same) ? _far.Concat(same) : _far;
        if (question.Distance > 1)
            return candidates.Concat(_byDirectory.Where(directory => question.Holds(directory.Key)).SelectMany(directory => directory.Value));
        return _byDirectory.TryGetValue(question.Directory, out var near) ? candidates.Concat(near) : candidates;
    }

    private static List<Gap> ListOf(Dictionary<string, List<Gap>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        return list;
    }
}
