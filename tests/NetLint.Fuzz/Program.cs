using System.Diagnostics;
using System.Globalization;
using NetLint.Fuzz;
using NetLint.Fuzz.Kustomize;

// Comparisons with the real tool: tests/kustomize-compare has a script for each.
switch (args)
{
    case ["kustomize-corpus", var kubectl, var repositories, .. var rest]:
        return CorpusComparison.Run(kubectl, repositories, rest is [var program] ? program : null, Console.Out);
    case ["kustomize-random", var kubectl, var from, var count, .. var rest]:
        return RandomComparison.Run(kubectl, int.Parse(from, CultureInfo.InvariantCulture), int.Parse(count, CultureInfo.InvariantCulture), rest is [var keep] ? keep : null, Console.Out);
}

// dotnet run -c Release --project tests/NetLint.Fuzz -- --inputs 200000 --seed 1 [--corpus DIR] [--target NAME]
var inputs = 200_000;
var seed = 1;
string? corpus = null;
string? only = null;
for (var i = 0; i + 1 < args.Length; i += 2)
{
    switch (args[i])
    {
        case "--inputs":
            inputs = int.Parse(args[i + 1], CultureInfo.InvariantCulture);
            break;
        case "--seed":
            seed = int.Parse(args[i + 1], CultureInfo.InvariantCulture);
            break;
        case "--corpus":
            corpus = args[i + 1];
            break;
        case "--target":
            only = args[i + 1];
            break;
        default:
            Console.Error.WriteLine($"unknown option {args[i]}; options are --inputs N, --seed N, --corpus DIR, --target NAME");
            return 2;
    }
}

IFuzzTarget[] targets = [.. new IFuzzTarget[] { new SyntaxTarget(), new AnalysisTarget(), new RenderTarget() }.Where(target => only is null || target.Name == only)];
if (targets.Length == 0)
{
    Console.Error.WriteLine($"there is no target '{only}'");
    return 2;
}

List<string> seeds = [.. Seeds.BuiltIn];
if (corpus is not null)
    seeds.AddRange(Seeds.FromFolder(corpus));
var watch = Stopwatch.StartNew();
var report = new FuzzRun(targets, seeds, seed).Run(inputs, count =>
{
    if (count % 20_000 == 0 && count > 0)
        Console.WriteLine($"{count} inputs, {watch.Elapsed.TotalSeconds:F0} s");
});
Console.WriteLine($"{report.Inputs} inputs from {seeds.Count} seeds, {report.Characters / 1e6:F0} million characters in {watch.Elapsed.TotalSeconds:F0} s; the slowest took {report.Slowest.TotalMilliseconds:F0} ms; {report.Failures.Count} kinds of failure");
foreach (var failure in report.Failures)
    Console.WriteLine($"input {failure.Number}, {failure.Target}: {failure.Problem}\n{System.Text.Json.JsonSerializer.Serialize(failure.Input)}");
return report.Failures.Count == 0 ? 0 : 1;
