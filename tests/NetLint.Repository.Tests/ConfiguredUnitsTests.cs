using System.Collections.Immutable;
using NetLint.Repository.Discovery;
using NetLint.Syntax.Text;

namespace NetLint.Repository.Tests;

public sealed class ConfiguredUnitsTests
{
    private const string Repository =
        """
        #- base/kustomization.yaml
        resources: [web.yaml]
        #- base/web.yaml
        kind: Service
        metadata: { name: web }
        #- overlays/eu/kustomization.yaml
        resources: [../../base]
        #- overlays/us/kustomization.yaml
        namePrefix: us-
        resources: [../../base]
        #- plain/a.yaml
        kind: Service
        metadata: { name: a }
        #- plain/deep/b.yaml
        kind: Service
        metadata: { name: b }
        #- plain/deep/er/c.yaml
        kind: Service
        metadata: { name: c }
        #- charts/db/Chart.yaml
        name: db
        version: 1.0.0
        """;

    [Fact]
    public void WithoutConfigurationNothingChanges() => Assert.Equal(
        ["Plain plain: a", "Plain plain/deep: b", "Plain plain/deep/er: c", "Kustomization overlays/eu: web", "Kustomization overlays/us: us-web", "Chart charts/db: "],
        Units([]).Select(Told));

    [Fact]
    public void ANamedKustomizationIsAUnitBesideThoseThatUseIt()
    {
        var units = Units([Item("base") with { Namespace = "shop", Cluster = "eu" }]);
        Assert.Equal(["Kustomization overlays/eu: web", "Kustomization overlays/us: us-web", "Configured base: web"], units.Select(Told).Where(text => text.Contains("web", StringComparison.Ordinal)));
        var unit = units.Single(unit => unit.Kind == UnitKind.Configured);
        Assert.Equal(("shop", "eu", "the configuration", "base"), (unit.Namespace, unit.Cluster, unit.FoundBy, unit.FoundAt?.Text));
    }

    [Fact]
    public void ARecursiveDirectoryTakesWhatIsNoUnitOfItsOwn()
    {
        Assert.Equal(
            ["Plain plain/deep/er: c", "Configured the plain: a b"],
            Units([Item("plain") with { Name = "the plain", IsRecursive = true }, Item("plain/deep/er") with { IsIgnored = true }, Item("plain/deep/er") with { Kind = UnitOverrideKind.Kustomization }]).Select(Told).Where(text => text.Contains("plain", StringComparison.Ordinal)));
        Assert.Equal(
            ["Configured plain: a c", "Configured plain/deep: b"],
            Units([Item("plain") with { IsRecursive = true }, Item("plain/deep")]).Select(Told).Where(text => text.Contains("plain", StringComparison.Ordinal)));
    }

    [Fact]
    public void ADirectoryIsTakenAsWrittenThoughItHasAKustomization() => Assert.Equal(
        ["Configured base: web", "Kustomization overlays/eu: web", "Kustomization overlays/us: us-web"],
        Units([Item("base") with { Kind = UnitOverrideKind.Directory }]).Select(Told).Where(text => text.Contains("web", StringComparison.Ordinal)));

    [Fact]
    public void WhatIsIgnoredDeploysNothingAndUsesNothing()
    {
        Assert.Equal(["Kustomization base: web"], Units([Item("overlays/*") with { IsIgnored = true }, Item("plain") with { IsIgnored = true }, Item("charts") with { IsIgnored = true }]).Select(Told));
        // A later entry brings one of them back.
        Assert.Equal(
            ["Configured overlays/us: us-web"],
            Units([Item(".") with { IsIgnored = true }, Item("overlays/us")]).Select(Told));
    }

    [Fact]
    public void ClustersAreAssignedByTheLastPathThatCoversAUnit()
    {
        var units = Units(
            [Item("plain/deep") with { Cluster = "own" }],
            new ClusterAssignment("all", [DirectoryGlob.Parse("**")], "fallback"),
            new ClusterAssignment("eu", [DirectoryGlob.Parse("nowhere"), DirectoryGlob.Parse("**/eu")], null));
        Assert.Equal(
            [("charts/db", "all", "fallback"), ("overlays/eu", "eu", null), ("overlays/us", "all", "fallback"), ("plain", "all", "fallback"), ("plain/deep", "own", null), ("plain/deep/er", "all", "fallback")],
            units.Select(unit => (unit.Root, unit.Cluster, unit.Namespace)).OrderBy(unit => unit.Root, StringComparer.Ordinal));
    }

    [Fact]
    public void ADeploymentToolIsFollowedUnlessTheConfigurationSaysHow()
    {
        const string application =
            """

            #- argocd/app.yaml
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: { name: shop, namespace: argocd }
            spec:
              source: { repoURL: https://git.example.org/shop/deploy, path: plain/deep }
              destination: { name: eu-1, namespace: shop }
            """;
        Assert.Equal(("ArgoCd", "eu-1", "shop"), Deep([]));
        Assert.Equal(("ArgoCd", "eu-2", "shop"), Deep([Item("plain/deep") with { Cluster = "eu-2" }]));
        Assert.Equal(("Configured", "eu-2", null), Deep([Item("plain/deep") with { Cluster = "eu-2", Kind = UnitOverrideKind.Directory }]));

        (string, string?, string?) Deep(ImmutableArray<UnitOverride> overrides)
        {
            var options = RepositoryOptions.Default with { Units = overrides, RepositoryUrls = ["https://git.example.org/shop/deploy"] };
            var unit = Assert.Single(UnitDiscovery.Find(Loaded.Snapshot(Repository + application, options), options), unit => unit.Root == "plain/deep");
            return (unit.Kind.ToString(), unit.Cluster, unit.Namespace);
        }
    }

    private static ImmutableArray<DeploymentUnit> Units(ImmutableArray<UnitOverride> overrides, params ClusterAssignment[] clusters)
    {
        var options = RepositoryOptions.Default with { Units = overrides, Clusters = [.. clusters] };
        return UnitDiscovery.Find(Loaded.Snapshot(Repository, options), options);
    }

    private static UnitOverride Item(string path) => new(DirectoryGlob.Parse(path), new Origin(SourceText.From(new SourceId(".netlint.yaml"), path), new TextSpan(0, path.Length)));

    private static string Told(DeploymentUnit unit) => $"{unit.Kind} {unit.Name}: {string.Join(' ', unit.Resources.Select(resource => resource.Name))}";
}
