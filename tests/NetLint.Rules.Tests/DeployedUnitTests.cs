using System.Collections.Immutable;
using NetLint.Analysis.Configuration;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Repository;
using NetLint.Rules.Ingresses;
using NetLint.Rules.Manifests;
using NetLint.Rules.NetworkPolicies;
using NetLint.Rules.Services;
using NetLint.Testing;

namespace NetLint.Rules.Tests;

/// <summary>What is found, missing and unknown in what deployment tools deploy.</summary>
public sealed class DeployedUnitTests
{
    private const string Ingress =
        "{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: edge, namespace: shop }, spec: { ingressClassName: internal, defaultBackend: { service: { name: web, port: { number: 8081 } } } } }\n";

    private const string Service = "{ apiVersion: v1, kind: Service, metadata: { name: web, namespace: shop }, spec: { selector: { app: web }, ports: [{ port: 8081 }] } }\n";

    [Fact]
    public void WhatNothingElseMayHoldIsMissing() => Assert.Equal(["NL2004"], Ids($"#- a/kustomization.yaml\nresources: [edge.yaml]\n#- a/edge.yaml\n{Ingress}"));

    [Fact]
    public void AUnitOfUnknownClusterMayHoldIt() =>
        Assert.Empty(Ids($"#- a/kustomization.yaml\nresources: [edge.yaml]\n#- a/edge.yaml\n{Ingress}#- b/kustomization.yaml\nresources: [web.yaml]\n#- b/web.yaml\n{Service.Replace("selector: { app: web }, ", "", StringComparison.Ordinal)}"));

    [Theory]
    [InlineData("blue", 8081, "")]
    [InlineData("blue", 9091, "NL2005")]
    [InlineData("green", 9091, "")]
    public void AUnitOfTheSameClusterHoldsIt(string cluster, int port, string expected) => Assert.Equal(
        expected,
        string.Join(' ', Ids(
            App("edge", "apps/edge", "blue") + App("web", "apps/web", cluster)
            + $"#- apps/edge/edge.yaml\n{Ingress}#- apps/web/web.yaml\n{{ apiVersion: v1, kind: Service, metadata: {{ name: web, namespace: shop }}, spec: {{ ports: [{{ port: {port} }}] }} }}\n")));

    [Theory]
    [InlineData("metadata: { name: web, namespace: shop }", "")]
    [InlineData("metadata: { name: web, namespace: data }", "NL2004")]
    [InlineData("metadata: { name: web, namespace: flux-system }, targetNamespace: shop", "")]
    public void AReleaseHoldsWhatItsNamespaceHolds(string release, string expected)
    {
        var parts = release.Split(", targetNamespace: ");
        var target = parts.Length > 1 ? $", targetNamespace: {parts[1]}" : "";
        Assert.Equal(expected, string.Join(' ', Ids(
            App("edge", "apps/edge", "blue") + App("web", "apps/web", "blue")
            + $"#- apps/edge/edge.yaml\n{Ingress}#- apps/web/release.yaml\n{{ apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, {parts[0]}, spec: {{ chart: {{ spec: {{ chart: web }} }}{target} }} }}\n")));
    }

    [Theory]
    [InlineData("${APP}", "")]
    [InlineData("w${APP}", "")]
    [InlineData("api-${APP}", "NL2004")]
    public void ANameThatIsFilledInLaterMayBecomeIt(string name, string expected) => Assert.Equal(
        expected,
        string.Join(' ', Ids($"#- a/kustomization.yaml\nresources: [edge.yaml]\n#- a/edge.yaml\n{Ingress}---\n{{ apiVersion: v1, kind: Service, metadata: {{ name: '{name}', namespace: shop }}, spec: {{ ports: [{{ port: 8081 }}] }} }}\n")));

    [Fact]
    public void ATargetNamespaceMovesWhatSaysAnother() => Assert.Empty(Ids(
        $$"""
        #- clusters/apps.yaml
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: { name: apps, namespace: flux-system }
        spec: { path: ./apps/web, targetNamespace: moved, sourceRef: { kind: GitRepository, name: fleet } }
        ---
        { apiVersion: source.toolkit.fluxcd.io/v1, kind: GitRepository, metadata: { name: fleet, namespace: flux-system }, spec: { url: 'https://git.example.org/team/fleet' } }
        #- apps/web/all.yaml
        {{Ingress}}---
        { apiVersion: v1, kind: Service, metadata: { name: web, namespace: other }, spec: { ports: [{ port: 8081 }] } }
        """));

