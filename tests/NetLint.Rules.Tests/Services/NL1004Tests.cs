using NetLint.Analysis.Diagnostics;
using NetLint.Testing;
using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.Services.SelectorMatchesNoPods>;

namespace NetLint.Rules.Tests.Services;

public sealed class NL1004Tests
{
    [Theory]
    [InlineData("Frontend", "frontend")]
    [InlineData("frontned", "frontend")]
    [InlineData("frontend-", "frontend")]
    [InlineData("payments-svc", "payment-svc")]
    public void TheNearestValueIsNamed(string asked, string written)
    {
        var found = Verify.Reported(
            $$"""
            apiVersion: v1
            kind: Service
            metadata: { name: shop }
            spec:
              selector: { app: [|{{asked}}|] }
              ports: [{ port: 80 }]
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: shop }
            spec: { template: { metadata: { labels: { app: {{written}} } } } }
            """,
            World.Repository);
        Assert.Equal($"The selector of Service 'shop' matches no pods: labels of Deployment 'shop' say 'app: {written}', the selector says 'app: {asked}'", found[0].Message);
        var related = Assert.Single(found[0].Related);
        Assert.Equal((RelatedRole.Target, written), (related.Role, related.Origin.Text));
    }

    [Fact]
    public void TheNearestKeyIsNamed() => Verify.Message(
        """
        #- service.yaml
        { apiVersion: v1, kind: Service, metadata: { name: api }, spec: { selector: { [|app.kubernetes.io/nmae|]: api, tier: back }, ports: [{ port: 9000 }] } }
        #- api.yaml
        { apiVersion: apps/v1, kind: StatefulSet, metadata: { name: api }, spec: { template: { metadata: { labels: { app.kubernetes.io/name: api, tier: back } } } } }
        """,
        "The selector of Service 'api' matches no pods: labels of StatefulSet 'api' say 'app.kubernetes.io/name', the selector says 'app.kubernetes.io/nmae'",
        World.Repository);

    [Fact]
    public void OneLabelThatDiffersIsNamedWhereNoEvidenceIsNeeded() => Verify.Message(
        """
        { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { selector: { app: shop, tier: [|frontend|] }, ports: [{ port: 80 }] } }
        ---
        { apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: { template: { metadata: { labels: { app: shop, tier: web } } } } }
        """,
        "The selector of Service 'web' matches no pods: labels of Deployment 'web' say 'tier: web', the selector says 'tier: frontend'",
        World.Repository);

    [Fact]
    public void TheWorkloadNamedLikeTheServiceComesFirst() => Verify.Message(
        """
        { apiVersion: v1, kind: Service, metadata: { name: orders }, spec: { selector: { name: [|order|] }, ports: [{ port: 80 }] } }
        ---
        { apiVersion: apps/v1, kind: Deployment, metadata: { name: border }, spec: { template: { metadata: { labels: { name: border } } } } }
        ---
        { apiVersion: apps/v1, kind: Deployment, metadata: { name: orders }, spec: { template: { metadata: { labels: { name: orders } } } } }
        """,
        "The selector of Service 'orders' matches no pods: labels of Deployment 'orders' say 'name: orders', the selector says 'name: order'",
        World.Repository);

    [Fact]
    public void WithoutASingleLabelAtFaultTheSelectorIsReported() => Verify.Message(
        """
        apiVersion: v1
        kind: Service
        metadata: { name: cache }
        spec:
          selector: [|{ app: cache, tier: data }|]
          ports: [{ port: 6379 }]
        ---
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: { name: agent }
        spec: { template: { metadata: { labels: { app: agent } } } }
        """,
        "The selector of Service 'cache' matches no pods",
        World.Repository);

    [Fact]
    public void PodsInAnotherNamespaceAreNamed() => Verify.Message(
        """
        { apiVersion: v1, kind: Service, metadata: { name: web, namespace: shop }, spec: { selector: [|{ app: web }|], ports: [{ port: 80 }] } }
        ---
        { apiVersion: v1, kind: Pod, metadata: { name: web, namespace: store, labels: { app: web } } }
        """,
        "The selector of Service 'web' matches no pods of its namespace; Pod 'web' has these labels in namespace 'store'");

    [Fact]
    public void LabelsOfTheWorkloadItselfDoNotCount() => Verify.Reported(
        """
        { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { selector: [|{ app: web }|], ports: [{ port: 80 }] } }
        ---
        { apiVersion: apps/v1, kind: Deployment, metadata: { name: web, labels: { app: web } }, spec: { template: { metadata: { labels: { run: web } } } } }
        """);

    [Theory]
    [InlineData("selector: { app: web }")]
    [InlineData("selector: { app: web, tier: front }")]
    [InlineData("selector: {}")]
    [InlineData("selector: null")]
    [InlineData("clusterIP: None")]
    [InlineData("type: ExternalName, externalName: example.com, selector: { app: wbe }")]
    [InlineData("selector: { app: 1 }")] // refused: a number is no label
    [InlineData("selector: { app: true }")]
    [InlineData("selector: { app: [web] }")]
    [InlineData("selector: web")]
    [InlineData("selector: { app: \"${APP}\" }")]
    [InlineData("selector: { app: \"{{ .Values.app }}\" }")]
    public void OtherSelectorsAreSilent(string spec) => Verify.Silent(
        $$"""
        { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { {{spec}}, ports: [{ port: 80 }] } }
        ---
        { apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: { template: { metadata: { labels: { app: web, tier: front, version: v1 } } } } }
        """);

