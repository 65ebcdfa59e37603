using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;

namespace NetLint.Repository.Tests.Discovery;

public sealed class FluxDiscoveryTests
{
    private const string Here = "https://git.example.org/team/fleet.git";

    private const string Web = "{ apiVersion: v1, kind: Service, metadata: { name: web }, spec: { ports: [{ port: 81 }] } }";

    [Fact]
    public void APathWithoutAKustomizationIsAllYamlBelowIt()
    {
        var units = Units("spec: { path: ./apps, targetNamespace: shop }", $"#- apps/web.yaml\n{Web}\n#- apps/deep/api.yml\n{Web.Replace("web", "api", StringComparison.Ordinal)}\n");
        var unit = Assert.Single(units, unit => unit.Kind == UnitKind.Flux);
        Assert.Equal(("Kustomization flux-system/apps", "apps", "shop", null, false), (unit.Name, unit.Root, unit.Namespace, unit.Cluster, unit.IsAssumed));
        Assert.Equal([("apps/deep/api.yml", "shop"), ("apps/web.yaml", "shop")], unit.Resources.Select(resource => (resource.Source.Id.Path, resource.Namespace)).Order());
        Assert.Equal("apps", unit.FoundAt!.Value.Text);
        Assert.DoesNotContain(units, other => other.Kind == UnitKind.Plain && other.Root.StartsWith("apps", StringComparison.Ordinal));
    }

    [Fact]
    public void PatchesImagesAndComponentsAreApplied()
    {
        var unit = Flux(
            """
            spec:
              path: ./apps/web
              components: [../../extra]
              images: [{ name: nginx, newTag: '1.29' }]
              patches:
                - target: { kind: Service }
                  patch: '- { op: replace, path: /spec/ports/0/port, value: 8443 }'
            """,
            $$"""
            #- apps/web/kustomization.yaml
            resources: [web.yaml]
            #- apps/web/web.yaml
            {{Web}}
            ---
            { apiVersion: v1, kind: Pod, metadata: { name: web }, spec: { containers: [{ name: web, image: nginx }] } }
            #- extra/kustomization.yaml
            apiVersion: kustomize.config.k8s.io/v1alpha1
            kind: Component
            labels: [{ pairs: { tier: front } }]
            """);
        Assert.Empty(unit.Problems);
        var service = unit.Resources.OfType<Service>().Single();
        Assert.Equal(8443, service.Spec.Ports[0].Port.Value);
        Assert.Equal("front", service.Metadata.Labels.Value?["tier"]);
        Assert.Equal(["nginx:1.29"], FieldPath.SelectText(unit.Resources.Single(resource => resource.Kind == "Pod").Node, "spec.containers[].image"));
        Assert.Equal("clusters/app.yaml", service.Spec.Ports[0].Port.Origin.Source.Id.Path);
    }

    [Fact]
    public void VariablesAreFilledInFromTheRepository()
    {
        var unit = Flux(
            """
            spec:
              path: ./apps/web
              postBuild:
                substitute: { PORT: '8081' }
                substituteFrom: [{ kind: ConfigMap, name: settings }]
            """,
            """
            #- clusters/settings.yaml
            { apiVersion: v1, kind: ConfigMap, metadata: { name: settings, namespace: flux-system }, data: { APP: shop, PORT: '1' } }
            #- apps/web/web.yaml
            { apiVersion: v1, kind: Service, metadata: { name: '${APP}-web' }, spec: { ports: [{ port: '${PORT}' }] } }
            """);
        Assert.Equal("shop-web", Assert.Single(unit.Resources).Name);
        Assert.Empty(unit.Gaps);
    }

    [Fact]
    public void WhatAnUnseenSecretHoldsStaysUnresolved()
    {
        var unit = Flux(
            "spec: { path: ./apps/web, postBuild: { substituteFrom: [{ kind: Secret, name: settings }] } }",
            "#- apps/web/web.yaml\n{ apiVersion: v1, kind: Service, metadata: { name: '${APP}-web' } }\n");
        Assert.Equal("${APP}-web", Assert.Single(unit.Resources).Name);
        var gap = Assert.Single(unit.Gaps);
        Assert.Equal((GapCode.Substitution, "'${APP}-web'"), (gap.Code, gap.Origin!.Value.Text));
    }

    [Theory]
    [InlineData("suspend: true", null)]
    [InlineData("kubeConfig: { secretRef: { name: edge } }", "flux-system/edge")]
    public void SuspendedAndRemoteOnesAreUnitsAsWell(string option, string? cluster)
    {
        var unit = Flux($"spec: {{ path: ./apps/web, {option} }}", $"#- apps/web/web.yaml\n{Web}\n");
        Assert.Equal((cluster, 1), (unit.Cluster, unit.Resources.Length));
    }

    [Fact]
    public void OnePathWithTwoValuesIsTwoUnits()
    {
        var units = Loaded.UnitsAt(Here,
            $$"""
            #- clusters/apps.yaml
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: { name: one, namespace: flux-system }
            spec: { path: ./apps/web, targetNamespace: first, sourceRef: { kind: GitRepository, name: fleet }, postBuild: { substitute: { NAME: left } } }
            ---
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: { name: two, namespace: flux-system }
            spec: { path: ./apps/web, targetNamespace: second, sourceRef: { kind: GitRepository, name: fleet }, postBuild: { substitute: { NAME: right } } }
            #- apps/web/web.yaml
            { apiVersion: v1, kind: Service, metadata: { name: '${NAME}' } }
            """);
        Assert.Equal(
            [("Kustomization flux-system/one", "first", "left"), ("Kustomization flux-system/two", "second", "right")],
            units.Where(unit => unit.Kind == UnitKind.Flux).Select(unit => (unit.Name, unit.Namespace!, unit.Resources.Single().Name)));
    }

