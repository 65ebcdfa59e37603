using System.Collections.Immutable;

namespace NetLint.Repository;

/// <summary>
/// Names directories of the repository from its root: <c>*</c> stands for any text within a segment, <c>**</c> for any number of segments,
/// and <c>.</c> is the root itself.
/// </summary>
public sealed class DirectoryGlob
{
    /// <summary>Longer ones are refused; paths are shorter.</summary>
    private const int MaxLength = 1_000;

    private const string AnySegments = "**";

    private readonly ImmutableArray<string> _segments;

    private DirectoryGlob(string text, ImmutableArray<string> segments)
    {
        Text = text;
        _segments = segments;
    }

    /// <summary>The glob as it was written.</summary>
    public string Text { get; }

    /// <summary>The one directory it names, "" for the root; null when it has wildcards.</summary>
    public string? Directory => _segments.Any(segment => segment.Contains('*', StringComparison.Ordinal)) ? null : string.Join('/', _segments);

    /// <summary>Reads a glob that can be used.</summary>
    /// <exception cref="ArgumentException">It cannot be used; see <see cref="Validate"/>.</exception>
    public static DirectoryGlob Parse(string text)
    {
        if (Validate(text) is { } problem)
            throw new ArgumentException(problem, nameof(text));
        return new DirectoryGlob(text, [.. text.Split('/').Where(segment => segment is not ("" or "."))]);
    }

    /// <summary>Why a glob cannot be used; null when it can.</summary>
    public static string? Validate(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "the path is empty";
        if (text.Length > MaxLength)
            return "the path is too long";
        if (text.StartsWith('/'))
            return "the path begins with a slash; it is relative to the root of the repository";
        if (text.Contains('\\', StringComparison.Ordinal))
            return "the path has a backslash; the separator is a slash";
        if (text.Split('/').Contains(".."))
            return "the path leads upwards";
        return text.AsSpan().ContainsAny("[]{}") ? "the path uses brackets or braces; only * and ** have a meaning" : null;
    }

    /// <summary>True when the glob names a directory.</summary>
    public bool Matches(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return MatchedDepths(directory)[^1];
    }

    /// <summary>True when the glob names a directory or one above it.</summary>
    public bool Covers(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return Array.IndexOf(MatchedDepths(directory), true) >= 0;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>For each number of leading segments of a directory whether the glob names what they lead to. Takes time in proportion to both.</summary>
    private bool[] MatchedDepths(string directory)
    {
        var path = directory.Length == 0 ? [] : directory.Split('/');
        var reached = new bool[path.Length + 1];
        reached[0] = true;
        foreach (var segment in _segments)
        {
            var next = new bool[path.Length + 1];
            if (segment == AnySegments)
            {
                var first = Array.IndexOf(reached, true);
                if (first >= 0)
                    Array.Fill(next, true, first, next.Length - first);
            }
            else
            {
                for (var i = 0; i < path.Length; i++)
                    next[i + 1] = reached[i] && MatchesSegment(segment, path[i]);
            }

            reached = next;
        }

        return reached;
    }

    /// <summary>Goes back to the last asterisk only, which is enough: an earlier one need not take more than it did.</summary>
    private static bool MatchesSegment(string pattern, string text)
    {
        var (at, i) = (0, 0);
        var (asterisk, resume) = (-1, 0);
        while (i < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (asterisk, resume) = (at, i);
                at++;
            }
            else if (at < pattern.Length && pattern[at] == text[i])
            {
                at++;
                i++;
            }
            else if (asterisk >= 0)
            {
                at = asterisk + 1;
                i = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(at).IndexOfAnyExcept('*') < 0;
    }
}
