using NetLint.Hosting.Files;
using NetLint.Repository;

namespace NetLint.Cli.Context;

/// <summary>The repository that is looked at, and the part of it that is reported.</summary>
/// <param name="Directory">The absolute path of the root, without links.</param>
/// <param name="Selected">The paths asked for, relative to the root; "" is the root itself.</param>
public sealed record LintRoot(string Directory, IReadOnlyList<string> Selected)
{
    /// <summary>Finds the root: as given, else the nearest parent of the first path with a configuration or git, else what the paths share.</summary>
    /// <param name="root">The root asked for; null to find it.</param>
    /// <param name="paths">The paths to report; empty for the working directory.</param>
    /// <param name="workingDirectory">Where relative paths start.</param>
    /// <exception cref="UsageException">A path does not exist or lies outside the root.</exception>
    public static LintRoot Find(string? root, IReadOnlyList<string> paths, string workingDirectory)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var given = root is null ? null : DirectoryAt(root, workingDirectory);
        // With a root and no paths, the root is what is asked for, wherever the command runs.
        if (paths.Count == 0)
            paths = [given ?? workingDirectory];
        var places = paths.Select(path => (Written: path, Real: PlaceOf(path, workingDirectory))).ToArray();
        var directory = given ?? Nearest(places[0].Real) ?? Shared(places.Select(place => place.Real));
        var selected = new List<string>();
        foreach (var (written, real) in places)
        {
            if (!RealPath.IsAtOrBelow(real, directory))
                throw new UsageException($"'{written}' lies outside the root '{directory}'; check it on its own, or name a common root with --root");
            var relative = Path.GetRelativePath(directory, real).Replace(Path.DirectorySeparatorChar, '/');
            selected.Add(relative == "." ? "" : relative);
        }

        return new LintRoot(directory, selected);
    }

    /// <summary>True when a path of the repository is one that was asked for or lies below one.</summary>
    public bool IsSelected(string path) => Selected.Any(selected => RelativePath.IsAtOrBelow(path, selected));

    /// <summary>True when a directory of the repository holds, is or lies below a path that was asked for.</summary>
    public bool IsNear(string directory) =>
        Selected.Any(selected => RelativePath.IsAtOrBelow(directory, selected) || RelativePath.IsAtOrBelow(selected, directory));

    /// <summary>The nearest directory at or above one that git knows as the top of a work tree; null when there is none.</summary>
    public static string? GitTopLevel(string directory)
    {
        for (var at = directory; at is not null; at = Path.GetDirectoryName(at))
        {
            if (Path.Exists(Path.Join(at, ".git")))
                return at;
        }

        return null;
    }

    private static string DirectoryAt(string path, string workingDirectory)
    {
        var real = RealPath.Resolve(Path.GetFullPath(path, workingDirectory));
        if (real is null)
            throw new UsageException($"the root '{path}' does not exist");
        return System.IO.Directory.Exists(real) ? real : throw new UsageException($"the root '{path}' is not a directory");
    }

    /// <summary>Where a path really is. Of a link to a file the link counts, as that is what the repository holds there.</summary>
    private static string PlaceOf(string path, string workingDirectory)
    {
        if (path.Length == 0)
            throw new UsageException("a path is empty");
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, workingDirectory));
        if (System.IO.Directory.Exists(full) && RealPath.Resolve(full) is { } directory)
            return directory;
        if (System.IO.File.Exists(full) && Path.GetDirectoryName(full) is { } parent && RealPath.Resolve(parent) is { } real)
            return Path.Join(real, Path.GetFileName(full));
        if (path.AsSpan().ContainsAny("*?[{"))
            throw new UsageException($"'{path}' does not exist; paths are files and directories, and patterns go into include and exclude of {FileClassifier.ConfigurationFileName}");
        throw new UsageException($"'{path}' does not exist");
    }

    private static string? Nearest(string place)
    {
        for (var at = System.IO.Directory.Exists(place) ? place : Path.GetDirectoryName(place); at is not null; at = Path.GetDirectoryName(at))
        {
            if (Path.Exists(Path.Join(at, FileClassifier.ConfigurationFileName)) || Path.Exists(Path.Join(at, ".git")))
                return at;
        }

        return null;
    }

    private static string Shared(IEnumerable<string> places)
    {
        var directories = places.Select(place => System.IO.Directory.Exists(place) ? place : Path.GetDirectoryName(place) ?? place).ToArray();
        var shared = directories[0];
        while (!directories.All(directory => RealPath.IsAtOrBelow(directory, shared)) && Path.GetDirectoryName(shared) is { } parent)
            shared = parent;
        return shared;
    }
}
