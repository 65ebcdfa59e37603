namespace NetLint.Fuzz.Kustomize;

/// <summary>Renders random kustomizations by the real tool and by NetLint.</summary>
public static class RandomComparison
{
    /// <summary>Prints each difference with the number that makes its tree again, and returns the exit code.</summary>
    /// <param name="kubectl">The path of kubectl.</param>
    /// <param name="from">The number of the first tree.</param>
    /// <param name="count">How many trees.</param>
    /// <param name="keep">A folder that gets the trees that differ, or null.</param>
    /// <param name="output">Where the report goes.</param>
    public static int Run(string kubectl, int from, int count, string? keep, TextWriter output)
    {
        var tool = new Renderings(kubectl);
        var counts = new SortedDictionary<Agreement, int>();
        for (var number = from; number < from + count; number++)
        {
            var work = Directory.CreateTempSubdirectory("netlint-kustomize-");
            try
            {
                var tree = new RandomTree(new Random(number)).Make();
                Write(work.FullName, tree);
                var target = Path.Combine(work.FullName, RandomTree.Target);
                var expected = tool.Real(target);
                var actual = Renderings.NetLint(work.FullName, target);
                var (agreement, detail) = Renderings.Compare(expected, actual);
                counts[agreement] = counts.GetValueOrDefault(agreement) + 1;
                if (agreement is Agreement.SameBytes or Agreement.BothRefused)
                    continue;
                output.WriteLine($"{number}\t{agreement}\t{detail.Replace(work.FullName, ".", StringComparison.Ordinal)}");
                if (keep is not null)
                    Keep(Path.Combine(keep, $"{number}"), tree, expected, actual);
            }
            finally
            {
                work.Delete(recursive: true);
            }
        }

        output.WriteLine($"{count} trees from number {from}: " + string.Join(", ", counts.Select(entry => $"{entry.Key} {entry.Value}")));
        return counts.Keys.All(agreement => agreement is Agreement.SameBytes or Agreement.BothRefused) ? 0 : 1;
    }

    private static void Keep(string folder, IReadOnlyDictionary<string, string> tree, Rendering expected, Rendering actual)
    {
        Write(folder, tree);
        File.WriteAllText(Path.Combine(folder, "expected.yaml"), expected.Succeeded ? expected.Output : expected.Error);
        File.WriteAllText(Path.Combine(folder, "actual.yaml"), actual.Succeeded ? actual.Output : actual.Error);
    }

    private static void Write(string folder, IReadOnlyDictionary<string, string> tree)
    {
        foreach (var (path, text) in tree)
        {
            var to = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.WriteAllText(to, text);
        }
    }
}
