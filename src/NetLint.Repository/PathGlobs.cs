using System.Collections.Immutable;
using Microsoft.Extensions.FileSystemGlobbing;

namespace NetLint.Repository;

/// <summary>
/// A set of globs over repository paths: <c>*</c> within a segment, <c>**</c> across segments. A glob without a slash matches a name at any
/// depth, and one that names a directory matches everything below it, as in a <c>.gitignore</c> file.
/// </summary>
public sealed class PathGlobs
{
    private readonly Matcher _matcher = new(StringComparison.Ordinal);

    /// <summary>Compiles globs.</summary>
    public PathGlobs(ImmutableArray<string> globs)
    {
        IsEmpty = globs.IsEmpty;
        foreach (var glob in globs)
        {
            var pattern = glob.StartsWith("./", StringComparison.Ordinal) ? glob[2..] : glob;
            pattern = pattern.TrimStart('/');
            var isAnchored = glob.TrimEnd('/').Contains('/', StringComparison.Ordinal);
            var directory = pattern.TrimEnd('/');
            if (!isAnchored)
                directory = "**/" + directory;
            if (!pattern.EndsWith('/'))
                _matcher.AddInclude(directory);
            _matcher.AddInclude(directory + "/**/*");
        }
    }

    /// <summary>True when there is no glob; it then matches nothing.</summary>
    public bool IsEmpty { get; }

    /// <summary>Why a glob cannot be used; null when it can.</summary>
    public static string? Validate(string glob)
    {
        if (string.IsNullOrWhiteSpace(glob))
            return "the glob is empty";
        if (glob.Contains("..", StringComparison.Ordinal) && glob.Split('/').Contains(".."))
            return "the glob leaves the repository";
        if (glob.AsSpan().ContainsAny("[]{}"))
            return "the glob uses brackets or braces; only * and ** have a meaning";
        try
        {
            new Matcher(StringComparison.Ordinal).AddInclude(glob);
            return null;
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>True when a path matches one of the globs.</summary>
    public bool Matches(string path) => !IsEmpty && _matcher.Match(path).HasMatches;
}
