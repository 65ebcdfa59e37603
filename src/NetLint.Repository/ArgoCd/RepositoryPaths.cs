using System.Collections.Immutable;

namespace NetLint.Repository.ArgoCd;

/// <summary>The files and directories of a repository, in the order Argo CD walks them: directory by directory, names compared byte by byte.</summary>
public sealed class RepositoryPaths
{
    /// <summary>Makes a listing.</summary>
    /// <param name="files">The paths of all files, those included that hold no manifest, relative to the root.</param>
    public RepositoryPaths(IEnumerable<string> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        Files = [.. files.Order(StringComparer.Ordinal)];
        var directories = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Files)
        {
            for (var at = FileClassifier.DirectoryOf(file); at.Length > 0 && directories.Add(at); at = FileClassifier.DirectoryOf(at))
            {
            }
        }

        // A slash sorts before everything else, so that what lies below a directory stands right after it.
        Directories = [.. directories.Where(static directory => !IsHidden(directory)).OrderBy(static directory => directory.Replace('/', '\0'), StringComparer.Ordinal)];
    }

    /// <summary>The files in the order of their paths.</summary>
    public ImmutableArray<string> Files { get; }

    /// <summary>The directories that hold a file at any depth, without the root and without those that lie in one whose name begins with a dot.</summary>
    public ImmutableArray<string> Directories { get; }

    private static bool IsHidden(string directory) => directory.StartsWith('.') || directory.Contains("/.", StringComparison.Ordinal);
}
