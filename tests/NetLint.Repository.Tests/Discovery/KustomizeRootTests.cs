using NetLint.Kubernetes.Semantics;

namespace NetLint.Repository.Tests.Discovery;

public sealed class KustomizeRootTests
{
    [Fact]
    public void BasesAreJudgedThroughTheRootsThatUseThem()
    {
        var units = Loaded.Units(
            """
            #- base/kustomization.yaml
            resources: [web.yaml]
            #- base/web.yaml
            { apiVersion: v1, kind: Service, metadata: { name: web } }
            #- dev/kustomization.yaml
            resources: [../base/]
            namePrefix: dev-
            #- live/Kustomization
            bases: [../base]
            namespace: shop
            """);
        Assert.Equal([("dev", "dev-web", null), ("live", "web", "shop")], units.Select(unit => (unit.Name, unit.Resources[0].Name, unit.Resources[0].Namespace)));
        Assert.All(units, unit =>
        {
            Assert.Equal((UnitKind.Kustomization, UnitOpenness.Rendered, null, false), (unit.Kind, unit.Scope.Openness, unit.Cluster, unit.IsAssumed));
            Assert.True(unit.Scope.IsDeployed);
            Assert.Equal("a kustomization that no other uses", unit.FoundBy);
            Assert.Equal(unit.Root, unit.FoundAt!.Value.Source.Id.Directory);
        });
    }

    [Fact]
    public void AComponentThatNothingUsesDeploysNothing()
    {
        var unit = Assert.Single(Loaded.Units(
            """
            #- tls/kustomization.yaml
            apiVersion: kustomize.config.k8s.io/v1alpha1
            kind: Component
            resources: [secret.yaml]
            #- tls/secret.yaml
            { apiVersion: v1, kind: Secret, metadata: { name: tls } }
            """));
        Assert.Equal(UnitKind.Plain, unit.Kind);
        Assert.Equal("tls/secret.yaml", Assert.Single(unit.Scope.Rewritten).Path);
        Assert.Equal(GapCode.Kustomization, Assert.Single(unit.Gaps).Code);
    }

    [Fact]
    public void WhatARootThatFailsDeploysIsNotJudgedAsItIsWritten()
    {
        var units = Loaded.Units(
            """
            #- app/kustomization.yaml
            resources: [web.yaml, gone.yaml]
            #- app/web.yaml
            { apiVersion: v1, kind: Service, metadata: { name: web } }
            """);
        var plain = Assert.Single(units, unit => unit.Kind == UnitKind.Plain);
        Assert.Equal("app/web.yaml", Assert.Single(plain.Scope.Rewritten).Path);
        Assert.Equal("web.yaml", Assert.Single(plain.Gaps).Origin!.Value.Text);
        var failed = Assert.Single(units, unit => unit.Kind == UnitKind.Kustomization);
        Assert.Equal((UnitOpenness.Open, 0), (failed.Scope.Openness, failed.Resources.Length));
        Assert.Equal("gone.yaml", Assert.Single(failed.Problems).Origin.Text);
    }

    [Fact]
    public void AFileOfAFailedAndOfAGoodRootIsJudgedThroughTheGoodOne()
    {
        var units = Loaded.Units(
            """
            #- base/kustomization.yaml
            resources: [web.yaml]
            #- base/web.yaml
            { apiVersion: v1, kind: Service, metadata: { name: web } }
            #- bad/kustomization.yaml
            resources: [../base]
            patches:
              - target: { kind: Service }
                patch: '- { op: remove, path: /spec/ports/4 }'
            #- good/kustomization.yaml
            resources: [../base]
            nameSuffix: -b
            """);
        Assert.Equal(["bad", "good"], units.Select(unit => unit.Name));
        Assert.Empty(units[0].Resources);
        Assert.Equal("web-b", Assert.Single(units[1].Resources).Name);
    }

    [Theory]
    [InlineData("#- a/kustomization.yaml\nresources: [.]\n", "a")]
    [InlineData("#- a/kustomization.yaml\nresources: [../b]\n#- b/kustomization.yaml\nresources: [../a]\n", "a")]
    [InlineData("#- c/kustomization.yaml\nresources: [../a]\n#- a/kustomization.yaml\nresources: [../b]\n#- b/kustomization.yaml\nresources: [../a]\n", "c")]
    public void KustomizationsThatUseEachOtherAreTold(string files, string root)
    {
        var unit = Assert.Single(Loaded.Units(files));
        Assert.Equal(root, unit.Root);
        Assert.Contains("cycle", Assert.Single(unit.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APatchIsNoResource()
    {
        var unit = Assert.Single(Loaded.Units(
            """
            #- kustomization.yaml
            resources: [web.yaml]
            patches: [{ path: type.yaml }]
            #- web.yaml
            { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { ports: [{ port: 81 }] } }
            #- type.yaml
            { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { type: NodePort } }
            """));
        Assert.Equal((".", 1), (unit.Name, unit.Resources.Length));
    }
}
