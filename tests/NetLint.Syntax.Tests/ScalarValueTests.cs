using NetLint.Syntax.Yaml;

namespace NetLint.Syntax.Tests;

/// <summary>The resolutions of go-yaml v2 that kubectl rests on.</summary>
public sealed class ScalarValueTests
{
    [Theory]
    [InlineData("true False YES no On off y N TRUE", ScalarKind.Boolean)]
    [InlineData("tRue yEs oN Y1 none nope online", ScalarKind.String)]
    [InlineData("~ null Null NULL", ScalarKind.Null)]
    [InlineData("nULL nil None ~~", ScalarKind.String)]
    [InlineData("0 -0 +1 80 1_000 0x1F 0b101 010 0o17 -0x10 123456789012345678901234567890", ScalarKind.Integer)]
    [InlineData("1.5 -1.5e3 .5 1. 1e3 +1E-2 .inf -.INF +.Inf .nan .NaN 08.5 1_0.5 1e308 2e-848593", ScalarKind.Float)]
    [InlineData("1.2.3 10.0.0.1 1:30 2026-01-02 80/TCP 0x 0b2 - + . -- 1-2 e3 1e .e5 0xG 5m 100Mi :80 abc .infinity _1 -.nan 2e848593 -1e400 .5e999", ScalarKind.String)]
    public void Plain_words_become(string words, ScalarKind kind)
    {
        foreach (var word in words.Split(' '))
            Assert.True(ScalarValue.Resolve(word, ScalarStyle.Plain, null).Kind == kind, word + " is " + ScalarValue.Resolve(word, ScalarStyle.Plain, null).Kind);
    }

    [Theory]
    [InlineData("010", 8)]
    [InlineData("0o17", 15)]
    [InlineData("0x1f", 31)]
    [InlineData("0b101", 5)]
    [InlineData("-0x10", -16)]
    [InlineData("+8_0", 80)]
    public void Integers_have_values(string text, int value) => Assert.Equal(value, ScalarValue.Resolve(text, ScalarStyle.Plain, null).Integer);

    [Fact]
    public void Empty_plain_is_null_and_empty_quoted_is_text()
    {
        Assert.Equal(ScalarKind.Null, ScalarValue.Resolve("", ScalarStyle.Plain, null).Kind);
        Assert.Equal(ScalarKind.String, ScalarValue.Resolve("", ScalarStyle.DoubleQuoted, null).Kind);
    }

    [Theory]
    [InlineData(ScalarStyle.SingleQuoted)]
    [InlineData(ScalarStyle.DoubleQuoted)]
    [InlineData(ScalarStyle.Literal)]
    [InlineData(ScalarStyle.Folded)]
    public void Anything_but_plain_is_text(ScalarStyle style) => Assert.Equal(ScalarKind.String, ScalarValue.Resolve("80", style, null).Kind);

    [Theory]
    [InlineData("tag:yaml.org,2002:str", ScalarStyle.Plain, ScalarKind.String)]
    [InlineData("!", ScalarStyle.Plain, ScalarKind.String)]
    [InlineData("tag:yaml.org,2002:int", ScalarStyle.DoubleQuoted, ScalarKind.Integer)]
    public void Tags_decide(string tag, ScalarStyle style, ScalarKind kind) => Assert.Equal(kind, ScalarValue.Resolve("80", style, tag).Kind);

    [Theory]
    [InlineData("on", "true")]
    [InlineData("010", "8")]
    [InlineData("~", "null")]
    [InlineData("1.5", "1.5")]
    [InlineData("name", "name")]
    public void Keys_become_member_names(string key, string name)
    {
        var mapping = Assert.IsType<YamlMapping>(Markup.ReadOne($"{key}: 1\n").Root);
        Assert.Equal(name, Assert.Single(mapping.Written).Name);
    }

    [Fact]
    public void Endless_digits_are_text_and_cheap() => Assert.Equal(ScalarKind.String, ScalarValue.Resolve(new string('a', 10) + new string('1', 1_000_000), ScalarStyle.Plain, null).Kind);
}
