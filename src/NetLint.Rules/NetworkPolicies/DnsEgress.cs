using System.Numerics;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Rules.NetworkPolicies;

/// <summary>Whether the egress rules of one policy let DNS out, and if not, what comes near.</summary>
/// <param name="IsOpen">True when they do, or may.</param>
/// <param name="Attempt">A rule that looks as if it were meant to, and does not; null when there is none.</param>
/// <param name="Problem">What is wrong with the attempt, as a clause.</param>
internal readonly record struct DnsEgress(bool IsOpen, Origin? Attempt, string Problem)
{
    private const string Protocol = "UDP";

    /// <summary>Where cluster DNS listens: 53 at the Service; 1053, 5353 or 8053 at the pods of some distributions, whose policies see the port of the pod.</summary>
    private static readonly BigInteger[] Ports = [53, 5353, 1053, 8053];

    /// <summary>Reads a policy in its namespace; null when the namespace is unnamed.</summary>
    public static DnsEgress Of(NetworkPolicy policy, string? @namespace)
    {
        if (!policy.IsolatesEgress)
            return default;
        // What is not read whole, or not an object where one is due, may be a rule for everything.
        var rules = policy.Spec.Egress;
        if (policy.IsPartial || policy.Spec.Sequence("egress").Value?.Items.Length is { } count && count != rules.Length)
            return new DnsEgress(IsOpen: true, null, "");
        DnsEgress nearest = default;
        foreach (var rule in rules)
        {
            var verdict = Of(rule, @namespace);
            if (verdict.IsOpen)
                return verdict;
            if (verdict.Attempt is not null && nearest.Attempt is null)
                nearest = verdict;
        }

        return nearest;
    }

    private static DnsEgress Of(NetworkPolicyRule rule, string? @namespace)
    {
        var named = rule.Ports.Any(IsDns);
        var reachesPort = !rule.HasPorts || named || rule.Ports.Length != rule.Sequence("ports").Value?.Items.Length;
        if (!reachesPort)
        {
            var stream = rule.Ports.FirstOrDefault(port => port.EffectiveProtocol == "TCP" && port.Port.Value.Number == 53);
            return stream is null ? default : new DnsEgress(false, stream.Port.Origin, ": port 53 is allowed over TCP only, and DNS asks over UDP");
        }

        if (!rule.HasPeers || rule.Peers.Length != rule.Sequence("to").Value?.Items.Length || rule.Peers.Any(peer => Reaches(peer, named, @namespace)))
            return new DnsEgress(IsOpen: true, null, "");
        var local = rule.Peers.FirstOrDefault(peer => peer.NamespaceSelector.State == FieldState.Absent && IsDnsLabel(LabelSelector.FromObject(peer.PodSelector.Value)));
        return local is null
            ? default
            : new DnsEgress(false, local.PodSelector.KeyOrigin, $": a podSelector without a namespaceSelector selects pods of {(@namespace is null ? "the policy's own namespace" : $"namespace '{@namespace}'")} only");
    }

    /// <summary>True for a port that DNS uses over UDP, and for one that only a deployment tool or the pod can tell.</summary>
    private static bool IsDns(NetworkPolicyPort port)
    {
        if (port.String("protocol").State == FieldState.WrongType || (port.EffectiveProtocol != Protocol && !Substitution.IsUnresolved(port.EffectiveProtocol)))
            return false;
        if (!port.Port.IsPresent)
            return true;
        // A name stands for whatever port the DNS pods give it.
        if (port.Port.Value.Number is not { } first)
            return true;
        return port.EndPort.IsPresent ? Ports.Any(dns => first <= dns && dns <= port.EndPort.Value) : Ports.Contains(first);
    }

    /// <param name="peer">The peer.</param>
    /// <param name="isForDns">True when the rule names a port of DNS: its peers are then meant to be DNS servers.</param>
    /// <param name="namespace">The namespace of the policy.</param>
    private static bool Reaches(NetworkPolicyPeer peer, bool isForDns, string? @namespace)
    {
        // An address may be that of a DNS server: the node's cache, or one outside.
        if (peer.IPBlock.State != FieldState.Absent)
            return true;
        var pods = LabelSelector.FromObject(peer.PodSelector.Value);
        if (peer.NamespaceSelector.State == FieldState.Absent)
            return @namespace is not null && IsDnsNamespace(@namespace);
        var namespaces = LabelSelector.FromObject(peer.NamespaceSelector.Value);
        if (pods.IsUnresolved || namespaces.IsUnresolved || pods.IsRefused || namespaces.IsRefused)
            return true;
        return namespaces.Requirements.All(requirement => MayBeDnsNamespace(requirement, isForDns))
            && (pods.IsEmpty || isForDns || IsDnsLabel(pods));
    }

    /// <summary>Labels of namespaces are set by administrators; only the name is certain.</summary>
    private static bool MayBeDnsNamespace(LabelRequirement requirement, bool isForDns)
    {
        if (isForDns || requirement.Operator is SelectorOperator.NotIn or SelectorOperator.DoesNotExist)
            return true;
        return requirement.Operator == SelectorOperator.Exists ? requirement.Key == Namespace.NameLabel : requirement.Values.Any(IsDnsNamespace);
    }

    private static bool IsDnsNamespace(string name) => name is "kube-system" or "openshift-dns" || name.Contains("dns", StringComparison.OrdinalIgnoreCase);

    private static bool IsDnsLabel(LabelSelector selector) => selector.Requirements.Any(requirement =>
        requirement.Values.Any(value => value.Contains("dns", StringComparison.OrdinalIgnoreCase)) || requirement.Key.Contains("dns", StringComparison.OrdinalIgnoreCase));
}