    [Theory]
    [InlineData("statefulset.kubernetes.io/pod-name: web-0")]
    [InlineData("apps.kubernetes.io/pod-index: \"1\"")]
    [InlineData("job-name: web")]
    [InlineData("pod-template-hash: abc")]
    [InlineData("role: primary")]
    [InlineData("cnpg.io/cluster: db")]
    public void LabelsThatControllersAddAreSilent(string label) => Verify.Silent(
        $$"""
        { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { selector: { app: web, {{label}} }, ports: [{ port: 80 }] } }
        ---
        { apiVersion: apps/v1, kind: StatefulSet, metadata: { name: web }, spec: { template: { metadata: { labels: { app: web } } } } }
        """,
        World.Repository);

    [Fact]
    public void LabelsOfAnExperimentAreSilent() => Verify.Silent(
        """
        { apiVersion: v1, kind: Service, metadata: { name: preview }, spec: { selector: { app: shop-preview }, ports: [{ port: 80 }] } }
        ---
        apiVersion: argoproj.io/v1alpha1
        kind: Rollout
        metadata: { name: shop }
        spec:
          template: { metadata: { labels: { app: shop } }, spec: { containers: [{ name: shop }] } }
          strategy: { canary: { steps: [{ setWeight: 5 }, { experiment: { templates: [{ name: preview, specRef: canary, metadata: { labels: { app: shop-preview } } }] } }] } }
        """,
        World.Repository);

    [Fact]
    public void LabelsThatAnApplicationMaySetByItselfAreSilent() => Verify.Silent(
        """
        { apiVersion: v1, kind: Service, metadata: { name: leader }, spec: { selector: { app: raft, leader: "true" }, ports: [{ port: 80 }] } }
        ---
        { apiVersion: apps/v1, kind: Deployment, metadata: { name: raft }, spec: { template: { metadata: { labels: { app: raft } } } } }
        ---
        { apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: { name: raft }, rules: [{ apiGroups: [""], resources: [pods], verbs: [get, patch] }] }
        """,
        World.Repository);

    [Fact]
    public void AnExtraLabelWithoutThatRightIsReported() => Verify.Reported(
        """
        { apiVersion: v1, kind: Service, metadata: { name: leader }, spec: { selector: [|{ app: raft, leader: "true" }|], ports: [{ port: 80 }] } }
        ---
        { apiVersion: apps/v1, kind: Deployment, metadata: { name: raft }, spec: { template: { metadata: { labels: { app: raft } } } } }
        ---
        { apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: { name: raft }, rules: [{ apiGroups: [""], resources: [pods], verbs: [get, list] }] }
        """,
        World.Repository);

    [Fact]
    public void WithoutEvidenceAnAbsenceIsSilent() => Verify.Silent(
        """
        #- service.yaml
        { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { selector: { app: web }, ports: [{ port: 80 }] } }
        #- other.yaml
        { apiVersion: apps/v1, kind: Deployment, metadata: { name: worker }, spec: { template: { metadata: { labels: { app: worker } } } } }
        """,
        World.Repository);

    [Fact]
    public void PodsThatAnotherServiceSelectsAreNoMisspelling() => Verify.Silent(
        """
        #- feed-in.yaml
        { apiVersion: v1, kind: Service, metadata: { name: feed-in }, spec: { selector: { app: feed-in }, ports: [{ port: 80 }] } }
        #- feed-on.yaml
        { apiVersion: v1, kind: Service, metadata: { name: feed-on }, spec: { selector: { app: feed-on }, ports: [{ port: 80 }] } }
        #- deployment.yaml
        { apiVersion: apps/v1, kind: Deployment, metadata: { name: feed-on }, spec: { template: { metadata: { labels: { app: feed-on } } } } }
        """,
        World.Repository);

    [Fact]
    public void FilesThatAKustomizationRewritesAreSilent() => Verify.Silent(
        """
        #- base/service.yaml
        { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { selector: { app: wbe }, ports: [{ port: 80 }] } }
        ---
        { apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: { template: { metadata: { labels: { app: web } } } } }
        #- base/kustomization.yaml
        resources: [service.yaml]
        commonLabels: { app: web }
        """);

    [Fact]
    public void PodsOfJobsAreNoEvidence() => Verify.Silent(
        """
        { apiVersion: v1, kind: Service, metadata: { name: web, namespace: shop }, spec: { selector: { app: shop, part: web }, ports: [{ port: 80 }] } }
        ---
        { apiVersion: batch/v1, kind: Job, metadata: { name: migrate, namespace: shop }, spec: { template: { metadata: { labels: { app: shop, part: job } } } } }
        """,
        World.Repository);

    [Fact]
    public void PodsOfJobsAreNotWhatIsMeant()
    {
        var found = Assert.Single(Verify.Reported(
            """
            { apiVersion: v1, kind: Service, metadata: { name: web, namespace: shop }, spec: { selector: [|{ app: shop, part: web }|], ports: [{ port: 80 }] } }
            ---
            { apiVersion: batch/v1, kind: CronJob, metadata: { name: report, namespace: shop }, spec: { jobTemplate: { spec: { template: { metadata: { labels: { app: shop, part: wed } } } } } } }
            ---
            { apiVersion: v1, kind: Pod, metadata: { name: other, namespace: shop, labels: { app: office } } }
            """,
            World.Repository));
        Assert.Equal("The selector of Service 'web' matches no pods", found.Message);
    }
}
