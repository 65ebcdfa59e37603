using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Configuration;

namespace NetLint.Repository.Tests.Kustomize.Configuration;

public sealed class MergeTests
{
    [Fact]
    public void TheDefaultsMergedIntoNothingOrIntoThemselvesAreTheDefaults()
    {
        Assert.Same(TransformerConfiguration.Default, TransformerConfiguration.Empty.Merge(TransformerConfiguration.Default, Documents.Somewhere));
        Assert.Same(TransformerConfiguration.Default, TransformerConfiguration.Default.Merge(TransformerConfiguration.Default, Documents.Somewhere));
    }

    [Fact]
    public void TheShortWayGivesWhatTheLongWayGives()
    {
        var copy = TransformerConfiguration.Default with { Labels = [] };
        var merged = (TransformerConfiguration.Empty with { Labels = [] }).Merge(copy, Documents.Somewhere);

        Assert.Equal(Rows(TransformerConfiguration.Default), Rows(merged));
    }

    [Fact]
    public void ARowForAnyKindIsLostWhenAKindHasThePath()
    {
        var merged = Merge("replicas: [{path: spec/replicas, create: true}, {path: spec/tills, create: true}]");

        Assert.Equal(TransformerConfiguration.Default.Replicas.Length + 1, merged.Replicas.Length);
        Assert.DoesNotContain(merged.Replicas, spec => spec.Path == "spec/replicas" && spec.Kind.Kind.Length == 0);
    }

    [Fact]
    public void ARowForAKindIsAddedBesideTheRowForAnyKind() =>
        Assert.Equal(2, Merge("namePrefix: [{path: metadata/name, kind: Till, create: true}]").NamePrefix.Length);

    [Theory]
    [InlineData("namePrefix: [{path: metadata/name, create: true}]", "namePrefix", "metadata/name")]
    [InlineData("replicas: [{path: spec/replicas, kind: StatefulSet}]", "replicas", "spec/replicas")]
    [InlineData("commonLabels: [{path: spec/selector/matchLabels, kind: Job, create: true}]", "commonLabels", "spec/selector/matchLabels")]
    public void RowsThatDisagreeAboutMakingTheFieldAreAConflict(string text, string table, string path)
    {
        var problem = Assert.Throws<RenderException>(() => Merge(text)).Problem;

        Assert.Contains("conflicting fieldspecs", problem.Message, StringComparison.Ordinal);
        Assert.Contains($"'{table}'", problem.Message, StringComparison.Ordinal);
        Assert.Contains($"'{path}'", problem.Message, StringComparison.Ordinal);
        Assert.Equal(Documents.Somewhere, problem.Origin);
    }

    [Fact]
    public void NamesOfTheSameKindAreOneReference()
    {
        var merged = Merge("""
            nameReference:
            - {kind: Secret, version: v1, fieldSpecs: [{path: spec/tls/secretName, kind: Gate}, {path: spec/tls/secretName, kind: Ingress}]}
            - {kind: Gate, fieldSpecs: [{path: spec/gate}]}
            """);

        var secrets = Assert.Single(merged.NameReference, reference => reference.Referent.Kind == "Secret");
        Assert.Equal(71, secrets.Referrers.Length);
        Assert.Equal("Gate", secrets.Referrers[^1].Kind.Kind);
        Assert.Equal(17, merged.NameReference.Length);
    }

    [Fact]
    public void TablesStayInTheOrderOfKinds()
    {
        var merged = Merge("replicas: [{path: z, kind: Deployment}, {path: y, kind: ValidatingWebhookConfiguration}, {path: x, kind: Namespace}, {path: w, group: b, kind: A}, {path: v, group: a, kind: B}]");

        Assert.Equal(
            ["Namespace", "Deployment", "Deployment", "StatefulSet", "B", "A", "ReplicaSet", "ReplicationController", "ValidatingWebhookConfiguration"],
            merged.Replicas.Select(spec => spec.Kind.Kind));
    }

    [Fact]
    public void TablesAreBounded()
    {
        var rows = string.Join('\n', Enumerable.Range(0, 5_000).Select(i => $"- {{path: p, kind: K{i}}}"));

        Assert.Equal(RenderProblemKind.Limit, Assert.Throws<RenderException>(() => Merge($"replicas:\n{rows}")).Problem.Kind);
    }

    private static TransformerConfiguration Merge(string text) =>
        TransformerConfiguration.Default.Merge(TransformerConfigurationReader.Read(Documents.Stream(text)), Documents.Somewhere);

    private static IEnumerable<string> Rows(TransformerConfiguration configuration) =>
    [
        .. configuration.NamePrefix.Concat(configuration.CommonLabels).Concat(configuration.TemplateLabels).Concat(configuration.CommonAnnotations)
            .Concat(configuration.VarReference).Concat(configuration.Images).Concat(configuration.Replicas).Select(spec => $"{spec.Kind} {spec.Path} {spec.Create}"),
        .. configuration.NameReference.SelectMany(reference => reference.Referrers.Select(spec => $"{reference.Referent} {spec.Kind} {spec.Path}")),
    ];
}
