using System.Collections.Immutable;
using NetLint.Kubernetes.Semantics;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Kubernetes.Resources;

/// <summary>A NetworkPolicy (networking.k8s.io/v1).</summary>
public sealed class NetworkPolicy : Resource
{
    private NetworkPolicySpec? _spec;

    /// <summary>Wraps the root mapping of a NetworkPolicy.</summary>
    public NetworkPolicy(YamlDocument document, YamlMapping node)
        : base(document, node)
    {
    }

    /// <summary>The spec.</summary>
    public NetworkPolicySpec Spec => _spec ??= View("spec", static (node, place) => new NetworkPolicySpec(node, place));

    /// <summary>True when the pods it selects are isolated for incoming traffic. Without policyTypes that is always so.</summary>
    public bool IsolatesIngress => Spec.HasPolicyTypes ? Spec.PolicyTypes.Any(type => type.Value == "Ingress") : true;

    /// <summary>True when the pods it selects are isolated for outgoing traffic. Without policyTypes that is so when there is an egress rule.</summary>
    public bool IsolatesEgress => Spec.HasPolicyTypes ? Spec.PolicyTypes.Any(type => type.Value == "Egress") : Spec.Egress.Length > 0;
}

/// <summary>The spec of a NetworkPolicy.</summary>
public sealed class NetworkPolicySpec : ObjectView
{
    internal NetworkPolicySpec(YamlMapping? node, Origin place)
        : base(node, place)
    {
    }

    /// <summary>The pods the policy applies to; absent selects all pods of the namespace.</summary>
    public Field<YamlMapping> PodSelectorField => Mapping("podSelector");

    /// <summary>The pods the policy applies to; empty selects all pods of the namespace.</summary>
    public LabelSelector PodSelector => LabelSelector.FromObject(PodSelectorField.Value);

    /// <summary>The directions as written.</summary>
    public ImmutableArray<YamlScalar> PolicyTypes => Strings("policyTypes");

    /// <summary>The items of <c>policyTypes</c>, whatever they are.</summary>
    public ImmutableArray<YamlNode> PolicyTypeItems => Sequence("policyTypes").Value?.Items ?? [];

    /// <summary>True when at least one direction is written; an empty list counts as absent.</summary>
    public bool HasPolicyTypes => Sequence("policyTypes").Value is { Items.Length: > 0 };

    /// <summary>The rules for incoming traffic.</summary>
    public ImmutableArray<NetworkPolicyRule> Ingress => Views("ingress", static node => new NetworkPolicyRule(node, "from"));

    /// <summary>The rules for outgoing traffic.</summary>
    public ImmutableArray<NetworkPolicyRule> Egress => Views("egress", static node => new NetworkPolicyRule(node, "to"));
}

/// <summary>One rule of a NetworkPolicy: peers joined by or, and ports joined by or.</summary>
public sealed class NetworkPolicyRule : ObjectView
{
    private readonly string _peers;

    internal NetworkPolicyRule(YamlMapping node, string peers)
        : base(node, node.Origin) => _peers = peers;

    /// <summary>The peers; together with <see cref="HasPeers"/>.</summary>
    public ImmutableArray<NetworkPolicyPeer> Peers => Views(_peers, static node => new NetworkPolicyPeer(node));

    /// <summary>False when the list is absent or empty: the rule then allows every peer.</summary>
    public bool HasPeers => Sequence(_peers).Value is { Items.Length: > 0 };

    /// <summary>The ports; together with <see cref="HasPorts"/>.</summary>
    public ImmutableArray<NetworkPolicyPort> Ports => Views("ports", static node => new NetworkPolicyPort(node));

    /// <summary>False when the list is absent or empty: the rule then allows every port.</summary>
    public bool HasPorts => Sequence("ports").Value is { Items.Length: > 0 };
}

/// <summary>A peer of a NetworkPolicy rule.</summary>
public sealed class NetworkPolicyPeer : ObjectView
{
    internal NetworkPolicyPeer(YamlMapping node)
        : base(node, node.Origin)
    {
    }

    /// <summary>Pods; alone, those of the policy's own namespace.</summary>
    public Field<YamlMapping> PodSelector => Mapping("podSelector");

    /// <summary>Namespaces; alone, all their pods.</summary>
    public Field<YamlMapping> NamespaceSelector => Mapping("namespaceSelector");

    /// <summary>Addresses.</summary>
    public Field<YamlMapping> IPBlock => Mapping("ipBlock");

    /// <summary>The address range of <see cref="IPBlock"/>; null when absent.</summary>
    public string? Cidr => (IPBlock.Value?["cidr"] as YamlScalar)?.Value;
}

/// <summary>A port of a NetworkPolicy rule, as the pod sees it.</summary>
public sealed class NetworkPolicyPort : ObjectView
{
    internal NetworkPolicyPort(YamlMapping node)
        : base(node, node.Origin)
    {
    }

    /// <summary>A number or the name of a container port; absent means every port of the protocol.</summary>
    public Field<IntOrString> Port => IntOrString("port");

    /// <summary>The end of a range that begins at <see cref="Port"/>.</summary>
    public Field<System.Numerics.BigInteger> EndPort => Integer("endPort");

    /// <summary>The protocol after defaulting: TCP when absent.</summary>
    public string EffectiveProtocol => String("protocol").Value is { Length: > 0 } protocol ? protocol : "TCP";
}
