using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Syntax.Text;

namespace NetLint.Repository.Discovery;

/// <summary>A unit that an object of a deployment tool asks for, before it becomes part of a snapshot's units.</summary>
/// <param name="Kind">The tool.</param>
/// <param name="Name">The object, for people.</param>
/// <param name="Root">The directory it deploys; null when that is not in this repository.</param>
/// <param name="Place">Where the object asks for it.</param>
internal sealed record Deployment(UnitKind Kind, string Name, string? Root, Origin Place)
{
    /// <summary>What it came to.</summary>
    public required RenderedUnit Content { get; init; }

    /// <summary>The namespace of objects that name none; null when not known.</summary>
    public string? Namespace { get; init; }

    /// <summary>The cluster; null when not known.</summary>
    public string? Cluster { get; init; }

    /// <summary>True when it is only assumed that this repository is meant.</summary>
    public bool IsAssumed { get; init; }

    /// <summary>True when more may be deployed than is seen here.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The files that are deployed by it.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>A unit of which nothing is seen.</summary>
    public static RenderedUnit Unseen(string reason, Origin place, string? @namespace) => new(
        [],
        ImmutableDictionary<Resource, ImmutableArray<Origin>>.Empty,
        [new Gap(GapCode.Application, reason) { Origin = place, Namespace = @namespace }],
        [],
        System.Collections.Frozen.FrozenSet<string>.Empty,
        IsFailed: false);
}

/// <summary>A resource, and where the deployment tool that reads it runs.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Namespace">The namespace it is in; null when not known.</param>
/// <param name="Cluster">The cluster it is in; null when not known.</param>
internal readonly record struct PlacedResource(Resource Resource, string? Namespace, string? Cluster);
