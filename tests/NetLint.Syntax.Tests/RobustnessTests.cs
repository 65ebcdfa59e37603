using System.Diagnostics;
using System.Text;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Syntax.Tests;

/// <summary>Hostile input: always an answer, in bounded time, with positions inside the text.</summary>
public sealed class RobustnessTests
{
    /// <summary>Far more than any of these takes, far less than a quadratic one would.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    private static YamlStream ReadInTime(string text)
    {
        var watch = Stopwatch.StartNew();
        var stream = Markup.Read(text);
        foreach (var document in stream.Documents)
        {
            _ = YamlComments.Of(document);
            if (document.Root is { } root)
                _ = YamlPath.Find(root, new YamlScalar(stream.Source, default, null, "not there", ScalarStyle.Plain));
            Assert.All(document.Errors.Take(100), error => Assert.True(document.Span.Contains(error.Span)));
        }

        Assert.True(watch.Elapsed < Bound, $"took {watch.Elapsed.TotalSeconds:F1} s");
        return stream;
    }

    private static YamlError LimitOf(string text)
    {
        var error = Assert.Single(Assert.Single(ReadInTime(text).Documents).Errors);
        Assert.Equal(YamlErrorKind.Limit, error.Kind);
        return error;
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("{\"a\":")]
    public void Deep_nesting_is_a_limit(string opening) =>
        Assert.Contains("nest deeper than 200 levels", LimitOf(Repeat(opening, 10_000)).Message, StringComparison.Ordinal);

