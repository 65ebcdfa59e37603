using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Repository.Kustomize;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository;

/// <summary>Reads the files of a repository into a snapshot, many at a time, with the same result whatever the order.</summary>
public sealed class RepositoryLoader
{
    private readonly StringPool _strings = new();
    private readonly IFileSystem _files;
    private readonly RepositoryOptions _options;
    private readonly PathGlobs _include;
    private readonly PathGlobs _exclude;

    /// <summary>Makes a loader.</summary>
    public RepositoryLoader(IFileSystem files, RepositoryOptions options)
    {
        _files = files;
        _options = options;
        _include = new PathGlobs(options.Include);
        _exclude = new PathGlobs(options.Exclude);
    }

    /// <summary>Reads every relevant file.</summary>
    /// <param name="maxThreads">How many files are read at the same time.</param>
    /// <param name="progress">Is told the number of files read so far; null when nobody watches.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public RepositorySnapshot Load(int maxThreads, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var listing = _files.List(cancellationToken);
        var entries = listing.Files
            .Where(entry => IsWanted(entry.Path))
            .OrderBy(entry => entry.Path, StringComparer.Ordinal)
            .ToArray();
        var classifier = FileClassifier.For(listing.Files.Select(entry => entry.Path));
        var slots = new Slot[entries.Length];
        var done = 0;
        Parallel.For(0, entries.Length, new ParallelOptions { MaxDegreeOfParallelism = maxThreads, CancellationToken = cancellationToken }, i =>
        {
            slots[i] = Read(entries[i], classifier);
            progress?.Report(Interlocked.Increment(ref done));
        });

