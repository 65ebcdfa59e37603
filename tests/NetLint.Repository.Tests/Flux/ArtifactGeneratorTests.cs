using NetLint.Repository.Flux;

namespace NetLint.Repository.Tests.Flux;

public sealed class ArtifactGeneratorTests
{
    private static readonly ArtifactGenerator Generator = ArtifactGenerator.Read(Yaml.Mapping(
        """
        metadata: { name: flux-system, namespace: flux-system }
        spec:
          sources: [{ alias: mono, kind: GitRepository, name: flux-system }]
          artifacts:
            - { name: infra, copy: [{ from: '@mono/infrastructure/**', to: '@artifact/' }] }
            - { name: apps, copy: [{ from: '@mono/apps/base/**', to: '@artifact/base/' }, { from: '@mono/apps/eu/**', to: '@artifact/eu/' }] }
            - { name: named, copy: [{ from: '@mono/apps/web', to: '@artifact/' }] }
            - { name: cut, copy: [{ from: '@mono/apps/**', to: '@artifact/', exclude: ['*.md'] }] }
            - { name: mixed, copy: [{ from: '@mono/a/**', to: '@artifact/' }, { from: '@mono/b/**', to: '@artifact/x/' }] }
            - { name: files, copy: [{ from: '@mono/apps/*.yaml', to: '@artifact/' }] }
            - { name: foreign, copy: [{ from: '@other/apps/**', to: '@artifact/' }] }
        """));

    [Theory]
    [InlineData("infra", "controllers", "infrastructure/controllers")]
    [InlineData("infra", "", "infrastructure")]
    [InlineData("apps", "eu", "apps/eu")]
    [InlineData("apps", "base/web", "apps/base/web")]
    [InlineData("named", "web/base", "apps/web/base")]
    public void ADirectoryIsTracedToItsSource(string artifact, string directory, string expected)
    {
        var found = Generator.Locate(artifact, directory)!;
        Assert.Equal((expected, "GitRepository", "flux-system"), (found.Directory, found.Source.Kind!.Value, found.Source.Name!.Value));
    }

    [Theory]
    [InlineData("apps", "")]
    [InlineData("apps", "us")]
    [InlineData("cut", "web")]
    [InlineData("mixed", "")]
    [InlineData("mixed", "x")]
    [InlineData("files", "")]
    [InlineData("foreign", "")]
    [InlineData("absent", "")]
    public void WhatIsPutTogetherOrChangedIsNot(string artifact, string directory) => Assert.Null(Generator.Locate(artifact, directory));

    [Fact]
    public void CommonMetadataWinsAndKeepsThePlaceOfWhatItReplaces()
    {
        var kustomization = FluxReader.ReadKustomization(Yaml.Mapping("spec: { commonMetadata: { labels: { team: web }, annotations: { a: b } } }"));
        var result = CommonMetadata.Apply(kustomization, Yaml.Mapping("metadata: { name: x, labels: { team: old, app: x } }\nspec: { template: { metadata: {} } }"));
        Assert.Equal("{metadata:{name:\"x\",labels:{team:\"web\",app:\"x\"},annotations:{a:\"b\"}},spec:{template:{metadata:{}}}}", Yaml.Json(result));
        Assert.Equal("old", Assert.Single(result.Mapping("metadata").Mapping("labels")!["team"]!.EarlierOrigins).Text);
    }
}
