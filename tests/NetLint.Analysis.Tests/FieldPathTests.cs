using NetLint.Analysis.Diagnostics;

namespace NetLint.Analysis.Tests;

public sealed class FieldPathTests
{
    [Theory]
    [InlineData("data: { x: bad }", "data.x")]
    [InlineData("data: { bad: x }", "data.bad")]
    [InlineData("data:\n  x.y/z: bad", "data[\"x.y/z\"]")]
    [InlineData("list: [a, bad]", "list[1]")]
    [InlineData("list:\n  - { name: a, v: [[x, bad]] }", "list[0].v[0][1]")]
    [InlineData("list:\n- a\n- - bad", "list[1][0]")]
    [InlineData("a: { b: { c: { d: bad } } }", "a.b.c.d")]
    [InlineData("bad: {}", "bad")]
    [InlineData("on: bad", "true")]
    [InlineData("80: bad", "80")]
    public void PathIsThatOfTheNode(string field, string path) => Assert.Equal(path, PathsOf(field).Single());

    [Fact]
    public void AliasesHaveThePathOfTheirAnchor() =>
        // The one place in the text has one path: that of the node that is written there.
        Assert.Equal(["first"], PathsOf("first: &word bad\nsecond: *word"));

    [Theory]
    [InlineData("spec:\n  type: ClusterIP", "spec.selector")]
    [InlineData("spec: { type: ClusterIP }", "spec.selector")]
    [InlineData("spec:\n  selector:\n  type: ClusterIP", "spec.selector")]
    [InlineData("spec:\n  type: ClusterIP\n  selector: ~", "spec.selector")]
    public void AbsentAndNullFieldsAreNamed(string spec, string path)
    {
        var found = Assert.Single(Lint.Run($"apiVersion: v1\nkind: Service\nmetadata:\n  name: a\n{spec}\n").Diagnostics);
        Assert.Equal(("NL7004", path), (found.Descriptor.Id, found.FieldPath));
    }

    [Fact]
    public void AnAbsentFieldHasNoWidth() => Lint.Check(
        """
        apiVersion: v1
        kind: Service
        metadata: { name: a }
        spec:
          {|NL7004:|}type: ClusterIP
        ---
        apiVersion: v1
        kind: Service
        metadata: { name: b }
        spec: { {|NL7004:|}type: ClusterIP }
        """);

    [Fact]
    public void ItemsOfListsOfObjectsStartAtTheObject() =>
        Assert.Equal("data.x", Assert.Single(Lint.Run("apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: { name: a }\n  data: { x: bad }\n").Diagnostics).FieldPath);

    private static IEnumerable<string?> PathsOf(string field) =>
        Lint.Run($"apiVersion: v1\nkind: ConfigMap\nmetadata: {{ name: a }}\n{field}\n").Diagnostics.Select(diagnostic => diagnostic.FieldPath);
}
