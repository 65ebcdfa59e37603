using NetLint.Repository.ArgoCd;
using NetLint.Repository.Flux;
using NetLint.Repository.Kustomize;

namespace NetLint.Repository.Tests.Kustomize;

public sealed class KustomizeOverridesTests
{
    [Fact]
    public void ThePlaceThatIsReplacedFollowsTheOneThatDecides()
    {
        var result = Argo("namePrefix: new-, namespace: shop").ApplyTo(Yaml.Mapping("namePrefix: old-\nresources: [a.yaml]", "kustomization.yaml"));
        Assert.Equal("{namePrefix:\"new-\",resources:[\"a.yaml\"],namespace:\"shop\"}", Yaml.Json(result));
        Assert.Equal(("new-", "old-"), (result["namePrefix"]!.Origin.Text, Assert.Single(result["namePrefix"]!.EarlierOrigins).Text));
        Assert.Empty(result["namespace"]!.EarlierOrigins);
    }

    [Fact]
    public void PatchesAndComponentsComeAfterThoseOfTheFile()
    {
        var result = Argo("patches: [{ path: b }], components: [c1, c2]").ApplyTo(Yaml.Mapping("patches: [{ path: a }]\ncomponents: [c2]"));
        Assert.Equal("{patches:[{path:\"a\"},{path:\"b\"}],components:[\"c2\",\"c1\"]}", Yaml.Json(result));
    }

    [Fact]
    public void ArgoCdReplacesAnImageAndKeepsWhatAnAsteriskAsksFor()
    {
        var result = Argo("images: ['web:v2', 'db=*:9']").ApplyTo(Yaml.Mapping("images: [{ name: web, newName: other, newTag: v1 }, { name: db, newName: pg }]"));
        Assert.Equal("{images:[{name:\"web\",newTag:\"v2\"},{name:\"db\",newName:\"pg\",newTag:9}]}", Yaml.Json(result).Replace("\"9\"", "9", StringComparison.Ordinal));
    }

    [Fact]
    public void FluxMergesAnImageAndTagAndDigestGoTogether()
    {
        var result = Flux("images: [{ name: web, newTag: v2 }, { name: new, newName: x }]").ApplyTo(Yaml.Mapping("images: [{ name: web, newName: other, digest: 'sha256:1' }]"));
        Assert.Equal("{images:[{name:\"web\",newName:\"other\",newTag:\"v2\"},{name:\"new\",newName:\"x\"}]}", Yaml.Json(result));
    }

    [Fact]
    public void LabelsGoWhereTheOptionsSay()
    {
        var file = Yaml.Mapping("commonLabels: { app: old }\nlabels: [{ pairs: { a: b } }, { pairs: { c: d }, includeSelectors: true }]");
        Assert.Equal("{app:\"new\"}", Yaml.Json(Argo("commonLabels: { app: new }").ApplyTo(file)["commonLabels"]));
        Assert.Equal(
            "[{pairs:{a:\"b\",app:\"new\"}},{pairs:{c:\"d\"},includeSelectors:true}]",
            Yaml.Json(Argo("commonLabels: { app: new }, labelWithoutSelector: true").ApplyTo(file)["labels"]));
        Assert.Equal(
            "[{pairs:{app:\"new\"},includeTemplates:true}]",
            Yaml.Json(Argo("commonLabels: { app: new }, labelWithoutSelector: true, labelIncludeTemplates: true").ApplyTo(Yaml.Mapping("resources: []"))["labels"]));
        Assert.Equal("{a:\"b\"}", Yaml.Json(Argo("commonAnnotations: { a: b }").ApplyTo(file)["commonAnnotations"]));
    }

    [Fact]
    public void ALabelOfTheFileIsAConflictUnlessForced()
    {
        var file = Yaml.Mapping("commonLabels: { app: old }\ncommonAnnotations: { x: y }");
        Assert.Equal(["app", "x"], Argo("commonLabels: { app: new, b: c }, commonAnnotations: { x: z }").Conflicts(file).Select(origin => origin.Text));
        Assert.Empty(Argo("commonLabels: { app: new }, forceCommonLabels: true").Conflicts(file));
        Assert.Empty(Argo("commonLabels: { app: new }, labelWithoutSelector: true").Conflicts(file));
    }

    [Fact]
    public void ReplicasOfTheSameNameAreReplaced() =>
        Assert.Equal("{replicas:[{name:\"web\",count:5}]}", Yaml.Json(Argo("replicas: [{ name: web, count: 5 }]").ApplyTo(Yaml.Mapping("replicas: [{ name: web, count: 1 }]"))));

    [Fact]
    public void NothingChangesNothing()
    {
        var file = Yaml.Mapping("resources: [a.yaml]");
        Assert.Same(file, KustomizeOverrides.None.ApplyTo(file));
        Assert.True(Argo("version: v5").IsEmpty);
    }

    private static KustomizeOverrides Argo(string options) =>
        ApplicationReader.Read(Yaml.Mapping($"spec: {{ source: {{ kustomize: {{ {options} }} }} }}", "app.yaml")).Sources[0].Kustomize!;

    private static KustomizeOverrides Flux(string spec) => FluxReader.ReadKustomization(Yaml.Mapping($"spec: {{ {spec} }}")).Overrides;
}
