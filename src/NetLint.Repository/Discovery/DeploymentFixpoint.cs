using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Syntax.Text;

namespace NetLint.Repository.Discovery;

/// <summary>
/// Follows the objects of Argo CD and Flux: what one deploys may hold further ones. It ends when nothing new is found, and in any case after a
/// bounded number of steps.
/// </summary>
internal sealed class DeploymentFixpoint
{
    /// <summary>Applications of applications are followed this deep; people use two or three levels.</summary>
    private const int MaxGenerations = 12;

    /// <summary>More units than this are no repository of people.</summary>
    private const int MaxDeployments = 5_000;

    private readonly ArgoCdDeployments _argoCd;
    private readonly FluxDeployments _flux;
    private readonly HashSet<(string Path, int Start, string? Cluster, string Name)> _seen = [];
    private readonly List<(Deployment Deployment, Cause Cause)> _deployments = [];
    private readonly List<Gap> _notes = [];
    private readonly HashSet<Resource> _resolved = new(ReferenceEqualityComparer.Instance);

    private DeploymentFixpoint(DiscoveryInputs inputs, DeploymentCaches caches)
    {
        _argoCd = new ArgoCdDeployments(inputs, caches);
        _flux = new FluxDeployments(inputs, caches);
    }

    /// <summary>The deployments in the order in which they were found.</summary>
    public IReadOnlyList<Deployment> Deployments { get; private set; } = [];

    /// <summary>What was not understood of the objects.</summary>
    public IReadOnlyList<Gap> Notes => _notes;

    /// <summary>The objects whose products are all known or held by a deployment of their own.</summary>
    public IReadOnlySet<Resource> Resolved => _resolved;

    /// <summary>Finds the deployments.</summary>
    /// <param name="inputs">What is read.</param>
    /// <param name="caches">What is remembered of an earlier run.</param>
    /// <param name="first">The resources that are known without following anything.</param>
    public static DeploymentFixpoint Run(DiscoveryInputs inputs, DeploymentCaches caches, IEnumerable<PlacedResource> first)
    {
        var fixpoint = new DeploymentFixpoint(inputs, caches);
        var pending = first.ToList();
        for (var generation = 0; generation < MaxGenerations && pending.Count > 0; generation++)
            pending = fixpoint.Step(pending, generation);
        fixpoint.Deployments = fixpoint.WithoutForerunners();
        return fixpoint;
    }

    /// <summary>
    /// An object is followed as it stands in its file, as nothing tells at first whether it is deployed by another one. Where it is, it is
    /// known what cluster it reaches and what it looks like there, and what was found before that is left out.
    /// </summary>
    private List<Deployment> WithoutForerunners()
    {
        var better = new Dictionary<(string Path, int Start), List<Cause>>();
        foreach (var (_, cause) in _deployments)
        {
            if (!better.TryGetValue(cause.Place, out var causes))
                better.Add(cause.Place, causes = []);
            if (!causes.Contains(cause))
                causes.Add(cause);
        }

        return [.. _deployments.Where(item => !better[item.Cause.Place].Exists(item.Cause.IsForerunnerOf)).Select(item => item.Deployment)];
    }

    private List<PlacedResource> Step(List<PlacedResource> resources, int generation)
    {
        foreach (var placed in resources)
            _flux.Note(placed);
        var found = new List<PlacedResource>();
        foreach (var placed in resources.Where(placed => FluxDeployments.Handles(placed.Resource) || ArgoCdDeployments.Handles(placed.Resource)))
        {
            foreach (var deployment in DeploymentsOf(placed))
            {
                if (_deployments.Count >= MaxDeployments)
                {
                    _notes.Add(new Gap(GapCode.Application, $"more than {MaxDeployments} applications are not followed") { Origin = placed.Resource.NameOrigin });
                    return [];
                }

                _deployments.Add((deployment, new Cause((placed.Resource.Source.Id.Path, placed.Resource.Node.Span.Start), placed.Cluster, IsFirst: generation == 0)));
                found.AddRange(deployment.Content.Resources.Select(resource => new PlacedResource(resource, resource.Namespace ?? deployment.Namespace, deployment.Cluster)));
            }
        }

        return found;
    }

    /// <summary>The deployments of an object that was not followed before; the same object reached in two ways is followed once a cluster.</summary>
    private IEnumerable<Deployment> DeploymentsOf(PlacedResource placed)
    {
        var resource = placed.Resource;
        _resolved.Add(resource);
        if (!_seen.Add((resource.Source.Id.Path, resource.Node.Span.Start, placed.Cluster, resource.Name)))
            return [];
        return FluxDeployments.Handles(resource) ? [_flux.Of(placed)] : _argoCd.Of(placed, _notes);
    }

    /// <summary>The object that asks for a deployment.</summary>
    /// <param name="Place">Where it is written.</param>
    /// <param name="Cluster">The cluster it is in; null when not known.</param>
    /// <param name="IsFirst">True when it was found in its file, and not deployed by another one.</param>
    private sealed record Cause((string Path, int Start) Place, string? Cluster, bool IsFirst)
    {
        public bool IsForerunnerOf(Cause other) => (Cluster is null && other.Cluster is not null) || (IsFirst && !other.IsFirst && Cluster == other.Cluster);
    }
}
