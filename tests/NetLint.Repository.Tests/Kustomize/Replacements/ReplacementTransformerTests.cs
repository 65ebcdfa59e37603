using NetLint.Repository.Kustomize;

namespace NetLint.Repository.Tests.Kustomize.Replacements;

public sealed class ReplacementTransformerTests
{
    private const string Objects = """
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: settings }
        data: { host: shop.example, port: "9090", pair: left-right, tree: { a: { b: c } } }
        ---
        apiVersion: example.com/v1
        kind: Route
        metadata: { name: front, labels: { tier: web } }
        spec:
          host: old.example
          port: 80
          url: http://old.example:80/x
          quoted: "1"
          map: { k: v }
          items: [{ name: one, v: 1 }, { name: "two", v: 2 }]
        """;

    [Fact]
    public void TheSourceDecidesAndTheReplacedValueFollows()
    {
        var result = Render("data.host", "spec.host");
        Assert.Equal(
            ["objects.yaml:4 shop.example", "kustomization.yaml:4 spec.host", "objects.yaml:10 old.example"],
            Rendering.Sources(result, "front", "/spec/host"));
    }

    [Fact]
    public void APieceLeavesTheFieldFirst()
    {
        var result = Render("data.port", "spec.url", "delimiter: ':', index: 2");
        Assert.Contains("url: http://old.example:9090", result.Print().Text, StringComparison.Ordinal);
        Assert.Equal(
            ["objects.yaml:12 http://old.example:80/x", "objects.yaml:4 \"9090\"", "kustomization.yaml:4 spec.url"],
            Rendering.Sources(result, "front", "/spec/url"));
    }

    [Fact]
    public void AMadeFieldHasTheSourceAndThePathAsItsPlaces()
    {
        var result = Render("data.host", "spec.made.deep", "create: true");
        Assert.Equal(["objects.yaml:4 shop.example", "kustomization.yaml:4 spec.made.deep"], Rendering.Sources(result, "front", "/spec/made/deep"));
    }

    [Theory]
    [InlineData("data.port", "spec.port", "", "port: 9090")]
    [InlineData("data.port", "spec.host", "", "host: \"9090\"")]
    [InlineData("data.port", "spec.quoted", "", "quoted: \"9090\"")]
    [InlineData("data.port", "spec.new", "create: true", "new: 9090")]
    [InlineData("data.port", "spec.map", "", "map: \"9090\"")]
    [InlineData("data.tree", "spec.host", "", "host: \"\"")]
    [InlineData("data.tree", "spec.map", "", "map:\n    a:\n      b: c")]
    [InlineData("data.tree.a.b", "spec.items.*.v", "create: true", "v: c")]
    public void AFieldKeepsItsTypeAndAMadeOneHasNone(string source, string target, string options, string expected)
    {
        var text = Render(source, target, options).Print();
        // A text that is no number cannot stay in a field of numbers.
        if (target == "spec.items.*.v")
            Assert.Contains("cannot decode !!str `c` as a !!int", text.Problem?.Message, StringComparison.Ordinal);
        else
            Assert.Contains(expected, text.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[name=^one$]", "v: 9090\n  - name: two\n    v: 2")]
    [InlineData("[name=two]", "v: 1\n  - name: two\n    v: 9090")]
    [InlineData("[name=o]", "v: 9090\n  - name: two\n    v: 9090")]
    [InlineData("1", "v: 1\n  - name: two\n    v: 9090")]
    [InlineData("*", "v: 9090\n  - name: two\n    v: 9090")]
    public void BracketsHoldExpressionsThatAreLookedForAnywhere(string items, string expected) =>
        Assert.Contains(expected, Render("data.port", $"spec.items.{items}.v").Print().Text, StringComparison.Ordinal);

    [Fact]
    public void QuotesArePartOfWhatBracketsAreComparedWith() =>
        Assert.Contains("unable to find field", Assert.Single(Render("data.port", "spec.items.[name=^two$].v").Problems).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("data.none", "spec.host", "", "fieldPath `data.none` is missing", "data.none")]
    [InlineData("data.*", "spec.host", "", "wildcard is not supported", "data.*")]
    [InlineData("data.tree", "spec.url", "delimiter: x", "", "")]
    [InlineData("data.host", "spec.map", "delimiter: x", "delimiter option can only be used with scalar nodes", "spec.map")]
    [InlineData("data.host", "spec.none", "", "unable to find field \"spec.none\"", "spec.none")]
    [InlineData("data.host", "spec.items.7.v", "create: true", "index 7 specified but only 2 elements found", "spec.items.7.v")]
    [InlineData("data.host", "spec.host.x", "", "expected a mapping but got a scalar", "spec.host.x")]
    [InlineData("data.host", "spec.items.[name=a+b].v", "create: true", "is not selected by it", "spec.items.[name=a+b].v")]
    public void WhatCannotBeDoneIsReportedAtThePath(string source, string target, string options, string message, string place)
    {
        var result = Render(source, target, options);
        if (message.Length == 0)
        {
            Assert.Empty(result.Problems);
            return;
        }

        var problem = Assert.Single(result.Problems);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(place, problem.Origin.Text.Trim('"'));
    }

    [Fact]
    public void WhatMayBeInAPartThatIsNotSeenIsNoProblem()
    {
        var result = Rendering.Of(isPartial: true, ("kustomization.yaml", """
            resources: [objects.yaml, "https://example.com/base?ref=v1"]
            replacements:
            - source: { kind: Secret, name: elsewhere, fieldPath: data.x }
              targets: [{ select: { kind: Route }, fieldPaths: [spec.host] }]
            - source: { kind: ConfigMap, fieldPath: data.host }
              targets: [{ select: { kind: Route }, fieldPaths: [spec.none, spec.port] }]
            """), ("objects.yaml", Objects));
        Assert.False(result.IsFailed);
        Assert.Equal(RenderProblemKind.Unsupported, Assert.Single(result.Problems).Kind);
    }

    [Fact]
    public void CopiesOfCopiesAreBounded()
    {
        var doubling = string.Concat(Enumerable.Range(0, 60).Select(i => $$"""
            - source: { kind: Route, fieldPath: spec }
              targets: [{ select: { kind: Route }, fieldPaths: [spec.c{{i}}], options: { create: true } }]

            """));
        var problem = Rendering.Problem(("kustomization.yaml", "resources: [objects.yaml]\nreplacements:\n" + doubling), ("objects.yaml", Objects));
        Assert.Equal(RenderProblemKind.Limit, problem.Kind);
    }

    private static RenderResult Render(string source, string target, string options = "") => Rendering.Of(isPartial: false, ("kustomization.yaml", $$"""
        resources: [objects.yaml]
        replacements:
        - source: { kind: ConfigMap, fieldPath: "{{source}}" }
          targets: [{ select: { name: front }, fieldPaths: [{{(target.AsSpan().ContainsAny('[', '*') ? $"\"{target}\"" : target)}}], options: { {{options}} } }]
        """), ("objects.yaml", Objects));
}
