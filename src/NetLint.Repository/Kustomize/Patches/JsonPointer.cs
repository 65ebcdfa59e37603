namespace NetLint.Repository.Kustomize.Patches;

/// <summary>Paths of a JSON patch (RFC 6901).</summary>
internal static class JsonPointer
{
    private const int LongestShown = 200;

    /// <summary>The segments behind the first slash, unescaped; null when there is no slash. What stands before it is ignored.</summary>
    public static string[]? Split(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return null;
        var segments = path[(slash + 1)..].Split('/');
        for (var i = 0; i < segments.Length; i++)
            segments[i] = segments[i].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        return segments;
    }

    /// <summary>The text of a path for a message.</summary>
    public static string Shorten(string path) => path.Length <= LongestShown ? path : $"{path[..LongestShown]}…";
}
