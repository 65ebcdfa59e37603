using System.Collections.Frozen;
using System.Collections.Immutable;

namespace NetLint.Repository;

/// <summary>
/// Which paths were read anew on the way from a first snapshot to this one. Every reading leaves a mark of its own, so that two snapshots of
/// one line can be compared however many lie between them, and in either order.
/// </summary>
internal sealed class SnapshotHistory
{
    private readonly object _line;
    private readonly ImmutableDictionary<string, object> _marks;

    /// <summary>The history of a snapshot that was made from nothing.</summary>
    public SnapshotHistory()
        : this(new object(), ImmutableDictionary.Create<string, object>(StringComparer.Ordinal))
    {
    }

    private SnapshotHistory(object line, ImmutableDictionary<string, object> marks)
    {
        _line = line;
        _marks = marks;
    }

    /// <summary>The history after some paths were read anew.</summary>
    public SnapshotHistory With(IEnumerable<string> paths)
    {
        var mark = new object();
        return new SnapshotHistory(_line, _marks.SetItems(paths.Select(path => KeyValuePair.Create(path, mark))));
    }

    /// <summary>The paths that were read anew between two snapshots; null when neither comes from the other and they share no past.</summary>
    public static IEnumerable<string>? Between(SnapshotHistory earlier, SnapshotHistory later) => ReferenceEquals(earlier._line, later._line)
        ? later._marks.Where(mark => earlier._marks.GetValueOrDefault(mark.Key) != mark.Value).Select(mark => mark.Key)
            .Concat(earlier._marks.Keys.Where(path => !later._marks.ContainsKey(path)))
        : null;
}

/// <summary>What differs between two snapshots of one repository.</summary>
internal sealed class SnapshotChanges
{
    private SnapshotChanges(FrozenSet<string> paths, ImmutableArray<string> listed)
    {
        Paths = paths;
        Listed = listed;
    }

    /// <summary>Nothing differs.</summary>
    public static SnapshotChanges None { get; } = new([], []);

    /// <summary>The files that were read anew, came or went, and the directories that came or went.</summary>
    public FrozenSet<string> Paths { get; }

    /// <summary>The files that came or went.</summary>
    public ImmutableArray<string> Listed { get; }

    /// <summary>True when something that was looked at is not what it was.</summary>
    public bool Touch(IReadOnlySet<string> paths) => Paths.Any(paths.Contains);

    /// <summary>Compares two snapshots; null when nothing tells what they have in common.</summary>
    public static SnapshotChanges? Between(RepositorySnapshot earlier, RepositorySnapshot later)
    {
        if (SnapshotHistory.Between(earlier.History, later.History) is not { } read
            || earlier.IsWhole != later.IsWhole
            || !earlier.RemoteUrls.AsSpan().SequenceEqual(later.RemoteUrls.AsSpan()))
            return null;
        var paths = read.ToHashSet(StringComparer.Ordinal);
        if (paths.Count == 0)
            return None;
        if (earlier.Paths.AsSpan().SequenceEqual(later.Paths.AsSpan()))
            return new SnapshotChanges(paths.ToFrozenSet(StringComparer.Ordinal), []);
        var listed = earlier.Paths.ToHashSet(StringComparer.Ordinal);
        listed.SymmetricExceptWith(later.Paths);
        paths.UnionWith(listed);
        var directories = DirectoriesOf(earlier.Paths);
        directories.SymmetricExceptWith(DirectoriesOf(later.Paths));
        paths.UnionWith(directories);
        return new SnapshotChanges(paths.ToFrozenSet(StringComparer.Ordinal), [.. listed]);
    }

    private static HashSet<string> DirectoriesOf(ImmutableArray<string> paths)
    {
        var directories = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            for (var at = FileClassifier.DirectoryOf(path); directories.Add(at);)
                at = FileClassifier.DirectoryOf(at);
        }

        return directories;
    }
}
