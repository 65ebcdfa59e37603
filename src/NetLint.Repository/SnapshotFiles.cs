using System.Collections.Concurrent;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository;

/// <summary>
/// The files of a snapshot for the renderer: what has been parsed is shared, anything else is read when a kustomization asks for it. Safe
/// for several threads.
/// </summary>
internal sealed class SnapshotFiles : IKustomizeFiles
{
    private readonly ConcurrentDictionary<string, PathKind> _kinds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, YamlStream?> _streams = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RepositoryFile> _parsed;
    private readonly HashSet<string> _directories;
    private readonly IFileSystem? _fileSystem;
    private readonly long _maxFileLength;
    private readonly bool _isWhole;

    public SnapshotFiles(RepositorySnapshot snapshot, RepositoryOptions options)
    {
        _parsed = snapshot.Files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        _directories = [];
        _fileSystem = snapshot.FileSystem;
        _maxFileLength = options.MaxFileLength;
        _isWhole = snapshot.IsWhole;
        foreach (var file in snapshot.Files)
        {
            for (var at = file.Directory; _directories.Add(at) && at.Length > 0;)
                at = FileClassifier.DirectoryOf(at);
        }
    }

    /// <summary>The files of a later snapshot, with what was read of those that did not change.</summary>
    public SnapshotFiles WithChanges(RepositorySnapshot snapshot, RepositoryOptions options, SnapshotChanges changes)
    {
        var files = new SnapshotFiles(snapshot, options);
        foreach (var (path, kind) in _kinds)
        {
            if (!changes.Paths.Contains(path))
                files._kinds[path] = kind;
        }

        foreach (var (path, stream) in _streams)
        {
            if (!changes.Paths.Contains(path))
                files._streams[path] = stream;
        }

        return files;
    }

    /// <inheritdoc/>
    public PathKind KindOf(string path)
    {
        if (_parsed.ContainsKey(path))
            return PathKind.File;
        if (_directories.Contains(path))
            return PathKind.Directory;
        var kind = _fileSystem is { } files ? _kinds.GetOrAdd(path, static (path, files) => files.KindOf(path), files) : PathKind.Missing;
        // A copy without version control may lack files; it does not lack what would hold small files only, such as a base.
        return kind == PathKind.Missing && !_isWhole && FileClassifier.NameOf(path).Contains('.', StringComparison.Ordinal) && !FileClassifier.IsKustomizationName(FileClassifier.NameOf(path))
            ? PathKind.Unseen
            : kind;
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? ReadBytes(string path)
    {
        if (_fileSystem is { } files)
            return files.Read(path) is { Problem: null } content && content.Bytes.Length <= _maxFileLength ? content.Bytes : null;
        return _parsed.TryGetValue(path, out var file) ? System.Text.Encoding.UTF8.GetBytes(file.Source.Content) : null;
    }

    /// <inheritdoc/>
    public SourceText? ReadText(string path) =>
        _parsed.TryGetValue(path, out var file) ? file.Source
        : ReadBytes(path) is { } bytes ? SourceText.Decode(new SourceId(path), bytes.Span)
        : null;

    /// <inheritdoc/>
    public YamlStream? ReadYaml(string path)
    {
        // Documents that are of no concern to any rule were not parsed; a build needs every one.
        if (_parsed.TryGetValue(path, out var file) && file.Documents.All(document => document.IsRead))
            return new YamlStream(file.Source, file.Documents);
        return _streams.GetOrAdd(path, static (path, files) => files.ReadText(path) is { } text ? YamlReader.Read(text) : null, this);
    }
}