    [Fact]
    public void ABootstrapNamesTheClusterOfAllItLeadsTo()
    {
        var units = Loaded.UnitsAt(Here, string.Concat(new[] { "blue", "green" }.Select(cluster =>
            $$"""
            #- clusters/{{cluster}}/flux-system/gotk-sync.yaml
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata: { name: flux-system, namespace: flux-system }
            spec: { url: 'ssh://git@git.example.org/team/fleet' }
            ---
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: { name: flux-system, namespace: flux-system }
            spec: { path: ./clusters/{{cluster}}, sourceRef: { kind: GitRepository, name: flux-system } }
            #- clusters/{{cluster}}/settings.yaml
            { apiVersion: v1, kind: ConfigMap, metadata: { name: settings, namespace: flux-system }, data: { CLUSTER: {{cluster}} } }
            #- clusters/{{cluster}}/apps.yaml
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: { name: apps, namespace: flux-system }
            spec:
              path: ./apps
              sourceRef: { kind: GitRepository, name: flux-system }
              postBuild: { substituteFrom: [{ kind: ConfigMap, name: settings }] }

            """)) +
            """
            #- apps/web.yaml
            { apiVersion: v1, kind: Service, metadata: { name: 'web-${CLUSTER}', namespace: shop } }
            """);
        // Each Kustomization is one unit a cluster: what its file alone would tell is known better through the root.
        Assert.Equal(
            [
                ("Kustomization flux-system/apps", "blue"), ("Kustomization flux-system/apps (2)", "green"),
                ("Kustomization flux-system/flux-system", "blue"), ("Kustomization flux-system/flux-system (2)", "green"),
            ],
            units.Select(unit => (unit.Name, unit.Cluster!)).Order());
        Assert.All(units.Where(unit => unit.Root == "apps"), unit => Assert.Equal("web-" + unit.Cluster, Assert.Single(unit.Resources).Name));
        Assert.All(units, unit => Assert.Empty(unit.Gaps));
    }

    [Fact]
    public void AHelmReleaseIsAGapOfItsNamespaceAlone()
    {
        var unit = Flux(
            "spec: { path: ./apps/web }",
            """
            #- apps/web/release.yaml
            apiVersion: helm.toolkit.fluxcd.io/v2
            kind: HelmRelease
            metadata: { name: redis, namespace: data }
            spec: { chart: { spec: { chart: redis, sourceRef: { kind: HelmRepository, name: charts } } } }
            """);
        Assert.Empty(unit.Gaps);
        Assert.Equal(UnitOpenness.Rendered, unit.Scope.Openness);
    }

    [Fact]
    public void ASourceElsewhereIsAGap()
    {
        var unit = Flux(
            "spec: { path: ./apps/web, targetNamespace: shop, sourceRef: { kind: GitRepository, name: other } }",
            $"#- clusters/source.yaml\n{{ apiVersion: source.toolkit.fluxcd.io/v1, kind: GitRepository, metadata: {{ name: other, namespace: flux-system }}, spec: {{ url: 'https://github.com/other/thing' }} }}\n#- apps/web/web.yaml\n{Web}\n");
        Assert.Empty(unit.Resources);
        Assert.Equal(("shop", ""), (Assert.Single(unit.Gaps).Namespace, unit.Root));
    }

    [Fact]
    public void ThreadsAndTheOrderOfFilesChangeNothing()
    {
        var files = Enumerable.Range(0, 40).SelectMany(i => new[]
        {
            $"#- o{i}/kustomization.yaml\nresources: [../base]\nnamePrefix: o{i}-\n",
            $"#- clusters/k{i}.yaml\n{{ apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization, metadata: {{ name: k{i}, namespace: flux-system }}, spec: {{ path: ./o{i % 7}, targetNamespace: n{i} }} }}\n",
        }).Append($"#- base/kustomization.yaml\nresources: [web.yaml]\n#- base/web.yaml\n{Web}\n").ToArray();
        var one = Describe(Loaded.UnitsAt(Here, string.Concat(files)));
        Assert.Equal(one, Describe(Loaded.UnitsAt(Here, string.Concat(files), threads: 4)));
        Assert.Equal(one, Describe(Loaded.UnitsAt(Here, string.Concat(files.Reverse()))));

        static IEnumerable<string> Describe(IEnumerable<DeploymentUnit> units) =>
            units.Select(unit => $"{unit.Kind} {unit.Name} {unit.FoundAt?.LineSpan} {string.Join(',', unit.Resources.Select(resource => resource.Id))} {string.Join(',', unit.Gaps.Select(gap => gap.Text))}").ToArray();
    }

    private static DeploymentUnit Flux(string spec, string files) => Assert.Single(Units(spec, files), unit => unit.Kind == UnitKind.Flux);

    private static ImmutableArray<DeploymentUnit> Units(string spec, string files) => Loaded.UnitsAt(Here,
        $$"""
        #- clusters/app.yaml
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata: { name: apps, namespace: flux-system }
        {{WithSource(spec)}}
        #- clusters/repository.yaml
        { apiVersion: source.toolkit.fluxcd.io/v1, kind: GitRepository, metadata: { name: fleet, namespace: flux-system }, spec: { url: '{{Here}}' } }
        {{files}}
        """);

    private static string WithSource(string spec) =>
        spec.Contains("sourceRef", StringComparison.Ordinal) ? spec
        : spec.StartsWith("spec: {", StringComparison.Ordinal) ? "spec: { sourceRef: { kind: GitRepository, name: fleet }," + spec["spec: {".Length..]
        : "spec:\n  sourceRef: { kind: GitRepository, name: fleet }" + spec["spec:".Length..];
}
