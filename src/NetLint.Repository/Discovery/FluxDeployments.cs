using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository.Flux;
using NetLint.Repository.Kustomize;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Discovery;

/// <summary>What the Kustomizations of Flux deploy.</summary>
internal sealed class FluxDeployments(DiscoveryInputs inputs)
{
    private readonly PlacedObjects<FluxSource> _sources = new();
    private readonly PlacedObjects<ArtifactGenerator> _artifacts = new();
    private readonly PlacedObjects<YamlMapping> _variables = new();

    /// <summary>True for the objects that are understood here.</summary>
    public static bool Handles(Resource resource) => FluxReader.IsKustomization(resource);

    /// <summary>Notes what Kustomizations refer to. To be called for every resource before the first question.</summary>
    public void Note(PlacedResource placed)
    {
        var resource = placed.Resource;
        if (FluxReader.IsSource(resource))
            _sources.Add(resource.Kind, resource.Name, placed, FluxReader.ReadSource(resource.Node));
        else if (ArtifactGenerator.IsArtifactGenerator(resource) && ArtifactGenerator.Read(resource.Node) is var generator)
        {
            foreach (var name in generator.Artifacts)
                _artifacts.Add(resource.Kind, name, placed, generator);
        }
        else if (resource is { Group: "", Kind: "ConfigMap" or "Secret" })
            _variables.Add(resource.Kind, resource.Name, placed, resource.Node);
    }

    /// <summary>The deployment that a Kustomization asks for.</summary>
    public Deployment Of(PlacedResource placed)
    {
        var kustomization = FluxReader.ReadKustomization(placed.Resource.Node);
        var title = $"Kustomization {(placed.Namespace is { } space ? $"{space}/" : "")}{kustomization.Name?.Value}";
        var target = kustomization.TargetNamespace is { } written && !Substitution.IsUnresolved(written.Value) ? written.Value : null;
        var place = (kustomization.Path ?? (YamlNode?)kustomization.Name ?? kustomization.Node).Origin;
        var isRoot = ClusterNames.IsFluxRoot(kustomization);
        if (Locate(kustomization, placed) is not { } local)
        {
            return new Deployment(UnitKind.Flux, title, null, kustomization.Origin)
            {
                Content = Deployment.Unseen($"{title} deploys from elsewhere", place, target),
                Namespace = target,
                Cluster = ClusterNames.OfKubeConfig(kustomization.KubeConfig, placed.Cluster, placed.Namespace),
            };
        }

        var cluster = isRoot && placed.Cluster is null ? ClusterNames.OfFluxRoot(local.Path) : placed.Cluster;
        return new Deployment(UnitKind.Flux, title, local.Path, kustomization.Origin)
        {
            Content = RenderedUnit.Of(Build(kustomization, local.Path), root => Change(kustomization, placed.Namespace, cluster, root)).Via(place),
            Namespace = target,
            Cluster = ClusterNames.OfKubeConfig(kustomization.KubeConfig, cluster, placed.Namespace),
            IsAssumed = local.IsAssumed,
        };
    }

    private RenderResult Build(FluxKustomization kustomization, string directory) => inputs.UnrestrictedRenderer.Render(directory, root =>
    {
        root ??= GeneratedKustomization.Of(kustomization.Path ?? (YamlNode)kustomization.Node, GeneratedKustomization.ResourcesOf(directory, inputs.Paths.Below(directory)));
        var overrides = kustomization.Overrides.IgnoresMissingComponents
            ? kustomization.Overrides with
            {
                Components = [.. kustomization.Overrides.Components.Where(path => RelativePath.Combine(directory, path.Value) is { } at && inputs.Files.KindOf(at) == PathKind.Directory)],
            }
            : kustomization.Overrides;
        return overrides.ApplyTo(root);
    });

    /// <summary>What Flux does to each object after building.</summary>
    private SubstitutedResource Change(FluxKustomization kustomization, string? @namespace, string? cluster, YamlMapping root)
    {
        var substitution = PostBuildSubstitution.Of(kustomization, reference => Find(reference, @namespace, cluster));
        var result = substitution?.Apply(root) ?? new SubstitutedResource(root, [], null);
        return result with { Node = CommonMetadata.Apply(kustomization, result.Node) };
    }

    /// <summary>The object that holds variables; null when it is not seen, and when nothing tells which of several it is.</summary>
    private YamlMapping? Find(SubstituteReference reference, string? @namespace, string? cluster) =>
        reference is { Kind.Value: { } kind, Name.Value: { } name } && _variables.Find(kind, @namespace, name, cluster) is [var found] ? found : null;

    /// <summary>Where in this repository the files of a Kustomization lie; null when they are elsewhere.</summary>
    private LocalSource? Locate(FluxKustomization kustomization, PlacedResource placed)
    {
        var (source, directory) = (kustomization.Source, kustomization.Directory);
        if (Substitution.IsUnresolved(kustomization.Path?.Value))
            return null;
        if (source is { Kind.Value: "ExternalArtifact", Name.Value: { } artifact })
        {
            if (_artifacts.Find("ArtifactGenerator", source.Namespace?.Value ?? placed.Namespace, artifact, placed.Cluster) is not [var generator] || generator.Locate(artifact, directory) is not { } copied)
                return null;
            (source, directory) = (copied.Source, copied.Directory);
        }

        string? url = null;
        if (source is { Name.Value: { } name })
        {
            var urls = _sources.Find(source.Kind?.Value ?? "GitRepository", source.Namespace?.Value ?? placed.Namespace, name, placed.Cluster).Select(found => found.Url?.Value).Distinct().ToArray();
            url = urls is [var only] ? only : null;
        }

        // A bucket or registry holds what someone puts there; by habit that is this repository.
        return inputs.Identity.Locate(url, directory, inputs.Paths.Contains);
    }
}
