using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Schema;

namespace NetLint.Repository.Tests.Kustomize.Schema;

/// <summary>Each order of events was tried with kustomize 5.7.1.</summary>
public sealed class SchemaScopeTests
{
    private static readonly ObjectKind Till = ObjectKind.Of("shop.example/v3", "Till");
    private static readonly ObjectKind Deployment = ObjectKind.Of("apps/v1", "Deployment");

    private readonly SchemaScope _scope = new();
    private readonly List<string> _loaded = [];

    [Fact]
    public void WithoutAFileTheKindsOfKubernetesAreKnown()
    {
        Enter("resources: [a.yaml]");

        Assert.NotNull(_scope.For(Deployment));
        Assert.Null(_scope.For(Till));
        Assert.Empty(_loaded);
    }

    [Fact]
    public void AFileTakesTheirPlace()
    {
        Enter("openapi: {path: schema.yaml}");

        Assert.Null(_scope.For(Deployment));
        Assert.NotNull(_scope.For(Till));
    }

    [Fact]
    public void TheFirstBaseThatNamesAFileDecidesForAllThatFollow()
    {
        Enter("resources: [base]");
        Enter("openapi: {path: schema.yaml}");
        Enter("openapi: {path: other.yaml}");

        Assert.NotNull(_scope.For(Till));
        Assert.Null(_scope.For(Deployment));
        Assert.Equal(["schema.yaml", "other.yaml"], _loaded);
    }

    [Fact]
    public void WhatWasNeededBeforeTheFileStaysKnown()
    {
        Enter("resources: [patched, base]");
        Assert.NotNull(_scope.For(Deployment));
        Enter("openapi: {path: schema.yaml}");

        Assert.NotNull(_scope.For(Till));
        Assert.NotNull(_scope.For(Deployment));
    }

    [Fact]
    public void AnUnknownKindReadBeforeTheFileMakesTheKindsOfKubernetesNeeded()
    {
        Enter("resources: [till.yaml, base]");
        Assert.Null(_scope.IsNamespaceScoped(Till));
        Enter("openapi: {path: schema.yaml}");

        Assert.NotNull(_scope.For(Till));
        Assert.NotNull(_scope.For(Deployment));
    }

    [Fact]
    public void AnUnknownKindReadAfterTheFileOrAKnownOneBeforeDoesNot()
    {
        Enter("resources: [deployment.yaml, base]");
        Assert.True(_scope.IsNamespaceScoped(Deployment));
        Enter("openapi: {path: schema.yaml}");
        Assert.Null(_scope.IsNamespaceScoped(Till));

        Assert.NotNull(_scope.For(Till));
        Assert.Null(_scope.For(Deployment));
    }

    [Fact]
    public void TheBuiltInVersionDecidesAsWell()
    {
        Enter("openapi: {version: v1.21.2}");
        Enter("openapi: {path: schema.yaml}");

        Assert.NotNull(_scope.For(Deployment));
        Assert.Null(_scope.For(Till));
    }

    [Theory]
    [InlineData("openapi: {version: v1.20.4}", "the specified OpenAPI version is not built in", "v1.20.4")]
    [InlineData("openapi: {version: v1.21.2, path: schema.yaml}", "builtin version and custom schema provided, cannot use both", "v1.21.2")]
    [InlineData("openapi: {version: 1.21}", "'version' of 'openapi' is no string", "1.21")]
    [InlineData("openapi: schema.yaml", "'openapi' is no mapping", "schema.yaml")]
    public void WhatKustomizeRefusesIsRefusedAtItsPlace(string kustomization, string message, string place)
    {
        var problem = Assert.Throws<RenderException>(() => Enter(kustomization)).Problem;

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(place, problem.Origin.Text);
    }

    [Theory]
    [InlineData("openapi: {}")]
    [InlineData("openapi: {other: thing}")]
    [InlineData("openapi: {version: \"\"}")]
    [InlineData("openapi:")]
    public void WhatSaysNothingChangesNothing(string kustomization)
    {
        Enter(kustomization);

        Assert.NotNull(_scope.For(Deployment));
    }

    [Fact]
    public void ABrokenFileIsReportedOnlyWhenItIsNeeded()
    {
        Enter("openapi: {path: broken.yaml}");
        Assert.True(_scope.IsNamespaceScoped(Deployment));

        Assert.Throws<RenderException>(() => _scope.For(Deployment));
    }

    private void Enter(string kustomization) => _scope.Enter(Documents.Mapping(kustomization), path =>
    {
        _loaded.Add(path.Value);
        return Documents.Stream(path.Value == "broken.yaml" ? "definitions: [" : CustomSchemaTests.Definitions("{}"), path.Value);
    });
}
