using NetLint.Repository.ArgoCd;

namespace NetLint.Repository.Tests.ArgoCd;

public sealed class ApplicationReaderTests
{
    [Fact]
    public void AnApplicationIsReadWhole()
    {
        var application = ApplicationReader.Read(Yaml.Mapping(
            """
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: { name: shop, namespace: argocd }
            spec:
              project: web
              destination: { server: https://kubernetes.default.svc, namespace: shop }
              source:
                repoURL: https://github.com/acme/shop
                path: apps/shop
                targetRevision: main
                directory: { recurse: true, exclude: '*.test.yaml', jsonnet: { libs: [lib] } }
            """));
        Assert.Equal(("shop", "argocd", "web", "shop"), (application.Name!.Value, application.Namespace!.Value, application.Project!.Value, application.Destination.Namespace!.Value));
        Assert.Equal(("https://kubernetes.default.svc", null), (application.Destination.Server!.Value, application.Destination.Name));
        var source = Assert.Single(application.Sources);
        Assert.Equal(("apps/shop", "main", true), (source.Path!.Value, source.TargetRevision!.Value, source.Directory!.IsRecursive));
        Assert.NotNull(source.Directory.Jsonnet);
        Assert.Equal("apps/shop", source.Path.Origin.Text);
    }

    [Fact]
    public void SeveralSourcesWinOverOne()
    {
        var application = ApplicationReader.Read(Yaml.Mapping(
            """
            spec:
              source: { path: ignored }
              sources:
                - { repoURL: https://charts.example.org, chart: redis, helm: { releaseName: cache, valueFiles: [$values/redis.yaml] } }
                - { repoURL: https://github.com/acme/shop, ref: values }
                - { repoURL: https://github.com/acme/shop, ref: both, path: apps }
            """));
        Assert.Equal([("redis", false), (null, true), (null, false)], application.Sources.Select(source => (source.Chart?.Value, source.IsReferenceOnly)));
        Assert.Equal(("cache", "$values/redis.yaml"), (application.Sources[0].Helm!.ReleaseName!.Value, application.Sources[0].Helm!.ValueFiles[0].Value));
    }

    [Fact]
    public void OfAHydratorTheDrySourceCounts()
    {
        var application = ApplicationReader.Read(Yaml.Mapping("spec: { source: { path: x }, sourceHydrator: { drySource: { path: dry, kustomize: { namePrefix: a- } }, syncSource: { path: wet } } }"));
        Assert.Equal("dry", Assert.Single(application.Sources).Path!.Value);
        Assert.NotNull(application.Sources[0].Kustomize);
    }

    [Theory]
    [InlineData("node:8.15.0", "{name:\"node\",newTag:\"8.15.0\"}")]
    [InlineData("mysql=mariadb", "{name:\"mysql\",newName:\"mariadb\"}")]
    [InlineData("alpine@sha256:24a0", "{name:\"alpine\",digest:\"sha256:24a0\"}")]
    [InlineData("web=eu.gcr.io:5000/acme/web:v2@sha256:1f", "{name:\"web\",newName:\"eu.gcr.io:5000/acme/web\",newTag:\"v2\",digest:\"sha256:1f\"}")]
    [InlineData("localhost:5000/web", "{name:\"localhost:5000/web\"}")]
    [InlineData("web=*:v3", "{name:\"web\",newName:\"*\",newTag:\"v3\"}")]
    public void ImagesAreTakenApart(string image, string expected)
    {
        var source = ApplicationReader.Read(Yaml.Mapping($"spec: {{ source: {{ kustomize: {{ images: ['{image}'] }} }} }}")).Sources[0];
        Assert.Equal(expected, Yaml.Json(Assert.Single(source.Kustomize!.Images)));
    }

    [Fact]
    public void WhatIsNotWrittenOrOfAnotherTypeIsNull()
    {
        var application = ApplicationReader.Read(Yaml.Mapping("spec: { source: { path: 8080, repoURL: '', kustomize: }, destination: here }"));
        Assert.Equal((null, null, null), (application.Name, application.Sources[0].Path, application.Sources[0].RepoUrl));
        Assert.Equal((null, null), (application.Sources[0].Kustomize, application.Destination.Server));
        Assert.Empty(ApplicationReader.Read(Yaml.Mapping("spec: 3")).Sources);
    }

    [Theory]
    [InlineData("{}", "web.yaml,b.txt", SourceTool.Directory)]
    [InlineData("{}", "Chart.yaml,values.yaml", SourceTool.Helm)]
    [InlineData("{}", "kustomization.yml", SourceTool.Kustomize)]
    [InlineData("{}", "Chart.yaml,Kustomization", SourceTool.Kustomize)]
    [InlineData("{}", "kustomization.yaml,oldChart.yaml", SourceTool.Helm)]
    [InlineData("{ directory: {} }", "kustomization.yaml", SourceTool.Directory)]
    [InlineData("{ kustomize: { namePrefix: a- } }", "Chart.yaml", SourceTool.Kustomize)]
    [InlineData("{ helm: {} }", "kustomization.yaml", SourceTool.Helm)]
    [InlineData("{ plugin: { name: cdk } }", "Chart.yaml", SourceTool.Plugin)]
    [InlineData("{ helm: {}, kustomize: {} }", "Chart.yaml", SourceTool.Refused)]
    [InlineData("{ chart: redis, kustomize: {} }", "", SourceTool.Helm)]
    public void TheToolIsChosenAsArgoCdDoes(string source, string files, SourceTool expected) =>
        Assert.Equal(expected, SourceTools.Choose(Source(source), files.Split(',')));

    [Fact]
    public void AFileInTheDirectoryChangesTheOptionsAndNotThePlace()
    {
        var merged = SourceTools.Merge(
            Source("{ repoURL: a, path: b, kustomize: { namePrefix: x-, images: [a:1] }, helm: {} }"),
            Yaml.Mapping("path: elsewhere\nkustomize: { images: [b:2] }\nhelm: null"));
        Assert.Equal(("b", "x-", null), (merged.Path!.Value, merged.Kustomize!.NamePrefix!.Value, merged.Helm));
        Assert.Equal("{name:\"b\",newTag:\"2\"}", Yaml.Json(Assert.Single(merged.Kustomize.Images)));
    }

    [Theory]
    [InlineData("{}", "web.yaml", true)]
    [InlineData("{}", "web.YAML", false)]
    [InlineData("{}", "web.txt", false)]
    [InlineData("{}", "a/web.yaml", false)]
    [InlineData("{ recurse: true }", "a/b/web.json", true)]
    [InlineData("{ disableExtensionFilter: true }", "web.txt", true)]
    [InlineData("{ recurse: true, include: '*.yaml' }", "a/web.yaml", true)]
    [InlineData("{ include: '{a,b}.yaml' }", "c.yaml", false)]
    [InlineData("{ exclude: '{config.json,env-*}' }", "env-prod.yaml", false)]
    [InlineData("{ include: '*.yaml', exclude: 'secret*' }", "secret.yaml", false)]
    [InlineData("{ include: '{a' }", "a.yaml", false)]
    [InlineData("{ exclude: '{a' }", "a.yaml", true)]
    public void FilesOfADirectoryAreSelectedAsArgoCdDoes(string options, string path, bool expected) =>
        Assert.Equal(expected, Source($"{{ directory: {options} }}").Directory!.Selects(path));

    private static ApplicationSource Source(string source) => ApplicationReader.Read(Yaml.Mapping($"spec: {{ source: {source} }}")).Sources[0];
}
