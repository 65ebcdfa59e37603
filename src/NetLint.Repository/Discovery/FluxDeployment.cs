using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository.Flux;
using NetLint.Repository.Kustomize;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Discovery;

/// <summary>Makes the deployment of a Kustomization of Flux.</summary>
/// <param name="inputs">What may be looked at.</param>
/// <param name="placed">The Kustomization.</param>
/// <param name="find">Finds an object that it refers to.</param>
internal sealed class FluxDeployment(ObservedInputs inputs, PlacedResource placed, Func<FluxObjectId, YamlMapping?> find)
{
    private readonly FluxKustomization _kustomization = FluxReader.ReadKustomization(placed.Resource.Node);

    /// <summary>Makes it.</summary>
    public Deployment Make()
    {
        var kustomization = _kustomization;
        var title = $"Kustomization {(placed.Namespace is { } space ? $"{space}/" : "")}{kustomization.Name?.Value}";
        var target = kustomization.TargetNamespace is { } written && !Substitution.IsUnresolved(written.Value) ? written.Value : null;
        var place = (kustomization.Path ?? (YamlNode?)kustomization.Name ?? kustomization.Node).Origin;
        var isRoot = ClusterNames.IsFluxRoot(kustomization);
        if (Locate() is not { } local)
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
            Content = RenderedUnit.Of(Build(local.Path), Change).Via(place),
            Namespace = target,
            Cluster = ClusterNames.OfKubeConfig(kustomization.KubeConfig, cluster, placed.Namespace),
            IsAssumed = local.IsAssumed,
        };
    }

    private RenderResult Build(string directory) => inputs.RenderUnrestricted(directory, root =>
    {
        var kustomization = _kustomization;
        root ??= GeneratedKustomization.Of(kustomization.Path ?? (YamlNode)kustomization.Node, GeneratedKustomization.ResourcesOf(directory, inputs.Below(directory)));
        var overrides = kustomization.Overrides.IgnoresMissingComponents
            ? kustomization.Overrides with
            {
                Components = [.. kustomization.Overrides.Components.Where(path => RelativePath.Combine(directory, path.Value) is { } at && inputs.KindOf(at) == PathKind.Directory)],
            }
            : kustomization.Overrides;
        return overrides.ApplyTo(root);
    });

    /// <summary>What Flux does to each object after building.</summary>
    private SubstitutedResource Change(YamlMapping root)
    {
        var substitution = PostBuildSubstitution.Of(_kustomization, Find);
        var result = substitution?.Apply(root) ?? new SubstitutedResource(root, [], null);
        return result with { Node = CommonMetadata.Apply(_kustomization, result.Node) };
    }

    private YamlMapping? Find(SubstituteReference reference) =>
        reference is { Kind.Value: "ConfigMap" or "Secret", Name.Value: { } name } ? find(new FluxObjectId(reference.Kind.Value, placed.Namespace, name)) : null;

    /// <summary>Where in this repository the files of a Kustomization lie; null when they are elsewhere.</summary>
    private LocalSource? Locate()
    {
        var (source, directory) = (_kustomization.Source, _kustomization.Directory);
        if (Substitution.IsUnresolved(_kustomization.Path?.Value))
            return null;
        if (source is { Kind.Value: FluxDeployments.ArtifactKind, Name.Value: { } artifact })
        {
            if (find(new FluxObjectId(FluxDeployments.ArtifactKind, source.Namespace?.Value ?? placed.Namespace, artifact)) is not { } generator
                || ArtifactGenerator.Read(generator).Locate(artifact, directory) is not { } copied)
                return null;
            (source, directory) = (copied.Source, copied.Directory);
        }

        string? url = null;
        if (source is { Name.Value: { } name } && find(new FluxObjectId(source.Kind?.Value ?? "GitRepository", source.Namespace?.Value ?? placed.Namespace, name)) is { } found)
            url = FluxReader.ReadSource(found).Url?.Value;
        // A bucket or registry holds what someone puts there; by habit that is this repository.
        return inputs.Identity.Locate(url, directory, inputs.HasDirectory);
    }
}
