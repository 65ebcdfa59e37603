using System.Collections.Immutable;

namespace NetLint.Repository;

/// <summary>The files of a repository at one moment. Immutable: an edit makes another snapshot that shares what did not change.</summary>
public sealed class RepositorySnapshot
{
    private readonly ImmutableArray<string> _paths;

    /// <summary>Makes a snapshot.</summary>
    /// <param name="files">The files in ordinal order of their paths.</param>
    /// <param name="oversized">Files over the size limit, which were not read.</param>
    /// <param name="notifications">What is worth telling about the reading.</param>
    public RepositorySnapshot(ImmutableArray<RepositoryFile> files, ImmutableArray<OversizedFile> oversized, ImmutableArray<Notification> notifications)
    {
        Files = files;
        Oversized = oversized;
        Notifications = notifications;
    }

    /// <summary>The paths of all files of the repository, those included that hold no manifest; those of <see cref="Files"/> when nothing else is known.</summary>
    public ImmutableArray<string> Paths { get => _paths.IsDefault ? [.. Files.Select(file => file.Path)] : _paths; init => _paths = value; }

    /// <summary>The addresses that version control knows the repository by.</summary>
    public ImmutableArray<string> RemoteUrls { get; init; } = [];

    /// <summary>Where the files were read, for what is read only when a kustomization asks for it; null when there is nothing but <see cref="Files"/>.</summary>
    public IFileSystem? FileSystem { get; init; }

    /// <summary>True when a file that is not here is not part of the repository; false for a directory that may be a part of something larger.</summary>
    public bool IsWhole { get; init; }

    /// <summary>How many files were looked at, those included that turned out to hold no manifest.</summary>
    public int FileCount { get; init; }

    /// <summary>The files that were read, in ordinal order of their paths.</summary>
    public ImmutableArray<RepositoryFile> Files { get; }

    /// <summary>How the snapshot came to be, which tells what differs from one that it was made from.</summary>
    internal SnapshotHistory History { get; init; } = new();

    /// <summary>The files that were too large to read.</summary>
    public ImmutableArray<OversizedFile> Oversized { get; }

    /// <summary>What is worth telling about the reading.</summary>
    public ImmutableArray<Notification> Notifications { get; }
}

/// <summary>A file that was not read because of its size.</summary>
/// <param name="Path">The path.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="Limit">The limit in bytes.</param>
public sealed record OversizedFile(string Path, long Length, long Limit);
