namespace NetLint.Hosting.Files;

/// <summary>Where symbolic links may lead.</summary>
internal static class LinkScope
{
    /// <summary>True when a resolved target lies below the root and is no part of git's own data.</summary>
    public static bool IsInside(string root, string target) =>
        RealPath.IsAtOrBelow(target, root)
        && !Path.GetRelativePath(root, target).Split(Path.DirectorySeparatorChar).Any(IsGitDirectory);

    /// <summary>True for the directory git keeps its data in; some file systems ignore case.</summary>
    public static bool IsGitDirectory(string name) => name.Equals(".git", StringComparison.OrdinalIgnoreCase);
}
