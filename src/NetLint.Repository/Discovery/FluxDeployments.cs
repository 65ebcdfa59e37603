using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Repository.Flux;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Discovery;

/// <summary>An object that a Kustomization of Flux refers to.</summary>
internal readonly record struct FluxObjectId(string Kind, string? Namespace, string Name);

/// <summary>What was found when a Kustomization referred to an object.</summary>
/// <param name="Id">The object.</param>
/// <param name="Node">What was found; null when nothing was.</param>
internal readonly record struct FluxLookup(FluxObjectId Id, YamlMapping? Node);

/// <summary>What a Kustomization of Flux deploys, and the objects this rests on.</summary>
internal sealed record KustomizationDeployment(Deployment Deployment, ImmutableArray<FluxLookup> Lookups);

/// <summary>What the Kustomizations of Flux deploy.</summary>
internal sealed class FluxDeployments(DiscoveryInputs inputs, DeploymentCaches caches)
{
    /// <summary>The kind by which a Kustomization names what an ArtifactGenerator makes.</summary>
    public const string ArtifactKind = "ExternalArtifact";

    private readonly PlacedObjects<YamlMapping> _objects = new();

    /// <summary>True for the objects that are understood here.</summary>
    public static bool Handles(Resource resource) => FluxReader.IsKustomization(resource);

    /// <summary>Notes what Kustomizations refer to. To be called for every resource before the first question.</summary>
    public void Note(PlacedResource placed)
    {
        var resource = placed.Resource;
        if (ArtifactGenerator.IsArtifactGenerator(resource))
        {
            foreach (var name in ArtifactGenerator.Read(resource.Node).Artifacts)
                _objects.Add(ArtifactKind, name, placed, resource.Node);
        }
        else if (FluxReader.IsSource(resource) || resource is { Group: "", Kind: "ConfigMap" or "Secret" })
        {
            _objects.Add(resource.Kind, resource.Name, placed, resource.Node);
        }
    }

    /// <summary>The deployment that a Kustomization asks for.</summary>
    public Deployment Of(PlacedResource placed) => caches.Kustomizations.Get(
        new DeploymentKey(new TreeIdentity(placed.Resource.Node), placed.Namespace, placed.Cluster, null, default),
        inputs,
        known => known.Lookups.All(lookup => TreeIdentity.AreSame(lookup.Node, Find(lookup.Id, placed.Cluster))),
        observed =>
        {
            var lookups = new List<FluxLookup>();
            var deployment = new FluxDeployment(observed, placed, Note).Make();
            return new KustomizationDeployment(deployment, [.. lookups.Distinct()]);

            YamlMapping? Note(FluxObjectId id)
            {
                var node = Find(id, placed.Cluster);
                lookups.Add(new FluxLookup(id, node));
                return node;
            }
        }).Deployment;

    /// <summary>The object that a reference means; null when it is not seen, and when nothing tells which of several it is.</summary>
    private YamlMapping? Find(FluxObjectId id, string? cluster) => _objects.Find(id.Kind, id.Namespace, id.Name, cluster) switch
    {
        [] => null,
        [var only] => only,
        // Sources of one address are as good as one.
        [var first, ..] several => FluxReader.ReadSource(first).Url is { } url && several.All(other => FluxReader.ReadSource(other).Url?.Value == url.Value) ? first : null,
    };
}
