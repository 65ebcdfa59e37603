using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace NetLint.Hosting.Git;

/// <summary>What git wrote to standard output, or why that is not to be used.</summary>
/// <param name="Output">The bytes.</param>
/// <param name="Problem">One clause; null when git succeeded.</param>
internal readonly record struct GitAnswer(ReadOnlyMemory<byte> Output, string? Problem);

/// <summary>Runs git once, without a shell, input, prompts or variables that change what it does, and never longer than allowed.</summary>
internal static class GitProcess
{
    public static GitAnswer Run(string program, string directory, string[] arguments, GitLimits limits, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = StartInfo(program, directory, arguments) };
        try
        {
            process.Start();
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or IOException)
        {
            return new GitAnswer(default, "git could not be started");
        }

        process.StandardInput.Close();
        using var timeLimit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeLimit.CancelAfter(limits.Time);
        try
        {
            // Both pipes are drained at the same time, or git would block on the one that nobody reads.
            var output = ReadAsync(process.StandardOutput.BaseStream, limits.OutputBytes, timeLimit.Token);
            var error = ReadAsync(process.StandardError.BaseStream, limits.OutputBytes, timeLimit.Token);
            var bytes = output.GetAwaiter().GetResult();
            var words = error.GetAwaiter().GetResult();
            process.WaitForExitAsync(timeLimit.Token).GetAwaiter().GetResult();
            return process.ExitCode == 0 ? new GitAnswer(bytes, null) : new GitAnswer(default, Failure(process.ExitCode, words));
        }
        catch (OperationCanceledException)
        {
            Kill(process);
            cancellationToken.ThrowIfCancellationRequested();
            return new GitAnswer(default, string.Create(CultureInfo.InvariantCulture, $"git did not answer within {limits.Time.TotalSeconds} seconds"));
        }
        catch (IOException)
        {
            Kill(process);
            return new GitAnswer(default, "git answered more than is reasonable");
        }
    }

    private static ProcessStartInfo StartInfo(string program, string directory, string[] arguments)
    {
        var info = new ProcessStartInfo(program)
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        foreach (var argument in arguments)
            info.ArgumentList.Add(argument);
        foreach (var name in info.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.OrdinalIgnoreCase)).ToArray())
            info.Environment.Remove(name);
        info.Environment["GIT_OPTIONAL_LOCKS"] = "0";
        info.Environment["GIT_TERMINAL_PROMPT"] = "0";
        info.Environment["GIT_NO_LAZY_FETCH"] = "1";
        info.Environment["GIT_ALLOW_PROTOCOL"] = "";
        info.Environment["LC_ALL"] = "C";
        return info;
    }

    private static string Failure(int exitCode, byte[] error)
    {
        // The exact words are git's own; the two that matter are told apart, as their remedies differ.
        if (error.AsSpan().IndexOf("not a git repository"u8) >= 0 || error.AsSpan().IndexOf("only be used inside a git repository"u8) >= 0)
            return "this is not a git repository";
        if (error.AsSpan().IndexOf("dubious ownership"u8) >= 0)
            return "git does not trust the repository, as it belongs to another user";
        return string.Create(CultureInfo.InvariantCulture, $"git failed with exit code {exitCode}");
    }

    private static async Task<byte[]> ReadAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        using var all = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var count and > 0)
        {
            if (all.Length + count > limit)
                throw new IOException("Too much output.");
            all.Write(buffer, 0, count);
        }

        return all.ToArray();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            // It has ended by itself, which is what was wanted.
        }
    }
}
