using NetLint.Kubernetes.Knowledge;

namespace NetLint.Kubernetes.Semantics;

/// <summary>Decides whether a gap could hold the answer to a lookup.</summary>
internal static class GapSearch
{
    /// <summary>True when a gap that is written in the circle, or holds everywhere, could contain the answer.</summary>
    public static bool Any(ResourceIndex index, SourceScope from, int distance, ProducedKinds kind, string? @namespace, string? name) =>
        index.GapIndex.Any(new GapQuestion(from, distance, kind, @namespace, name));
}

/// <summary>What is asked of gaps.</summary>
/// <param name="From">The file that asks.</param>
/// <param name="Distance">The circle around it: up to 1 its directory, 2 all below its directory, 3 all below the parent, and so on.</param>
/// <param name="Kind">The kinds that are sought.</param>
/// <param name="Namespace">The namespace; null when unnamed.</param>
/// <param name="Name">The name; null when any would do.</param>
internal sealed record GapQuestion(SourceScope From, int Distance, ProducedKinds Kind, string? Namespace, string? Name)
{
    /// <summary>The directory of the circle.</summary>
    public string Directory { get; } = From.CircleDirectory(Distance) ?? "";

    /// <summary>What is said to be everything there is has no far places.</summary>
    public bool AsksEverywhere => From.Unit.Openness == UnitOpenness.Closed;

    /// <summary>True when the answer could lie in the gap.</summary>
    public bool MayBeIn(PlacedGap placed) => placed.Gap.CouldContain(Kind, Namespace, Name) && Reaches(placed);

    /// <summary>True when the circle holds a directory.</summary>
    public bool Holds(string place) =>
        place == Directory
        || (Distance > 1 && (Directory.Length == 0 || place.StartsWith(Directory + "/", StringComparison.Ordinal)));

    private bool Reaches(PlacedGap placed)
    {
        var gap = placed.Gap;
        if (AsksEverywhere || gap.IsEverywhere || (From.IsDeployed && ReferenceEquals(placed.Unit, From.Unit)) || placed.Unit.SharesClusterWith(From.Unit))
            return true;
        // What has no place, such as a declaration in the configuration, holds for every unit.
        if (gap.Origin is not { } origin)
            return true;
        // Files of which a cluster gets one are no part of a whole: a custom resource that may mean anything stands in another story.
        if (gap.IsOfUnknownKind && From.StandsAlone && !ReferenceEquals(origin.Source, From.Source))
            return false;
        // A named namespace is one place wherever its objects are written.
        if (gap.Namespace is not null && Namespace is not null && ProducedName.Matches(gap.Namespace, Namespace))
            return true;
        // A name that is known reaches everywhere; objects of any name would otherwise silence a whole repository.
        return (gap.IsClusterWide && Name is not null && !gap.NamePatterns.IsEmpty) || Holds(origin.Source.Id.Directory);
    }
}
