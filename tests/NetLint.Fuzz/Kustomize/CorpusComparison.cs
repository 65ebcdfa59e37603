using System.Diagnostics;
using NetLint.Hosting.Files;
using NetLint.Repository;
using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Loading;

namespace NetLint.Fuzz.Kustomize;

/// <summary>Renders every kustomization of a folder of repositories by the real tool and by NetLint.</summary>
public static class CorpusComparison
{
    private static readonly string[] FileNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

    /// <summary>Prints what differs and the times, and returns the exit code.</summary>
    /// <param name="kubectl">The path of kubectl.</param>
    /// <param name="corpus">A folder that holds one folder for each repository.</param>
    /// <param name="program">The path of netlint, to measure one process for each directory too; or null.</param>
    /// <param name="output">Where the report goes.</param>
    public static int Run(string kubectl, string corpus, string? program, TextWriter output)
    {
        corpus = Path.GetFullPath(corpus);
        var tool = new Renderings(kubectl);
        var found = Directory.EnumerateDirectories(corpus).Order(StringComparer.Ordinal).SelectMany(root => Kustomizations(root).Select(directory => (Root: root, Directory: directory))).ToArray();
        // The first call pays for loading code; it is not what one process for all directories is about.
        if (found.Length > 0)
            Renderings.NetLint(found[0].Root, found[0].Directory);
        var counts = new SortedDictionary<Agreement, int>();
        var (real, own, ownOfBuilt, realOfBuilt, processes) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        foreach (var (root, directory) in found)
        {
            var expected = tool.Real(directory);
            var actual = Renderings.NetLint(root, directory);
            var (agreement, detail) = Renderings.Compare(expected, actual);
            counts[agreement] = counts.GetValueOrDefault(agreement) + 1;
            if (agreement is not Agreement.SameBytes and not Agreement.BothRefused)
                output.WriteLine($"{agreement}\t{Path.GetRelativePath(corpus, directory)}\t{detail}");
            real += expected.Elapsed;
            own += actual.Elapsed;
            if (!expected.Succeeded)
                continue;
            realOfBuilt += expected.Elapsed;
            ownOfBuilt += actual.Elapsed;
            if (program is not null)
                processes += Renderings.Run(program, directory, ["render", directory, "--root", root]).Elapsed;
        }

        output.WriteLine();
        output.WriteLine($"{found.Length} directories: " + string.Join(", ", counts.Select(count => $"{count.Key} {count.Value}")));
        output.WriteLine($"all: the real tool {real.TotalSeconds:F2} s, NetLint in one process {own.TotalSeconds:F2} s");
        var together = Together(found);
        output.WriteLine($"all, with files and bases shared: NetLint in one process {together.TotalSeconds:F2} s, {real / together:F0} times as fast as the real tool");
        output.WriteLine($"those that the real tool renders: the real tool {realOfBuilt.TotalSeconds:F2} s, NetLint in one process {ownOfBuilt.TotalSeconds:F2} s"
            + (program is null ? "" : $", one process each {processes.TotalSeconds:F2} s"));
        return counts.Keys.All(agreement => agreement is Agreement.SameBytes or Agreement.SameDocuments or Agreement.BothRefused) ? 0 : 1;
    }

    /// <summary>Renders and prints every directory with one renderer a repository, as an analysis does.</summary>
    private static TimeSpan Together((string Root, string Directory)[] found)
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var repository in found.GroupBy(item => item.Root, item => item.Directory))
        {
            var files = new KustomizeFiles(new PhysicalFileSystem(repository.Key, git: null), RepositoryOptions.Default.MaxFileLength);
            var renderer = new KustomizeRenderer(files, new KustomizeOptions());
            foreach (var directory in repository)
            {
                var path = Path.GetRelativePath(repository.Key, directory).Replace(Path.DirectorySeparatorChar, '/');
                renderer.Render(path == "." ? "" : path).Print();
            }
        }

        return Stopwatch.GetElapsedTime(start);
    }

    private static IEnumerable<string> Kustomizations(string root) => new DirectoryInfo(root)
        .EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
        .Where(file => FileNames.Contains(file.Name, StringComparer.Ordinal))
        .Select(file => file.DirectoryName!)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);
}
