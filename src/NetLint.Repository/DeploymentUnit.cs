using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;

namespace NetLint.Repository;

/// <summary>How a unit was found.</summary>
public enum UnitKind
{
    /// <summary>The plain manifests of one directory.</summary>
    Plain,

    /// <summary>A kustomization that no other one uses.</summary>
    Kustomization,

    /// <summary>A Helm chart that is no subchart.</summary>
    Chart,

    /// <summary>Standard input.</summary>
    StandardInput,
}

/// <summary>The resources that reach a cluster together.</summary>
/// <param name="Kind">How it was found.</param>
/// <param name="Root">The directory it starts from; "" for the root of the repository.</param>
/// <param name="Scope">Its resources, namespace and gaps.</param>
public sealed record DeploymentUnit(UnitKind Kind, string Root, UnitScope Scope)
{
    /// <summary>The name: the root directory, <c>.</c> for the root of the repository.</summary>
    public string Name => Scope.Name;

    /// <summary>The namespace objects without one are applied to; null when not known.</summary>
    public string? Namespace => Scope.Namespace;

    /// <summary>The cluster it reaches; null when not known.</summary>
    public string? Cluster { get; init; }

    /// <summary>True when it is only assumed that the unit is deployed from here; its absences are then unknown.</summary>
    public bool IsAssumed { get; init; }

    /// <summary>The resources in order of file and place.</summary>
    public ImmutableArray<Resource> Resources => Scope.Resources;

    /// <summary>What the unit contains that cannot be seen.</summary>
    public ImmutableArray<Gap> Gaps => Scope.Gaps;
}
