using System.Collections.Concurrent;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Loading;

/// <summary>
/// The files of a repository, each looked at and read at most once, and only when a kustomization asks for it. Safe for several threads.
/// </summary>
public sealed class KustomizeFiles : IKustomizeFiles
{
    private readonly ConcurrentDictionary<string, PathKind> _kinds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, YamlStream?> _streams = new(StringComparer.Ordinal);
    private readonly IFileSystem _files;
    private readonly long _maxFileLength;

    /// <summary>Makes the files.</summary>
    /// <param name="files">Where they are read.</param>
    /// <param name="maxFileLength">Files with more bytes count as unreadable.</param>
    public KustomizeFiles(IFileSystem files, long maxFileLength)
    {
        _files = files;
        _maxFileLength = maxFileLength;
    }

    /// <inheritdoc/>
    public PathKind KindOf(string path) => _kinds.GetOrAdd(path, static (path, files) => files.KindOf(path), _files);

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? ReadBytes(string path) =>
        _files.Read(path) is { Problem: null } content && content.Bytes.Length <= _maxFileLength ? content.Bytes : null;

    /// <inheritdoc/>
    public SourceText? ReadText(string path) => ReadBytes(path) is { } bytes ? SourceText.Decode(new SourceId(path), bytes.Span) : null;

    /// <inheritdoc/>
    public YamlStream? ReadYaml(string path) =>
        _streams.GetOrAdd(path, static (path, files) => files.ReadText(path) is { } text ? YamlReader.Read(text) : null, this);
}
