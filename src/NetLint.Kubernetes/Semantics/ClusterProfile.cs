using System.Collections.Immutable;
using NetLint.Kubernetes.Knowledge;

namespace NetLint.Kubernetes.Semantics;

/// <summary>What is known of the cluster from the configuration; the defaults are those of Kubernetes.</summary>
public sealed record ClusterProfile
{
    /// <summary>A cluster of the newest known version with default settings.</summary>
    public static ClusterProfile Default { get; } = new();

    /// <summary>The version the manifests are meant for.</summary>
    public KubernetesVersion KubernetesVersion { get; init; } = KubernetesVersion.Newest;

    /// <summary>The node port range; 30000-32767 unless the API server is told otherwise.</summary>
    public PortRange NodePortRange { get; init; } = new(30000, 32767);

    /// <summary>The classes of the cluster; default (not empty) means that nothing is known of them.</summary>
    public ImmutableArray<ConfiguredIngressClass> IngressClasses { get; init; }
}

/// <summary>A range of ports, both ends inside.</summary>
/// <param name="First">The first port.</param>
/// <param name="Last">The last port.</param>
public readonly record struct PortRange(int First, int Last)
{
    /// <summary>True when the port lies in the range.</summary>
    public bool Contains(System.Numerics.BigInteger port) => port >= First && port <= Last;

    /// <inheritdoc/>
    public override string ToString() => $"{First}-{Last}";
}

/// <summary>An ingress class that the configuration declares.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Controller">The controller that serves it; null when not said.</param>
/// <param name="IsDefault">True when Ingresses without a class get it.</param>
public sealed record ConfiguredIngressClass(string Name, string? Controller, bool IsDefault);
