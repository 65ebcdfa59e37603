using System.Text;

namespace NetLint.Cli.Tests.Program;

public sealed class BadInputTests : IDisposable
{
    private readonly TestCli _cli = new();

    public BadInputTests() => _cli.Write("good.yaml", TestCli.BadService);

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void WhatCannotBeReadIsToldAndTheRestIsChecked()
    {
        File.CreateSymbolicLink(_cli["dangling.yaml"], "nowhere.yaml");
        File.CreateSymbolicLink(_cli["loop.yaml"], "loop.yaml");
        File.CreateSymbolicLink(_cli["out.yaml"], "/etc/hostname");
        Directory.CreateDirectory(_cli["directory.yaml"]);
        File.WriteAllBytes(_cli["binary.yaml"], [.. "kind: Service\n"u8, 0, 1, 2, 0xFF]);

        var answer = Run("mkfifo pipe.yaml; $NETLINT --select NL1001 --show info");

        Assert.Equal(ExitCodes.Findings, answer.Code);
        Assert.Contains("good.yaml:10:17: error NL1001", answer.Output, StringComparison.Ordinal);
        foreach (var told in (string[])["dangling.yaml: the symbolic link", "loop.yaml: the symbolic link", "out.yaml: the symbolic link leaves", "pipe.yaml: this is a pipe", "binary.yaml: the file is binary"])
            Assert.Contains(told, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void LinkedDirectoriesNeitherLoopNorLeave()
    {
        Directory.CreateSymbolicLink(_cli["self"], ".");
        Directory.CreateSymbolicLink(_cli["root"], "/");
        var answer = Run("$NETLINT --select NL1001");
        Assert.Equal(ExitCodes.Findings, answer.Code);
        Assert.Contains("Looked at 1 file,", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileOfAHundredMegabytesIsToldAndNotRead()
    {
        using (var file = new FileStream(_cli["huge.yaml"], FileMode.CreateNew))
            file.SetLength(100 * 1024 * 1024);
        var answer = Run("$NETLINT huge.yaml");
        Assert.Equal(ExitCodes.Findings, answer.Code);
        Assert.StartsWith("huge.yaml:1:1: warning NL0024 the file has 104857600 bytes", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void DeepNestingAndAliasBombsEndInTime()
    {
        _cli.Write("flow.yaml", "kind: Service\nspec: " + new string('[', 10_000) + new string(']', 10_000) + "\n");
        _cli.Write("block.yaml", "kind: Service\n" + string.Concat(Enumerable.Range(0, 10_000).Select(i => new string(' ', Math.Min(i, 4000)) + "a:\n")));
        var bomb = new StringBuilder("kind: ConfigMap\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 40; i++)
            bomb.Append("a" + i + ": &a" + i + " [" + string.Join(", ", Enumerable.Repeat("*a" + (i - 1), 9)) + "]\n");
        _cli.Write("bomb.yaml", bomb.ToString());

        var answer = Run("$NETLINT --select NL1001");

        Assert.Equal(ExitCodes.Findings, answer.Code);
        Assert.Contains("good.yaml:10:17", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AHostileGitConfigurationRunsNothing()
    {
        _cli.Write("run", "#!/bin/sh\ntouch mark\n");
        var answer = Run(
            """
            chmod +x run && git init -q . && printf '[core]\n\tfsmonitor = %s\n\tpager = %s\n[alias]\n\tls-files = !%s\n' "$PWD/run" "$PWD/run" "$PWD/run" >> .git/config
            $NETLINT --select NL1001
            """);
        Assert.Equal(ExitCodes.Findings, answer.Code);
        Assert.False(File.Exists(_cli["mark"]));
    }

    [Fact]
    public void AClosedStandardOutputEndsTheRunQuietly()
    {
        for (var i = 0; i < 400; i++)
            _cli.Write($"many/{i}.yaml", TestCli.BadService);
        var answer = Run("$NETLINT --select NL1001 | head -1; echo \"code ${PIPESTATUS[0]}\"");
        Assert.Equal(["good.yaml:10:17: error NL1001 nodePort 8080 of Service 'web' is outside the node port range 30000-32767 [node-port-out-of-range]", "code 1"], answer.Output.TrimEnd().Split('\n'));
        Assert.Equal("", answer.Error);
    }

    [Theory]
    [InlineData("$NETLINT > /dev/full", "cannot write the output: no space left on the device")]
    [InlineData("$NETLINT --output json=/dev/full", "cannot write '/dev/full': no space left on the device")]
    [InlineData("$NETLINT rules > /dev/full", "cannot write the output: no space left on the device")]
    public void AFullDiskIsToldOnce(string line, string message)
    {
        var answer = Run(line);
        Assert.Equal($"netlint: error: {message}\n", answer.Error);
        Assert.Equal(ExitCodes.Usage, answer.Code);
    }

    [Fact]
    public void AReportMayGoToAPipe() =>
        Assert.StartsWith("{", Run("$NETLINT --quiet --select NL1001 --output json=/dev/stderr > /dev/null").Error, StringComparison.Ordinal);

    [Fact]
    public void StandardInputIsReadFromAPipe()
    {
        var answer = Run("cat good.yaml | $NETLINT check - --select NL1001");
        Assert.Equal(ExitCodes.Findings, answer.Code);
        Assert.StartsWith("<stdin>:10:17: error NL1001", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$NETLINT nowhere.yaml", ExitCodes.Usage)]
    [InlineData("$NETLINT --select NL1001 --fail-on never", ExitCodes.Clean)]
    [InlineData("$NETLINT --ignore all", ExitCodes.Clean)]
    [InlineData("mkdir empty && $NETLINT empty", ExitCodes.Clean)]
    [InlineData("mkdir empty && $NETLINT --root empty --fail-if-empty", ExitCodes.Usage)]
    [InlineData("printf 'include: [\"[a\"]' > .netlint.yaml; $NETLINT", ExitCodes.Usage)]
    [InlineData("ln -s /etc/hostname .netlint.yaml; $NETLINT", ExitCodes.Usage)]
    [InlineData("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 LC_ALL=tr_TR.UTF-8 $NETLINT --version", ExitCodes.Clean)]
    public void TheExitCodeSaysWhatHappened(string line, int code)
    {
        var answer = Run(line);
        Assert.True(answer.Code == code, answer.Error);
        Assert.DoesNotContain("   at ", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AnInterruptedRunSaysSoByItsExitCode()
    {
        // The pipe gives no input, so the run waits until it is interrupted; a signal that is ignored where the tests were started must count again.
        var answer = Run("set -m; mkfifo wait; sleep 300 > wait & env --default-signal=INT $NETLINT check - < wait & child=$!; sleep 2; kill -INT $child; wait $child; code=$?; kill %1; exit $code");
        Assert.Equal(ExitCodes.Interrupted, answer.Code);
    }

    [Fact]
    public void CompletionAnswersCommandsAndValues()
    {
        Assert.Contains("explain", Run("$NETLINT '[suggest:10]' 'netlint ex'").Output, StringComparison.Ordinal);
        Assert.Contains("never", Run("$NETLINT '[suggest:24]' 'netlint check --fail-on '").Output, StringComparison.Ordinal);
        Assert.Contains("NL1001", Run("$NETLINT '[suggest:18]' 'netlint explain NL'").Output, StringComparison.Ordinal);
    }

    private Answer Run(string line) => NetLintProcess.Shell(_cli.Directory, line);
}
