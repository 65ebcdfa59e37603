using System.Text;
using NetLint.Testing;

namespace NetLint.Repository.Tests;

public sealed class RepositoryLoaderTests
{
    private const string Service = "apiVersion: v1\nkind: Service\nmetadata: { name: web }\n";

    [Fact]
    public void FilesWithoutAKindAreLookedAtButNotKept()
    {
        var snapshot = Loaded.Snapshot(
            $"""
            #- values.yaml
            image: web
            mankind: none
            #- service.yml
            {Service}
            #- notes.txt
            kind: Service
            """);
        Assert.Equal(2, snapshot.FileCount);
        Assert.Equal(["service.yml", "values.yaml"], snapshot.Files.Select(file => file.Path));
        Assert.Equal(["Service"], snapshot.Files.SelectMany(file => file.Resources).Select(resource => resource.Kind));
    }

    [Theory]
    [InlineData("templates/service.yaml", null)]
    [InlineData("templates/deep/service.yaml", null)]
    [InlineData("values.yaml", null)]
    [InlineData("values-prod.yaml", null)]
    [InlineData("Chart.yaml", FileRole.Chart)]
    [InlineData("crds/crd.yaml", FileRole.Manifest)]
    public void TemplatesOfChartsAreNeverReadAsYaml(string path, FileRole? role)
    {
        var chart = path == "Chart.yaml" ? "" : "#- chart/Chart.yaml\napiVersion: v2\nname: chart\n";
        var snapshot = Loaded.Snapshot($"#- chart/{path}\nkind: Service\n{chart}");
        Assert.Equal(role, snapshot.RoleOf("chart/" + path));
    }

    [Fact]
    public void FilesOutsideAChartNamedTemplatesAreManifests() =>
        Assert.Equal(FileRole.Manifest, Loaded.Snapshot($"#- templates/service.yaml\n{Service}").RoleOf("templates/service.yaml"));

    [Fact]
    public void WhatAKustomizationUsesAsPatchIsNoManifest()
    {
        var snapshot = Loaded.Snapshot(
            $"""
            #- base/service.yaml
            {Service}
            #- overlay/both.yaml
            {Service}
            #- overlay/merge.yaml
            {Service}
            #- overlay/json.yaml
            {Service}
            #- overlay/target.yaml
            {Service}
            #- overlay/names.yaml
            {Service}
            #- overlay/kustomization.yaml
            resources: [../base, both.yaml]
            patchesStrategicMerge:
              - merge.yaml
              - both.yaml
              - |
                kind: Service
            patchesJson6902:
              - target: {"{ kind: Service, name: web }"}
                path: json.yaml
            patches:
              - path: ./target.yaml
            configurations: [names.yaml]
            """);
        Assert.Equal(FileRole.Manifest, snapshot.RoleOf("base/service.yaml"));
        Assert.Equal(FileRole.Manifest, snapshot.RoleOf("overlay/both.yaml"));
        Assert.Equal(FileRole.Patch, snapshot.RoleOf("overlay/merge.yaml"));
        Assert.Equal(FileRole.Patch, snapshot.RoleOf("overlay/json.yaml"));
        Assert.Equal(FileRole.Patch, snapshot.RoleOf("overlay/target.yaml"));
        Assert.Equal(FileRole.KustomizeInput, snapshot.RoleOf("overlay/names.yaml"));
    }

    [Theory]
    [InlineData("a/*.yaml", "a/one.yaml")]
    [InlineData("a/", "a/one.yaml,a/b/two.yaml")]
    [InlineData("two.yaml", "a/b/two.yaml")]
    [InlineData("**/b/**", "a/b/two.yaml")]
    [InlineData("nothing/**", "")]
    public void IncludeAndExcludeTakeGlobs(string glob, string expected)
    {
        var files = $"#- a/one.yaml\n{Service}#- a/b/two.yaml\n{Service}#- c.yaml\n{Service}";
        var all = new[] { "a/b/two.yaml", "a/one.yaml", "c.yaml" };
        var matching = expected.Split(',', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(matching.Order(StringComparer.Ordinal), Loaded.Snapshot(files, RepositoryOptions.Default with { Include = [glob] }).Files.Select(file => file.Path));
        Assert.Equal(all.Except(matching), Loaded.Snapshot(files, RepositoryOptions.Default with { Exclude = [glob] }).Files.Select(file => file.Path));
    }

    [Fact]
    public void LargeAndBinaryFilesAreToldAndNotRead()
    {
        var files = new InMemoryFileSystem(
        [
            KeyValuePair.Create("large.yaml", Encoding.UTF8.GetBytes(Service + new string('#', 5000))),
            KeyValuePair.Create("binary.yaml", Encoding.UTF8.GetBytes("kind: \0\u0001")),
        ]);
        var snapshot = new RepositoryLoader(files, RepositoryOptions.Default with { MaxFileLength = 4096 }).Load(1, null, CancellationToken.None);
        Assert.Equal(new OversizedFile("large.yaml", Service.Length + 5000, 4096), Assert.Single(snapshot.Oversized));
        Assert.Equal("binary.yaml", Assert.Single(snapshot.Notifications).Path);
        Assert.Empty(snapshot.Files);
    }

    [Fact]
    public void KindsOfNoConcernAreKeptByIdentity()
    {
        var snapshot = Loaded.Snapshot(
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata:
              name: widgets.example.com # the group follows the first dot
            spec: [this is, not: read
            """);
        var document = Assert.Single(Assert.Single(snapshot.Files).Documents);
        Assert.False(document.IsRead);
        var resource = Assert.Single(snapshot.Files[0].Resources);
        Assert.Equal("widgets.example.com", resource.Name);
        Assert.Equal("widgets.example.com", resource.NameOrigin.Text);
    }
}
