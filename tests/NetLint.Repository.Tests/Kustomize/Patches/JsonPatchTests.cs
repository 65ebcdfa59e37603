using System.Diagnostics;
using NetLint.Repository.Kustomize;

namespace NetLint.Repository.Tests.Kustomize.Patches;

/// <summary>Expected results are those of kubectl 1.35.2 (kustomize 5.7.1).</summary>
public sealed class JsonPatchTests
{
    private const string Target = """
        kind: Service
        metadata:
          name: shop
        spec:
          ports:
          - port: 8081
          - port: 8082
          none: null
        """;

    [Theory]
    [InlineData("{op: replace, path: /spec/ports/0/port, value: 9000}", "port: 9000|port: 8082")]
    [InlineData("{op: replace, path: /spec/ports/-1/port, value: 9000}", "port: 8081|port: 9000")]
    [InlineData("{op: add, path: /spec/ports/-, value: {port: 1}}", "port: 8081|port: 8082|port: 1")]
    [InlineData("{op: add, path: /spec/ports/-1, value: {port: 1}}", "port: 8081|port: 8082|port: 1")]
    [InlineData("{op: add, path: /spec/ports/0, value: {port: 1}}", "port: 1|port: 8081|port: 8082")]
    [InlineData("{op: add, path: /spec/ports/2, value: {port: 1}}", "port: 8081|port: 8082|port: 1")]
    [InlineData("{op: remove, path: /spec/ports/+0}", "port: 8082")]
    [InlineData("{op: move, from: /spec/ports/0, path: /spec/ports/1}", "port: 8082|port: 8081")]
    [InlineData("{op: copy, from: /spec/ports/1, path: /spec/ports/0}", "port: 8082|port: 8081|port: 8082")]
    [InlineData("{op: replace, path: ignored/spec/ports, value: [{port: 5}]}", "port: 5")]
    public void Lists_are_changed_at_an_index(string operation, string expected)
    {
        var rendered = PatchFixture.Render(Target, $"- {operation}");
        Assert.Equal(expected.Split('|'), rendered.Split('\n').Where(line => line.Contains("port:", StringComparison.Ordinal)).Select(line => line.TrimStart(' ', '-')));
    }

