using NetLint.Fuzz;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Syntax.Tests;

public sealed class EmbeddedYamlTests
{
    [Theory]
    [InlineData("p: |-\n  kind: Service\n  spec:\n    ports: [80]\n")]
    [InlineData("p: |\n\n  # comment\n  kind: Service\n  ---\n  kind: Pod\n  on: yes\n")]
    [InlineData("p: |2\n    kind: Service\n    spec: {}\n")]
    [InlineData("p: |\r\n  kind: Service\r\n  spec:\r\n  - a\r\n")]
    [InlineData("p: '[{\"op\": \"add\", \"path\": \"/it''s\", \"value\": 1}]'\n")]
    [InlineData("p: \"[{\\\"op\\\": \\\"add\\\", \\\"value\\\": 5}]\"\n")]
    [InlineData("p: >\n  kind: Service\n\n  name:\n    - x\n    - y\n")]
    [InlineData("p: \"kind: a\n\n  spec: b\"\n")]
    public void Plain_scalars_stand_where_they_are_written(string text)
    {
        var host = Assert.IsType<YamlScalar>(Assert.IsType<YamlMapping>(Markup.ReadOne(text).Root)["p"]);
        var embedded = EmbeddedYaml.Read(host);
        Assert.True(embedded.IsExact);
        Assert.NotEmpty(embedded.Documents);
        foreach (var scalar in embedded.Documents.SelectMany(document => Scalars(document.Root)))
        {
            Assert.Same(host.Source, scalar.Source);
            if (scalar.Style == ScalarStyle.Plain)
                Assert.Equal(scalar.Value, scalar.Origin.Text);
            else
                Assert.Contains(scalar.Value.Replace("'", "''", StringComparison.Ordinal), scalar.Origin.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_error_is_reported_in_the_file()
    {
        var (text, spans) = Markup.Parse("patches:\n- patch: |-\n    kind: Service\n    spec: [|@bad|]\n");
        var host = (YamlScalar)((YamlMapping)((YamlSequence)((YamlMapping)Markup.ReadOne(text).Root!)["patches"]!).Items[0])["patch"]!;
        var error = Assert.Single(Assert.Single(EmbeddedYaml.Read(host).Documents).Errors);
        Assert.Equal(spans[0].Start, error.Span.Start);
    }

    [Fact]
    public void A_value_that_is_not_in_the_file_has_the_place_of_the_scalar()
    {
        var source = SourceText.From(new SourceId("k.yaml"), "p: x");
        var host = new YamlScalar(source, new TextSpan(3, 1), null, "kind: Service", ScalarStyle.Plain);
        var embedded = EmbeddedYaml.Read(host);
        Assert.False(embedded.IsExact);
        Assert.All(Scalars(embedded.Documents[0].Root), scalar => Assert.Equal(host.Span, scalar.Span));
    }

    [Fact]
    public void White_space_around_can_be_left_out()
    {
        var host = (YamlScalar)((YamlMapping)Markup.ReadOne("p: |2\n     kind: a\n\n\n").Root!)["p"]!;
        var embedded = EmbeddedYaml.Read(host, trim: true);
        var value = (YamlScalar)((YamlMapping)embedded.Documents[0].Root!)["kind"]!;
        Assert.Equal("a", value.Origin.Text);
    }

    /// <summary>Any text at all, written as a literal block or as a quoted scalar, is read as on its own, and its places are true.</summary>
    [Fact]
    public void Mutated_texts_read_as_on_their_own()
    {
        var random = new Random(11);
        var mutator = new Mutator(random, [.. Seeds.BuiltIn.Where(seed => seed.Length < 2_000)]);
        for (var i = 0; i < 1_500; i++)
        {
            var inner = mutator.Next().Content;
            var host = random.Next(2) == 0
                ? "p: |\n" + string.Concat(inner.Split('\n').Select(line => $"  {line}\n"))
                : $"p: '{inner.Replace("'", "''", StringComparison.Ordinal)}'\n";
            var read = Markup.Read(host).Documents;
            if (read is not [{ Errors.IsEmpty: true, Root: YamlMapping root }] || root["p"] is not YamlScalar scalar)
                continue;
            var embedded = EmbeddedYaml.Read(scalar);
            var alone = Markup.Read(scalar.Value).Documents;
            Assert.Equal(alone.Select(document => Markup.Show(document.Root)), embedded.Documents.Select(document => Markup.Show(document.Root)));
            foreach (var node in embedded.Documents.SelectMany(document => Scalars(document.Root)))
            {
                Assert.True(scalar.Span.Contains(node.Span) || node.Span.Start >= scalar.Span.End, "a node lies before its scalar");
                if (embedded.IsExact && node is { Style: ScalarStyle.Plain, Value.Length: > 0 } && !node.Origin.Text.Contains('\'', StringComparison.Ordinal) && !node.Origin.Text.Contains('\n', StringComparison.Ordinal))
                    Assert.Equal(node.Value, node.Origin.Text);
            }
        }
    }

    private static IEnumerable<YamlScalar> Scalars(YamlNode? node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlSequence sequence => sequence.Items.SelectMany(Scalars),
        YamlMapping mapping => mapping.Written.SelectMany(entry => Scalars(entry.Key).Concat(Scalars(entry.Value))),
        _ => [],
    };
}
