using NetLint.Repository.ArgoCd;
using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Loading;

namespace NetLint.Repository.Discovery;

/// <summary>What the discovery of units reads, shared by its parts.</summary>
internal sealed class DiscoveryInputs
{
    /// <summary>Prepares the inputs.</summary>
    /// <param name="snapshot">The files.</param>
    /// <param name="options">What is known from the configuration.</param>
    /// <param name="earlier">The inputs of an earlier snapshot; null when there is none.</param>
    /// <param name="changes">What differs from the earlier snapshot; null when that is not known.</param>
    public DiscoveryInputs(RepositorySnapshot snapshot, RepositoryOptions options, DiscoveryInputs? earlier = null, SnapshotChanges? changes = null)
    {
        Identity = RepositoryIdentity.Of([.. options.RepositoryUrls, .. snapshot.RemoteUrls]);
        Manifests = snapshot.Files.Where(file => file.Role == FileRole.Manifest).ToDictionary(file => file.Path, StringComparer.Ordinal);
        if (earlier is not null && changes is not null)
        {
            Files = earlier.Files.WithChanges(snapshot, options, changes);
            Paths = changes.Listed.IsEmpty ? earlier.Paths : new RepositoryTree(snapshot.Paths);
            Renderer = earlier.Renderer.WithChanges(Files, changes.Paths);
            UnrestrictedRenderer = earlier.UnrestrictedRenderer.WithChanges(Files, changes.Paths);
            return;
        }

        Files = new SnapshotFiles(snapshot, options);
        Paths = new RepositoryTree(snapshot.Paths);
        Renderer = new KustomizeRenderer(Files, new KustomizeOptions { IsPartial = true });
        UnrestrictedRenderer = new KustomizeRenderer(Files, new KustomizeOptions { IsPartial = true, LoadRestriction = LoadRestriction.None });
    }

    /// <summary>The files a kustomization may read.</summary>
    public SnapshotFiles Files { get; }

    /// <summary>Tells which addresses are this repository.</summary>
    public RepositoryIdentity Identity { get; }

    /// <summary>Every file and directory.</summary>
    public RepositoryTree Paths { get; }

    /// <summary>The files that hold manifests, by path.</summary>
    public IReadOnlyDictionary<string, RepositoryFile> Manifests { get; }

    /// <summary>Renders as kustomize does by default.</summary>
    public KustomizeRenderer Renderer { get; }

    /// <summary>Renders as Flux does, which lets a kustomization read any file of the repository.</summary>
    public KustomizeRenderer UnrestrictedRenderer { get; }
}

/// <summary>The files and directories of a repository.</summary>
internal sealed class RepositoryTree
{
    private readonly Lazy<RepositoryPaths> _paths;
    private readonly string[] _files;
    private readonly HashSet<string> _directories = new(StringComparer.Ordinal) { "" };

    public RepositoryTree(IEnumerable<string> files)
    {
        _files = [.. files.Order(StringComparer.Ordinal)];
        _paths = new(() => new RepositoryPaths(_files));
        foreach (var file in _files)
        {
            for (var at = FileClassifier.DirectoryOf(file); _directories.Add(at);)
                at = FileClassifier.DirectoryOf(at);
        }
    }

    public static implicit operator RepositoryPaths(RepositoryTree tree) => tree._paths.Value;

    /// <summary>True for a directory that holds a file at any depth.</summary>
    public bool Contains(string directory) => _directories.Contains(directory);

    /// <summary>The files at any depth below a directory.</summary>
    public IEnumerable<string> Below(string directory)
    {
        if (directory.Length == 0)
            return _files;
        var first = Array.BinarySearch(_files, directory + "/", StringComparer.Ordinal);
        return _files.Skip(first < 0 ? ~first : first).TakeWhile(file => RelativePath.IsAtOrBelow(file, directory));
    }

    /// <summary>The names of the files that a directory itself holds.</summary>
    public IEnumerable<string> NamesIn(string directory) =>
        Below(directory).Where(file => FileClassifier.DirectoryOf(file) == directory).Select(FileClassifier.NameOf);
}