    [Theory]
    [InlineData("{op: replace, path: /spec/new, value: on}", "new: true")]
    [InlineData("{op: add, path: /spec/new, value: 010}", "new: 8")]
    [InlineData("{op: add, path: /spec/new, value: 2001-01-01}", "new: \"2001-01-01\"")]
    [InlineData("{op: add, path: /spec/new}", "new: null")]
    [InlineData("{op: copy, from: /spec/missing, path: /spec/new}", "new: null")]
    [InlineData("{op: add, path: /spec/new, value: {y: n}}", "\"true\": false")]
    [InlineData("{op: add, path: /spec/a~1b~01, value: x}", "a/b~1: x")]
    [InlineData("{op: add, path: /spec/new, value: 9007199254740993}", "new: 9007199254740992")]
    [InlineData("{op: add, path: /metadata/annotations/rate, value: 1000000}", "rate: \"1e+06\"")]
    [InlineData("{op: test, path: /spec/none, value: null}", "none: null")]
    [InlineData("{op: test, path: /nowhere, value: null}", "none: null")]
    public void Members_are_added_where_they_are_missing(string operation, string expected) =>
        Assert.Contains(expected, PatchFixture.Render(Target, $"- {operation}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("{op: remove, path: /spec/missing}", "/spec/missing")]
    [InlineData("{op: add, path: /spec/missing/deep, value: 1}", "/spec/missing/deep")]
    [InlineData("{op: add, path: /spec/none/deep, value: 1}", "/spec/none/deep")]
    [InlineData("{op: add, path: /spec/ports/4, value: 1}", "/spec/ports/4")]
    [InlineData("{op: replace, path: /spec/ports/x, value: 1}", "/spec/ports/x")]
    [InlineData("{op: remove, path: /spec/ports/-}", "/spec/ports/-")]
    [InlineData("{op: remove, path: spec}", "spec")]
    [InlineData("{op: replace, path: '', value: 5}", "mapping")]
    [InlineData("{op: test, path: /spec/ports/0/port, value: '8081'}", "/spec/ports/0/port")]
    [InlineData("{op: move, from: /spec/missing, path: /spec/x}", "/spec/missing")]
    [InlineData("{op: rename, path: /spec}", "add, remove")]
    [InlineData("{op: add, value: 1}", "no path")]
    [InlineData("{op: remove, path: /kind}", "kind")]
    [InlineData("{op: remove, path: /metadata/name}", "metadata.name")]
    [InlineData("{op: add, path: /spec/ports/99999999999999999999, value: 1}", "99999999999999999999")]
    public void What_does_not_apply_is_said_at_the_path(string operation, string named)
    {
        var problem = PatchFixture.Fail(Target, $"- {operation}");
        Assert.Equal(RenderProblemKind.Invalid, problem.Kind);
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
        Assert.Equal("patch.yaml", problem.Origin.Source.Id.Path);
    }

    [Fact]
    public void A_number_of_JSON_is_tested_as_text() =>
        Assert.Contains("/spec/ports/0/port", PatchFixture.Fail(Target, """[{"op": "test", "path": "/spec/ports/0/port", "value": 8081.0}]""").Message, StringComparison.Ordinal);

    [Fact]
    public void A_replaced_value_keeps_where_it_came_from()
    {
        var result = PatchFixture.Apply(PatchFixture.Read(Target), """
            - op: replace
              path: /spec/ports/0/port
              value: 9000
            - op: replace
              path: /spec/ports/0/port
              value: 9001
            - op: move
              from: /spec/ports/1/port
              path: /spec/moved
            """)!;
        Assert.Equal("9001 patch.yaml:6 patch.yaml:3 base.yaml:6", PatchFixture.Trace(result, "spec", "ports", 0, "port"));
        Assert.Equal("8082 base.yaml:7 patch.yaml:9", PatchFixture.Trace(result, "spec", "moved"));
        Assert.Equal("shop base.yaml:3", PatchFixture.Trace(result, "metadata", "name"));
    }

    [Fact]
    public void What_no_operation_touches_is_shared()
    {
        var target = PatchFixture.Read(Target);
        var result = PatchFixture.Apply(target, "- {op: add, path: /metadata/labels, value: {a: b}}")!;
        Assert.Same(target["spec"], result["spec"]);
    }

    [Fact]
    public void Copies_of_copies_are_bounded()
    {
        var patch = string.Concat(Enumerable.Range(0, 200).Select(i => $"- {{op: copy, from: /spec, path: /spec/c{i}}}\n"));
        Assert.Equal(RenderProblemKind.Limit, PatchFixture.Fail(Target, patch).Kind);
    }

    [Fact]
    public void Depth_is_bounded()
    {
        var patch = string.Concat(Enumerable.Range(0, 400).Select(i => $"- {{op: add, path: /spec{string.Concat(Enumerable.Repeat("/a", i + 1))}, value: {{}}}}\n"));
        Assert.Equal(RenderProblemKind.Limit, PatchFixture.Fail(Target, patch).Kind);
    }

    [Fact]
    public void Long_paths_and_many_operations_take_little_time()
    {
        var watch = Stopwatch.StartNew();
        PatchFixture.Fail(Target, $"- {{op: add, path: {string.Concat(Enumerable.Repeat("/a", 10_000))}, value: 1}}");
        PatchFixture.Render(Target, string.Concat(Enumerable.Range(0, 15_000).Select(i => $"- {{op: add, path: /spec/k{i}, value: {i}}}\n")));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"it took {watch.Elapsed}");
    }
}