    [Theory]
    [InlineData("labels: [{ pairs: { app: web }, includeSelectors: true }]", "selector: { tier: a }", "tier: a", "")]
    [InlineData("labels: [{ pairs: { app: web }, includeTemplates: true }]", "selector: { app: web }", "tier: a", "")]
    [InlineData("labels: [{ pairs: { app: web } }]", "selector: { app: web }", "tier: a", "NL1004")]
    [InlineData("commonLabels: { team: one }", "selector: { app: web }", "app: web", "")]
    [InlineData("commonLabels: { team: one }", "selector: { app: wbe }", "app: web", "NL1004")]
    public void LabelsAreThoseTheClusterReceives(string field, string selector, string label, string expected) => Assert.Equal(
        expected,
        string.Join(' ', Ids(
            $$"""
            #- kustomization.yaml
            resources: [all.yaml]
            {{field}}
            #- all.yaml
            { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { {{selector}}, ports: [{ port: 81 }] } }
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: web }
            spec: { selector: { matchLabels: { {{label}} } }, template: { metadata: { labels: { {{label}} } }, spec: { containers: [{ name: web }] } } }
            """)));

    [Fact]
    public void AVariableInASelectorIsUnknown() => Assert.Empty(Ids(
        """
        #- kustomization.yaml
        resources: [all.yaml]
        #- all.yaml
        { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { selector: { app: '${APP}' }, ports: [{ port: 81 }] } }
        ---
        { apiVersion: v1, kind: Pod, metadata: { name: web, labels: { app: web } }, spec: { containers: [{ name: web }] } }
        """));

    [Theory]
    [InlineData("blue", "blue", "NL1002")]
    [InlineData("blue", "green", "")]
    public void NodePortsAreThoseOfACluster(string first, string second, string expected) => Assert.Equal(
        expected,
        string.Join(' ', Ids(
            App("one", "apps/one", first) + App("two", "apps/two", second) + NodePort("apps/one", "one", 30155) + NodePort("apps/two", "two", 30155))));

    [Fact]
    public void NodePortsOfVariantsDoNotMeet() => Assert.Empty(Ids(
        NodePort("base", "web", 30166) +
        """
        #- base/kustomization.yaml
        resources: [svc.yaml]
        #- dev/kustomization.yaml
        resources: [../base]
        namePrefix: dev-
        #- live/kustomization.yaml
        resources: [../base]
        namePrefix: live-
        """));

    [Fact]
    public void NodePortsOfOneBaseThatIsDeployedTwiceMeet() => Assert.Equal(["NL1002"], Ids(
        NodePort("base", "web", 30177) +
        """
        #- base/kustomization.yaml
        resources: [svc.yaml]
        #- dev/kustomization.yaml
        resources: [../base]
        namespace: dev
        #- live/kustomization.yaml
        resources: [../base]
        namespace: live
        #- all/kustomization.yaml
        resources: [../dev, ../live]
        """));

    [Fact]
    public void AnApplicationThatDeclaresAnObjectTwiceOverwritesIt()
    {
        var found = Assert.Single(Run(App("web", "apps/web", "blue") + "#- apps/web/a.yaml\n" + Service + "#- apps/web/b.yaml\n" + Service.Replace(", namespace: shop", "", StringComparison.Ordinal)), item => item.Descriptor.Id == "NL0008");
        Assert.Equal("Service 'web' is declared in 'apps/web/a.yaml' already; the later declaration overwrites the earlier one", found.Message);
    }

    [Fact]
    public void AnObjectThatAKustomizationDeclaresTwiceIsOneFinding() => Assert.Equal(["NL0020"], Ids(
        $"#- kustomization.yaml\nresources: [all.yaml]\n#- all.yaml\n{Service}---\n{Service}"));

    [Fact]
    public void AnOpenerInAUnitOfUnknownClusterIsSilent() => Assert.Empty(Ids(
        """
        #- deny/kustomization.yaml
        resources: [deny.yaml]
        #- deny/deny.yaml
        { apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: deny }, spec: { podSelector: {}, policyTypes: [Egress] } }
        #- policies/far/dns/kustomization.yaml
        resources: [dns.yaml]
        #- policies/far/dns/dns.yaml
        { apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: dns }, spec: { podSelector: {}, policyTypes: [Egress], egress: [{ ports: [{ port: 53, protocol: UDP }] }] } }
        """));

