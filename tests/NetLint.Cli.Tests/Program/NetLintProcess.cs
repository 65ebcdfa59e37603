using System.Diagnostics;

namespace NetLint.Cli.Tests.Program;

/// <summary>Runs the program itself, as a shell does.</summary>
internal static class NetLintProcess
{
    /// <summary>Longer than any of these runs takes, so that a hang fails a test instead of stopping all.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static string Executable { get; } = Path.Join(AppContext.BaseDirectory, "netlint");

    /// <summary>Runs a line of shell in which <c>$NETLINT</c> is the program.</summary>
    public static Answer Shell(string directory, string line)
    {
        var info = new ProcessStartInfo("bash", ["-c", line])
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["NETLINT"] = Executable;
        using var process = Process.Start(info)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"'{line}' did not end.");
        }

        return new Answer(process.ExitCode, output.Result, error.Result);
    }
}
