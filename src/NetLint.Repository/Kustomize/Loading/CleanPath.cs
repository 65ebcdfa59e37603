namespace NetLint.Repository.Kustomize.Loading;

/// <summary>Paths as kustomizations spell them, which may begin with <c>..</c>.</summary>
internal static class CleanPath
{
    /// <summary>Joins two paths and takes out what means nothing, as Go's <c>filepath.Join</c> does.</summary>
    public static string Join(string left, string right)
    {
        var segments = new List<string>();
        foreach (var segment in $"{left}/{right}".Split('/'))
        {
            if (segment is "" or ".")
                continue;
            if (segment == ".." && segments.Count > 0 && segments[^1] != "..")
                segments.RemoveAt(segments.Count - 1);
            else
                segments.Add(segment);
        }

        return string.Join('/', segments);
    }
}
