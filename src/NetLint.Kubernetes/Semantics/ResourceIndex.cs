using System.Collections.Immutable;
using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Resources;
using NetLint.Syntax.Text;

namespace NetLint.Kubernetes.Semantics;

/// <summary>Every resource of a repository, found by name, by pod label and by place. Built once, then only read.</summary>
public sealed class ResourceIndex
{
    private readonly Dictionary<Resource, SourceScope> _scopes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(Type Type, string Name), List<Resource>> _byName = [];
    private readonly Dictionary<Type, List<Resource>> _byType = [];
    private readonly Dictionary<(Type Type, string Namespace), List<Resource>> _byNamespace = [];
    private readonly Dictionary<(string Key, string Value), List<PodTemplate>> _podsByLabel = [];
    private readonly Dictionary<(string Namespace, string Key, string Value), List<PodTemplate>> _podsByPlace = [];
    private readonly Dictionary<string, List<EndpointSlice>> _slicesByService = new(StringComparer.Ordinal);
    private readonly List<PodTemplate> _pods = [];
    private readonly List<PodTemplate> _unclearPods = [];
    private readonly Dictionary<Type, List<Resource>> _unresolvedNames = [];
    private readonly Dictionary<string, List<Resource>> _podLabelers = new(StringComparer.Ordinal);
    private readonly List<SourceScope> _sources = [];
    private readonly string[] _sourceDirectories;
    private readonly HashSet<string> _customGroups = new(StringComparer.Ordinal);
    private readonly HashSet<string> _namespacesInUse = new(StringComparer.Ordinal);

    private ResourceIndex(ImmutableArray<UnitScope> units, int maxThreads)
    {
        var sources = new Dictionary<SourceText, SourceScope>(ReferenceEqualityComparer.Instance);
        var resources = new List<(Resource Resource, UnitScope Unit)>();
        foreach (var unit in units)
        {
            sources.Clear();
            foreach (var resource in unit.Resources)
            {
                var source = unit.IsDeployed ? unit.Resources[0].Source : resource.Source;
                if (!sources.TryGetValue(source, out var scope))
                {
                    sources.Add(source, scope = new SourceScope(source, unit));
                    _sources.Add(scope);
                }

                resources.Add((resource, unit));

                scope.Add(resource);
                _scopes[resource] = scope;
                Add(resource);
            }
        }

        // What each resource opens is worked out side by side; the order of the gaps is that of the resources.
        var opened = new List<PlacedGap>?[resources.Count];
        Parallel.For(0, resources.Count, new ParallelOptions { MaxDegreeOfParallelism = maxThreads }, i =>
        {
            var (resource, unit) = resources[i];
            foreach (var gap in ProducerGaps.Of(resource, unit).Concat(EndpointGaps.Of(resource, unit)))
                (opened[i] ??= []).Add(new PlacedGap(gap, unit));
        });
        GapIndex = new GapIndex(units.SelectMany(unit => unit.Gaps.Select(gap => new PlacedGap(gap, unit))).Concat(opened.SelectMany(gaps => gaps ?? [])));
        _sources.Sort(static (left, right) => string.CompareOrdinal(left.Directory, right.Directory) is var order and not 0 ? order : left.Source.Id.CompareTo(right.Source.Id));
        foreach (var directory in _sources.GroupBy(source => source.Directory))
            SourceScope.FindThoseThatStandAlone(directory);
        _sourceDirectories = [.. _sources.Select(source => source.Directory)];
    }

    /// <summary>API groups of the custom resource definitions in the repository.</summary>
    public IReadOnlySet<string> CustomGroups => _customGroups;

    /// <summary>The namespaces that resources are written for, declared or not.</summary>
    public IReadOnlySet<string> NamespacesInUse => _namespacesInUse;

    internal List<PodTemplate> Pods => _pods;

    /// <summary>Pods whose labels are not fully known: substitutions in them, or a document read with lines left out.</summary>
    internal List<PodTemplate> UnclearPods => _unclearPods;

    internal GapIndex GapIndex { get; }

    /// <summary>Builds the index.</summary>
    /// <param name="units">The units of the repository.</param>
    /// <param name="maxThreads">How many threads work; the result does not depend on it.</param>
    public static ResourceIndex Build(ImmutableArray<UnitScope> units, int maxThreads = 1) => new(units, maxThreads);

    internal SourceScope ScopeOf(Resource resource) => _scopes[resource];

    internal IReadOnlyList<Resource> ByName<T>(string name)
        where T : Resource => _byName.TryGetValue((typeof(T), name), out var list) ? list : [];

    /// <summary>The resources of a type whose name a deployment tool fills in later.</summary>
    internal IReadOnlyList<Resource> OfUnresolvedName<T>()
        where T : Resource => _unresolvedNames.TryGetValue(typeof(T), out var list) ? list : [];

