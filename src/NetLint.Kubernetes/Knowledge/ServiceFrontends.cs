using System.Collections.Frozen;

namespace NetLint.Kubernetes.Knowledge;

/// <summary>
/// The objects and marks by which something other than a selector or hand-made endpoints gives a Service its backends: routes of meshes,
/// whose Services are only names to dial, and controllers that copy endpoints from elsewhere.
/// </summary>
public static class ServiceFrontends
{
    private static readonly FrozenDictionary<(string Group, string Kind), string> Paths = new Dictionary<(string, string), string>
    {
        [("split.smi-spec.io", "TrafficSplit")] = "spec.service",
        [("networking.istio.io", "VirtualService")] = "spec.hosts[]",
        [("networking.istio.io", "ServiceEntry")] = "spec.hosts[]",
        [("gateway.networking.k8s.io", "HTTPRoute")] = "spec.parentRefs[]",
        [("gateway.networking.k8s.io", "GRPCRoute")] = "spec.parentRefs[]",
        [("gateway.networking.k8s.io", "TCPRoute")] = "spec.parentRefs[]",
        [("gateway.networking.k8s.io", "TLSRoute")] = "spec.parentRefs[]",
        [("policy.linkerd.io", "HTTPRoute")] = "spec.parentRefs[]",
        [("cilium.io", "CiliumEnvoyConfig")] = "spec.services[].name",
        [("cilium.io", "CiliumClusterwideEnvoyConfig")] = "spec.services[].name",
        [("consul.hashicorp.com", "ServiceRouter")] = "metadata.name",
        [("consul.hashicorp.com", "ServiceSplitter")] = "metadata.name",
        [("consul.hashicorp.com", "ServiceResolver")] = "metadata.name",
        [("multicluster.x-k8s.io", "ServiceImport")] = "metadata.name",
        [("flagger.app", "Canary")] = "spec.service.name",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> MarkDomains = ((IEnumerable<string>)
    [
        "service.cilium.io", "io.cilium", "mirror.linkerd.io", "multicluster.linkerd.io", "multicluster.kubernetes.io", "submariner.io", "lighthouse.submariner.io",
        "consul.hashicorp.com", "olm.operatorframework.io", "tailscale.com",
    ]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// The field path at which objects of a kind name such Services, the hosts that stand for them, or references whose kind is Service; null for
    /// any other kind.
    /// </summary>
    public static string? ServicePathOf(string group, string kind) => Paths.GetValueOrDefault((group, kind));

    /// <summary>Whether a label or annotation of this key on a Service means that a controller looks after its endpoints.</summary>
    public static bool IsMark(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && MarkDomains.GetAlternateLookup<ReadOnlySpan<char>>().Contains(key.AsSpan(0, slash));
    }
}
