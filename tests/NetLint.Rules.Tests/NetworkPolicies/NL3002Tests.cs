using NetLint.Testing;
using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.NetworkPolicies.EgressWithoutDns>;

namespace NetLint.Rules.Tests.NetworkPolicies;

public sealed class NL3002Tests
{
    [Fact]
    public void BareDenyAllIsReported() => Verify.Message(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: deny-all, namespace: shop }
        spec: { podSelector: {}, policyTypes: [Ingress, [|Egress|]] }
        """,
        "NetworkPolicy 'deny-all' isolates egress, and no policy lets its pods reach DNS",
        World.Repository);

    [Theory]
    [InlineData("{ to: [{ podSelector: { matchLabels: { app: db } } }], ports: [{ port: 5432 }] }")]
    [InlineData("{ ports: [{ port: 443 }, { port: 8443 }] }")]
    [InlineData("{ to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } } }] }")]
    [InlineData("{ to: [{ namespaceSelector: { matchLabels: { team: data } }, podSelector: { matchLabels: { app: db } } }] }")]
    [InlineData("{ ports: [{ port: 54, endPort: 1000, protocol: UDP }] }")]
    public void EgressRulesWithoutDnsAreReportedWithoutPolicyTypes(string rule) => Verify.Reported(
        $$"""
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: web }
        spec: { podSelector: { matchLabels: { app: web } }, [|egress|]: [{{rule}}] }
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec: { template: { metadata: { labels: { app: web } } } }
        """);

    [Fact]
    public void PodSelectorAloneReachesOnlyItsNamespace() => Verify.Message(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: web, namespace: shop }
        spec:
          podSelector: {}
          policyTypes: [Egress]
          egress:
            - to:
                - [|podSelector|]: { matchLabels: { k8s-app: kube-dns } }
              ports:
                - { port: 53, protocol: UDP }
        """,
        "NetworkPolicy 'web' isolates egress, and no policy lets its pods reach DNS: a podSelector without a namespaceSelector selects pods of namespace 'shop' only",
        World.Repository);

    [Fact]
    public void PortWithoutProtocolIsTcp() => Verify.Message(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: web }
        spec: { podSelector: {}, policyTypes: [Egress], egress: [{ to: [{ namespaceSelector: {} }], ports: [{ port: [|53|] }] }] }
        """,
        "NetworkPolicy 'web' isolates egress, and no policy lets its pods reach DNS: port 53 is allowed over TCP only, and DNS asks over UDP");

    [Theory]
    [InlineData("{}")]
    [InlineData("{ ports: [{ port: 53, protocol: UDP }] }")]
    [InlineData("{ ports: [{ protocol: UDP }] }")]
    [InlineData("{ ports: [{ port: 1, endPort: 1024, protocol: UDP }] }")]
    [InlineData("{ ports: [{ port: dns, protocol: UDP }] }")]
    [InlineData("{ ports: [{ port: 8053, protocol: UDP }], to: [{ namespaceSelector: {} }] }")]
    [InlineData("{ ports: [{ port: 5353, protocol: UDP }], to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: openshift-dns } } }] }")]
    [InlineData("{ ports: [{ port: 53, protocol: UDP }], to: [{ namespaceSelector: { matchLabels: { name: kube-system } }, podSelector: { matchLabels: { k8s-app: kube-dns } } }] }")]
    [InlineData("{ to: [{ namespaceSelector: {} }] }")]
    [InlineData("{ to: [{ namespaceSelector: {}, podSelector: { matchLabels: { k8s-app: kube-dns } } }] }")]
    [InlineData("{ to: [{ ipBlock: { cidr: 169.254.20.10/32 } }], ports: [{ port: 53, protocol: UDP }] }")]
    [InlineData("{ to: [] }")]
    [InlineData("{ ports: [{ port: $DNS_PORT, protocol: UDP }] }")]
    [InlineData("null")]
    public void DnsIsLetOut(string rule) => Verify.Silent(
        $$"""
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: web }
        spec: { podSelector: {}, policyTypes: [Egress], egress: [{ ports: [{ port: 5432 }] }, {{rule}}] }
        """,
        World.Repository);

    [Theory]
    [InlineData("policies/dns.yaml")]
    [InlineData("policies/common/dns.yaml")]
    [InlineData("platform/dns/dns.yaml")]
    public void PolicyOfTheNamespaceElsewhereOpensIt(string path) => Verify.Silent(
        $$"""
        #- policies/deny.yaml
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: deny, namespace: shop }
        spec: { podSelector: {}, policyTypes: [Egress] }
        #- {{path}}
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: dns, namespace: shop }
        spec: { podSelector: {}, policyTypes: [Egress], egress: [{ ports: [{ port: 53, protocol: UDP }] }] }
        """,
        World.Repository);

    [Fact]
    public void PolicyOfAnotherNamespaceDoesNotOpenIt() => Verify.Reported(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: deny, namespace: shop }
        spec: { podSelector: {}, policyTypes: [[|Egress|]] }
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: dns, namespace: office }
        spec: { podSelector: {}, policyTypes: [Egress], egress: [{}] }
        """,
        World.Repository);

    [Fact]
    public void UnnamedNamespaceBesideANamedOneIsUnknown() => Verify.Silent(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: deny, namespace: shop }
        spec: { podSelector: {}, policyTypes: [Egress] }
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: dns }
        spec: { podSelector: {}, policyTypes: [Egress], egress: [{}] }
        """,
        World.Repository);

    [Fact]
    public void IgnoredEgressRulesOpenNothing() => Verify.Reported(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: deny }
        spec: { podSelector: {}, policyTypes: [[|Egress|]] }
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: dns }
        spec: { podSelector: {}, policyTypes: [Ingress], egress: [{}] }
        """);

    [Fact]
    public void OneFindingOnTheBroadestPolicy() => Verify.Reported(
        """
        #- a.yaml
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: api }
        spec: { podSelector: { matchLabels: { app: api } }, policyTypes: [Egress], egress: [{ ports: [{ port: 5432 }] }] }
        #- b.yaml
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: deny }
        spec: { podSelector: {}, policyTypes: [[|Egress|]] }
        #- c.yaml
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: deny-again }
        spec: { podSelector: {}, policyTypes: [Egress] }
        """);

    [Fact]
    public void TwoSetsAreTwoFindings() => Verify.Reported(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: api }
        spec: { podSelector: { matchLabels: { app: api } }, [|egress|]: [{ ports: [{ port: 5432 }] }] }
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: web }
        spec: { podSelector: { matchLabels: { app: web } }, [|egress|]: [{ ports: [{ port: 8080 }] }] }
        """);

    [Fact]
    public void ForgottenPodIsNamed() => Verify.Message(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: deny, namespace: shop }
        spec: { podSelector: {}, policyTypes: [[|Egress|]] }
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: dns, namespace: shop }
        spec: { podSelector: { matchLabels: { app: web } }, policyTypes: [Egress], egress: [{ ports: [{ port: 53, protocol: UDP }] }] }
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: worker, namespace: shop }
        spec: { podSelector: { matchLabels: { app: worker } }, policyTypes: [Egress], egress: [{ ports: [{ port: 5672 }] }] }
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web, namespace: shop }
        spec: { template: { metadata: { labels: { app: web } } } }
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: worker, namespace: shop }
        spec: { template: { metadata: { labels: { app: worker } } } }
        """,
        "NetworkPolicy 'deny' isolates egress, and no policy lets its pods reach DNS: nothing opens it for the pods of Deployment 'worker'",
        World.Repository);

    [Fact]
    public void SealedPodsBesideOpenOnesAreMeantToBeSealed() => Verify.Silent(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: deny, namespace: shop }
        spec: { podSelector: {}, policyTypes: [Egress] }
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: dns, namespace: shop }
        spec: { podSelector: { matchLabels: { app: web } }, policyTypes: [Egress], egress: [{ ports: [{ port: 53, protocol: UDP }] }] }
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web, namespace: shop }
        spec: { template: { metadata: { labels: { app: web } } } }
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db, namespace: shop }
        spec: { template: { metadata: { labels: { app: db } } } }
        """,
        World.Repository);

    [Theory]
    [InlineData("apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: { name: dns, namespace: shop }")]
    [InlineData("apiVersion: cilium.io/v2\nkind: CiliumClusterwideNetworkPolicy\nmetadata: { name: dns }")]
    [InlineData("apiVersion: projectcalico.org/v3\nkind: GlobalNetworkPolicy\nmetadata: { name: dns }")]
    [InlineData("apiVersion: policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\nmetadata: { name: dns }")]
    [InlineData("apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: policies, namespace: shop }")]
    public void WhatMayOpenItUnseenIsUnknown(string other) => Verify.Silent(
        $$"""
        #- deny.yaml
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: deny, namespace: shop }
        spec: { podSelector: {}, policyTypes: [Egress] }
        #- other.yaml
        {{other}}
        """,
        World.Repository);

    [Fact]
    public void KustomizationMayAddAPolicy() => Verify.Silent(
        """
        #- kustomization.yaml
        resources: [deny.yaml, ../dns]
        #- deny.yaml
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: deny, namespace: shop }
        spec: { podSelector: {}, policyTypes: [Egress] }
        """,
        World.Repository);
}