        var files = slots.Select(slot => slot.File).OfType<RepositoryFile>().ToImmutableArray();
        return new RepositorySnapshot(
            ApplyKustomizationUses(files),
            [.. slots.Select(slot => slot.Oversized).OfType<OversizedFile>()],
            [.. listing.Notifications.OrderBy(note => note.Path, StringComparer.Ordinal), .. slots.Select(slot => slot.Notification).OfType<Notification>()])
        {
            FileCount = entries.Length,
            Paths = [.. listing.Files.Select(file => file.Path)],
            FileSystem = _files,
            IsWhole = listing.IsVersioned,
            RemoteUrls = listing.RemoteUrls,
        };
    }

    /// <summary>
    /// Reads the files that changed, came or went, and shares all others with an earlier snapshot. The result is what <see cref="Load"/> would
    /// give; only a file that is new makes the repository be listed, for only a listing tells whether it belongs to it.
    /// </summary>
    /// <param name="earlier">The snapshot as it was.</param>
    /// <param name="changed">The paths of the files. A directory that came or went is to be told by its files.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public RepositorySnapshot Reload(RepositorySnapshot earlier, IReadOnlyCollection<string> changed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(changed);
        var known = earlier.Paths.ToHashSet(StringComparer.Ordinal);
        var affected = changed.ToHashSet(StringComparer.Ordinal);
        var listing = affected.IsSubsetOf(known) ? null : _files.List(cancellationToken);
        ImmutableArray<string> paths = listing is null
            ? [.. earlier.Paths.Where(path => !affected.Contains(path) || _files.KindOf(path) == PathKind.File)]
            : [.. listing.Files.Select(file => file.Path)];
        var differing = paths.ToHashSet(StringComparer.Ordinal);
        var present = differing.ToHashSet(StringComparer.Ordinal);
        differing.SymmetricExceptWith(known);
        affected.UnionWith(differing);
        var classifier = FileClassifier.For(paths);
        if (differing.Any(FileClassifier.IsChartName))
        {
            // A chart that comes or goes makes manifests of what were its templates, or the other way round.
            var old = FileClassifier.For(earlier.Paths);
            affected.UnionWith(paths.Where(path => classifier.Classify(path) != old.Classify(path)));
        }

        var slots = affected.Where(path => present.Contains(path) && IsWanted(path)).Select(path => Read(new FileEntry(path, 0), classifier)).ToList();
        var files = earlier.Files.Where(file => !affected.Contains(file.Path)).Concat(slots.Select(slot => slot.File).OfType<RepositoryFile>());
        var oversized = earlier.Oversized.Where(file => !affected.Contains(file.Path)).Concat(slots.Select(slot => slot.Oversized).OfType<OversizedFile>());
        var notes = earlier.Notifications.Where(note => note.Path is null || !affected.Contains(note.Path)).Concat(slots.Select(slot => slot.Notification).OfType<Notification>());
        return new RepositorySnapshot(
            ApplyKustomizationUses([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)]),
            [.. oversized.OrderBy(file => file.Path, StringComparer.Ordinal)],
            [.. notes])
        {
            FileCount = paths.Count(IsWanted),
            Paths = paths,
            FileSystem = _files,
            IsWhole = listing?.IsVersioned ?? earlier.IsWhole,
            RemoteUrls = listing?.RemoteUrls ?? earlier.RemoteUrls,
            History = earlier.History.With(affected),
        };
    }

    /// <summary>Reads one text as a file of the repository.</summary>
    /// <param name="source">The text.</param>
    /// <param name="role">What the file is.</param>
    /// <param name="strings">Where equal texts of several files are shared; null for a file on its own.</param>
    public static RepositoryFile ReadText(SourceText source, FileRole role, StringPool? strings = null)
    {
        // A kustomization need not name its kind; everything else without one is no manifest.
        var options = (role is FileRole.Kustomization ? YamlReadOptions.Default : ManifestOptions) with { Strings = strings };
        var stream = YamlReader.Read(source, options);
        if (role == FileRole.Kustomization && IsOtherKind(stream))
            role = FileRole.Manifest;
        var resources = ImmutableArray.CreateBuilder<Resource>();
        if (role == FileRole.Manifest)
        {
            foreach (var document in stream.Documents)
                ResourceReader.Read(document, resources);
        }

        return new RepositoryFile(role, source, stream.Documents, resources.DrainToImmutable());
    }

    /// <summary>True for a file that has only the name of a kustomization: objects of Flux and others are also kept in files of this name.</summary>
    private static bool IsOtherKind(YamlStream stream) =>
        stream.Documents is [{ Root: YamlMapping root }, ..]
        && root["apiVersion"] is YamlScalar { Value: var version }
        && version.Contains('/', StringComparison.Ordinal)
        && !version.StartsWith("kustomize.config.k8s.io/", StringComparison.Ordinal)
        && root["metadata"] is YamlMapping;

    private static YamlReadOptions ManifestOptions { get; } = new() { Filter = ManifestText.IsWorthReading };

    private bool IsWanted(string path) => FileClassifier.IsRelevant(path) && (_include.IsEmpty || _include.Matches(path)) && !_exclude.Matches(path);

    private Slot Read(FileEntry entry, FileClassifier classifier)
    {
        var role = classifier.Classify(entry.Path);
        if (role is FileRole.ChartTemplate or FileRole.ChartInput or FileRole.Configuration)
            return default;
        if (entry.Length > _options.MaxFileLength)
            return new Slot(null, new OversizedFile(entry.Path, entry.Length, _options.MaxFileLength), null);

        var content = _files.Read(entry.Path);
        if (content.Problem is { } problem)
            return new Slot(null, null, new Notification(NotificationLevel.Warning, problem, entry.Path));
        var bytes = content.Bytes.Span;
        if (bytes.Length > _options.MaxFileLength)
            return new Slot(null, new OversizedFile(entry.Path, bytes.Length, _options.MaxFileLength), null);
        if (role == FileRole.Manifest && !ManifestText.MayHoldKind(bytes))
            return default;
        if (IsBinary(bytes))
            return new Slot(null, null, new Notification(NotificationLevel.Note, "the file is binary and was not read", entry.Path));
        return new Slot(ReadText(SourceText.Decode(new SourceId(entry.Path), bytes), role, _strings), null, null);
    }

    private static bool IsBinary(ReadOnlySpan<byte> bytes) =>
        bytes is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) && bytes[..Math.Min(bytes.Length, 8000)].Contains((byte)0);

    /// <summary>
    /// Takes files that kustomizations use only as patches or inputs out of the manifests, and puts back those that none uses any more.
    /// </summary>
    private static ImmutableArray<RepositoryFile> ApplyKustomizationUses(ImmutableArray<RepositoryFile> files)
    {
        var uses = new Dictionary<string, KustomizationUse>(StringComparer.Ordinal);
        foreach (var file in files.Where(file => file.Role == FileRole.Kustomization))
        {
            foreach (var reference in file.Documents.SelectMany(document => KustomizationReferences.Read(document)))
            {
                if (RelativePath.Combine(file.Directory, reference.Path) is { } path
                    && (!uses.TryGetValue(path, out var known) || reference.Use < known))
                    uses[path] = reference.Use;
            }
        }

        return [.. files.Select(file => file.Role is FileRole.Manifest or FileRole.Patch or FileRole.KustomizeInput ? InRole(file, RoleOf(file.Path)) : file)];

        FileRole RoleOf(string path) => uses.TryGetValue(path, out var use)
            ? use switch
            {
                KustomizationUse.Patch => FileRole.Patch,
                KustomizationUse.Input => FileRole.KustomizeInput,
                _ => FileRole.Manifest,
            }
            : FileRole.Manifest;
    }

    private static RepositoryFile InRole(RepositoryFile file, FileRole role) => file.Role == role ? file : file.WithRole(role);

    private readonly record struct Slot(RepositoryFile? File, OversizedFile? Oversized, Notification? Notification);
}
