using System.Collections.Immutable;
using System.Text;
using NetLint.Repository;

namespace NetLint.Testing;

/// <summary>A repository that lives in memory.</summary>
public sealed class InMemoryFileSystem : IFileSystem
{
    private readonly ImmutableSortedDictionary<string, byte[]> _files;

    public InMemoryFileSystem(IEnumerable<KeyValuePair<string, string>> files) =>
        _files = files.ToImmutableSortedDictionary(file => file.Key, file => Encoding.UTF8.GetBytes(file.Value), StringComparer.Ordinal);

    public InMemoryFileSystem(IEnumerable<KeyValuePair<string, byte[]>> files) =>
        _files = files.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The regular files below a directory of the disk, links left out.</summary>
    public static InMemoryFileSystem Copy(string root) => new(new DirectoryInfo(root)
        .EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
        .Select(file => KeyValuePair.Create(Path.GetRelativePath(root, file.FullName).Replace('\\', '/'), File.ReadAllBytes(file.FullName))));

    public FileListing List(CancellationToken cancellationToken) =>
        new([.. _files.Select(file => new FileEntry(file.Key, file.Value.Length))], []) { IsVersioned = true };

    public PathKind KindOf(string path) =>
        _files.ContainsKey(path) ? PathKind.File
        : path.Length == 0 || _files.Keys.Any(file => file.StartsWith($"{path}/", StringComparison.Ordinal)) ? PathKind.Directory
        : PathKind.Missing;

    public FileContent Read(string path) =>
        _files.TryGetValue(path, out var bytes) ? new FileContent(bytes, null) : new FileContent(default, "the file does not exist");
}
