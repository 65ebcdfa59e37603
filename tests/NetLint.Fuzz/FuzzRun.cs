using System.Diagnostics;
using NetLint.Syntax.Text;

namespace NetLint.Fuzz;

/// <summary>Feeds mutated seeds to targets. The same seed number gives the same inputs on every machine.</summary>
/// <param name="targets">What is tried.</param>
/// <param name="seeds">Texts to start from.</param>
/// <param name="seed">The number that decides every choice.</param>
public sealed class FuzzRun(IReadOnlyList<IFuzzTarget> targets, IReadOnlyList<string> seeds, int seed)
{
    /// <summary>An input that takes longer fails: inputs are at most some hundred kilobytes.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);

    /// <summary>Runs a number of inputs on every target.</summary>
    /// <param name="inputs">How many.</param>
    /// <param name="progress">Called now and then with the count so far.</param>
    public FuzzReport Run(int inputs, Action<int>? progress = null)
    {
        var failures = new Dictionary<string, FuzzFailure>(StringComparer.Ordinal);
        var slowest = TimeSpan.Zero;
        long characters = 0;
        for (var number = 0; number < inputs; number++)
        {
            if (number % 1000 == 0)
                progress?.Invoke(number);
            // A generator per input makes each one reproducible alone.
            var text = new Mutator(new Random(unchecked(seed * 1_000_003 + number)), seeds).Next();
            characters += text.Length;
            foreach (var target in targets)
            {
                var watch = Stopwatch.StartNew();
                var problem = Try(target, text);
                slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
                if (problem is null)
                    continue;
                var kind = target.Name + "/" + Kind(problem);
                if (!failures.ContainsKey(kind))
                    failures.Add(kind, new FuzzFailure(target.Name, number, problem, Minimize(target, text, Kind(problem))));
            }
        }

        return new FuzzReport(inputs, characters, slowest, [.. failures.Values]);
    }

    private static string? Try(IFuzzTarget target, SourceText text)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var problem = target.Check(text);
            return problem is null && watch.Elapsed > Bound ? $"slow: {watch.Elapsed.TotalSeconds:F1} s" : problem;
        }
        catch (Exception exception)
        {
            return $"{exception.GetType().Name}: {exception.Message} {exception.StackTrace?.Split('\n')[0].Trim()}";
        }
    }

    private static string Kind(string problem) => problem.Split(':')[0];

    /// <summary>Cuts pieces out of an input for as long as the same kind of failure stays.</summary>
    private static string Minimize(IFuzzTarget target, SourceText text, string kind)
    {
        var best = text.Content;
        var budget = 3000;
        for (var size = Math.Max(1, best.Length / 2); size >= 1; size /= 2)
        {
            for (var at = 0; at < best.Length && budget > 0;)
            {
                budget--;
                var shorter = best.Remove(at, Math.Min(size, best.Length - at));
                if (Try(target, SourceText.From(text.Id, shorter)) is { } problem && Kind(problem) == kind)
                    best = shorter;
                else
                    at += size;
            }
        }

        return best;
    }
}
