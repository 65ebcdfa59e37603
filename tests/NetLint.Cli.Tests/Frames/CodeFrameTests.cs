using NetLint.Analysis.Diagnostics;
using NetLint.Cli.Output;
using NetLint.Cli.Reporting.Text;
using NetLint.Syntax.Text;

namespace NetLint.Cli.Tests.Frames;

public sealed class CodeFrameTests
{
    [Theory]
    [InlineData("a: [|bad|]", "1 | a: bad\n  |    ^^^\n")]
    [InlineData("a:[||]", "1 | a:\n  |   ^\n")]
    [InlineData("[||]", "")]
    [InlineData("名前: [|値|] # x", "1 | 名前: 値 # x\n  |       ^^\n")]
    [InlineData("\ta:\t[|b|]", "1 |     a:  b\n  |         ^\n")]
    [InlineData("e\u0301x: [|1|]", "1 | e\u0301x: 1\n  |     ^\n")]
    [InlineData("😀: [|😀|]", "1 | 😀: 😀\n  |     ^^\n")]
    [InlineData("a: \u001b[|b|]", "1 | a: \\u001Bb\n  |          ^\n")]
    [InlineData("a: \u202e[|b|]", "1 | a: \\u202Eb\n  |          ^\n")]
    [InlineData("##vso[x]: [|1|]", "1 | \\u0023#vso[x]: 1\n  |                ^\n")]
    [InlineData("a: [|\n  b: 1\n|]c: 2", "1 | a:\n  |    ^ to line 2\n")]
    [InlineData("first: 1\nsecond: [|2|]", "1 | first: 1\n2 | second: 2\n  |         ^\n")]
    [InlineData("---\nsecond: [|2|]", "2 | second: 2\n  |         ^\n")]
    public void TheSpanIsMarkedExactly(string markup, string expected) => Assert.Equal(expected, Draw(markup, 100));

    [Fact]
    public void ALoneSurrogateIsShownAsItsNumber() => Assert.Equal("1 | x\\uD800: 1\n  |          ^\n", Draw($"x{(char)0xD800}: [|1|]", 100));

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(75)]
    [InlineData(500)]
    [InlineData(9_000)]
    public void ALongLineIsCutAroundTheSpan(int before)
    {
        var lines = Draw(string.Concat(Enumerable.Repeat("0123456789", 1000))[..before] + "[|MARK|]" + new string('z', 10_000), 80).Split('\n');
        Assert.True(lines[0].Length <= 80, lines[0]);
        Assert.Equal("MARK", lines[0][lines[1].IndexOf('^', StringComparison.Ordinal)..(lines[1].LastIndexOf('^') + 1)]);
    }

    [Fact]
    public void ASpanWiderThanTheTerminalIsMarkedAsFarAsItIsShown()
    {
        var lines = Draw("key: [|" + new string('v', 5_000) + "|] # end", 60).Split('\n');
        Assert.All(lines, line => Assert.True(line.Length <= 60, line));
        Assert.Contains("^^^^^^^^", lines[1], StringComparison.Ordinal);
    }

    private static string Draw(string markup, int width)
    {
        var start = markup.IndexOf("[|", StringComparison.Ordinal);
        var end = markup.IndexOf("|]", StringComparison.Ordinal) - 2;
        var text = markup.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        var place = new Origin(SourceText.From(new SourceId("x.yaml"), text), TextSpan.FromBounds(start, end));
        using var output = new StringWriter { NewLine = "\n" };
        new CodeFrame(new Style(Terminal.Plain), width).Draw(place, CodeFrame.GutterOf(place), DiagnosticSeverity.Error, withContext: true, output);
        return output.ToString();
    }
}
