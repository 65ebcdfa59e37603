using NetLint.Syntax.Yaml;

namespace NetLint.Syntax.Tests;

/// <summary>Literal texts whose first lines hold nothing but spaces, as charts render them.</summary>
public sealed class LiteralTests
{
    [Theory]
    [InlineData("a: |\n    \n    text\n    more\nb: c\n", "\ntext\nmore\n")]
    [InlineData("a: |\n  \n    text\n  \n    more\nb: c\n", "\ntext\n\nmore\n")]
    [InlineData("a: |-\n   \n  \n\n    text\n\nb: c\n", "\n\n\ntext")]
    [InlineData("a: | # why\n    \n    text: |\n        \n        deep\nb: c\n", "\ntext: |\n    \n    deep\n")]
    [InlineData("a: |\n    \nb: c\n", "")]
    [InlineData("a: |+\n   \n  \nb: c\n", "\n\n")]
    [InlineData("- a: |\n      \n      text\n  b: |\n     \n      text\n", "\ntext\n")]
    public void Blank_lines_before_a_literal_text_may_hold_spaces(string text, string value)
    {
        foreach (var lineBreak in (string[])["\n", "\r\n"])
        {
            var document = Markup.ReadOne(text.Replace("\n", lineBreak, StringComparison.Ordinal));
            Assert.Empty(document.Errors);
            Assert.False(document.IsRecovered);
            var map = (YamlMapping)(document.Root is YamlSequence list ? list.Items[0] : document.Root!);
            var scalar = (YamlScalar)map.Entries[0].Value;
            Assert.Equal(value, scalar.Value);
            foreach (var entry in map.Entries)
            {
                if (entry.Value is YamlScalar { Style: ScalarStyle.Plain } next)
                    Assert.Equal(next.Value, document.Source.ToString(next.Span));
            }
        }
    }

    [Theory]
    [InlineData("a: |\n     \n    text\nb: c\n")]
    [InlineData("a: |\n    \n        \n    text\nb: c\n")]
    public void Blank_line_deeper_than_the_text_is_named(string text)
    {
        var errors = Markup.ReadOne(text).Errors;
        Assert.NotEmpty(errors);
        Assert.Equal("a blank line before the text is indented deeper than the text", errors[0].Message);
    }
}
