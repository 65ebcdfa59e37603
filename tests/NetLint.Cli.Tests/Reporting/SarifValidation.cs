using System.ComponentModel;
using System.Diagnostics;

namespace NetLint.Cli.Tests.Reporting;

/// <summary>Asks Microsoft's SARIF Multitool, with its rules for GitHub, what it thinks of a log; see <c>tests/sarif/validate.mjs</c>.</summary>
internal static class SarifValidation
{
    private static readonly string Folder = Path.Combine(NetLintRoot(), "tests", "sarif");

    // The script installs the tool when it is missing, which two runs must not do at once.
    private static readonly SemaphoreSlim Gate = new(1);

    /// <summary>The official JSON Schema of SARIF, as the tool brings it.</summary>
    public static async Task<string> SchemaAsync(CancellationToken cancellationToken)
    {
        await ValidateAsync(["""{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[]}"""], cancellationToken);
        var path = Directory.EnumerateFiles(Path.Combine(Folder, "node_modules", "@microsoft"), "sarif-2.1.0.json", SearchOption.AllDirectories).First();
        return await File.ReadAllTextAsync(path, cancellationToken);
    }

    /// <summary>Fails with the tool's words when a log has an error or a warning.</summary>
    public static async Task ValidateAsync(IReadOnlyList<string> logs, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await RunAsync(logs, cancellationToken);
        Assert.True(exitCode == 0, output);
    }

    /// <summary>Runs the script over logs.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(IReadOnlyList<string> logs, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("netlint-sarif-");
        await Gate.WaitAsync(cancellationToken);
        try
        {
            var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
            start.ArgumentList.Add(Path.Combine(Folder, "validate.mjs"));
            for (var i = 0; i < logs.Count; i++)
            {
                var path = Path.Combine(folder.FullName, $"{i}.sarif");
                await File.WriteAllTextAsync(path, logs[i], cancellationToken);
                start.ArgumentList.Add(path);
            }

            using var process = Start(start);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, output + await error);
        }
        finally
        {
            Gate.Release();
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException("SARIF is proved with a tool from npm: install Node.js 20 or newer with npm.", exception);
        }
    }

    private static string NetLintRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "NetLint.sln")))
                return at.FullName;
        }

        throw new DirectoryNotFoundException($"no NetLint.sln above '{AppContext.BaseDirectory}'");
    }
}
