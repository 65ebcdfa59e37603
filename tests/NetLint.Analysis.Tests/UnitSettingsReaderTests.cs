using NetLint.Repository;
using NetLint.Testing;

namespace NetLint.Analysis.Tests;

public sealed class UnitSettingsReaderTests
{
    [Fact]
    public void UnitsAreReadInOrder()
    {
        var units = Good(
            """
            units:
              - path: deploy/shop
                name: the shop
                kind: directory
                recurse: true
                namespace: shop
                cluster: https://eu.example.org
              - { path: overlays/*, kind: kustomization }
              - path: .
              - path: examples/**
                ignore: true
            """).Units;
        Assert.Equal(
            [
                ("deploy/shop", "the shop", UnitOverrideKind.Directory, true, "shop", "https://eu.example.org", false),
                ("overlays/*", null, UnitOverrideKind.Kustomization, false, null, null, false),
                (".", null, UnitOverrideKind.Auto, false, null, null, false),
                ("examples/**", null, UnitOverrideKind.Auto, false, null, null, true),
            ],
            units.Select(unit => (unit.Path.Text, unit.Name, unit.Kind, unit.IsRecursive, unit.Namespace, unit.Cluster, unit.IsIgnored)));
        Assert.All(units, unit => Assert.Equal(unit.Path.Text, unit.Origin.Text));
    }

    [Fact]
    public void ClustersAndAddressesAreReadInOrder()
    {
        var options = Good(
            """
            clusters:
              - name: eu
                paths: [clusters/eu, "overlays/*/eu"]
                namespace: shop
              - { name: us, paths: [clusters/us] }
            repository:
              urls: [https://git.example.org/shop/deploy, "git@git.example.org:shop/deploy.git"]
            """);
        Assert.Equal(
            [("eu", "clusters/eu overlays/*/eu", "shop"), ("us", "clusters/us", null)],
            options.Clusters.Select(cluster => (cluster.Name, string.Join(' ', cluster.Paths), cluster.Namespace)));
        Assert.Equal(["https://git.example.org/shop/deploy", "git@git.example.org:shop/deploy.git"], options.RepositoryUrls);
    }

    [Theory]
    [InlineData("[|units|]: { path: a }", "'units' must be a list")]
    [InlineData("units: [[|deploy|]]", "a unit must be a mapping of keys to values")]
    [InlineData("units: [{ [|name|]: a }]", "a unit lacks the key 'path'")]
    [InlineData("units: [{ path: a, [|pth|]: b }]", "a unit has no key 'pth'; did you mean 'path'")]
    [InlineData("units: [{ path: [|8080|] }]", "'path' must be a text; put it in quotes")]
    [InlineData("units: [{ path: [|/srv/a|] }]", "'/srv/a' cannot be used: the path begins with a slash; it is relative to the root of the repository")]
    [InlineData("units: [{ path: [|a/../../b|] }]", "'a/../../b' cannot be used: the path leads upwards")]
    [InlineData("units: [{ path: [|'a{b,c}'|] }]", "'a{b,c}' cannot be used: the path uses brackets or braces; only * and ** have a meaning")]
    [InlineData("units: [{ path: [|'a\\b'|] }]", "'a\\b' cannot be used: the path has a backslash; the separator is a slash")]
    [InlineData("units: [{ path: a, kind: [|kustomisation|] }]", "a unit cannot be of kind 'kustomisation'; did you mean 'kustomization'")]
    [InlineData("units: [{ path: a, kind: [|helm|] }]", "a unit cannot be of kind 'helm'; it can be auto, kustomization, directory")]
    [InlineData("units: [{ path: a, recurse: [|'true'|] }]", "'recurse' must be true or false")]
    [InlineData("units: [{ path: a, kind: kustomization, [|recurse|]: true }]", "a kustomization names its files itself; 'recurse' is for directories")]
    [InlineData("units: [{ path: a, namespace: [|Shop|] }]", "'Shop' cannot be the name of a namespace")]
    [InlineData("units: [{ path: a, namespace: [|a-|] }]", "'a-' cannot be the name of a namespace")]
    [InlineData("units: [{ path: a, [|cluster|]: }]", "'cluster' must be a text")]
    [InlineData("units: [{ path: a/*, name: [|shop|] }]", "the name 'shop' is for one unit, and the path 'a/*' can be several")]
    [InlineData("units: [{ path: a, ignore: true, [|cluster|]: eu }]", "'cluster' has no effect on a unit that is ignored")]
    [InlineData("units: [{ path: a }, { path: b }, { path: [|a|], ignore: true }]", "the unit 'a' is written twice")]
    [InlineData("[|clusters|]: { eu: [a] }", "'clusters' must be a list")]
    [InlineData("clusters: [{ [|name|]: eu }]", "a cluster lacks the key 'paths'")]
    [InlineData("clusters: [{ [|paths|]: [a] }]", "a cluster lacks the key 'name'")]
    [InlineData("clusters: [{ name: eu, [|paths|]: [] }]", "a cluster without paths has no effect")]
    [InlineData("clusters: [{ name: eu, paths: [|a|] }]", "'paths' must be a list")]
    [InlineData("clusters: [{ name: eu, paths: [a, [|../b|]] }]", "'../b' cannot be used: the path leads upwards")]
    [InlineData("clusters: [{ name: eu, paths: [{ [|a|]: b }] }]", "'paths' must list directories such as \"overlays/*/production\"")]
    [InlineData("clusters: [{ name: eu, paths: [a] }, { name: [|eu|], paths: [b] }]", "the cluster 'eu' is written twice")]
    [InlineData("clusters: [{ name: eu, paths: [a], namespace: [|a.b|] }]", "'a.b' cannot be the name of a namespace")]
    [InlineData("repository: [|here|]", "the repository must be a mapping of keys to values")]
    [InlineData("repository: { [|url|]: a, urls: [] }", "the repository has no key 'url'; did you mean 'urls'")]
    [InlineData("repository: { urls: [|https://a.example/b|] }", "'urls' must be a list")]
    [InlineData("repository: { urls: [[|deploy|]] }", "'deploy' is no address of a git repository, such as \"https://git.example.org/shop/deploy\"")]
    [InlineData("repository: { urls: [{ [|a|]: b }] }", "'urls' must list addresses such as \"https://git.example.org/shop/deploy\"")]
    public void ProblemsAreReportedAtTheirPlace(string markup, string message)
    {
        var fixture = Fixture.Parse(markup);
        var problem = Assert.Single(Lint.Configuration(fixture.Files[0].Value).Problems);
        Assert.Equal(message, problem.Message);
        var expected = Assert.Single(fixture.Expected);
        Assert.Equal((expected.Start, expected.Length), (problem.Origin.Span.Start, problem.Origin.Span.Length));
    }

    private static RepositoryOptions Good(string text)
    {
        var configuration = Lint.Configuration(text);
        Assert.Empty(configuration.Problems);
        return configuration.Repository;
    }
}
