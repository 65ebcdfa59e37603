namespace NetLint.Cli.Tests.Commands;

public sealed class CheckCommandTests : IDisposable
{
    private readonly TestCli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void AFindingIsShownWithItsLineItsSubjectAndWhatToDo()
    {
        _cli.Write("k8s/web.yaml", TestCli.BadService);

        var answer = _cli.Run("--select", "NL1001");

        Assert.Equal(
            """
            k8s/web.yaml:10:17: error NL1001 nodePort 8080 of Service 'web' is outside the node port range 30000-32767 [node-port-out-of-range]
             9 |     - port: 80
            10 |       nodePort: 8080
               |                 ^^^^
               = in Service shop/web, spec.ports[0].nodePort
               = help: Leave the field out to let the cluster choose a port, or choose one inside the range.

            Found 1 error.
            Looked at 1 file, 1 document and 1 resource in 1 unit.

            """.ReplaceLineEndings("\n"),
            answer.Output);
        Assert.Equal((ExitCodes.Findings, ""), (answer.Code, answer.Error));
    }

    [Theory]
    [InlineData("error", ExitCodes.Findings)]
    [InlineData("warning", ExitCodes.Findings)]
    [InlineData("info", ExitCodes.Findings)]
    [InlineData("never", ExitCodes.Clean)]
    public void TheSeverityThatFailsIsChosen(string severity, int code)
    {
        _cli.Write("web.yaml", TestCli.BadService);
        Assert.Equal(code, _cli.Run("check", "--select", "NL1001", "--fail-on", severity).Code);
    }

    [Fact]
    public void AWarningDoesNotFailARunThatFailsOnErrors()
    {
        _cli.Write("web.yaml", TestCli.BadService);
        _cli.Write(".netlint.yaml", "rules:\n  NL1001: warning\n");
        Assert.Equal(ExitCodes.Clean, _cli.Run("--select", "NL1001", "--fail-on", "error").Code);
        Assert.Equal(ExitCodes.Findings, _cli.Run("--select", "NL1001").Code);
    }

