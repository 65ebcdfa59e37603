using System.Collections.Concurrent;
using NetLint.Repository;

namespace NetLint.Hosting.Files;

/// <summary>
/// The files below a directory on disk that git does not ignore, or all of them where git cannot tell. Nothing outside the directory is
/// read, whatever links say, and nothing but regular files is opened.
/// </summary>
public sealed class PhysicalFileSystem : IFileSystem
{
    /// <summary>No file of a repository that is worth reading has more bytes than this.</summary>
    private const long MaxLength = 256 * 1024 * 1024;

    /// <summary>No system opens a path of more characters, and looking at each of its directories would take forever.</summary>
    private const int MaxPathLength = 4096;

    /// <summary>How often a file that keeps changing is read again.</summary>
    private const int Attempts = 3;

    private readonly ConcurrentDictionary<string, bool> _plainDirectories = new(StringComparer.Ordinal);
    private readonly IGitClient? _git;

    /// <summary>Opens a directory.</summary>
    /// <param name="root">The directory; links on the way to it are followed.</param>
    /// <param name="git">Knows the ignored files; null to list every file.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    public PhysicalFileSystem(string root, IGitClient? git)
    {
        ArgumentNullException.ThrowIfNull(root);
        Root = RealPath.Resolve(Path.GetFullPath(root)) is { } real && Directory.Exists(real)
            ? real
            : throw new DirectoryNotFoundException($"'{root}' is not a directory");
        _git = git;
    }

    /// <summary>The absolute path of the directory, without links.</summary>
    public string Root { get; }

    /// <summary>Lists the files whose names matter to NetLint.</summary>
    public FileListing List(CancellationToken cancellationToken)
    {
        var listing = new ListingBuilder(Root);
        if (_git?.List(Root, cancellationToken) is not { } answer)
        {
            DirectoryWalk.Run(listing, cancellationToken);
        }
        else if (answer.Problem is { } problem)
        {
            listing.Tell(NotificationLevel.Note, $"every file is listed, ignored ones too: {problem}", null);
            DirectoryWalk.Run(listing, cancellationToken);
        }
        else
        {
            foreach (var entry in answer.Entries)
                Add(entry, listing);
            // Paths in the objects of deployment tools begin at the top of the repository, so that a part of one has no address.
            var urls = Path.Exists(Path.Join(Root, ".git")) ? _git.Remotes(Root, cancellationToken).Urls : [];
            return listing.Build() with { IsVersioned = true, RemoteUrls = urls };
        }

        return listing.Build();
    }

    /// <inheritdoc/>
    public PathKind KindOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0)
            return PathKind.Directory;
        if (!IsReadable(path) || LinkedDirectory(FileClassifier.DirectoryOf(path)) is not null)
            return PathKind.Refused;
        var absolute = Path.Join(Root, path);
        var node = FileNode.Of(absolute);
        if (node.Kind == FileNodeKind.Link)
        {
            if (RealPath.Resolve(absolute) is not { } target || !LinkScope.IsInside(Root, target))
                return PathKind.Refused;
            // A link to a file is read, a link to a directory is not followed.
            return FileNode.Of(target).Kind == FileNodeKind.File ? PathKind.File : PathKind.Refused;
        }

        return node.Kind switch
        {
            FileNodeKind.File => PathKind.File,
            FileNodeKind.Directory => PathKind.Directory,
            FileNodeKind.Missing => PathKind.Missing,
            _ => PathKind.Refused,
        };
    }

    /// <inheritdoc/>
    public FileContent Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0 || !IsReadable(path))
            return new FileContent(default, "the path does not name a file of the repository");
        if (LinkedDirectory(FileClassifier.DirectoryOf(path)) is { } link)
            return new FileContent(default, $"the path leads through the symbolic link '{link}'");
        var absolute = Path.Join(Root, path);
        var node = FileNode.Of(absolute);
        if (node.Kind == FileNodeKind.Link)
        {
            if (RealPath.Resolve(absolute) is not { } target || !LinkScope.IsInside(Root, target))
                return new FileContent(default, "the symbolic link does not lead to a file of the repository");
            absolute = target;
            node = FileNode.Of(target);
        }

        return node.Kind switch
        {
            FileNodeKind.File => ReadRegular(absolute),
            FileNodeKind.Missing => new FileContent(default, "the file vanished while it was read"),
            FileNodeKind.Directory => new FileContent(default, "this is a directory"),
            _ => new FileContent(default, "this is a pipe, socket or device and was not opened"),
        };
    }

    /// <summary>Only normal paths below the root are read; what a repository says about its files is not trusted.</summary>
    private static bool IsReadable(string path) =>
        path.Length <= MaxPathLength && RelativePath.Combine("", path) == path && !path.Split('/').Any(LinkScope.IsGitDirectory);

    private static FileContent ReadRegular(string absolute)
    {
        try
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                if (TryRead(absolute) is { } content)
                    return content;
            }

            return new FileContent(default, "the file kept changing while it was read");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new FileContent(default, ReadProblem.Of(exception, "the file"));
        }
    }

    /// <summary>Reads a file once; null when it changed meanwhile.</summary>
    private static FileContent? TryRead(string absolute)
    {
        using var handle = File.OpenHandle(absolute, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var length = RandomAccess.GetLength(handle);
        if (length > MaxLength)
            return new FileContent(default, $"the file has {length} bytes, too many to read");
        var written = File.GetLastWriteTimeUtc(handle);
        var bytes = GC.AllocateUninitializedArray<byte>((int)length);
        var read = 0;
        while (read < bytes.Length)
        {
            var count = RandomAccess.Read(handle, bytes.AsSpan(read), read);
            if (count == 0)
                return null;
            read += count;
        }

        return RandomAccess.GetLength(handle) == length && File.GetLastWriteTimeUtc(handle) == written ? new FileContent(bytes, null) : null;
    }

    private void Add(GitEntry entry, ListingBuilder listing)
    {
        if (entry.Kind == GitEntryKind.Repository)
        {
            listing.Tell(NotificationLevel.Note, "this is another repository within this one and was not read", entry.Path);
            return;
        }

        if (entry.Path.Length > MaxPathLength)
            return;
        // The index may name files below what has become a link since.
        if (LinkedDirectory(FileClassifier.DirectoryOf(entry.Path)) is not null)
            return;
        if (entry.Kind == GitEntryKind.Link && Directory.Exists(listing.AbsoluteOf(entry.Path)))
        {
            listing.Tell(NotificationLevel.Note, "the symbolic link leads to a directory and was not followed", entry.Path);
            return;
        }

        listing.Add(entry.Path);
    }

    /// <summary>The first directory on the way to another that is a link; null when none is.</summary>
    private string? LinkedDirectory(string directory)
    {
        // Not recursive: a path in an index or a manifest may have any number of segments.
        for (var end = directory.IndexOf('/', StringComparison.Ordinal); directory.Length > 0; end = directory.IndexOf('/', end + 1))
        {
            var part = end < 0 ? directory : directory[..end];
            if (!_plainDirectories.GetOrAdd(part, static (path, root) => FileNode.Of(Path.Join(root, path)).Kind != FileNodeKind.Link, Root))
                return part;
            if (end < 0)
                break;
        }

        return null;
    }
}
