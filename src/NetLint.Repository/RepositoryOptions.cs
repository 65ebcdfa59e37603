using System.Collections.Immutable;
using NetLint.Kubernetes.Knowledge;

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

    /// <summary>The units that are named, in the order they are written.</summary>
    public ImmutableArray<UnitOverride> Units { get; init; } = [];

    /// <summary>The clusters that are named, in the order they are written.</summary>
    public ImmutableArray<ClusterAssignment> Clusters { get; init; } = [];

    /// <summary>Further addresses of this repository, besides those of git's remotes.</summary>
    public ImmutableArray<string> RepositoryUrls { get; init; } = [];

    /// <summary>Files larger than this many bytes are reported and not read.</summary>
    public long MaxFileLength { get; init; } = 16 * 1024 * 1024;
}

/// <summary>A declaration that objects exist outside the repository.</summary>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="Namespace">A glob over namespaces; null for any.</param>
/// <param name="Name">A glob over names; null for any.</param>
public sealed record ExternalResource(string Kind, string? Namespace, string? Name)
{
    private static readonly ImmutableArray<(string Kind, ProducedKinds Produced)> Known =
    [
        ("*", ProducedKinds.Anything),
        ("ConfigMap", ProducedKinds.ConfigMaps),
        ("DaemonSet", ProducedKinds.Pods),
        ("Deployment", ProducedKinds.Pods),
        ("EndpointSlice", ProducedKinds.EndpointSlices),
        ("Endpoints", ProducedKinds.EndpointSlices),
        ("Gateway", ProducedKinds.Gateways),
        ("IngressClass", ProducedKinds.IngressClasses),
        ("Namespace", ProducedKinds.Namespaces),
        ("Pod", ProducedKinds.Pods),
        ("Secret", ProducedKinds.Secrets),
        ("Service", ProducedKinds.Services),
        ("StatefulSet", ProducedKinds.Pods),
    ];

    /// <summary>The kinds a declaration can have: those that rules look up, and <c>*</c>.</summary>
    public static ImmutableArray<string> Kinds { get; } = [.. Known.Select(known => known.Kind)];

    /// <summary>What the declared objects can be found as.</summary>
    public ProducedKinds Produced => Known.FirstOrDefault(known => known.Kind == Kind, Known[0]).Produced;
}
