using System.Collections.Frozen;
using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Syntax.Text;

namespace NetLint.Kubernetes.Semantics;

/// <summary>What an absence in a unit means.</summary>
public enum UnitOpenness
{
    /// <summary>A group of plain manifests: an absence needs evidence.</summary>
    NeedsEvidence,

    /// <summary>A part of something larger: absences are unknown.</summary>
    Open,

    /// <summary>What a deployment tool makes of the repository: an absence needs no further evidence, unless a gap or another unit may hold it.</summary>
    Rendered,

    /// <summary>Everything there is: what is not here does not exist.</summary>
    Closed,
}

/// <summary>The resources that reach a cluster together, as far as the semantic model needs to know.</summary>
/// <param name="Name">The name of the unit.</param>
/// <param name="Namespace">The namespace that objects without one are applied to; null when not known.</param>
/// <param name="Openness">What an absence means.</param>
/// <param name="Resources">The resources in order.</param>
/// <param name="Gaps">What the unit contains that cannot be seen.</param>
public sealed record UnitScope(string Name, string? Namespace, UnitOpenness Openness, ImmutableArray<Resource> Resources, ImmutableArray<Gap> Gaps)
{
    /// <summary>Files whose text is not what reaches the cluster: names, labels and namespaces in them may be rewritten on the way.</summary>
    public FrozenSet<SourceId> Rewritten { get; init; } = [];

    /// <summary>Resources of deployment tools whose products are units of their own, so that they hide nothing.</summary>
    public IReadOnlySet<Resource> Resolved { get; init; } = FrozenSet<Resource>.Empty;

    /// <summary>True when a deployment tool brings the resources together, wherever they are written: the unit is then one place.</summary>
    public bool IsDeployed { get; init; }

    /// <summary>The cluster the unit reaches; null when it is not known.</summary>
    public string? Cluster { get; init; }

    /// <summary>True when both units are known to reach one cluster.</summary>
    public bool SharesClusterWith(UnitScope other) => Cluster is not null && other is not null && Cluster == other.Cluster;
}
