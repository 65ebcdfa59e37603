using System.Diagnostics;
using NetLint.Cli;
using NetLint.Cli.Commands;
using NetLint.Cli.Output;
using NetLint.Testing.Kustomize;

namespace NetLint.Fuzz.Kustomize;

/// <summary>What a renderer answered.</summary>
/// <param name="Succeeded">True when it rendered.</param>
/// <param name="Output">The documents.</param>
/// <param name="Error">What it said.</param>
/// <param name="Elapsed">How long it took, starting a process included.</param>
public sealed record Rendering(bool Succeeded, string Output, string Error, TimeSpan Elapsed);

/// <summary>How two renderings of one directory compare.</summary>
public enum Agreement
{
    /// <summary>Both rendered the same bytes.</summary>
    SameBytes,

    /// <summary>Both rendered the same documents in the same order, written otherwise.</summary>
    SameDocuments,

    /// <summary>Both refused.</summary>
    BothRefused,

    /// <summary>Both rendered, and not the same.</summary>
    Different,

    /// <summary>Only NetLint refused.</summary>
    OnlyNetLintRefused,

    /// <summary>Only the real tool refused.</summary>
    OnlyRealToolRefused,
}

/// <summary>Renders a directory by the real tool and by NetLint, and compares.</summary>
/// <param name="kubectl">The path of kubectl.</param>
public sealed class Renderings(string kubectl)
{
    /// <summary>A base that is fetched from somewhere else keeps the real tool waiting for a network that is not there.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Runs the real tool.</summary>
    public Rendering Real(string directory) => Run(kubectl, directory, ["kustomize", "."]);

    /// <summary>Runs NetLint without starting a process.</summary>
    public static Rendering NetLint(string root, string directory)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var watch = Stopwatch.StartNew();
        var code = NetLintCommand.Run(["render", directory, "--root", root], new CliHost
        {
            Output = output,
            Error = error,
            OpenInput = () => Stream.Null,
            WorkingDirectory = root,
            Variable = _ => null,
            OutputTerminal = Terminal.Plain,
            ErrorTerminal = Terminal.Plain,
        });
        return new Rendering(code == 0, output.ToString(), code is 0 or 1 ? error.ToString() : $"exit code {code}: {error}", watch.Elapsed);
    }

    /// <summary>Runs a program.</summary>
    public static Rendering Run(string program, string directory, IEnumerable<string> arguments)
    {
        var info = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["GIT_TERMINAL_PROMPT"] = "0";
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(info)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            return new Rendering(false, "", "took too long", watch.Elapsed);
        }

        return new Rendering(process.ExitCode == 0, output.Result, error.Result, watch.Elapsed);
    }

    /// <summary>Compares; the detail says in one line what is different.</summary>
    public static (Agreement Agreement, string Detail) Compare(Rendering real, Rendering netLint) => (real.Succeeded, netLint.Succeeded) switch
    {
        (false, false) => (Agreement.BothRefused, ""),
        (false, true) => (Agreement.OnlyRealToolRefused, OneLine(real.Error)),
        (true, false) => (Agreement.OnlyNetLintRefused, OneLine(netLint.Error)),
        _ when real.Output == netLint.Output => (Agreement.SameBytes, ""),
        _ => RenderedDocuments.Difference(real.Output, netLint.Output) is { } difference
            ? (Agreement.Different, difference)
            : (Agreement.SameDocuments, FirstOtherLine(real.Output, netLint.Output)),
    };

    private static string FirstOtherLine(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var at = 0;
        while (at < left.Length && at < right.Length && left[at] == right[at])
            at++;
        return $"line {at + 1}: '{left.ElementAtOrDefault(at)}', got '{right.ElementAtOrDefault(at)}'";
    }

    private static string OneLine(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("# Warning", StringComparison.Ordinal));
        return string.Join(' ', lines);
    }
}
