using NetLint.Kubernetes.Semantics;

namespace NetLint.Repository.Tests;

public sealed class UnitDiscoveryTests
{
    private const string Service = "apiVersion: v1\nkind: Service\nmetadata: { name: web }\n";

    [Fact]
    public void PlainManifestsFormOneUnitADirectory()
    {
        var units = Loaded.Units($"#- web.yaml\n{Service}#- a/one.yaml\n{Service}#- a/two.yaml\n{Service}#- a/b/three.yaml\n{Service}");
        Assert.Equal([(".", 1), ("a", 2), ("a/b", 1)], units.Select(unit => (unit.Name, unit.Resources.Length)));
        Assert.All(units, unit => Assert.Equal((UnitKind.Plain, null, UnitOpenness.NeedsEvidence), (unit.Kind, unit.Namespace, unit.Scope.Openness)));
        Assert.All(units, unit => Assert.Empty(unit.Gaps));
    }

    [Fact]
    public void FilesOfAKustomizationBelongToTheRootThatUsesIt()
    {
        var units = Loaded.Units(
            $"""
            #- base/web.yaml
            {Service}
            #- base/loose.yaml
            {Service}
            #- base/kustomization.yaml
            resources: [web.yaml]
            #- overlay/kustomization.yml
            resources:
              - ../base
            """);
        var plain = Assert.Single(units, unit => unit.Kind == UnitKind.Plain);
        Assert.Equal("base/loose.yaml", Assert.Single(plain.Resources).Source.Id.Path);
        var overlay = Assert.Single(units, unit => unit.Kind == UnitKind.Kustomization);
        Assert.Equal(("overlay", "base/web.yaml"), (overlay.Root, Assert.Single(overlay.Resources).Source.Id.Path));
    }

    [Fact]
    public void ChartsAreUnitsAndSubchartsAreNot()
    {
        var units = Loaded.Units(
            """
            #- shop/Chart.yaml
            name: shop
            kind: chart
            #- shop/charts/redis/Chart.yaml
            name: redis
            kind: chart
            #- charts/other/Chart.yaml
            name: other
            kind: chart
            """);
        Assert.Equal(["charts/other", "shop"], units.Where(unit => unit.Kind == UnitKind.Chart).Select(unit => unit.Root));
        Assert.All(units, unit => Assert.Equal(GapCode.Chart, Assert.Single(unit.Gaps).Code));
    }

    [Theory]
    [InlineData("apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: shop }\nspec: { source: { path: apps/shop } }")]
    [InlineData("apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: shop }\nspec: { sources: [{ chart: x }, { path: ./apps/shop }] }")]
    [InlineData("apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: shop }\nspec: { path: ./apps/shop }")]
    public void DirectoriesOfArgoAndFluxBelongToTheirApplications(string application)
    {
        var units = Loaded.Units($"#- cluster/app.yaml\n{application}\n#- apps/shop/web.yaml\n{Service}#- apps2/web.yaml\n{Service}");
        var unit = units.Single(unit => unit.Root == "apps/shop");
        Assert.True(unit is { IsAssumed: true, Scope: { IsDeployed: true, Openness: UnitOpenness.Open } });
        Assert.Equal("apps/shop/web.yaml", Assert.Single(unit.Resources).Source.Id.Path);
        Assert.Equal(UnitKind.Plain, units.Single(unit => unit.Root == "apps2").Kind);
    }

    [Theory]
    [InlineData("apiVersion: chainsaw.kyverno.io/v1alpha1\nkind: Test\nmetadata: { name: ports }")]
    [InlineData("apiVersion: cli.kyverno.io/v1alpha1\nkind: Test\nmetadata: { name: ports }")]
    [InlineData("apiVersion: kuttl.dev/v1beta1\nkind: TestStep")]
    public void FilesBesideATestAreAppliedOneByOne(string test)
    {
        var units = Loaded.Units($"#- tests/ports/test.yaml\n{test}\n#- tests/ports/bad.yaml\n{Service}#- tests/web.yaml\n{Service}");
        Assert.Equal(2, units.Single(unit => unit.Root == "tests/ports").Scope.Rewritten.Count);
        Assert.Empty(units.Single(unit => unit.Root == "tests").Scope.Rewritten);
    }

    [Fact]
    public void ADocumentThatIsNotReadWholeIsAGap()
    {
        var unit = Assert.Single(Loaded.Units("apiVersion: v1\nkind: Service\nmetadata: { name: web\n"));
        Assert.Equal(GapCode.Unreadable, Assert.Single(unit.Gaps).Code);
    }
}
