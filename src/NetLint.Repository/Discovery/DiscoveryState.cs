using System.Collections.Immutable;

namespace NetLint.Repository.Discovery;

/// <summary>
/// The units of a snapshot, and what is needed to find those of the next one without rendering again what did not change. A unit that no
/// change touches keeps its resources: they are the same instances, so that what is known of them can be kept too.
/// </summary>
public sealed class DiscoveryState
{
    internal DiscoveryState(
        RepositorySnapshot snapshot,
        RepositoryOptions options,
        DiscoveryInputs inputs,
        ImmutableDictionary<string, RenderedUnit> roots,
        DeploymentCaches deployments,
        ImmutableArray<DeploymentUnit> units)
    {
        Snapshot = snapshot;
        Options = options;
        Inputs = inputs;
        Roots = roots;
        Caches = deployments;
        Units = units;
    }

    /// <summary>The units.</summary>
    public ImmutableArray<DeploymentUnit> Units { get; }

    /// <summary>How many kustomizations that no other one uses there are.</summary>
    public int RootCount => Roots.Count;

    /// <summary>How many of them were rendered this time; the others are as they were.</summary>
    public required int RootsRendered { get; init; }

    /// <summary>How many bases were made this time; one that several overlays use is made once.</summary>
    public required int BasesMade { get; init; }

    /// <summary>How many deployments of Argo CD and Flux were worked out this time; the others are as they were.</summary>
    public required int DeploymentsMade { get; init; }

    internal RepositorySnapshot Snapshot { get; }

    internal RepositoryOptions Options { get; }

    internal DiscoveryInputs Inputs { get; }

    /// <summary>What the kustomizations that no other one uses came to, by directory.</summary>
    internal ImmutableDictionary<string, RenderedUnit> Roots { get; }

    internal DeploymentCaches Caches { get; }
}
