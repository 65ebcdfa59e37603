using NetLint.Kubernetes.Knowledge;

namespace NetLint.Kubernetes.Semantics;

/// <summary>Decides whether a gap could hold the answer to a lookup.</summary>
internal static class GapSearch
{
    /// <summary>True when a gap that is written in the circle, or holds everywhere, could contain the answer.</summary>
    public static bool Any(ResourceIndex index, SourceScope from, int distance, ProducedKinds kind, string? @namespace, string? name)
    {
        var directory = from.CircleDirectory(distance) ?? "";
        foreach (var gap in (kind & ProducedKinds.EndpointSlices) != 0 ? index.Gaps.Concat(index.EndpointGaps) : index.Gaps)
        {
            if (gap.CouldContain(kind, @namespace, name) && Reaches(gap, from, directory, distance, @namespace, name))
                return true;
        }

        return false;
    }

    private static bool Reaches(Gap gap, SourceScope from, string directory, int distance, string? @namespace, string? name)
    {
        // What is said to be everything there is has no far places.
        if (gap.Origin is not { } origin || from.Unit.Openness == UnitOpenness.Closed)
            return true;
        // Files of which a cluster gets one are no part of a whole: a custom resource that may mean anything stands in another story.
        if (gap.IsOfUnknownKind && from.StandsAlone && !ReferenceEquals(origin.Source, from.Source))
            return false;
        // A named namespace is one place wherever its objects are written.
        if (gap.Namespace is not null && @namespace is not null && ProducedName.Matches(gap.Namespace, @namespace))
            return true;
        // A name that is known reaches everywhere; objects of any name would otherwise silence a whole repository.
        if (gap.IsClusterWide && name is not null && !gap.NamePatterns.IsEmpty)
            return true;
        var path = origin.Source.Id.Path;
        var slash = path.LastIndexOf('/');
        var place = slash < 0 ? "" : path[..slash];
        return distance <= 1
            ? place == from.Directory
            : directory.Length == 0 || place == directory || place.StartsWith(directory + "/", StringComparison.Ordinal);
    }
}
