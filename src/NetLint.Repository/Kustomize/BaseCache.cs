using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace NetLint.Repository.Kustomize;

/// <summary>
/// What bases came to, so that overlays share them. A base is the same for all its users, except where a custom schema is in force.
/// Safe for several threads; two may make the same base at the same time, and make the same.
/// </summary>
internal sealed class BaseCache
{
    private readonly ConcurrentDictionary<string, BuildPart> _parts = new(StringComparer.Ordinal);
    private int _misses;

    /// <summary>How often a base had to be made.</summary>
    public int Misses => _misses;

    /// <summary>What a base came to; null when it must be made.</summary>
    /// <param name="directory">Its directory.</param>
    /// <param name="context">The build that wants it.</param>
    /// <param name="visited">The directories that are being built; a base that builds on one of them is made again, to find the cycle.</param>
    public BuildPart? Find(string directory, BuildContext context, ImmutableStack<string> visited)
    {
        if (context.Schemas.IsDecided || !_parts.TryGetValue(directory, out var part))
            return null;
        return part.Directories.Any(below => visited.Any(root => RelativePath.IsAtOrBelow(root, below))) ? null : part;
    }

    /// <summary>Keeps what a base came to.</summary>
    public void Add(string directory, BuildContext context, BuildPart part)
    {
        Interlocked.Increment(ref _misses);
        if (!context.Schemas.IsDecided)
            _parts[directory] = part;
    }

    /// <summary>A cache without the bases that looked at one of some paths.</summary>
    public BaseCache Without(IReadOnlySet<string> changed)
    {
        var kept = new BaseCache();
        foreach (var (directory, part) in _parts)
        {
            if (!part.Inputs.Any(changed.Contains))
                kept._parts[directory] = part;
        }

        return kept;
    }
}