    /// <summary>The resources of a type that end up in a namespace; "" holds those whose namespace is unnamed or not resolved.</summary>
    internal IEnumerable<T> InNamespace<T>(string @namespace)
        where T : Resource => _byNamespace.TryGetValue((typeof(T), @namespace), out var list) ? list.Cast<T>() : [];

    internal IEnumerable<T> All<T>()
        where T : Resource => _byType.TryGetValue(typeof(T), out var list) ? list.Cast<T>() : [];

    /// <summary>The EndpointSlices that say they belong to a Service of this name.</summary>
    internal IReadOnlyList<EndpointSlice> SlicesOf(string service) => _slicesByService.TryGetValue(service, out var list) ? list : [];

    internal List<PodTemplate> PodsWith(string key, string value) => _podsByLabel.TryGetValue((key, value), out var list) ? list : [];

    /// <summary>The pods with a label in a namespace; "" holds those whose namespace is unnamed or not resolved.</summary>
    internal List<PodTemplate> PodsWith(string @namespace, string key, string value) => _podsByPlace.TryGetValue((@namespace, key, value), out var list) ? list : [];

    /// <summary>The roles of a directory that let an application put labels on pods at run time.</summary>
    internal IReadOnlyList<Resource> PodLabelersIn(string directory) => _podLabelers.TryGetValue(directory, out var list) ? list : [];

    /// <summary>The files at or below a directory.</summary>
    internal IEnumerable<SourceScope> SourcesBelow(string directory)
    {
        if (directory.Length == 0)
            return _sources;
        return Range(directory, directory).Concat(Range(directory + "/", directory + "0"));
    }

    /// <summary>The files in one directory.</summary>
    internal IEnumerable<SourceScope> SourcesIn(string directory) => Range(directory, directory);

    private IEnumerable<SourceScope> Range(string from, string to)
    {
        // '0' follows '/' in ordinal order, so [dir/, dir0) holds exactly what lies below dir.
        var isExact = from == to;
        for (var i = LowerBound(from); i < _sources.Count; i++)
        {
            var order = string.CompareOrdinal(_sourceDirectories[i], to);
            if (order > 0 || (order == 0 && !isExact))
                yield break;
            yield return _sources[i];
        }
    }

    private int LowerBound(string directory)
    {
        var (low, high) = (0, _sourceDirectories.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_sourceDirectories[middle], directory) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private void Add(Resource resource)
    {
        if (resource is { Kind: "CustomResourceDefinition", Name: var crd } && crd.IndexOf('.', StringComparison.Ordinal) is var dot and > 0)
            _customGroups.Add(crd[(dot + 1)..]);
        if (EndpointGaps.LabelsPods(resource))
            ListOf(_podLabelers, _scopes[resource].Directory).Add(resource);
        if (resource.Namespace is { } @namespace)
            _namespacesInUse.Add(@namespace);
        var type = resource.GetType();
        if (type == typeof(Resource))
            return;
        ListOf(_byType, type).Add(resource);
        if (Substitution.IsUnresolved(resource.Name))
            ListOf(_unresolvedNames, type).Add(resource);
        if (resource.Name.Length > 0)
            ListOf(_byName, (type, resource.Name)).Add(resource);
        if (resource is EndpointSlice { ServiceName: { } service } slice)
            ListOf(_slicesByService, service).Add(slice);
        var place = PlaceOf(resource.Namespace ?? _scopes[resource].Unit.Namespace);
        ListOf(_byNamespace, (type, place)).Add(resource);
        if (resource is not Workload workload)
            return;
        foreach (var pod in workload.PodTemplates)
        {
            _pods.Add(pod);
            var isUnclear = resource.IsPartial || pod.Labels.State == FieldState.WrongType || AddsLabels(workload);
            foreach (var label in pod.Labels.Value?.Entries ?? [])
            {
                isUnclear |= Substitution.IsUnresolved(label.Value) || Substitution.IsUnresolved(label.Key);
                ListOf(_podsByLabel, (label.Key, label.Value)).Add(pod);
                ListOf(_podsByPlace, (place, label.Key, label.Value)).Add(pod);
            }

            if (isUnclear)
                _unclearPods.Add(pod);
        }
    }

    /// <summary>The name under which a namespace is indexed.</summary>
    internal static string PlaceOf(string? @namespace) => @namespace is null || Substitution.IsUnresolved(@namespace) ? "" : @namespace;

    /// <summary>True when the controller adds labels under keys that people use as well.</summary>
    private static bool AddsLabels(Workload workload) =>
        workload.Knowledge is { } kind
        && (!kind.SharedLabelPaths.IsEmpty || !kind.OptionalLabelPaths.IsEmpty || kind.AddedLabels.Any(key => !key.EndsWith('/') && !ControllerLabels.IsAddedByController(key)));

    private static List<TItem> ListOf<TKey, TItem>(Dictionary<TKey, List<TItem>> lists, TKey key)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
            lists.Add(key, list = []);
        return list;
    }
}
