using NetLint.Kubernetes.Semantics;
using NetLint.Repository.ArgoCd;
using NetLint.Repository.Flux;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository;

/// <summary>Names the cluster that an Argo CD or Flux object deploys to. A name that is null means that the cluster is not known.</summary>
public static class ClusterNames
{
    private const string InClusterServer = "https://kubernetes.default.svc";
    private const string InClusterName = "in-cluster";

    /// <summary>The cluster of a destination.</summary>
    /// <param name="destination">The destination of an Application.</param>
    /// <param name="home">The cluster the Application itself lives in; null when it is not known.</param>
    public static string? OfDestination(ApplicationDestination destination, string? home)
    {
        ArgumentNullException.ThrowIfNull(destination);
        var (server, name) = (destination.Server?.Value, destination.Name?.Value);
        // Argo CD refuses both together, and neither.
        if ((server is null) == (name is null) || Substitution.IsUnresolved(server ?? name))
            return null;
        if (name is not null)
            return name == InClusterName ? home : name;
        var address = server!.TrimEnd('/');
        if (address == InClusterServer)
            return home;
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        return scheme < 0 ? address : address[(scheme + 3)..];
    }

    /// <summary>The cluster of a Flux Kustomization or HelmRelease.</summary>
    /// <param name="kubeConfig">Its <c>kubeConfig</c>; null when it deploys where it lives.</param>
    /// <param name="home">The cluster it lives in; null when it is not known.</param>
    /// <param name="namespace">The namespace it lives in, which holds the credentials; null when it is not known.</param>
    public static string? OfKubeConfig(YamlMapping? kubeConfig, string? home, string? @namespace)
    {
        if (kubeConfig is null)
            return home;
        // Two objects with the same credentials reach the same cluster. Each tenant may call his own credentials by one name, though.
        var name = (kubeConfig.Mapping("secretRef") ?? kubeConfig.Mapping("configMapRef")).Text("name")?.Value;
        return name is null || Substitution.IsUnresolved(name) ? null : string.Join('/', new[] { home, @namespace, name }.OfType<string>());
    }

    /// <summary>
    /// True for the Kustomization that <c>flux bootstrap</c> writes for a cluster: it, its source and its namespace have one name. What its path
    /// leads to belongs to one cluster.
    /// </summary>
    public static bool IsFluxRoot(FluxKustomization kustomization)
    {
        ArgumentNullException.ThrowIfNull(kustomization);
        return kustomization is { Name.Value: { } name, Namespace.Value: { } space, Source.Name.Value: { } source, KubeConfig: null }
            && name == space
            && name == source;
    }

    /// <summary>
    /// The name of the cluster that a Flux root leads to, by the habit of one directory a cluster: what follows <c>clusters</c>, else the
    /// whole path; null for the root of the repository, as then nothing tells.
    /// </summary>
    /// <param name="directory">The normal path of the root's Kustomization.</param>
    public static string? OfFluxRoot(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        if (directory.Length == 0 || Substitution.IsUnresolved(directory))
            return null;
        var segments = directory.Split('/');
        var at = Array.IndexOf(segments, "clusters");
        return at >= 0 && at + 1 < segments.Length ? string.Join('/', segments[(at + 1)..]) : directory;
    }
}
