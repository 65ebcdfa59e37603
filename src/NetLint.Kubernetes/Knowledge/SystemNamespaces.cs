using System.Collections.Frozen;

namespace NetLint.Kubernetes.Knowledge;

/// <summary>The namespaces that a platform fills by itself, so that what manifests show of them is never the whole.</summary>
public static class SystemNamespaces
{
    private static readonly string[] Prefixes =
    [
        "kube-", "openshift-", "gke-", "aks-", "cattle-", "kubesphere-", "vmware-system-", "tanzu-", "anthos-", "ibm-system", "gmp-", "d8-",
        "harvester-", "rancher-operator", "cluster-fleet-",
    ];

    private static readonly FrozenSet<string> Names = ((IEnumerable<string>)
    [
        "openshift", "azure-arc", "app-routing-system", "config-management-system", "config-management-monitoring", "resource-group-system", "asm-system", "fleet-default", "fleet-local",
        "fleet-system", "cis-operator-system", "tkg-system", "tkg-system-public", "tkg-system-telemetry", "pinniped-concierge", "pinniped-supervisor", "local-path-storage", "calico-system",
        "calico-apiserver", "tigera-operator", "amazon-guardduty", "dedicated-admin", "ibm-observe", "ibm-odf-validation-webhook",
        "ibm-services-system", "ibm-cert-store", "ibm-operators", "k0s-system", "k0s-autopilot",
    ]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a platform fills a namespace by itself. The namespace <c>default</c> belongs to people.</summary>
    /// <param name="ns">The name of the namespace.</param>
    /// <returns>True when the namespace is the platform's.</returns>
    public static bool IsSystem(string ns) =>
        Names.Contains(ns) || Array.Exists(Prefixes, prefix => ns.StartsWith(prefix, StringComparison.Ordinal));
}
