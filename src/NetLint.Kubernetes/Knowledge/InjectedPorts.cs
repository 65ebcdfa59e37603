using System.Collections.Frozen;

namespace NetLint.Kubernetes.Knowledge;

/// <summary>Names of ports that containers declare which an admission webhook adds to pods, so that no manifest shows them.</summary>
public static class InjectedPorts
{
    private static readonly FrozenSet<string> Names = ((IEnumerable<string>)
    [
        // Meshes.
        "http-envoy-prom", "status-port", "envoy-metrics", "envoy-admin", "linkerd-admin", "linkerd-proxy", "proxy-inbound", "kuma-dp-metrics",

        // Dapr.
        "dapr-http", "dapr-grpc", "dapr-internal", "dapr-metrics",

        // The agent of the Jaeger operator.
        "jg-binary-trft", "jg-compact-trft", "zk-compact-trft", "config-rest", "admin-http",
    ]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether an injected container may declare a port of this name.</summary>
    public static bool Contains(string name) => Names.Contains(name);
}
