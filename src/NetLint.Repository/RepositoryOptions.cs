using System.Collections.Immutable;

namespace NetLint.Repository;

/// <summary>What of a repository is read, and what is known of its surroundings.</summary>
public sealed record RepositoryOptions
{
    /// <summary>Everything, with the usual limits.</summary>
    public static RepositoryOptions Default { get; } = new();

    /// <summary>Globs of the files to read; empty reads all YAML and JSON files.</summary>
    public ImmutableArray<string> Include { get; init; } = [];

    /// <summary>Globs of files to leave out.</summary>
    public ImmutableArray<string> Exclude { get; init; } = [];

    /// <summary>Resources that exist in the cluster and not in the repository.</summary>
    public ImmutableArray<ExternalResource> External { get; init; } = [];

    /// <summary>Files larger than this many bytes are reported and not read.</summary>
    public long MaxFileLength { get; init; } = 16 * 1024 * 1024;
}

/// <summary>A declaration that objects exist outside the repository.</summary>
/// <param name="Kind">The kind, or <c>*</c>.</param>
/// <param name="Namespace">A glob over namespaces; null for any.</param>
/// <param name="Name">A glob over names; null for any.</param>
public sealed record ExternalResource(string Kind, string? Namespace, string? Name);
