using System.Diagnostics;
using System.Globalization;

namespace NetLint.Benchmarks;

/// <summary>One run of a program.</summary>
/// <param name="Seconds">Wall clock from start to exit.</param>
/// <param name="PeakBytes">The largest resident set the kernel saw; 0 when it could not be read.</param>
internal readonly record struct Run(double Seconds, long PeakBytes);

/// <summary>Runs programs in processes of their own and takes medians.</summary>
internal static class Measured
{
    /// <summary>Runs two programs in turn, after one run of each that is thrown away, and returns the medians.</summary>
    public static (Run First, Run Second) Pair(string[] first, string[] second, int rounds)
    {
        Once(first);
        Once(second);
        var runs = Enumerable.Range(0, rounds).Select(_ => (First: Once(first), Second: Once(second))).ToArray();
        return (Median(runs.Select(run => run.First)), Median(runs.Select(run => run.Second)));
    }

    /// <summary>The median of several runs of one program.</summary>
    public static Run Median(string[] command, int rounds)
    {
        Once(command);
        return Median(Enumerable.Range(0, rounds).Select(_ => Once(command)));
    }

    private static Run Median(IEnumerable<Run> runs)
    {
        var list = runs.ToArray();
        return new Run(list.Select(run => run.Seconds).Order().ElementAt(list.Length / 2), list.Max(run => run.PeakBytes));
    }

    private static Run Once(string[] command)
    {
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in command.Skip(1))
            start.ArgumentList.Add(argument);
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"'{command[0]}' does not start");
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.BaseStream.CopyTo(Stream.Null);
        process.WaitForExit();
        var seconds = watch.Elapsed.TotalSeconds;
        if (process.ExitCode > 1)
            throw new InvalidOperationException($"'{string.Join(' ', command)}' exits {process.ExitCode}: {errors.Result}");
        return new Run(seconds, 0);
    }

    /// <summary>The peak resident set of a program, as GNU time reports it.</summary>
    public static long PeakBytes(string[] command)
    {
        var report = Path.GetTempFileName();
        try
        {
            Once(["/usr/bin/time", "-f", "%M", "-o", report, .. command]);
            var last = File.ReadAllLines(report)[^1];
            return long.Parse(last, CultureInfo.InvariantCulture) * 1024;
        }
        finally
        {
            File.Delete(report);
        }
    }
}
