using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Syntax.Text;

namespace NetLint.Kubernetes.Semantics;

/// <summary>
/// The innermost circle of a lookup: the resources of one file within one unit, or all that a deployment tool brings together, wherever it
/// is written.
/// </summary>
internal sealed class SourceScope
{
    private readonly HashSet<ResourceId> _ids = [];
    private readonly string[] _segments;

    public SourceScope(SourceText source, UnitScope unit)
    {
        Source = source;
        Unit = unit;
        IsRewritten = unit.Rewritten.Contains(source.Id);
        Directory = unit.IsDeployed ? PlaceOf(unit.Name) : source.Id.Directory;
        _segments = Directory.Length == 0 ? [] : Directory.Split('/');
    }

    public SourceText Source { get; }

    public UnitScope Unit { get; }

    public string Directory { get; }

    /// <summary>True when the text of the file is not what reaches the cluster.</summary>
    public bool IsRewritten { get; }

    /// <summary>True for what a deployment tool brings together.</summary>
    public bool IsDeployed => Unit.IsDeployed;

    /// <summary>The place of a deployed unit among the directories: no directory has a name like this, and none lies above it.</summary>
    public static string PlaceOf(string unit) => "\u0001" + unit.Replace('/', '\u0001');

    /// <summary>True when another file of the directory declares one of the same objects: the directory is then not applied as a whole.</summary>
    public bool StandsAlone { get; private set; }

    public List<PodTemplate> Pods { get; } = [];

    public List<Resource> Resources { get; } = [];

    public void Add(Resource resource)
    {
        Resources.Add(resource);
        if (resource is Workload workload)
            Pods.AddRange(workload.PodTemplates);
        // Many files repeat the Namespace they fill; that makes them no alternatives.
        if (resource is not Namespace && resource.Name.Length > 0 && !Substitution.IsUnresolved(resource.Name))
            _ids.Add(resource.Id);
    }

    /// <summary>Finds the files of one directory that declare the same objects.</summary>
    public static void FindThoseThatStandAlone(IEnumerable<SourceScope> directory)
    {
        var owners = new Dictionary<ResourceId, SourceScope>();
        foreach (var scope in directory)
        {
            foreach (var id in scope._ids)
            {
                if (!owners.TryAdd(id, scope))
                    scope.StandsAlone = owners[id].StandsAlone = true;
            }
        }
    }

    /// <summary>
    /// True when what lies in another scope proves nothing here: it may reach another cluster, or look different when it gets there.
    /// </summary>
    public bool IsUnclearTo(SourceScope from) =>
        !ReferenceEquals(this, from) && (IsRewritten || ((IsDeployed || from.IsDeployed) && !Unit.SharesClusterWith(from.Unit)));

    /// <summary>
    /// True when both files declare one object. They are then alternatives, of which a cluster gets one: neither sees the other.
    /// </summary>
    public bool IsAlternativeTo(SourceScope other)
    {
        if (ReferenceEquals(this, other) || Unit.SharesClusterWith(other.Unit))
            return false;
        var (few, many) = _ids.Count <= other._ids.Count ? (_ids, other._ids) : (other._ids, _ids);
        if (!IsDeployed && !other.IsDeployed)
            return few.Any(many.Contains);
        // Kustomizations of different things share a base now and then; variants of one thing are the same for the most part.
        return few.Count > 0 && few.Count(many.Contains) * 2 >= few.Count;
    }

    /// <summary>
    /// Compares a namespace, as it is asked for here, with that of a resource of another scope. What a tool deploys without a namespace goes
    /// wherever the unit is applied, and that is told by no other unit.
    /// </summary>
    public NamespaceMatch Compare(string? @namespace, SourceScope scope, Resource resource)
    {
        var other = resource.Namespace ?? scope.Unit.Namespace;
        return @namespace is null && other is null && !ReferenceEquals(this, scope) && (IsDeployed || scope.IsDeployed)
            ? NamespaceMatch.Maybe
            : NamespaceComparison.Compare(@namespace, other);
    }

    /// <summary>True when a scope is at most some circles away, or when nothing tells how far it is.</summary>
    public bool MayBeWithin(int circles, SourceScope other) => other.IsUnclearTo(this) || DistanceTo(other) <= circles;

    /// <summary>How many circles lie around this file before they hold the other: 0 the file, 1 its directory, then each parent.</summary>
    public int DistanceTo(SourceScope other)
    {
        if (ReferenceEquals(this, other))
            return 0;
        if (Directory == other.Directory || Unit.SharesClusterWith(other.Unit))
            return 1;
        var common = 0;
        while (common < _segments.Length && common < other._segments.Length && _segments[common] == other._segments[common])
            common++;
        return 2 + _segments.Length - common;
    }

    /// <summary>The directory of a circle; null beyond the root.</summary>
    public string? CircleDirectory(int distance)
    {
        // Around a deployed unit there is nothing but its cluster, which has no directory.
        if (IsDeployed && distance > 1)
            return null;
        var levels = Math.Max(0, distance - 2);
        return levels > _segments.Length ? null : string.Join('/', _segments.Take(_segments.Length - levels));
    }
}