    [Fact]
    public void InfoIsCountedAndListedOnRequest()
    {
        _cli.Write("web.yaml", TestCli.BadService);
        _cli.Write(".netlint.yaml", "rules:\n  NL1001: info\n");
        Assert.Equal("No errors or warnings. 1 info, listed with --show info.", _cli.Run("--select", "NL1001").Output.Split('\n')[0]);
        Assert.StartsWith("web.yaml:10:17: info NL1001", _cli.Run("--select", "NL1001", "--show", "info").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void PathsChooseWhatIsReportedAndNotWhatIsRead()
    {
        _cli.Write(".netlint.yaml", "");
        _cli.Write("a/web.yaml", TestCli.BadService);
        _cli.Write("ab/web.yaml", TestCli.BadService.Replace("8080", "9090", StringComparison.Ordinal));

        var answer = _cli.Run("check", "a", "--select", "NL1001");

        Assert.Contains("a/web.yaml:10:17", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("ab/web.yaml", answer.Output, StringComparison.Ordinal);
        Assert.Contains("Looked at 3 files", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void StandardInputIsOneUnit()
    {
        var answer = _cli.RunWith(TestCli.BadService, "check", "-", "--select", "NL1001");
        Assert.StartsWith("<stdin>:10:17: error NL1001", answer.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Findings, answer.Code);
    }

    [Theory]
    [InlineData(new[] { "nowhere" }, "'nowhere' does not exist")]
    [InlineData(new[] { "k8s/*.yaml" }, "patterns go into include and exclude")]
    [InlineData(new[] { "chek" }, "neither a path nor a command; did you mean 'check'?")]
    [InlineData(new[] { "--formt", "json" }, "there is no option '--formt'; did you mean '--format'?")]
    [InlineData(new[] { "--format", "yaml" }, "there is no format 'yaml'; choose one of text, json, sarif, github")]
    [InlineData(new[] { "--select", "NL9999" }, "NL9999")]
    [InlineData(new[] { "--ignore", "NL1001,nodeport-out-of-range" }, "node-port-out-of-range")]
    [InlineData(new[] { "--fail-on", "fatal" }, "--fail-on takes error, warning, info or never")]
    [InlineData(new[] { "--threads", "0" }, "--threads takes a number")]
    [InlineData(new[] { "--threads", "many" }, "many")]
    [InlineData(new[] { "--output", "sarif" }, "FORMAT=FILE")]
    [InlineData(new[] { "--output", "json=x", "--output", "sarif=./x" }, "two reports cannot go into one file")]
    [InlineData(new[] { "--closed" }, "--closed is for standard input")]
    [InlineData(new[] { "-", "." }, "cannot be combined")]
    [InlineData(new[] { "--config", "missing.yaml" }, "the configuration 'missing.yaml' cannot be read")]
    [InlineData(new[] { "--root", "missing" }, "the root 'missing' does not exist")]
    [InlineData(new[] { "--root", "file.yaml" }, "is not a directory")]
    [InlineData(new[] { "..", "--root", "." }, "lies outside the root")]
    [InlineData(new[] { "explain", "NL101" }, "did you mean 'NL1001'?")]
    [InlineData(new[] { "completion", "tcsh" }, "choose one of bash")]
    [InlineData(new[] { "" }, "a path is empty")]
    [InlineData(new[] { "config", "schemas" }, "schemas")]
    public void WrongUsageIsExplained(string[] arguments, string message)
    {
        _cli.Write("file.yaml", "a: 1\n");
        var answer = _cli.Run(arguments);
        Assert.Contains(message, answer.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCodes.Usage, ""), (answer.Code, answer.Output));
    }

    [Fact]
    public void ABadConfigurationIsToldAtItsLineAndNothingIsChecked()
    {
        _cli.Write("web.yaml", TestCli.BadService);
        _cli.Write(".netlint.yaml", "exclude:\n  - vendor/[ab]\nruls: {}\n");

        var answer = _cli.Run();

        Assert.Contains(".netlint.yaml:2:5: error NL0023", answer.Error, StringComparison.Ordinal);
        Assert.Contains(".netlint.yaml:3:1: error NL0023", answer.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCodes.Usage, ""), (answer.Code, answer.Output));
    }

    [Fact]
    public void NothingToLintIsSaidAndIsNoFailureUnlessAsked()
    {
        _cli.Write("values.yaml", "replicas: 3\n");
        var answer = _cli.Run();
        Assert.Equal(ExitCodes.Clean, answer.Code);
        Assert.Contains("nothing to lint: 1 YAML or JSON file", answer.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, _cli.Run("--fail-if-empty").Code);
        Assert.Equal(ExitCodes.Usage, _cli.Run("--fail-if-empty", "--quiet").Code);
    }

    [Fact]
    public void ReportsGoIntoFilesAsAWholeAndReplaceWhatIsThere()
    {
        _cli.Write("web.yaml", TestCli.BadService);
        _cli.Write("out/report.json", "old");
        var answer = _cli.Run("--output", "json=out/report.json", "-o", "github=out/annotations.txt", "--quiet", "--select", "NL1001");
        Assert.Equal(ExitCodes.Findings, answer.Code);
        Assert.StartsWith("{", File.ReadAllText(_cli["out/report.json"]), StringComparison.Ordinal);
        Assert.StartsWith("::error file=web.yaml,line=10", File.ReadAllText(_cli["out/annotations.txt"]), StringComparison.Ordinal);
        Assert.Equal(["annotations.txt", "report.json"], Directory.GetFiles(_cli["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AReportThatCannotBeWrittenLeavesNothingBehind()
    {
        _cli.Write("web.yaml", TestCli.BadService);
        var answer = _cli.Run("--output", "json=missing/report.json");
        Assert.Equal(ExitCodes.Usage, answer.Code);
        Assert.Contains("cannot write 'missing/report.json': its directory does not exist", answer.Error, StringComparison.Ordinal);
        Assert.Contains("it is a directory", _cli.Run("--output", "json=.").Error, StringComparison.Ordinal);
        Assert.Equal(["web.yaml"], Directory.GetFileSystemEntries(_cli.Directory).Select(Path.GetFileName));
    }

    [Fact]
    public void GitHubGetsPathsRelativeToItsWorkTree()
    {
        _cli.Write("deploy/k8s/web.yaml", TestCli.BadService);
        _cli.Variables["GITHUB_WORKSPACE"] = _cli.Directory;
        var answer = _cli.Run("--root", "deploy", "--format", "github", "--select", "NL1001");
        Assert.Equal(
            "::error file=deploy/k8s/web.yaml,line=10,endLine=10,col=17,endColumn=21,title=NL1001 node-port-out-of-range::nodePort 8080 of Service 'web' is outside the node port range 30000-32767\n",
            answer.Output);
    }

    [Fact]
    public void NamesSteerNeitherTerminalsNorBuildLogs()
    {
        _cli.Write("::set-output name=a::b.yaml", TestCli.BadService.Replace("name: web", "name: \"x\\e]0;owned\\a::error::##[set-env name=A]##vso[x]\"  # ##vso[task.x]\u001b[31m", StringComparison.Ordinal));
        foreach (var format in (string[])["text", "github", "json", "sarif"])
        {
            var answer = _cli.Run("--select", "NL1001", "--format", format);
            Assert.Equal(ExitCodes.Findings, answer.Code);
            Assert.DoesNotContain(answer.Output, c => char.IsControl(c) && c != '\n');
            if (format is "text")
            {
                Assert.DoesNotContain("##[", answer.Output, StringComparison.Ordinal);
                Assert.DoesNotContain("##vso[", answer.Output, StringComparison.Ordinal);
                Assert.DoesNotContain(answer.Output.Split('\n'), line => line.TrimStart().StartsWith("::", StringComparison.Ordinal));
            }

            if (format is "github")
                Assert.StartsWith("::error file=%3A%3Aset-output name=a%3A%3Ab.yaml,", Assert.Single(answer.Output.TrimEnd().Split('\n')), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void QuietWritesFindingsOnly()
    {
        _cli.Write("web.yaml", TestCli.BadService);
        var answer = _cli.Run("--quiet", "--select", "NL1001");
        Assert.DoesNotContain("Looked at", answer.Output, StringComparison.Ordinal);
        Assert.Equal("", answer.Error);
    }

    [Fact]
    public void ThreadsDoNotChangeTheReport()
    {
        foreach (var name in (string[])["c", "a", "b/d", "b/a"])
            _cli.Write($"{name}.yaml", TestCli.BadService);
        Assert.Equal(_cli.Run("--threads", "1").Output, _cli.Run("--threads", "8").Output);
    }
}
