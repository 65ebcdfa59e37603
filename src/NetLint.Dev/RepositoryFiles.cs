using NetLint.Rules;

namespace NetLint.Dev;

/// <summary>Reads and writes files of this repository, which is the nearest parent with <c>NetLint.sln</c>.</summary>
public static class RepositoryFiles
{
    /// <summary>The root of the repository above a directory.</summary>
    /// <exception cref="DirectoryNotFoundException">The directory is outside the repository.</exception>
    public static string RootAbove(string directory)
    {
        for (var at = new DirectoryInfo(directory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "NetLint.sln")))
                return at.FullName;
        }

        throw new DirectoryNotFoundException($"no NetLint.sln above '{directory}'");
    }

    /// <summary>The documents whose generated parts are stale, with what they should hold.</summary>
    public static IEnumerable<(string Path, string Text)> StaleDocuments(string root)
    {
        var rules = Path.Combine(root, "rules");
        foreach (var path in Directory.EnumerateFiles(rules, "NL*.md").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path);
            var isKnown = RuleCatalog.Descriptors.Any(descriptor => descriptor.Id == Path.GetFileNameWithoutExtension(path));
            if (isKnown && RuleDocuments.Update(text) is var updated && updated != text)
                yield return (path, updated);
        }

        var table = Path.Combine(rules, "README.md");
        if (!File.Exists(table) || File.ReadAllText(table) != RuleDocuments.Table())
            yield return (table, RuleDocuments.Table());
    }

    /// <summary>Brings the documents up to date, or only tells which are stale; the exit code of the command.</summary>
    public static int WriteDocuments(bool checkOnly)
    {
        var stale = StaleDocuments(RootAbove(Directory.GetCurrentDirectory())).ToArray();
        foreach (var (path, text) in stale)
        {
            Console.WriteLine($"{(checkOnly ? "stale" : "written")}: {path}");
            if (!checkOnly)
                File.WriteAllText(path, text);
        }

        return checkOnly && stale.Length > 0 ? 1 : 0;
    }

    /// <summary>Writes the files of a new rule and never over existing ones; the exit code of the command.</summary>
    public static int WriteRule(string id, string slug, string resource)
    {
        var root = RootAbove(Directory.GetCurrentDirectory());
        var files = RuleScaffold.Files(id, slug, resource).Select(file => (Path: Path.Combine(root, file.Path), file.Text)).ToArray();
        if (files.FirstOrDefault(file => File.Exists(file.Path)).Path is { } taken)
        {
            Console.Error.WriteLine($"'{taken}' exists already");
            return 1;
        }

        foreach (var (path, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            Console.WriteLine($"written: {path}");
        }

        return 0;
    }
}
