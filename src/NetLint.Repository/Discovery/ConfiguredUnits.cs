using System.Collections.Immutable;

namespace NetLint.Repository.Discovery;

/// <summary>A directory that the configuration makes a unit.</summary>
/// <param name="Override">What it says.</param>
/// <param name="Directory">The directory.</param>
/// <param name="Kustomization">The kustomization to render; null when the manifests are taken as they are.</param>
/// <param name="Files">The manifests that are taken as they are.</param>
internal sealed record ConfiguredRoot(UnitOverride Override, string Directory, RepositoryFile? Kustomization, ImmutableArray<RepositoryFile> Files)
{
    /// <summary>True when the configuration says how the unit is made; otherwise a deployment tool may know better.</summary>
    public bool IsExplicit => Override.Kind != UnitOverrideKind.Auto;
}

/// <summary>What the configuration says of the units of a snapshot. It comes before everything that discovery finds out.</summary>
internal sealed class ConfiguredUnits
{
    private readonly ImmutableArray<UnitOverride> _overrides;
    private readonly ImmutableArray<ClusterAssignment> _clusters;
    private readonly HashSet<string> _directories;
    private readonly HashSet<string> _files;

    /// <summary>Matches the configuration with the files.</summary>
    public ConfiguredUnits(RepositorySnapshot snapshot, RepositoryOptions options)
    {
        _overrides = options.Units;
        _clusters = options.Clusters;
        Roots = _overrides.IsEmpty ? [] : [.. RootsOf(snapshot)];
        _directories = Roots.Select(root => root.Directory).ToHashSet(StringComparer.Ordinal);
        _files = Roots.SelectMany(root => root.Files).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The units to make, in order of their directories.</summary>
    public ImmutableArray<ConfiguredRoot> Roots { get; }

    /// <summary>True when a directory is a unit by configuration, so that discovery has nothing to look for there.</summary>
    public bool Names(string directory) => _directories.Contains(directory);

    /// <summary>True when the kustomization of a directory counts for nothing: nothing is deployed there, or manifests as they are written.</summary>
    public bool Overrules(string directory) => IsIgnored(directory) || Roots.Any(root => root.Kustomization is null
        && (root.Directory == directory || (root.Override.IsRecursive && RelativePath.IsAtOrBelow(directory, root.Directory) && !_directories.Contains(directory))));

    /// <summary>True when what a deployment tool makes of a directory does not count: the configuration says how it is deployed, or that it is not.</summary>
    public bool Replaces(string directory) => IsIgnored(directory) || Roots.Any(root => root.Directory == directory && root.IsExplicit);

    /// <summary>True when a file is part of a configured unit as it is written.</summary>
    public bool Owns(string path) => _files.Contains(path);

    /// <summary>True when nothing in a directory is deployed. Of several entries for it or for a directory above the last counts.</summary>
    public bool IsIgnored(string directory)
    {
        for (var i = _overrides.Length - 1; i >= 0; i--)
        {
            var item = _overrides[i];
            if (item.IsIgnored ? item.Path.Covers(directory) : item.Path.Matches(directory) || (item.IsRecursive && item.Path.Covers(directory)))
                return item.IsIgnored;
        }

        return false;
    }

    /// <summary>A unit with the name, namespace and cluster that the configuration gives it.</summary>
    public DeploymentUnit Settle(DeploymentUnit unit)
    {
        if (_overrides.IsEmpty && _clusters.IsEmpty)
            return unit;
        var item = OverrideOf(unit.Root);
        var cluster = item?.Cluster ?? _clusters.LastOrDefault(cluster => cluster.Paths.Any(path => path.Covers(unit.Root)))?.Name ?? unit.Cluster;
        var usual = cluster is null ? null : _clusters.FirstOrDefault(known => known.Name == cluster)?.Namespace;
        return unit with
        {
            Scope = unit.Scope with { Name = item?.Name ?? unit.Name, Namespace = item?.Namespace ?? unit.Namespace ?? usual, Cluster = cluster },
            IsAssumed = unit.IsAssumed && item is null,
        };
    }

    /// <summary>What the configuration says of a directory; null when it says nothing, or that it is ignored.</summary>
    private UnitOverride? OverrideOf(string directory) =>
        _overrides.LastOrDefault(item => item.Path.Matches(directory)) is { IsIgnored: false } item ? item : null;

    private IEnumerable<ConfiguredRoot> RootsOf(RepositorySnapshot snapshot)
    {
        var kustomizations = snapshot.Files.Where(file => file.Role == FileRole.Kustomization).DistinctBy(file => file.Directory).ToDictionary(file => file.Directory, StringComparer.Ordinal);
        var manifests = snapshot.Files.Where(file => file.Role == FileRole.Manifest).ToLookup(file => file.Directory, StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        // Directories come before those below them, so that a recursive unit takes what is not a unit of its own.
        foreach (var directory in DirectoriesOf(snapshot))
        {
            if (taken.Contains(directory) || IsIgnored(directory) || OverrideOf(directory) is not { } item)
                continue;
            var kustomization = item.Kind == UnitOverrideKind.Directory ? null : kustomizations.GetValueOrDefault(directory);
            if (kustomization is not null)
            {
                yield return new ConfiguredRoot(item, directory, kustomization, []);
                continue;
            }

            if (item.Kind == UnitOverrideKind.Kustomization)
                continue;
            var parts = item.IsRecursive
                ? manifests.Select(group => group.Key).Where(part => RelativePath.IsAtOrBelow(part, directory) && !IsIgnored(part) && (part == directory || OverrideOf(part) is null || OverrideOf(part) == item)).ToArray()
                : [directory];
            taken.UnionWith(parts);
            var files = parts.SelectMany(part => manifests[part]).OrderBy(file => file.Path, StringComparer.Ordinal).ToImmutableArray();
            if (!files.IsEmpty)
                yield return new ConfiguredRoot(item, directory, null, files);
        }
    }

    private static SortedSet<string> DirectoriesOf(RepositorySnapshot snapshot)
    {
        var directories = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in snapshot.Files)
        {
            for (var at = file.Directory; directories.Add(at) && at.Length > 0;)
                at = FileClassifier.DirectoryOf(at);
        }

        return directories;
    }
}
