namespace NetLint.Repository;

/// <summary>Paths relative to the root of the repository, with <c>/</c>.</summary>
public static class RelativePath
{
    /// <summary>Resolves a path against a directory; null when it leaves the root or is absolute.</summary>
    public static string? Combine(string directory, string path)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(path);
        if (path.StartsWith('/'))
            return null;
        var segments = directory.Length == 0 ? new List<string>() : [.. directory.Split('/')];
        foreach (var segment in path.Split('/'))
        {
            if (segment is "" or ".")
                continue;
            if (segment != "..")
                segments.Add(segment);
            else if (segments.Count == 0)
                return null;
            else
                segments.RemoveAt(segments.Count - 1);
        }

        return string.Join('/', segments);
    }

    /// <summary>True when a path is a directory or lies below it; "" is the root.</summary>
    public static bool IsAtOrBelow(string path, string directory)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(directory);
        return directory.Length == 0
            || (path.StartsWith(directory, StringComparison.Ordinal) && (path.Length == directory.Length || path[directory.Length] == '/'));
    }
}
