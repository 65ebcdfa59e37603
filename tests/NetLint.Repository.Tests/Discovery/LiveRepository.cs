using System.Collections.Immutable;
using NetLint.Repository.Discovery;
using NetLint.Testing;

namespace NetLint.Repository.Tests.Discovery;

/// <summary>A repository that is edited, with the units found after each edit from those found before.</summary>
internal sealed class LiveRepository
{
    private ImmutableSortedDictionary<string, string> _files;
    private RepositorySnapshot _snapshot;

    public LiveRepository(IEnumerable<KeyValuePair<string, string>> files)
    {
        _files = files.ToImmutableSortedDictionary(StringComparer.Ordinal);
        _snapshot = Load();
        State = UnitDiscovery.Discover(_snapshot, RepositoryOptions.Default);
    }

    public IReadOnlyDictionary<string, string> Files => _files;

    public RepositorySnapshot Snapshot => _snapshot;

    public DiscoveryState State { get; private set; }

    /// <summary>Changes, adds or, with null, removes a file.</summary>
    public DiscoveryState Edit(string path, string? text) => Edit([KeyValuePair.Create(path, text)]);

    public DiscoveryState Edit(IReadOnlyCollection<KeyValuePair<string, string?>> edits)
    {
        foreach (var (path, text) in edits)
            _files = text is null ? _files.Remove(path) : _files.SetItem(path, text);
        _snapshot = Loader().Reload(_snapshot, [.. edits.Select(edit => edit.Key)], CancellationToken.None);
        State = UnitDiscovery.Discover(_snapshot, RepositoryOptions.Default, earlier: State);
        return State;
    }

    /// <summary>Confirms that the units are those that are found when everything is read and rendered anew.</summary>
    public void Confirm()
    {
        var fresh = Load();
        Assert.Equal(fresh.Files.Select(file => (file.Path, file.Role)), _snapshot.Files.Select(file => (file.Path, file.Role)));
        Assert.Equal(fresh.Paths.Order(StringComparer.Ordinal), _snapshot.Paths.Order(StringComparer.Ordinal));
        Assert.Equal(fresh.FileCount, _snapshot.FileCount);
        Assert.Equal(UnitPrinter.Print(UnitDiscovery.Find(fresh, RepositoryOptions.Default)), UnitPrinter.Print(State.Units));
    }

    private RepositorySnapshot Load() => Loader().Load(1, null, CancellationToken.None);

    private RepositoryLoader Loader() => new(new InMemoryFileSystem(_files), RepositoryOptions.Default);
}
