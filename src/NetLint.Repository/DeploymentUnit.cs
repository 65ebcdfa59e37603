using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository.Kustomize;
using NetLint.Syntax.Text;

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

    /// <summary>What an Argo CD Application deploys.</summary>
    ArgoCd,

    /// <summary>What a Flux Kustomization deploys.</summary>
    Flux,

    /// <summary>What a Helm release of Flux deploys.</summary>
    HelmRelease,

    /// <summary>A unit that the configuration names.</summary>
    Configured,

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
    public string? Cluster => Scope.Cluster;

    /// <summary>Why the unit, or a part of it, cannot be rendered.</summary>
    public ImmutableArray<RenderProblem> Problems { get; init; } = [];

    /// <summary>How the unit was found: the object or the rule that names its root, as one clause.</summary>
    public string FoundBy { get; init; } = "";

    /// <summary>Where it was found; null for a directory.</summary>
    public Origin? FoundAt { get; init; }

    /// <summary>The places in kustomizations that bring a resource into the unit, innermost first; empty for one that is deployed as written.</summary>
    public IReadOnlyDictionary<Resource, ImmutableArray<Origin>> Ways { get; init; } = ImmutableDictionary<Resource, ImmutableArray<Origin>>.Empty;

    /// <summary>True when it is only assumed that the unit is deployed from here; its absences are then unknown.</summary>
    public bool IsAssumed { get; init; }

    /// <summary>The resources in order of file and place.</summary>
    public ImmutableArray<Resource> Resources => Scope.Resources;

    /// <summary>What the unit contains that cannot be seen.</summary>
    public ImmutableArray<Gap> Gaps => Scope.Gaps;
}
