using NetLint.Repository.Flux;

namespace NetLint.Repository.Tests.Flux;

public sealed class GeneratedKustomizationTests
{
    private static readonly string[] Files =
    [
        "apps/web.yaml", "apps/README.md", "apps/values.json", "apps/a-b/x.yml", "apps/a/deep/y.yaml", "apps/a/z.yaml",
        "apps/db/kustomization.yml", "apps/db/db.yaml", "apps/db/sub/Kustomization", "apps/db/sub/q.yaml", "apps2/no.yaml",
    ];

    [Fact]
    public void EveryYamlFileIsListedAndDirectoriesWithAKustomizationAsAWhole() =>
        Assert.Equal(["a/deep/y.yaml", "a/z.yaml", "a-b/x.yml", "db", "web.yaml"], GeneratedKustomization.ResourcesOf("apps", Files));

    [Fact]
    public void TheRootOfTheRepositoryIsADirectoryLikeOthers() =>
        Assert.Equal(["apps/a/deep/y.yaml", "apps/a/z.yaml", "apps/a-b/x.yml", "apps/db", "apps/web.yaml", "apps2/no.yaml"], GeneratedKustomization.ResourcesOf("", Files));

    [Fact]
    public void WhatIsListedHasThePlaceOfThePath()
    {
        var kustomization = FluxReader.ReadKustomization(Yaml.Mapping("spec: { path: ./apps, targetNamespace: shop }", "flux.yaml"));
        var generated = kustomization.Overrides.ApplyTo(GeneratedKustomization.Of(kustomization.Path!, ["web.yaml"]));
        Assert.Equal("{resources:[\"web.yaml\"],namespace:\"shop\"}", Yaml.Json(generated));
        Assert.Equal(("./apps", "shop"), (generated["resources"]!.Origin.Text, generated["namespace"]!.Origin.Text));
    }
}
