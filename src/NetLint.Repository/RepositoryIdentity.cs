using System.Collections.Immutable;
using NetLint.Kubernetes.Semantics;

namespace NetLint.Repository;

/// <summary>Whether an address is that of the repository that is linted.</summary>
public enum RepositoryMatch
{
    /// <summary>It is this repository.</summary>
    This,

    /// <summary>It is another one.</summary>
    Other,

    /// <summary>Nothing is known that tells: no address of this repository is known, or the other one holds a variable or is that of a fork.</summary>
    Unknown,
}

/// <summary>Where in this repository a source lies.</summary>
/// <param name="Path">The directory relative to the root; "" for the root itself.</param>
/// <param name="IsAssumed">True when nothing says that the source is this repository but the path, which exists here.</param>
public readonly record struct LocalSource(string Path, bool IsAssumed);

/// <summary>The addresses this repository is known by.</summary>
public sealed class RepositoryIdentity
{
    private readonly ImmutableArray<GitUrl> _known;

    private RepositoryIdentity(ImmutableArray<GitUrl> known) => _known = known;

    /// <summary>A repository of which no address is known.</summary>
    public static RepositoryIdentity Unknown { get; } = new([]);

    /// <summary>Makes an identity from the addresses of git's remotes or of the configuration; those that are no addresses are left out.</summary>
    public static RepositoryIdentity Of(IEnumerable<string> urls) =>
        new([.. urls.Select(GitUrl.Parse).OfType<GitUrl>().Distinct()]);

    /// <summary>True for a text that can be the address of a repository.</summary>
    public static bool IsAddress(string url) => GitUrl.Parse(url) is not null;

    /// <summary>Compares an address with the known ones.</summary>
    public RepositoryMatch Match(string? url)
    {
        // Text that a tool fills in later can be any address.
        if (_known.IsEmpty || Substitution.IsUnresolved(url) || GitUrl.Parse(url) is not { } other)
            return RepositoryMatch.Unknown;
        if (_known.Contains(other))
            return RepositoryMatch.This;
        // A clone of a fork or a mirror has another owner or host than the objects in it say, and the same name.
        return _known.Any(known => known.Name == other.Name) ? RepositoryMatch.Unknown : RepositoryMatch.Other;
    }

    /// <summary>
    /// Finds the directory of a source in this repository; null when the source is another repository, or when nothing but a short path
    /// would say that it is this one, or when the path leaves the root or is not written out.
    /// </summary>
    /// <param name="url">The address of the source; null when it has none that could be compared.</param>
    /// <param name="path">The path in the source; null for its root.</param>
    /// <param name="directoryExists">Tells whether a directory exists in this repository.</param>
    public LocalSource? Locate(string? url, string? path, Func<string, bool> directoryExists)
    {
        ArgumentNullException.ThrowIfNull(directoryExists);
        if (Substitution.IsUnresolved(path) || RelativePath.Combine("", (path ?? "").TrimStart('/')) is not { } local)
            return null;
        return Match(url) switch
        {
            RepositoryMatch.This => new LocalSource(local, IsAssumed: false),
            RepositoryMatch.Unknown when local.Contains('/', StringComparison.Ordinal) && directoryExists(local) => new LocalSource(local, IsAssumed: true),
            _ => null,
        };
    }
}
