using NetLint.Kubernetes.Knowledge;

namespace NetLint.Kubernetes.Semantics;

/// <summary>Decides whether a gap could hold the answer to a lookup.</summary>
internal static class GapSearch
{
    /// <summary>True when a gap that is written in the circle, or holds everywhere, could contain the answer.</summary>
    public static bool Any(ResourceIndex index, SourceScope from, int distance, ProducedKinds kind, string? @namespace, string? name) =>
        index.GapIndex.Any(from, distance, kind, @namespace, name);
}
