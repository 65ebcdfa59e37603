using NetLint.Testing;
using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.NetworkPolicies.PolicySelectsNoPods>;

namespace NetLint.Rules.Tests.NetworkPolicies;

public sealed class NL3001Tests
{
    [Fact]
    public void NearMissInAnotherDirectoryIsReportedAtTheValue() => Verify.Message(
        """
        #- policies/cart.yaml
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: cart-access, namespace: shop }
        spec:
          podSelector:
            matchLabels:
              name: [|cart|]
        #- apps/carts.yaml
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: carts, namespace: shop }
        spec: { template: { metadata: { labels: { name: carts } } } }
        """,
        "The podSelector of NetworkPolicy 'cart-access' matches no pods: labels of Deployment 'carts' say 'name: carts', the selector says 'name: cart'",
        World.Repository);

    [Fact]
    public void ChartBesideThemIsNoReasonToDoubtANearMiss() => Verify.Reported(
        """
        #- deploy/policies/cart.yaml
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: cart-access, namespace: shop }
        spec: { podSelector: { matchLabels: { name: [|cart|] } } }
        #- deploy/manifests/carts.yaml
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: carts, namespace: shop }
        spec: { template: { metadata: { labels: { name: carts } } } }
        #- deploy/chart/Chart.yaml
        apiVersion: v2
        name: shop
        version: 1.0.0
        """,
        World.Repository);

    [Fact]
    public void MistypedKeyIsReportedAtTheKey() => Verify.Message(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: db, namespace: shop }
        spec: { podSelector: { matchLabels: { [|App|]: db } } }
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db, namespace: shop }
        spec: { template: { metadata: { labels: { app: db } } } }
        """,
        "The podSelector of NetworkPolicy 'db' matches no pods: labels of StatefulSet 'db' say 'app', the selector says 'App'",
        World.Repository);

    [Fact]
    public void SelectorOfExpressionsIsReportedWholeWhenTheWorkloadsAreInSight() => Verify.Reported(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: tiers }
        spec: { podSelector: [|{ matchExpressions: [{ key: tier, operator: In, values: [front, middle] }] }|] }
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web }
        spec: { template: { metadata: { labels: { tier: backoffice } } } }
        """);

    [Fact]
    public void PodsOfAnotherNamespaceAreNamed() => Verify.Message(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: queue, namespace: shop }
        spec: { podSelector: [|{ matchLabels: { app: queue } }|] }
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: queue, namespace: office }
        spec: { template: { metadata: { labels: { app: queue } } } }
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web, namespace: shop }
        spec: { template: { metadata: { labels: { app: web } } } }
        """,
        "The podSelector of NetworkPolicy 'queue' matches no pods of its namespace; StatefulSet 'queue' has these labels in namespace 'office'");

    [Theory]
    [InlineData("{}")]
    [InlineData("{ matchLabels: { app: web } }")]
    [InlineData("{ matchLabels: { job-name: nightly } }")]
    [InlineData("{ matchLabels: { app: $APP } }")]
    [InlineData("{ matchLabels: { app: 12 } }")]
    [InlineData("{ matchExpressions: [{ key: app, operator: Equals, values: [x] }] }")]
    public void SelectorThatSelectsOrCannotBeJudgedIsSilent(string selector) => Verify.Silent(
        $$"""
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: web, namespace: shop }
        spec: { podSelector: {{selector}} }
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web, namespace: shop }
        spec: { template: { metadata: { labels: { app: web } } } }
        """);

    [Fact]
    public void NamespaceWithoutWorkloadsIsUnknown() => Verify.Silent(
        """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: api, namespace: shop }
        spec: { podSelector: { matchLabels: { app: api } } }
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: other, namespace: office }
        spec: { template: { metadata: { labels: { app: other } } } }
        """);

    [Fact]
    public void KustomizationMayAddTheLabels() => Verify.Silent(
        """
        #- base/kustomization.yaml
        resources: [all.yaml]
        labels: [{ pairs: { app: api }, includeSelectors: true }]
        #- base/all.yaml
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: api }
        spec: { podSelector: { matchLabels: { app: apis } } }
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: api }
        spec: { template: { metadata: { labels: { app: api } } } }
        """,
        World.Repository);
}
