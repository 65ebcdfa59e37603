using System.Collections.Immutable;

namespace NetLint.Repository;

/// <summary>What git takes an entry of its listing for.</summary>
public enum GitEntryKind
{
    /// <summary>A file, tracked or untracked.</summary>
    File,

    /// <summary>A tracked symbolic link.</summary>
    Link,

    /// <summary>Another repository within this one: a submodule or a nested clone.</summary>
    Repository,
}

/// <summary>An entry of the work tree that git does not ignore.</summary>
/// <param name="Path">The path relative to the directory that was listed, with <c>/</c>.</param>
/// <param name="Kind">What git takes it for; the work tree may hold something else by now.</param>
public readonly record struct GitEntry(string Path, GitEntryKind Kind);

/// <summary>The files of a directory that git does not ignore, or why git could not tell.</summary>
/// <param name="Entries">The entries, each once; empty when <paramref name="Problem"/> is set.</param>
/// <param name="Problem">Why there is no listing, as one clause; null when there is one.</param>
public sealed record GitListing(ImmutableArray<GitEntry> Entries, string? Problem)
{
    /// <summary>A listing that could not be made.</summary>
    public static GitListing Failed(string problem) => new([], problem);
}

/// <summary>The addresses a repository is known by, or why git could not tell.</summary>
/// <param name="Urls">The addresses of its remotes as configured, each once; empty when <paramref name="Problem"/> is set.</param>
/// <param name="Problem">Why they are not known, as one clause; null when git told.</param>
public sealed record GitRemotes(ImmutableArray<string> Urls, string? Problem)
{
    /// <summary>Remotes that could not be asked for.</summary>
    public static GitRemotes Failed(string problem) => new([], problem);
}

/// <summary>Asks git about a work tree, read-only and without running anything the repository brings.</summary>
public interface IGitClient
{
    /// <summary>Lists tracked files and untracked ones that are not ignored. Never throws for what git answers.</summary>
    /// <param name="directory">The absolute path of a directory.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    GitListing List(string directory, CancellationToken cancellationToken);

    /// <summary>Tells the addresses of the remotes. Never throws for what git answers.</summary>
    /// <param name="directory">The absolute path of a directory.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    GitRemotes Remotes(string directory, CancellationToken cancellationToken);
}
