namespace NetLint.Hosting.Git;

/// <summary>Finds the git program.</summary>
internal static class GitProgram
{
    /// <summary>
    /// The absolute path of git; null when there is none. Relative entries of the search path and those below the directory that is linted
    /// are passed over: a repository must not bring its own git.
    /// </summary>
    public static string? Find(string? searchPath, string directory)
    {
        foreach (var entry in (searchPath ?? "").Split(Path.PathSeparator))
        {
            if (!Path.IsPathFullyQualified(entry))
                continue;
            var candidate = Path.Join(entry, OperatingSystem.IsWindows() ? "git.exe" : "git");
            if (File.Exists(candidate) && IsExecutable(candidate) && !IsBelow(candidate, directory))
                return candidate;
        }

        return null;
    }

    private static bool IsExecutable(string path) =>
        OperatingSystem.IsWindows()
        || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;

    private static bool IsBelow(string candidate, string directory) =>
        Files.RealPath.IsAtOrBelow(Path.GetFullPath(candidate), directory)
        || Files.RealPath.Resolve(candidate) is not { } real
        || Files.RealPath.IsAtOrBelow(real, directory);
}
