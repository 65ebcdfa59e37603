using NetLint.Syntax.Yaml;

namespace NetLint.Kubernetes.Resources;

/// <summary>
/// A policy of another kind than NetworkPolicy that decides about traffic of pods as well. What it says is not read; that it is there
/// makes the sum of all policies unknown.
/// </summary>
public sealed class ForeignNetworkPolicy : Resource
{
    /// <summary>Wraps the root mapping of a policy.</summary>
    public ForeignNetworkPolicy(YamlDocument document, YamlMapping node)
        : base(document, node) => IsClusterWide = Kind is not ("CiliumNetworkPolicy" or "NetworkPolicy");

    /// <summary>True when it is not bound to a namespace.</summary>
    public bool IsClusterWide { get; }

    /// <summary>True for the kinds of Cilium, Calico, Antrea and the policy API of SIG Network.</summary>
    internal static bool Is(string group, string kind) => group switch
    {
        "cilium.io" => kind is "CiliumNetworkPolicy" or "CiliumClusterwideNetworkPolicy",
        "projectcalico.org" or "crd.projectcalico.org" => kind is "NetworkPolicy" or "GlobalNetworkPolicy",
        "crd.antrea.io" or "security.antrea.tanzu.vmware.com" => kind is "NetworkPolicy" or "ClusterNetworkPolicy",
        "policy.networking.k8s.io" => kind is "AdminNetworkPolicy" or "BaselineAdminNetworkPolicy" or "ClusterNetworkPolicy",
        _ => false,
    };
}
