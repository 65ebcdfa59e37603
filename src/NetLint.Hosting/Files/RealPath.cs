namespace NetLint.Hosting.Files;

/// <summary>Paths with every symbolic link on the way resolved.</summary>
public static class RealPath
{
    /// <summary>More links than this on the way to one file are a loop, as for the kernel.</summary>
    private const int MaxLinks = 40;

    /// <summary>Resolves an absolute path; null when it leads to nothing or round in a loop.</summary>
    public static string? Resolve(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var current = Path.GetPathRoot(path);
        if (string.IsNullOrEmpty(current))
            return null;
        var pending = new Stack<string>();
        Push(path[current.Length..], pending);
        var links = 0;
        while (pending.TryPop(out var segment))
        {
            if (segment == "..")
            {
                current = Path.GetDirectoryName(current) ?? current;
                continue;
            }

            var next = Path.Join(current, segment);
            var kind = FileNode.Of(next).Kind;
            if (kind == FileNodeKind.Missing)
                return null;
            if (kind != FileNodeKind.Link)
            {
                current = next;
                continue;
            }

            if (++links > MaxLinks || TargetOf(next) is not { } target)
                return null;
            if (Path.GetPathRoot(target) is { Length: > 0 } root)
            {
                current = root;
                target = target[root.Length..];
            }

            Push(target, pending);
        }

        return current;
    }

    /// <summary>True when a path is a directory or lies below it; both are absolute and resolved.</summary>
    public static bool IsAtOrBelow(string path, string directory)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(directory);
        var trimmed = Path.TrimEndingDirectorySeparator(directory);
        return path.StartsWith(trimmed, Comparison)
            && (path.Length == trimmed.Length || trimmed.EndsWith(Path.DirectorySeparatorChar) || path[trimmed.Length] == Path.DirectorySeparatorChar);
    }

    private static StringComparison Comparison => OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private static void Push(string path, Stack<string> pending)
    {
        foreach (var segment in path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Reverse())
        {
            if (segment is not ("" or "."))
                pending.Push(segment);
        }
    }

    private static string? TargetOf(string link)
    {
        try
        {
            return new FileInfo(link).LinkTarget;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A link that cannot be read leads nowhere.
            return null;
        }
    }
}