    [Fact]
    public void Deep_indentation_is_a_limit()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 3_000; i++)
            text.Append(' ', i).Append("a:\n");
        Assert.Equal(new LinePosition(200, 200), Markup.Read(text.ToString()).Source.GetPosition(LimitOf(text.ToString()).Span.Start));
    }

    [Fact]
    public void Balanced_deep_nesting_is_a_limit() => LimitOf(Repeat("[", 10_000) + Repeat("]", 10_000));

    [Fact]
    public void Aliases_cannot_nest_deeper_than_written_nodes()
    {
        // Each line is shallow; only the expanded tree is deep.
        var text = new StringBuilder("a0: &a0 x\n");
        for (var i = 1; i <= 60; i++)
            text.Append('a').Append(i).Append(": &a").Append(i).Append(' ').Append('[', 10).Append("*a").Append(i - 1).Append(']', 10).Append('\n');
        Assert.Contains("nest deeper", LimitOf(text.ToString()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Alias_bomb_is_a_limit()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i <= 12; i++)
            text.Append('a').Append(i).Append(": &a").Append(i).Append(" [").AppendJoin(", ", Enumerable.Repeat("*a" + (i - 1), 9)).Append("]\n");
        Assert.Contains("aliases expand", LimitOf(text.ToString()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_key_bomb_is_a_limit()
    {
        var text = new StringBuilder("m0: &m0 {k: 1}\n");
        for (var i = 1; i <= 12; i++)
            text.Append('m').Append(i).Append(": &m").Append(i).Append(" {<<: [").AppendJoin(", ", Enumerable.Repeat("*m" + (i - 1), 9)).Append("], k").Append(i).Append(": 1}\n");
        Assert.Contains("aliases expand", LimitOf(text.ToString()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Merging_a_big_mapping_many_times_is_a_limit()
    {
        var text = new StringBuilder("m: &m\n");
        for (var i = 0; i < 20_000; i++)
            text.Append("  k").Append(i).Append(": 1\n");
        for (var i = 0; i < 20_000; i++)
            text.Append('x').Append(i).Append(": {<<: *m}\n");
        LimitOf(text.ToString());
    }

    [Fact]
    public void Mapping_of_a_million_keys_is_read_and_looked_up()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 1_000_000; i++)
            text.Append('k').Append(i).Append(": 1\n");
        var mapping = Assert.IsType<YamlMapping>(Assert.Single(ReadInTime(text.ToString()).Documents).Root);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 1_000_000; i += 10)
            Assert.NotNull(mapping["k" + i]);
        Assert.Null(mapping["k"]);
        Assert.True(watch.Elapsed < Bound);
    }

    [Fact]
    public void Documents_over_the_limit_are_not_read()
    {
        var documents = ReadInTime(Repeat("---\na: b\n", 30_000)).Documents;
        Assert.Equal(20_001, documents.Length);
        Assert.Equal(YamlErrorKind.Limit, Assert.Single(documents[^1].Errors).Kind);
    }

    [Theory]
    [InlineData("a: ", "x", "")]
    [InlineData("a: \"", "x", "\"")]
    [InlineData("a: |\n  ", "x", "")]
    [InlineData("# ", "x", "")]
    [InlineData("a: [", "bbbbbb, ", "c]")]
    [InlineData("a: \"", "\\u00e9", "\"")]
    public void Line_of_many_megabytes_is_read(string before, string unit, string after)
    {
        var document = Assert.Single(ReadInTime(before + Repeat(unit, 8_000_000 / unit.Length) + after).Documents);
        Assert.Empty(document.Errors);
    }

    [Theory]
    [InlineData("a: \"", "x")]
    [InlineData("a: 'x", " y")]
    [InlineData("", "x")]
    [InlineData("a: {", "b: c, ")]
    [InlineData("a: ", ": ")]
    [InlineData("", "]")]
    [InlineData("", "\"")]
    [InlineData("", "'")]
    [InlineData("a: ", "*b ")]
    [InlineData("", "&a ")]
    [InlineData("", "!a ")]
    [InlineData("", "? ")]
    [InlineData("", ": ")]
    [InlineData("", "%")]
    [InlineData("a: |\n", "\t")]
    [InlineData("", "\0")]
    public void Broken_line_of_megabytes_is_bounded(string before, string unit) => ReadInTime(before + Repeat(unit, 1_000_000 / unit.Length) + "\n");

    [Theory]
    [InlineData("a: b\n", "  c\n")]
    [InlineData("a: \"b\n", "  c\n")]
    [InlineData("a: |\n", "  c\n")]
    [InlineData("a: |\n", "\n")]
    [InlineData("a: >\n", "  c\n\n")]
    [InlineData("a:\n", "\n")]
    [InlineData("a:\n", "# c\n")]
    [InlineData("a:\n", "- b\n")]
    [InlineData("a:\n", "- b\n- : c\n")]
    [InlineData("", "a:\n  b\nc\n")]
    [InlineData("", "@\n")]
    [InlineData("", "\t\n")]
    [InlineData("", "\tx\n")]
    [InlineData("", "x\n")]
    [InlineData("", "- \"\n")]
    [InlineData("", "{{ x }}\n")]
    [InlineData("", "a: {{ x }}\n")]
    [InlineData("", "{\n")]
    [InlineData("", "{\"a\":1}\n")]
    [InlineData("{\"a\":[", "1,\n")]
    [InlineData("", "...\n")]
    [InlineData("", "---\n")]
    [InlineData("", "%YAML 1.1\n")]
    [InlineData("", "%TAG ! tag:x:\n")]
    [InlineData("", "--- |\n x\n")]
    [InlineData("", "\u0001\n")]
    [InlineData("", "&a\n")]
    [InlineData("", "&a x: *a\n")]
    [InlineData("", "\r")]
    [InlineData("", "a\u2028")]
    public void Many_lines_are_bounded(string before, string unit) => ReadInTime(before + Repeat(unit, 500_000 / unit.Length));

    [Fact]
    public void Document_of_a_hundred_megabytes_in_one_line_is_read()
    {
        var document = Assert.Single(ReadInTime("a: " + new string('x', 100_000_000)).Documents);
        Assert.Equal(100_000_000, Assert.IsType<YamlMapping>(document.Root)["a"]!.Span.Length);
    }

    [Fact]
    public void Binary_input_is_no_crash()
    {
        var bytes = new byte[200_000];
        new Random(1).NextBytes(bytes);
        var source = SourceText.Decode(new SourceId("x.yaml"), bytes);
        Assert.True(source.HasInvalidEncoding);
        foreach (var document in YamlReader.Read(source).Documents)
            Assert.NotEmpty(document.Errors);
    }

    [Theory]
    [InlineData("a: \ud800b\nc: d\n")]
    [InlineData("\udc00: x\n")]
    [InlineData("a: \"\\ud800\"\nc: d\n")]
    [InlineData("\ufeffa: b\n")]
    [InlineData("a: b\rc: d\r")]
    public void Odd_characters_are_no_crash(string text) => ReadInTime(text);
}
