using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Syntax.Tests;

public sealed class YamlTreeTests
{
    [Theory]
    [InlineData("%YAML 1.1\n---\na: b\n", "{a: b}")]
    [InlineData("%TAG !e! tag:example.com,2026:\n---\na: !e!x b\n", "{a: b}")]
    [InlineData("--- # comment\na: b\n", "{a: b}")]
    [InlineData("--- {a: b}\n", "{a: b}")]
    [InlineData("--- |\n  x\n  y\n", "'x⏎y⏎'")]
    [InlineData("--- text\n", "text")]
    [InlineData("---\na: b\n...\n", "{a: b}")]
    [InlineData("? a\n: b\n", "{a: b}")]
    [InlineData("? a\n", "{a: ∅}")]
    [InlineData("? [a, b]\n: - c\n", "{[a, b]: [c]}")]
    [InlineData("a:", "{a: ∅}")]
    [InlineData("a:\n  b:\n", "{a: {b: ∅}}")]
    [InlineData("-\n- a\n", "[∅, a]")]
    [InlineData("a: [b,\n  c, {d: e,\n  f: g}]\n", "{a: [b, c, {d: e, f: g}]}")]
    [InlineData("\"a b\": 'c'\n'd': \"e\"\n", "{'a b': 'c', 'd': 'e'}")]
    [InlineData("a: b\n  c\n\n  d\n", "{a: b c\nd}")]
    [InlineData("a: \"b\n  c\"\nd: 'e\n  f'\n", "{a: 'b c', d: 'e f'}")]
    [InlineData("a: &x 1\nb: *x\n", "{a: 1, b: 1}")]
    [InlineData("a: 1\na: 2\n", "{a: 1, a: 2}")]
    [InlineData("a: |\n  x\n# comment\nb: c\n", "{a: 'x⏎', b: c}")]
    [InlineData("a: b:c\nd: http://x/#y\n", "{a: b:c, d: http://x/#y}")]
    [InlineData("a:\n- b\n- c\n", "{a: [b, c]}")]
    [InlineData("a: b\rc: d\r", "{a: b, c: d}")]
    [InlineData("a: -1\nb: - c\n", "{a: -1}")]
    [InlineData("a:\n  b: {\nc: d,\n\n  e: [\r\nf,\ng\n]\n  }\n  h: i\n", "{a: {b: {c: d, e: [f, g]}, h: i}}")]
    [InlineData("a:\n  b: \"x\ny\n\n  z\"\n  c: d\n", "{a: {b: 'x y⏎z', c: d}}")]
    [InlineData("a:\n- \"x \\\"q\\\" \\\ny\"\n- \"x\ny\"\n", "{a: ['x \"q\" y', 'x y']}")]
    public void Documents_are_read(string text, string tree) => Assert.Equal(tree, Markup.Show(Markup.ReadOne(text).Root));

    /// <summary>The marked text is the span of the node at the path.</summary>
    [Theory]
    [InlineData("a: &x\n  [|b: 1\n  c: 2|]\nd: e\n", "a")]
    [InlineData("a: &x # why\n  # more\n  [|- 1\n  - 2|]\n", "a")]
    [InlineData("a: !!map\n  [|b: 1|]\n", "a")]
    [InlineData("a: &x [|[1, 2]|]\n", "a")]
    [InlineData("a: &x !!str [|text|]\n", "a")]
    [InlineData("a: !!str &x [|\"text\"|] # why\n", "a")]
    [InlineData("a: &x[||]\nb: c\n", "a")]
    [InlineData("a:[||]\n", "a")]
    [InlineData("a:[||] # why\nb: c\n", "a")]
    [InlineData("a:[||]", "a")]
    [InlineData("a: {b:[||], c: d}\n", "a.b")]
    [InlineData("a: [[|b: c|], d]\n", "a[0]")]
    [InlineData("a: [|{b: c,\n  d: e}|] # why\n", "a")]
    [InlineData("a:\n  [|b: c|]\n\n  # why\n\nd: e\n", "a")]
    [InlineData("a: [||\n  x\n  y|]\n\n\nb: c\n", "a")]
    [InlineData("a: [|>-\n  x|]\n# why\n", "a")]
    [InlineData("a: [||-|]\nb: c\n", "a")]
    [InlineData("a: [|b\n  c|] # why\n", "a")]
    [InlineData("a: [|'b\n  c'|]\n", "a")]
    [InlineData("- [|a: b\n  c: d|]\n- e\n", "[0]")]
    [InlineData("-[||]\n- a\n", "[0]")]
    [InlineData("- [|- a\n  - b|]\n", "[0]")]
    [InlineData("[|? a\n: b|]\n", "")]
    [InlineData("--- # why\n[|a: b|]\n", "")]
    public void Spans_are_exact(string marked, string path)
    {
        // The literal's own bar would close the mark, so it is written double.
        var (text, spans) = Markup.Parse(marked);
        var document = Markup.ReadOne(text);
        var node = Assert.Single(Nodes(document.Root!).Distinct(), node => YamlPath.Find(document.Root!, node) == path && IsValue(document.Root!, node));
        Assert.Equal(document.Source.ToString(Assert.Single(spans)), document.Source.ToString(node.Span));
        Assert.Equal(spans[0], node.Span);
    }