    [Fact]
    public void AnOpenerInTheSameUnitIsSilentWhereverItIsWritten()
    {
        const string Deny = "{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: deny }, spec: { podSelector: {}, policyTypes: [Egress] } }\n";
        Assert.Equal(["NL3002"], Ids($"#- a/kustomization.yaml\nresources: [deny.yaml]\n#- a/deny.yaml\n{Deny}"));
        Assert.Empty(Ids(
            $$"""
            #- a/kustomization.yaml
            resources: [deny.yaml, ../somewhere/else]
            #- a/deny.yaml
            {{Deny}}#- somewhere/else/kustomization.yaml
            resources: [dns.yaml]
            #- somewhere/else/dns.yaml
            { apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: dns }, spec: { podSelector: {}, policyTypes: [Egress], egress: [{ ports: [{ port: 53, protocol: UDP }] }] } }
            """));
    }

    [Theory]
    [InlineData("blue", "NL3004")]
    [InlineData("green", "")]
    public void ANamespaceOfTheSameClusterIsEvidence(string cluster, string expected) => Assert.Equal(
        expected,
        string.Join(' ', Ids(
            App("policy", "apps/policy", "blue") + App("spaces", "apps/spaces", cluster) +
            """
            #- apps/policy/policy.yaml
            { apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: p }, spec: { podSelector: {}, policyTypes: [Ingress], ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: paymnets } } }] }] } }
            #- apps/spaces/space.yaml
            { apiVersion: v1, kind: Namespace, metadata: { name: pay, labels: { team: payments } } }
            """)));

    [Fact]
    public void ADefaultClassInAnotherUnitIsSilent()
    {
        static string Classes(string cluster, string annotations) =>
            App("edge", "apps/edge", "blue") + App("classes", "apps/classes", cluster) + "#- apps/edge/edge.yaml\n"
            + "{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: edge }, spec: { defaultBackend: { resource: { kind: Bucket, name: b } } } }\n"
            + $"#- apps/classes/class.yaml\n{{ apiVersion: networking.k8s.io/v1, kind: IngressClass, metadata: {{ name: inner{annotations} }} }}\n";
        const string Default = ", annotations: { ingressclass.kubernetes.io/is-default-class: 'true' }";
        Assert.Empty(Ids(Classes("blue", Default)));
        Assert.Empty(Ids(Classes("green", Default)));
        Assert.Equal(["NL2001/no-default-class"], Run(Classes("blue", "")).Select(item => item.Descriptor.FullId));
        Assert.Equal(["NL2001/no-class-known"], Run(Classes("green", "")).Select(item => item.Descriptor.FullId));
    }

    private static string App(string name, string path, string cluster) =>
        $"#- root/{name}.yaml\n{{ apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {{ name: {name}, namespace: argocd }}, spec: {{ destination: {{ name: {cluster}, namespace: shop }}, source: {{ repoURL: 'https://git.example.org/team/fleet', path: {path} }} }} }}\n";

    private static string NodePort(string directory, string name, int port) =>
        $"#- {directory}/svc.yaml\n{{ apiVersion: v1, kind: Service, metadata: {{ name: {name} }}, spec: {{ type: NodePort, ports: [{{ port: 81, nodePort: {port} }}] }} }}\n";

    private static string[] Ids(string files) => [.. Run(files).Where(item => item.Severity != DiagnosticSeverity.Info).Select(item => item.Descriptor.Id)];

    private static ImmutableArray<Diagnostic> Run(string files)
    {
        var configuration = LintConfiguration.Default with { Repository = RepositoryOptions.Default with { RepositoryUrls = ["https://git.example.org/team/fleet.git"] } };
        DiagnosticAnalyzer[] rules =
        [
            new BackendServiceMissing(), new BackendPortMissing(), new IngressClassMissing(), new SelectorMatchesNoPods(), new NodePortConflict(),
            new DuplicateResource(), new UnitDoesNotRender(), new EgressWithoutDns(), new NamespaceSelectorMatchesNothing(),
        ];
        return LintRun.Analyze(Fixture.Parse(files).Files, rules, World.Repository with { Configuration = configuration }).Diagnostics;
    }
}
