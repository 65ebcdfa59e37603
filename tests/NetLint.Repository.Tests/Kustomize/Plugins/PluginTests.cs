using NetLint.Repository.Kustomize;

namespace NetLint.Repository.Tests.Kustomize.Plugins;

public sealed class PluginTests
{
    private const string Service = """
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec: { ports: [{ port: 80 }] }
        """;

    [Fact]
    public void ALabelOfAnInlineTransformerIsDecidedInsideOfTheEntry()
    {
        var result = Rendering.Of(isPartial: false, ("kustomization.yaml", """
            resources: [service.yaml]
            transformers:
            - |
              apiVersion: builtin
              kind: LabelTransformer
              metadata: { name: release }
              labels: { release: 12 }
              fieldSpecs: [{ path: metadata/labels, create: true }]
            """), ("service.yaml", Service));
        Assert.Contains("release: \"12\"", result.Print().Text, StringComparison.Ordinal);
        Assert.Equal(["kustomization.yaml:7 12"], Rendering.Sources(result, "web", "/metadata/labels/release"));
    }

    [Fact]
    public void ConfigurationsMayComeFromADirectoryAndRunAfterTheFields()
    {
        var text = Rendering.Text(
            ("kustomization.yaml", "resources: [service.yaml]\nnamePrefix: inner-\ntransformers: [affixes]"),
            ("service.yaml", Service),
            ("affixes/kustomization.yaml", "resources: [outer.yaml]"),
            ("affixes/outer.yaml", """
                apiVersion: builtin
                kind: PrefixSuffixTransformer
                metadata: { name: outer }
                prefix: outer-
                suffix: -end
                fieldSpecs: [{ path: metadata/name }]
                """));
        Assert.Contains("name: outer-inner-web-end\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("transformers: [plugin.yaml]", "the external transformer 'Sed' named 'mine' is not run", "plugin.yaml")]
    [InlineData("generators: [plugin.yaml]", "the external generator 'Sed' named 'mine' is not run", "plugin.yaml")]
    [InlineData("validators: [plugin.yaml]", "the external transformer 'Sed' named 'mine' is not run", "plugin.yaml")]
    [InlineData("helmCharts: [{ name: ingress-nginx, repo: x }]", "the helm chart 'ingress-nginx' of 'x' is not rendered", "ingress-nginx")]
    public void WhatIsNotRunIsNamedAndTheRestIsRendered(string field, string message, string place)
    {
        var result = Rendering.Of(
            isPartial: true,
            ("kustomization.yaml", $"resources: [service.yaml]\n{field}"),
            ("service.yaml", Service),
            ("plugin.yaml", "apiVersion: team.example.com/v1\nkind: Sed\nmetadata: { name: mine }"));
        var problem = Assert.Single(result.Problems);
        Assert.Equal((RenderProblemKind.Unsupported, message, place), (problem.Kind, problem.Message, problem.Origin.Text));
        Assert.Single(result.Objects);
    }

    [Theory]
    [InlineData("transformers", "ConfigMapGenerator", "not a transformer")]
    [InlineData("generators", "LabelTransformer", "not a generator")]
    [InlineData("transformers", "SortOrderTransformer", "unable to load builtin SortOrderTransformer.builtin.[noGrp]")]
    [InlineData("transformers", "PrefixTransformer", "fieldSpecs is not expected to be nil")]
    [InlineData("transformers", "ValueAddTransformer", "must specify at least one target")]
    public void AKindInTheWrongPlaceIsRefused(string field, string kind, string message)
    {
        var problem = Rendering.Problem(
            ("kustomization.yaml", $"resources: [service.yaml]\n{field}: [plugin.yaml]"),
            ("service.yaml", Service),
            ("plugin.yaml", $"apiVersion: builtin\nkind: {kind}\nmetadata: {{ name: mine }}\nvalue: x"));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AValidatorMayOnlyLook()
    {
        var problem = Rendering.Problem(
            ("kustomization.yaml", "resources: [service.yaml]\nvalidators: [validator.yaml]"),
            ("service.yaml", Service),
            ("validator.yaml", """
                apiVersion: builtin
                kind: AnnotationsTransformer
                metadata: { name: check }
                annotations: { seen: "yes" }
                fieldSpecs: [{ path: metadata/annotations, create: true }]
                """));
        Assert.Contains("validator shouldn't modify the resource map", problem.Message, StringComparison.Ordinal);
        Assert.Equal("validator.yaml", problem.Origin.Text);
    }
}
