using System.Collections.Immutable;

namespace NetLint.Repository;

/// <summary>A file of the repository.</summary>
/// <param name="Path">The path relative to the root, with <c>/</c>.</param>
/// <param name="Length">The size in bytes when it was listed.</param>
public readonly record struct FileEntry(string Path, long Length);

/// <summary>Something about a file that is worth telling and is no finding.</summary>
/// <param name="Level">How much it matters.</param>
/// <param name="Message">One sentence without a final period.</param>
/// <param name="Path">The file; null when it is about the whole run.</param>
public sealed record Notification(NotificationLevel Level, string Message, string? Path);

/// <summary>How much a notification matters.</summary>
public enum NotificationLevel
{
    /// <summary>For the curious.</summary>
    Note,

    /// <summary>Something was left out that a person may have expected to be read.</summary>
    Warning,

    /// <summary>The run is not complete.</summary>
    Error,
}

/// <summary>The files below a root.</summary>
/// <param name="Files">Every regular file that is reachable without leaving the root, in any order.</param>
/// <param name="Notifications">What could not be listed and why.</param>
public sealed record FileListing(ImmutableArray<FileEntry> Files, ImmutableArray<Notification> Notifications)
{
    /// <summary>True when version control knows the files, so that one that is not listed is not part of the repository.</summary>
    public bool IsVersioned { get; init; }

    /// <summary>The addresses that version control knows the directory by; empty when it is not the top of a repository.</summary>
    public ImmutableArray<string> RemoteUrls { get; init; } = [];
}

/// <summary>The bytes of a file, or why there are none.</summary>
/// <param name="Bytes">The content; empty when <paramref name="Problem"/> is set.</param>
/// <param name="Problem">Why it could not be read, as one clause; null when it was.</param>
public readonly record struct FileContent(ReadOnlyMemory<byte> Bytes, string? Problem);

/// <summary>What a path of the repository is.</summary>
public enum PathKind
{
    /// <summary>Nothing is there.</summary>
    Missing,

    /// <summary>A regular file.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>Nothing is there, but nothing says that everything is: the directory may be a part of what its owner has.</summary>
    Unseen,

    /// <summary>Something that is not followed or opened: a link out of the repository, a pipe, a device.</summary>
    Refused,
}

/// <summary>Read access to the files below one root, and to nothing else.</summary>
public interface IFileSystem
{
    /// <summary>Lists the files. Never throws for what it finds on disk.</summary>
    FileListing List(CancellationToken cancellationToken);

    /// <summary>What a path is, without listing anything. Never throws for what it finds on disk.</summary>
    PathKind KindOf(string path);

    /// <summary>Reads a file. Never throws for what it finds on disk.</summary>
    FileContent Read(string path);
}
