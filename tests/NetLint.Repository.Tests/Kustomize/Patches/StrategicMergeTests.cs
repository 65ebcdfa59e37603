using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Output;

namespace NetLint.Repository.Tests.Kustomize.Patches;

/// <summary>Expected results are those of kubectl 1.35.2 (kustomize 5.7.1).</summary>
public sealed class StrategicMergeTests
{
    private const string Pod = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          finalizers: [a/a, b/b]
        spec:
          empty:
          spelled: ~
          containers:
          - name: app
            image: app:1
            env:
            - {name: X, value: "1"}
            - {name: X, value: "2"}
          - name: side
            image: side:1
          tolerations:
          - key: a
        """;

    [Fact]
    public void New_items_come_first_and_of_equal_ones_the_last_stays() => Assert.Equal(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          finalizers:
          - c/c
          - a/a
          - b/b
          name: web
        spec:
          containers:
          - image: side:2
            name: side
          - name: new
          - env:
            - name: X
              value: "2"
            image: app:1
            name: app
          spelled: null
          tolerations:
          - key: b

        """,
        Render("""
            metadata: {name: web, finalizers: [c/c, a/a]}
            spec:
              containers:
              - {name: side, image: side:2}
              - {name: new, image: null}
              tolerations:
              - key: b
            """));

    [Theory]
    [InlineData("containers: [{name: side, $patch: delete}]", "app")]
    [InlineData("containers: [{$patch: replace}, {name: only}]", "only")]
    [InlineData("containers: [{$patch: delete}]", "")]
    [InlineData("containers: null", "")]
    [InlineData("containers: [{name: side, $patch: replace, image: x}]", "side,app")]
    [InlineData("containers: [{image: nameless}]", "")]
    [InlineData("containers: [{image: nameless}, {name: side}]", "side")]
    [InlineData("$patch: replace, containers: [{name: z}]", "z")]
    public void Directives_do_what_they_do_in_kustomize(string spec, string expected)
    {
        var rendered = Render($"metadata: {{name: web}}\nspec: {{{spec}}}");
        var names = rendered.Split('\n').Where(line => line.StartsWith("    name: ", StringComparison.Ordinal) || line.StartsWith("  - name: ", StringComparison.Ordinal)).Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..]);
        Assert.Equal(expected, string.Join(',', names));
    }

    [Fact]
    public void A_whole_object_is_deleted_but_not_replaced()
    {
        Assert.Equal("", Render("metadata: {name: web}\n$patch: delete"));
        Assert.Equal(KustomizeYaml.Write([PatchFixture.Read(Pod)]), Render("metadata: {name: web}\n$patch: replace\nspec: {}"));
    }

    [Fact]
    public void Other_directives_are_members()
    {
        var rendered = Render("metadata: {name: web}\nspec: {$retainKeys: [containers], $setElementOrder/containers: [{name: app}]}");
        Assert.Contains("  $retainKeys:\n  - containers\n  $setElementOrder/containers:\n  - name: app\n", rendered, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("spec: {containers: {name: app}}", "a mapping", "a list")]
    [InlineData("spec: on", "a single value", "a mapping")]
    [InlineData("spec: {$patch: remove}", "remove", "$patch")]
    public void What_does_not_fit_is_said_at_the_patch(string patch, string first, string second)
    {
        var problem = PatchFixture.Fail(Pod, $"apiVersion: v1\nkind: Pod\nmetadata: {{name: web}}\n{patch}");
        Assert.Contains(first, problem.Message, StringComparison.Ordinal);
        Assert.Contains(second, problem.Message, StringComparison.Ordinal);
        Assert.Equal(3, problem.Origin.LineSpan.Start.Line);
    }

    [Fact]
    public void Ports_are_told_apart_by_port_and_protocol() => Assert.Equal(
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: dns
        spec:
          ports:
          - name: tcp
            port: 53
            protocol: TCP
          - name: udp
            port: 53
            protocol: UDP
            targetPort: 5353

        """,
        PatchFixture.Render(
            """
            apiVersion: v1
            kind: Service
            metadata: {name: dns}
            spec:
              ports:
              - {port: 53, protocol: TCP, name: tcp}
              - {port: 53, protocol: UDP, name: udp}
            """,
            """
            apiVersion: v1
            kind: Service
            metadata: {name: dns}
            spec:
              ports:
              - {port: 53, protocol: UDP, targetPort: 5353}
            """));

    [Fact]
    public void A_number_in_the_place_of_a_quoted_text_is_a_text() => Assert.Contains(
        "a: \"2\"",
        PatchFixture.Render("apiVersion: x/v1\nkind: T\nmetadata: {name: t}\nspec: {a: \"1\"}", "kind: T\nmetadata: {name: t}\nspec: {a: 2}"),
        StringComparison.Ordinal);

    [Fact]
    public void Lists_of_unknown_kinds_are_replaced() => Assert.EndsWith(
        "spec:\n  l:\n  - name: b\n",
        PatchFixture.Render("apiVersion: x/v1\nkind: T\nmetadata: {name: t}\nspec: {l: [{name: a}]}", "kind: T\nmetadata: {name: t}\nspec: {l: [{name: b}]}"),
        StringComparison.Ordinal);

    [Fact]
    public void A_known_object_inside_an_unknown_one_is_merged() => Assert.EndsWith(
        "      containers:\n      - name: b\n      - name: a\n",
        PatchFixture.Render(
            "apiVersion: x/v1\nkind: T\nmetadata: {name: t}\nspec: {pod: {apiVersion: v1, kind: Pod, spec: {containers: [{name: a}]}}}",
            "kind: T\nmetadata: {name: t}\nspec: {pod: {spec: {containers: [{name: b}]}}}"),
        StringComparison.Ordinal);

    [Fact]
    public void For_a_selected_object_labels_are_texts_and_its_identity_stays()
    {
        var rendered = PatchFixture.Render(
            "apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop, labels: {a: b}}",
            "apiVersion: other/v9\nkind: Any\nmetadata: {name: any, namespace: none, labels: {a: null, n: 5}}",
            isSelected: true);
        Assert.Equal("apiVersion: v1\nkind: Pod\nmetadata:\n  labels:\n    a: \"null\"\n    \"n\": \"5\"\n  name: web\n  namespace: shop\n", rendered);
    }

    [Fact]
    public void A_patch_decides_and_the_base_follows_but_keys_stay_where_they_are_written()
    {
        var result = PatchFixture.Apply(PatchFixture.Read(Pod), """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
            spec:
              containers:
              - name: app
                image: app:2
                env:
                - name: "NEW"
            """)!;
        Assert.Equal("app:2 patch.yaml:8 base.yaml:11", PatchFixture.Trace(result, "spec", "containers", 0, "image"));
        Assert.Equal("app base.yaml:10", PatchFixture.Trace(result, "spec", "containers", 0, "name"));
        Assert.Equal("NEW patch.yaml:10", PatchFixture.Trace(result, "spec", "containers", 0, "env", 0, "name"));
        Assert.Equal("side base.yaml:15", PatchFixture.Trace(result, "spec", "containers", 1, "name"));
        Assert.Equal("web base.yaml:4", PatchFixture.Trace(result, "metadata", "name"));
        Assert.Equal("v1 base.yaml:1", PatchFixture.Trace(result, "apiVersion"));
    }

    [Fact]
    public void Long_lists_of_one_key_end()
    {
        var items = string.Join(", ", Enumerable.Range(0, 40_000).Select(i => $"{{name: c{i}}}"));
        var problem = PatchFixture.Fail($"apiVersion: v1\nkind: Pod\nmetadata: {{name: web}}\nspec: {{containers: [{items}]}}", "kind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: x}]}");
        Assert.Equal(RenderProblemKind.Limit, problem.Kind);
    }

    private static string Render(string patch) => PatchFixture.Render(Pod, $"apiVersion: v1\nkind: Pod\n{patch}");
}
