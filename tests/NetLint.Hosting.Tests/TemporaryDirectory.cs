using System.Diagnostics;

namespace NetLint.Hosting.Tests;

/// <summary>A directory on disk that is gone when the test is over.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public TemporaryDirectory() => Path = Directory.CreateTempSubdirectory("netlint-test-").FullName;

    public string Path { get; }

    public string this[string relative] => System.IO.Path.Join(Path, relative);

    public void Write(string relative, string text = "kind: Service\n")
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[relative])!);
        File.WriteAllText(this[relative], text);
    }

    public void Link(string relative, string target)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[relative])!);
        File.CreateSymbolicLink(this[relative], target);
    }

    /// <summary>Runs a program in the directory and fails the test when the program fails.</summary>
    public void Run(string program, params string[] arguments)
    {
        var info = new ProcessStartInfo(program, arguments) { WorkingDirectory = Path, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in info.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToArray())
            info.Environment.Remove(name);
        using var process = Process.Start(info)!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} failed: {error.Result}");
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
