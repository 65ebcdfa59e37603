using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Configuration;

namespace NetLint.Repository.Tests.Kustomize.Configuration;

/// <summary>What is accepted and refused was asked of kustomize 5.7.1.</summary>
public sealed class ConfigurationReaderTests
{
    [Fact]
    public void EveryTableIsRead()
    {
        var read = Read("""
            namePrefix: [{path: a}]
            nameSuffix: [{path: b, kind: Widget}]
            namespace: [{path: c, create: true}]
            commonLabels: [{path: d, group: shop.example, version: v3, kind: Till}]
            labels: [{path: e}]
            templateLabels: [{path: f}]
            commonAnnotations: [{path: g}]
            nameReference: [{kind: Till, version: v3, fieldSpecs: [{path: spec/till, kind: Shop}, {path: spec/spare}]}]
            varReference: [{path: h}]
            images: [{path: i}, {path: j}]
            replicas: [{path: k}]
            """);

        Assert.Equal(
            [1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1],
            [
                read.NamePrefix.Length, read.NameSuffix.Length, read.Namespace.Length, read.CommonLabels.Length, read.Labels.Length, read.TemplateLabels.Length,
                read.CommonAnnotations.Length, read.NameReference.Length, read.VarReference.Length, read.Images.Length, read.Replicas.Length,
            ]);
        Assert.Equal(new ObjectKind("shop.example", "v3", "Till"), read.CommonLabels[0].Kind);
        Assert.True(read.Namespace[0].Create);
        Assert.Equal(new ObjectKind("", "v3", "Till"), read.NameReference[0].Referent);
        Assert.Equal(["spec/till", "spec/spare"], read.NameReference[0].Referrers.Select(spec => spec.Path));
    }

    [Theory]
    [InlineData("nameprefix: [{PATH: data/x, Kind: ConfigMap}]", "data/x")]
    [InlineData("namePrefix: [{path: 5}]", "5")]
    [InlineData("namePrefix: [{path: data/x, create: on}]", "data/x")]
    [InlineData("namePrefix: [{path: ~, create: ~}]", "")]
    [InlineData("namePrefix: [~]", "")]
    [InlineData("namePrefix: [{path: data/x}]\n---\nnamePreffix: 3", "data/x")]
    public void LooseFormsAreTaken(string text, string path) => Assert.Equal(path, Assert.Single(Read(text).NamePrefix).Path);

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("namePrefix:")]
    public void NothingIsNothing(string text) => Assert.Empty(Read(text).NamePrefix);

    [Theory]
    [InlineData("namePrefix: [{path: data/x, foo: 1}]", "unknown field \"foo\"", "foo")]
    [InlineData("namePrefx: []", "unknown field \"namePrefx\"", "namePrefx")]
    [InlineData("apiVersion: a", "unknown field \"apiVersion\"", "apiVersion")]
    [InlineData("namePrefix: {path: x}", "'namePrefix' of 'file.yaml' is not a list", "{path: x}")]
    [InlineData("namePrefix: [{path: x, create: \"true\"}]", "'namePrefix.create' of 'file.yaml' is not a boolean", "\"true\"")]
    [InlineData("images: [{path: x, version: 1}]", "'images.version' of 'file.yaml' is not a string", "1")]
    [InlineData("namePrefix: [x]", "'namePrefix' of 'file.yaml' is not a mapping", "x")]
    [InlineData("namePrefix: [{path: [a]}]", "'namePrefix.path' of 'file.yaml' is not a string", "[a]")]
    [InlineData("nameReference: [{kind: Foo, fieldSpecs: {a: b}}]", "'nameReference.fieldSpecs' of 'file.yaml' is not a list", "{a: b}")]
    [InlineData("replicas: []\nreplicas: []", "key \"replicas\" of 'file.yaml' is already set", "replicas")]
    [InlineData("[]", "'the document' of 'file.yaml' is not a mapping", "[]")]
    public void WhatKustomizeRefusesIsRefusedAtItsPlace(string text, string message, string place)
    {
        var problem = Assert.Throws<RenderException>(() => Read(text)).Problem;

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(place, problem.Origin.Text);
        Assert.Equal(RenderProblemKind.Invalid, problem.Kind);
    }

    [Fact]
    public void BrokenYamlNamesTheFile() =>
        Assert.Contains("'file.yaml'", Assert.Throws<RenderException>(() => Read("namePrefix: [{path: data/x")).Message, StringComparison.Ordinal);

    private static TransformerConfiguration Read(string text) => TransformerConfigurationReader.Read(Documents.Stream(text));
}