    [Fact]
    public void An_alias_is_its_anchors_node()
    {
        var root = Assert.IsType<YamlMapping>(Markup.ReadOne("a: &x {b: c}\nd: *x\n").Root);
        Assert.Same(root["a"], root["d"]);
        Assert.Equal((9, 2), (root.Weight, root.Height));
    }

    [Fact]
    public void An_anchor_inside_itself_is_an_error()
    {
        var document = Markup.ReadOne("a: &x\n  b: *x\nc: d\n");
        Assert.Equal("the anchor '&x' contains itself", Assert.Single(document.Errors).Message);
    }

    [Fact]
    public void Of_repeated_keys_the_last_counts_and_all_are_kept()
    {
        var mapping = Assert.IsType<YamlMapping>(Markup.ReadOne("a: 1\nb: 2\na: 3\n").Root);
        Assert.Equal("3", Markup.Show(mapping["a"]));
        Assert.Equal(3, mapping.Written.Length);
        var big = Assert.IsType<YamlMapping>(Markup.ReadOne(string.Concat(Enumerable.Range(0, 100).Select(i => $"k{i % 50}: {i}\n"))).Root);
        Assert.Equal("97", Markup.Show(big["k47"]));
        Assert.Null(big["x"]);
    }

    [Theory]
    [InlineData("m: &m {a: 1, b: 2}\nx: {<<: *m, a: 9}\n", "b=2 a=9")]
    [InlineData("m: &m {a: 1}\nn: &n {a: 2, c: 3}\nx: {<<: [*m, *n], d: 4}\n", "a=1 c=3 d=4")]
    [InlineData("m: &m {a: 1}\nn: &n {<<: *m, b: 2}\nx: {<<: *n}\n", "a=1 b=2")]
    [InlineData("x: {<<: {a: 1}, <<: {b: 2}}\n", "a=1 b=2")]
    [InlineData("x: {\"<<\": {a: 1}}\n", "<<={a: 1}")]
    [InlineData("x: {<<: text, a: 1}\n", "<<=text a=1")]
    public void Merge_keys_bring_entries_in(string text, string entries)
    {
        var root = Assert.IsType<YamlMapping>(Markup.ReadOne(text).Root);
        var mapping = Assert.IsType<YamlMapping>(root["x"]);
        Assert.Equal(entries, string.Join(' ', mapping.Entries.Select(entry => entry.Name + "=" + Markup.Show(entry.Value))));
    }

    [Theory]
    [InlineData("a: {b: [x, {c/d: [|v|]}]}", "a.b[1][\"c/d\"]")]
    [InlineData("'q\"\\': [|v|]", "[\"q\\\"\\\\\"]")]
    [InlineData("on: [|v|]", "true")]
    [InlineData("[[[|v|]]]", "[0][0]")]
    public void Paths_are_written_like_kubectls(string marked, string path)
    {
        var (text, spans) = Markup.Parse(marked);
        var root = Markup.ReadOne(text).Root!;
        Assert.Equal(path, YamlPath.Find(root, Nodes(root).Single(node => node.Span == spans[0])));
    }

