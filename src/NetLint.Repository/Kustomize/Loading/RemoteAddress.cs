namespace NetLint.Repository.Kustomize.Loading;

/// <summary>Tells paths from addresses of other repositories and servers, which are never read.</summary>
internal static class RemoteAddress
{
    private static readonly string[] s_schemes = ["http://", "https://", "git://", "ssh://", "git::", "file://", "oci://", "s3://", "gcs://"];

    private static readonly string[] s_hosts = ["github.com/", "gitlab.com/", "bitbucket.org/", "git@", "gh:"];

    /// <summary>True for an address that kustomize fetches.</summary>
    public static bool Is(string path) =>
        Array.Exists(s_schemes, scheme => path.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        || Array.Exists(s_hosts, host => path.StartsWith(host, StringComparison.OrdinalIgnoreCase))
        || path.Contains("?ref=", StringComparison.Ordinal)
        || path.Contains("?version=", StringComparison.Ordinal)
        || path.Contains(".git//", StringComparison.Ordinal)
        || path.Contains("_git/", StringComparison.Ordinal)
        || IsScpLike(path);

    /// <summary><c>user@host:path</c>.</summary>
    private static bool IsScpLike(string path)
    {
        var at = path.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && path.IndexOf(':', at) > at && !path[..at].Contains('/', StringComparison.Ordinal);
    }
}
