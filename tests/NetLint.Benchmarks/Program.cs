using System.Globalization;
using NetLint.Benchmarks;

// Prints the measures of the design in one run. Arguments: NETLINT BASELINE [CORPUS], the first two published executables.
if (args is not [var netlint, var baseline, ..])
{
    Console.Error.WriteLine("usage: NetLint.Benchmarks NETLINT BASELINE [CORPUS]   (tests/benchmark builds both and calls this)");
    return 2;
}

const int rounds = 7;
var threads = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture);
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var (version, empty) = Measured.Pair([netlint, "--version"], [baseline, "empty"], rounds);
Console.WriteLine($"start-up        netlint --version {version.Seconds * 1000:F0} ms, empty program {empty.Seconds * 1000:F0} ms, ratio {version.Seconds / empty.Seconds:F2} (target 1.5)");

if (args is [_, _, var corpus])
    Compare("corpus", corpus, "1.5, stretch 1.0");

var work = Directory.CreateTempSubdirectory("netlint-benchmark-");
try
{
    var perResource = new Dictionary<int, double>();
    foreach (var size in (int[])[1_000, 10_000, 100_000])
    {
        var root = Path.Combine(work.FullName, size.ToString(CultureInfo.InvariantCulture));
        var count = GeneratedRepository.Write(root, size);
        var seconds = Compare($"{count} resources", root, "2.0");
        perResource[size] = (seconds - empty.Seconds) / count;
    }

    Console.WriteLine($"growth          {perResource[10_000] * 1e6:F1} µs a resource at 10,000, {perResource[100_000] * 1e6:F1} µs at 100,000, ratio {perResource[100_000] / perResource[10_000]:F2} (target 1.2)");
}
finally
{
    work.Delete(recursive: true);
}

return 0;

double Compare(string name, string root, string target)
{
    string[] check = [netlint, "check", "--root", root, "--format", "json", "--threads", threads, "--fail-on", "never", root];
    var (checking, reading) = Measured.Pair(check, [baseline, "read", root, threads], rounds);
    var input = new DirectoryInfo(root).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Extension is ".yaml" or ".yml" or ".json").Sum(file => file.Length);
    var peak = Measured.PeakBytes(check);
    Console.WriteLine($"{name,-15} netlint {checking.Seconds:F3} s, bare reading {reading.Seconds:F3} s, ratio {checking.Seconds / reading.Seconds:F2} (target {target})");
    Console.WriteLine($"{"",-15} peak {peak / 1e6:F0} MB for {input / 1e6:F1} MB of input; the bound 12 x input + 60 MB is {(12 * input + 60e6) / 1e6:F0} MB");
    return checking.Seconds;
}
