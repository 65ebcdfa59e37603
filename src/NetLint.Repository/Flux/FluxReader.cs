using NetLint.Kubernetes.Resources;
using NetLint.Repository.Kustomize;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Flux;

/// <summary>Reads the objects of Flux.</summary>
public static class FluxReader
{
    /// <summary>True for a Kustomization of Flux, which is no kustomization file.</summary>
    public static bool IsKustomization(Resource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return resource is { Group: "kustomize.toolkit.fluxcd.io", Kind: "Kustomization" };
    }

    /// <summary>True for a source that Flux fetches.</summary>
    public static bool IsSource(Resource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return resource is { Group: "source.toolkit.fluxcd.io", Kind: "GitRepository" or "OCIRepository" or "Bucket" or "HelmRepository" };
    }

    /// <summary>Reads a Kustomization.</summary>
    public static FluxKustomization ReadKustomization(YamlMapping node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var spec = node.Mapping("spec");
        var common = spec.Mapping("commonMetadata");
        var postBuild = spec.Mapping("postBuild");
        return new FluxKustomization(node)
        {
            Name = node.Mapping("metadata").Text("name"),
            Namespace = node.Mapping("metadata").Text("namespace"),
            Path = spec.Text("path"),
            Directory = WithinRoot(spec.Text("path")?.Value ?? ""),
            Source = ReadReference(spec.Mapping("sourceRef")),
            TargetNamespace = spec.Text("targetNamespace"),
            Overrides = ReadOverrides(spec),
            CommonLabels = common.Mapping("labels"),
            CommonAnnotations = common.Mapping("annotations"),
            PostBuild = postBuild is null ? null : ReadPostBuild(postBuild),
            DependsOn = [.. spec.Mappings("dependsOn").Select(ReadReference)],
            KubeConfig = spec.Mapping("kubeConfig"),
            IsSuspended = spec.Flag("suspend"),
            IsDecrypting = spec.Mapping("decryption") is not null,
            IsPruning = spec.Flag("prune"),
        };
    }

    /// <summary>Reads a source.</summary>
    public static FluxSource ReadSource(YamlMapping node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var spec = node.Mapping("spec");
        return new FluxSource(node, node.Mapping("metadata").Text("name"), node.Mapping("metadata").Text("namespace"), spec.Text("url"), spec.Mappings("include"));
    }

    /// <summary>Reads a HelmRelease.</summary>
    public static HelmRelease ReadHelmRelease(YamlMapping node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var spec = node.Mapping("spec");
        var chart = spec.Mapping("chart").Mapping("spec");
        return new HelmRelease(node)
        {
            Name = node.Mapping("metadata").Text("name"),
            Namespace = node.Mapping("metadata").Text("namespace"),
            WrittenReleaseName = spec.Text("releaseName"),
            TargetNamespace = spec.Text("targetNamespace"),
            StorageNamespace = spec.Text("storageNamespace"),
            Chart = chart.Text("chart"),
            Version = chart.Text("version"),
            Source = chart.Mapping("sourceRef") is { } source ? ReadReference(source) : null,
            ChartReference = spec.Mapping("chartRef") is { } reference ? ReadReference(reference) : null,
            Values = spec.Mapping("values"),
            ValuesFrom = spec.Mappings("valuesFrom"),
            KubeConfig = spec.Mapping("kubeConfig"),
            IsSuspended = spec.Flag("suspend"),
            HasPostRenderers = spec.Sequence("postRenderers") is { Items.IsEmpty: false },
        };
    }

    /// <summary>A path as Flux joins it to the root of the source: absolute ones begin there and <c>..</c> does not leave it.</summary>
    internal static string WithinRoot(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Split('/'))
        {
            if (segment == ".." && segments.Count > 0)
                segments.RemoveAt(segments.Count - 1);
            else if (segment is not ("" or "." or ".."))
                segments.Add(segment);
        }

        return string.Join('/', segments);
    }

    private static FluxReference ReadReference(YamlMapping? node) => new(node.Text("kind"), node.Text("name"), node.Text("namespace"));

    private static PostBuild ReadPostBuild(YamlMapping node) => new(
        node,
        node.Text("substituteStrategy")?.Value == "Always",
        node.Mapping("substitute"),
        [.. node.Mappings("substituteFrom").Select(item => new SubstituteReference(item.Text("kind"), item.Text("name"), item.Flag("optional")))]);

    private static KustomizeOverrides ReadOverrides(YamlMapping? spec) => new()
    {
        Namespace = spec.Text("targetNamespace"),
        NamePrefix = spec.Text("namePrefix"),
        NameSuffix = spec.Text("nameSuffix"),
        Images = spec.Mappings("images"),
        MergesImages = true,
        Patches = [.. spec.Mappings("patches")],
        StrategicMergePatches = spec.Sequence("patchesStrategicMerge")?.Items ?? [],
        JsonPatches = [.. spec.Mappings("patchesJson6902")],
        Components = spec.Texts("components"),
        IgnoresMissingComponents = spec.Flag("ignoreMissingComponents"),
    };
}
