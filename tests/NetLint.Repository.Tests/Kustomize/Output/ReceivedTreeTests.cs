using NetLint.Repository.Kustomize.Output;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Tests.Kustomize.Output;

public sealed class ReceivedTreeTests
{
    [Fact]
    public void ATreeThatReadsAlikeIsTheSameInstance()
    {
        var tree = Parsed.Mapping(
            """
            spec: {ports: [{port: 010, name: 0x1F, ratio: 1e3, big: 18446744073709551616}], on-call: true, none: ~, text: "on", time: '2024-02-29'}
            base: &base {a: 1}
            copy: {<<: *base, b: 2}
            """);
        Assert.Same(tree, ReceivedTree.Of(tree));
    }

    [Fact]
    public void OnlyThePathToADifferenceIsCopied()
    {
        var tree = Parsed.Mapping(
            """
            same: {port: 80}
            list: [{a: 1}, {b: on}]
            """);
        var received = ReceivedTree.Of(tree);
        Assert.Same(tree["same"], received["same"]);
        var (before, after) = ((YamlSequence)tree["list"]!, (YamlSequence)received["list"]!);
        Assert.Same(before.Items[0], after.Items[0]);
        var changed = (YamlScalar)((YamlMapping)after.Items[1])["b"]!;
        Assert.Equal(ScalarKind.String, changed.Resolve().Kind);
        Assert.Equal("kustomization.yaml:2:20", Parsed.Place(changed.Origin));
    }

    [Theory]
    [InlineData("yes", ScalarKind.String, "yes")]
    [InlineData("n", ScalarKind.String, "n")]
    [InlineData("2024-02-29", ScalarKind.String, "2024-02-29T00:00:00Z")]
    [InlineData("!!binary aGk=", ScalarKind.String, "hi")]
    [InlineData("! 12", ScalarKind.Integer, "12")]
    [InlineData("0o-7", ScalarKind.Integer, "-7")]
    public void ADifferentReadingBecomesAScalarThatReadsSo(string written, ScalarKind kind, string text)
    {
        var value = ((YamlScalar)ReceivedTree.Of(Parsed.Mapping("value: " + written))["value"]!).Resolve();
        Assert.Equal((kind, text), (value.Kind, value.Text));
    }

    [Fact]
    public void KeysAreReceivedAsTheyArePrinted()
    {
        var received = ReceivedTree.Of(Parsed.Mapping("labels: {on: a, y: b, other: c}"));
        Assert.Equal(["on", "y", "other"], ((YamlMapping)received["labels"]!).Entries.Select(entry => entry.Name));
    }

    [Fact]
    public void AChangedScalarKeepsItsHistory()
    {
        var other = Parsed.Scalar("x").Origin;
        var tree = Parsed.Mapping("a: b");
        var traced = new TracedScalar(tree["a"]!.Origin, tag: null, "off", ScalarStyle.Plain, [other]);
        var received = ReceivedTree.Of(tree.With(Parsed.Scalar("a"), traced))["a"]!;
        Assert.Equal([other], received.EarlierOrigins);
        Assert.Equal(new TextSpan(3, 1), received.Span);
    }

    [Fact]
    public void PointersComeInTheOrderOfPrinting()
    {
        var tree = Parsed.Mapping("b: [1, {x/y: 2, a~b: 3}]\na: {on: 4, empty: {}}\n");
        Assert.Equal(
            [("/a/on", "4"), ("/b/0", "1"), ("/b/1/a~0b", "3"), ("/b/1/x~1y", "2")],
            JsonPointers.Walk(tree).Select(found => (found.Pointer, found.Scalar.Value)));
    }
}