    [Fact]
    public void Paths_are_made_step_by_step()
    {
        Assert.Equal("spec.ports[2].name", YamlPath.Append(YamlPath.Append(YamlPath.Append(YamlPath.Append("", "spec"), "ports"), 2), "name"));
        Assert.Equal("[\"a.b\"]", YamlPath.Append("", "a.b"));
        Assert.Null(YamlPath.Find(Markup.ReadOne("a: b").Root!, Markup.ReadOne("a: b").Root!));
    }

    [Theory]
    [InlineData("[|# first|]\na: b [|# second|]\n[|# third|]\n", 2)]
    [InlineData("a: 'x # y'\nb: \"x # y\"\nc: x#y\n", 0)]
    [InlineData("a: | [|# header|]\n  # text\n  b\n[|# after|]\nc: d\n", 1)]
    [InlineData("a: [b, [|# in flow|]\n  c]\n", 0)]
    [InlineData("--- [|# marker|]\na: b\n", 0)]
    [InlineData("a: &x [|# anchor|]\n  - b\n", 0)]
    [InlineData("a: b\r\n  [|# crlf|]\r\nc: d\r\n", 1)]
    [InlineData("[|# only|]\n", 1)]
    [InlineData("a: @b # not seen in a broken document\n  [|# whole|]\n", 1)]
    public void Comments_stand_between_scalars(string marked, int wholeLines)
    {
        var (text, spans) = Markup.Parse(marked);
        var comments = YamlComments.Of(Markup.ReadOne(text));
        Assert.Equal(spans, comments.Select(comment => comment.Span));
        Assert.Equal(wholeLines, comments.Count(comment => comment.IsWholeLine));
    }

    [Theory]
    [InlineData("a: b\n---\nc: d\n", "a: b\n", "---\nc: d\n")]
    [InlineData("a: b\r\n---\r\nc: d", "a: b\r\n", "---\r\nc: d")]
    [InlineData("a: b\n...\nc: d\n", "a: b\n", "c: d\n")]
    [InlineData("%YAML 1.1\n---\na: b\n", "%YAML 1.1\n---\na: b\n")]
    [InlineData("# head\n---\na: b\n", "# head\n", "---\na: b\n")]
    [InlineData("a: |\n  ---\nb: c\n", "a: |\n  ---\nb: c\n")]
    [InlineData("a: ---\n---b: c\n", "a: ---\n---b: c\n")]
    [InlineData("---\n---\n", "---\n", "---\n")]
    [InlineData("\n\n")]
    [InlineData("")]
    [InlineData("---", "---")]
    public void Files_are_split_at_markers(string text, params string[] documents) =>
        Assert.Equal(documents, DocumentSplitter.Split(text).Select(span => text.Substring(span.Start, span.Length)));

    [Fact]
    public void A_broken_document_costs_only_itself()
    {
        var documents = Markup.Read("a: b\n---\n[[[\n---\nc: d\n").Documents;
        Assert.Equal(["{a: b}", "{c: d}"], documents.Where(document => !document.IsRecovered).Select(document => Markup.Show(document.Root)));
        Assert.Equal([0, 1, 2], documents.Select(document => document.Index));
    }

    [Fact]
    public void A_declined_document_is_not_read()
    {
        var source = SourceText.From(new SourceId("a"), "a: b\n---\nkind: [\n");
        var documents = YamlReader.Read(source, new YamlReadOptions { Filter = text => !text.Contains("kind", StringComparison.Ordinal) }).Documents;
        Assert.Equal([true, false], documents.Select(document => document.IsRead));
        Assert.Empty(documents[1].Errors);
    }

    private static bool IsValue(YamlNode root, YamlNode node) =>
        ReferenceEquals(root, node) || Nodes(root).Any(parent => parent switch
        {
            YamlMapping mapping => mapping.Written.Any(entry => ReferenceEquals(entry.Value, node)),
            YamlSequence sequence => sequence.Items.Any(item => ReferenceEquals(item, node)),
            _ => false,
        });

    private static IEnumerable<YamlNode> Nodes(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.Written.SelectMany(entry => Nodes(entry.Key).Concat(Nodes(entry.Value))).Prepend(node),
        YamlSequence sequence => sequence.Items.SelectMany(Nodes).Prepend(node),
        _ => [node],
    };
}
