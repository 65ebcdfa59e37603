namespace NetLint.Repository;

/// <summary>
/// The address of a git repository without what does not tell repositories apart: scheme, user, password, port, <c>.git</c> and the case of
/// letters. <c>git@github.com:Acme/shop.git</c> and <c>https://github.com/acme/shop</c> are the same.
/// </summary>
/// <param name="Host">The host in lower case; empty for a path on the machine.</param>
/// <param name="Path">The path in lower case, without slashes at its ends.</param>
public readonly record struct GitUrl(string Host, string Path)
{
    /// <summary>The last segment of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Reads an address; null when it has no path or is none of the forms that git takes for another machine or a file.</summary>
    public static GitUrl? Parse(string? text)
    {
        var rest = text?.Trim() ?? "";
        if (rest.Length == 0 || rest.AsSpan().ContainsAny('\n', '\t', ' '))
            return null;
        var scheme = rest.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
            return FromAuthority(rest[(scheme + 3)..]);
        // git's short form for ssh is [user@]host:path; a slash before the colon makes it a path on the machine.
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (colon > 0 && (slash < 0 || colon < slash))
            return Make(rest[..colon], rest[(colon + 1)..]);
        return slash == 0 ? Make("", rest) : null;
    }

    private static GitUrl? FromAuthority(string rest)
    {
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return null;
        var end = rest.AsSpan().IndexOfAny('?', '#');
        return Make(rest[..slash], end > slash ? rest[(slash + 1)..end] : rest[(slash + 1)..]);
    }

    private static GitUrl? Make(string authority, string path)
    {
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        var port = host.LastIndexOf(':');
        if (port >= 0 && !host.EndsWith(']'))
            host = host[..port];
        var (name, segments) = Canonical(host.ToLowerInvariant(), path.ToLowerInvariant().Trim('/'));
        if (segments.EndsWith(".git", StringComparison.Ordinal))
            segments = segments[..^4].TrimEnd('/');
        return segments.Length == 0 ? null : new GitUrl(name, segments);
    }

    /// <summary>Three hosts use another name or path for ssh than for https.</summary>
    private static (string Host, string Path) Canonical(string host, string path) => host switch
    {
        "ssh.github.com" => ("github.com", path),
        "altssh.gitlab.com" => ("gitlab.com", path),
        "ssh.dev.azure.com" when path.StartsWith("v3/", StringComparison.Ordinal) => ("dev.azure.com", path[3..]),
        "dev.azure.com" => (host, path.Replace("/_git/", "/", StringComparison.Ordinal)),
        _ => (host, path),
    };
}
