using NetLint.Testing;
using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.NetworkPolicies.NamespaceSelectorMatchesNothing>;

namespace NetLint.Rules.Tests.NetworkPolicies;

public sealed class NL3004Tests
{
    [Theory]
    [InlineData("name")]
    [InlineData("namespace")]
    [InlineData("metadata.name")]
    [InlineData("kubernetes.io/metadata-name")]
    [InlineData("kubernetes.io/Metadata.name")]
    public void NameOfADeclaredNamespaceUnderAnotherKeyIsReported(string key) => Verify.Message(
        $$"""
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: web, namespace: shop }
        spec: { podSelector: {}, ingress: [{ from: [{ namespaceSelector: { matchLabels: { {|NL3004/name-key:{{key}}|}: monitoring } } }] }] }
        ---
        apiVersion: v1
        kind: Namespace
        metadata: { name: monitoring, labels: { team: ops } }
        """,
        $"Namespace 'monitoring' has no label '{key}'; its name is the value of the label 'kubernetes.io/metadata.name'",
        World.Repository);

    [Fact]
    public void SystemNamespaceNeedsNoManifest() => Verify.Reported(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: dns }
        spec:
          podSelector: {}
          policyTypes: [Egress]
          egress:
            - to:
                - namespaceSelector: { matchExpressions: [{ key: [|name|], operator: In, values: [kube-system] }] }
        """,
        World.Repository);

    [Fact]
    public void NearMissOfALabelIsReportedAtTheValue() => Verify.Message(
        """
        #- policies/web.yaml
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: web, namespace: shop }
        spec: { podSelector: {}, ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: [|opps|] } } }] }] }
        #- namespaces/monitoring.yaml
        apiVersion: v1
        kind: Namespace
        metadata: { name: monitoring, labels: { team: ops } }
        """,
        "No Namespace has the label 'team: opps'; Namespace 'monitoring' has 'team: ops'",
        World.Repository);

    [Fact]
    public void NearMissOfANamespaceNameIsReported() => Verify.Reported(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: web, namespace: shop }
        spec: { podSelector: {}, ingress: [{ from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: {|NL3004/near-miss:monitorng|} } } }] }] }
        ---
        apiVersion: v1
        kind: Namespace
        metadata: { name: monitoring }
        """,
        World.Repository);

    [Theory]
    [InlineData("kubernetes.io/metadata.name: monitoring")]
    [InlineData("kubernetes.io/metadata.name: elsewhere")]
    [InlineData("kubernetes.io/metadata.name: stages")]
    [InlineData("team: ops")]
    [InlineData("team: payments")]
    [InlineData("name: elsewhere")]
    [InlineData("name: openshift-ingress")]
    [InlineData("name: labelled")]
    [InlineData("name: $NAMESPACE")]
    [InlineData("environment: prod-2")]
    public void LabelsThatAdministratorsSetAreSilent(string label) => Verify.Silent(
        $$"""
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: web, namespace: stages }
        spec: { podSelector: {}, ingress: [{ from: [{ namespaceSelector: { matchLabels: { {{label}} } } }] }] }
        ---
        apiVersion: v1
        kind: Namespace
        metadata: { name: monitoring, labels: { team: ops, environment: prod-1 } }
        ---
        apiVersion: v1
        kind: Namespace
        metadata: { name: labelled, labels: { name: labelled } }
        ---
        apiVersion: v1
        kind: Namespace
        metadata: { name: stage }
        """,
        World.Repository);

    [Fact]
    public void KustomizationLabelsTheNamespace() => Verify.Silent(
        """
        #- policies/web.yaml
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: web, namespace: shop }
        spec: { podSelector: {}, ingress: [{ from: [{ namespaceSelector: { matchLabels: { name: monitoring } } }] }] }
        #- base/kustomization.yaml
        resources: [namespace.yaml]
        labels: [{ pairs: { name: monitoring } }]
        #- base/namespace.yaml
        apiVersion: v1
        kind: Namespace
        metadata: { name: monitoring }
        """,
        World.Repository);
}
