using System.Text.Json;
using NetLint.Cli.Output;

namespace NetLint.Cli.Tests.Commands;

public sealed class OtherCommandTests : IDisposable
{
    private readonly TestCli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("NL1001")]
    [InlineData("nl1001")]
    [InlineData("Node-Port-Out-Of-Range")]
    public void ExplainShowsThePage(string rule)
    {
        var answer = _cli.Run("explain", rule);
        Assert.StartsWith("# NL1001: Node port is outside the range of the cluster\n", answer.Output, StringComparison.Ordinal);
        Assert.Contains("## How to fix", answer.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Clean, answer.Code);
    }

    [Fact]
    public void ExplainOnATerminalDrawsHeadingsAndWraps()
    {
        _cli.Terminal = new Terminal(true, true, false, 60);
        var lines = _cli.Run("explain", "NL1001").Output.Split('\n');
        Assert.Equal("\e[1mNL1001: Node port is outside the range of the cluster\e[0m", lines[0]);
        Assert.DoesNotContain(lines, line => line.StartsWith("```", StringComparison.Ordinal));
        Assert.All(lines.Where(line => !line.Contains('\e', StringComparison.Ordinal)), line => Assert.True(line.Length <= 60, line));
    }

    [Fact]
    public void RulesListsEachCaseOnALine()
    {
        var lines = _cli.Run("rules").Output.TrimEnd().Split('\n');
        Assert.StartsWith("rule", lines[0], StringComparison.Ordinal);
        Assert.Equal(NetLint.Rules.RuleCatalog.Descriptors.Select(descriptor => descriptor.FullId), lines.Skip(1).Select(line => line.Split(' ')[0]));
        using var json = JsonDocument.Parse(_cli.Run("rules", "--format", "json").Output);
        Assert.Equal(NetLint.Rules.RuleCatalog.Descriptors.Length, json.RootElement.GetArrayLength());
    }

    [Fact]
    public void InitWritesOnceAndWhatItWritesIsAccepted()
    {
        Assert.Equal(ExitCodes.Clean, _cli.Run("init").Code);
        var text = File.ReadAllText(_cli[".netlint.yaml"]);
        Assert.Equal(ExitCodes.Clean, _cli.Run("check").Code);
        _cli.Write(".netlint.yaml", text + "# mine\n");
        var again = _cli.Run("init");
        Assert.Equal(ExitCodes.Usage, again.Code);
        Assert.Contains("exists already", again.Error, StringComparison.Ordinal);
        Assert.Equal(text + "# mine\n", File.ReadAllText(_cli[".netlint.yaml"]));
    }

    [Fact]
    public void InitLeavesALinkAlone()
    {
        File.CreateSymbolicLink(_cli[".netlint.yaml"], _cli["elsewhere.yaml"]);
        Assert.Equal(ExitCodes.Usage, _cli.Run("init").Code);
        Assert.False(File.Exists(_cli["elsewhere.yaml"]));
    }

    [Fact]
    public void TheSchemaIsJson()
    {
        using var schema = JsonDocument.Parse(_cli.Run("config", "schema").Output);
        Assert.True(schema.RootElement.GetProperty("properties").TryGetProperty("nodePortRange", out _));
    }

    [Theory]
    [InlineData("bash", "complete ")]
    [InlineData("zsh", "compdef ")]
    [InlineData("fish", "complete -c netlint")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public void EachShellGetsItsScript(string shell, string part) => Assert.Contains(part, _cli.Run("completion", shell).Output, StringComparison.Ordinal);

    [Fact]
    public void TheVersionIsOneLine() => Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+[^\n]*\n$", _cli.Run("--version").Output);

    [Theory]
    [InlineData("--help")]
    [InlineData("check", "--help")]
    [InlineData("explain", "--help")]
    public void HelpHasExamples(params string[] arguments)
    {
        var answer = _cli.Run(arguments);
        Assert.Contains("Examples:\n  netlint", answer.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Clean, answer.Code);
    }
}
