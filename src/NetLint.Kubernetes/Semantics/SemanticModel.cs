using System.Collections.Immutable;
using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Resources;

namespace NetLint.Kubernetes.Semantics;

/// <summary>
/// The bound view of one unit: who names and selects whom. Questions of existence widen in circles — file, directory, each parent up to
/// the root — and are answered with three values; questions about sets stay in the unit.
/// </summary>
public sealed class SemanticModel
{
    /// <summary>The file, its directory, the parent and what lies below it: manifests of one namespace are rarely further apart.</summary>
    public const int NeighbourCircles = 3;

    private readonly ResourceIndex _index;
    private readonly IModelObserver? _observer;
    private readonly NameLookup _names;
    private readonly PodLookup _pods;
    private readonly EndpointsLookup _endpoints;
    private readonly Lazy<ILookup<(string Group, string Kind), Resource>> _byKind;

    /// <summary>Makes the model of a unit.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="index">The resources of the whole repository, the unit's included.</param>
    /// <param name="observer">Is told what is read; null when nobody asks.</param>
    public SemanticModel(UnitScope unit, ResourceIndex index, IModelObserver? observer = null)
    {
        Unit = unit;
        _index = index;
        _observer = observer;
        _names = new NameLookup(index);
        _pods = new PodLookup(index);
        _endpoints = new EndpointsLookup(index);
        _byKind = new(() => unit.Resources.ToLookup(static resource => (resource.Group, resource.Kind)));
    }

    /// <summary>The unit.</summary>
    public UnitScope Unit { get; }

    /// <summary>API groups of the custom resource definitions in the repository.</summary>
    public IReadOnlySet<string> CustomGroups => _index.CustomGroups;

    /// <summary>The namespaces that resources of the repository are written for, declared or not.</summary>
    public IReadOnlySet<string> NamespacesInUse => _index.NamespacesInUse;

    /// <summary>The same model, with an observer of what is read.</summary>
    public SemanticModel WithObserver(IModelObserver observer) => new(Unit, _index, observer);

    /// <summary>The namespace a resource of the repository ends up in: as written, else that of its unit; null when unnamed.</summary>
    public string? NamespaceOf(Resource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return resource.Namespace ?? _index.ScopeOf(resource).Unit.Namespace;
    }

    /// <summary>Finds a namespaced object by name, in the namespace of the resource that asks.</summary>
    /// <typeparam name="T">The type that is sought.</typeparam>
    /// <param name="from">The resource that holds the reference.</param>
    /// <param name="name">The name.</param>
    public Lookup<T> Find<T>(Resource from, string name)
        where T : Resource
    {
        _observer?.OnRead(typeof(T).Name);
        return _names.Find<T>(_index.ScopeOf(from), NamespaceOf(from), name);
    }

    /// <summary>Finds the pods a selector selects in the namespace of the resource that asks.</summary>
    public Lookup<PodTemplate> FindPods(Resource from, LabelSelector selector)
    {
        _observer?.OnRead(ModelKinds.Pod);
        return _pods.Find(_index.ScopeOf(from), NamespaceOf(from), selector, from as Service);
    }

    /// <summary>Finds the Endpoints and EndpointSlices that belong to a Service without a selector.</summary>
    public Lookup<Resource> FindEndpoints(Service service)
    {
        _observer?.OnRead(ModelKinds.Endpoints);
        _observer?.OnRead(ModelKinds.EndpointSlice);
        return _endpoints.Find(service, NamespaceOf(service));
    }

    /// <summary>The resources of a type in the unit, without those in files that are alternatives to the one that asks.</summary>
    public IEnumerable<T> InUnit<T>(Resource from)
        where T : Resource
    {
        _observer?.OnRead(KindOf<T>());
        var scope = _index.ScopeOf(from);
        return Unit.Resources.OfType<T>().Where(resource => !scope.IsAlternativeTo(_index.ScopeOf(resource)));
    }

    /// <summary>The resources of a type in the unit.</summary>
    public IEnumerable<T> InUnit<T>()
        where T : Resource
    {
        _observer?.OnRead(KindOf<T>());
        return Unit.Resources.OfType<T>();
    }

    /// <summary>The resources of a type in all units that are known to reach the cluster of the unit, its own included, in the order of the units.</summary>
    public IEnumerable<T> InCluster<T>()
        where T : Resource
    {
        _observer?.OnRead(KindOf<T>());
        return Unit.Cluster is null
            ? Unit.Resources.OfType<T>()
            : _index.All<T>().Where(resource => _index.ScopeOf(resource).Unit is var unit && (ReferenceEquals(unit, Unit) || unit.SharesClusterWith(Unit)));
    }

    /// <summary>The resources of a kind in the unit, without those in files that are alternatives to the one that asks; for kinds without a type of their own.</summary>
    public IEnumerable<Resource> InUnit(Resource from, string group, string kind)
    {
        _observer?.OnRead(ModelKinds.Any);
        var scope = _index.ScopeOf(from);
        return _byKind.Value[(group, kind)].Where(resource => !scope.IsAlternativeTo(_index.ScopeOf(resource)));
    }

    /// <summary>The resources of a type in the whole repository, without those in files that are alternatives to the one that asks.</summary>
    public IEnumerable<T> InRepository<T>(Resource from)
        where T : Resource
    {
        _observer?.OnRead(KindOf<T>());
        var scope = _index.ScopeOf(from);
        return _index.All<T>().Where(resource => !scope.IsAlternativeTo(_index.ScopeOf(resource)));
    }

    /// <summary>The resources of a type and name in the whole repository, in whatever namespace, alternatives included.</summary>
    public IEnumerable<T> Named<T>(string name)
        where T : Resource
    {
        _observer?.OnRead(typeof(T) == typeof(Workload) ? ModelKinds.Pod : typeof(T).Name);
        return _index.ByName<T>(name).Cast<T>();
    }

    /// <summary>The resources of a type in the whole repository, alternatives included.</summary>
    public IEnumerable<T> InRepository<T>()
        where T : Resource
    {
        _observer?.OnRead(typeof(T) == typeof(Workload) ? ModelKinds.Pod : typeof(T).Name);
        return _index.All<T>();
    }

    /// <summary>
    /// The resources of a type that are, or may be, in the namespace of another one, alternatives included: in a named namespace wherever
    /// they are written; where one of the two is unnamed, those at most <see cref="NeighbourCircles"/> circles away, and those of units of
    /// which nothing tells where they are deployed.
    /// </summary>
    public IEnumerable<T> InNamespaceOf<T>(Resource from)
        where T : Resource
    {
        _observer?.OnRead(typeof(T) == typeof(Workload) ? ModelKinds.Pod : typeof(T).Name);
        var scope = _index.ScopeOf(from);
        if (NamespaceOf(from) is not { } name || Substitution.IsUnresolved(name))
            return _index.All<T>().Where(item => scope.MayBeWithin(NeighbourCircles, _index.ScopeOf(item)));
        return _index.InNamespace<T>(name).Concat(_index.InNamespace<T>("").Where(item => scope.MayBeWithin(NeighbourCircles, _index.ScopeOf(item))));
    }

    /// <summary>How many circles lie around a resource before they hold the other: 0 the same file, 1 its directory, then each parent.</summary>
    public int Distance(Resource from, Resource to) => _index.ScopeOf(from).DistanceTo(_index.ScopeOf(to));

    /// <summary>True when a resource is known to reach the cluster of another one as it is seen here.</summary>
    public bool IsInSight(Resource from, Resource to) => !_index.ScopeOf(to).IsUnclearTo(_index.ScopeOf(from));

    /// <summary>True when two resources stand in files of which a cluster gets only one.</summary>
    public bool AreAlternatives(Resource left, Resource right) => _index.ScopeOf(left).IsAlternativeTo(_index.ScopeOf(right));

    /// <summary>True when the text of the resource is not what reaches the cluster.</summary>
    public bool IsRewritten(Resource resource) => _index.ScopeOf(resource).IsRewritten;

    /// <summary>True when something that cannot be seen could hold an object.</summary>
    /// <param name="from">The resource that asks.</param>
    /// <param name="kind">The kind that is sought.</param>
    /// <param name="name">The name that is sought; null when any would do.</param>
    public bool MayExistUnseen(Resource from, ProducedKinds kind, string? name)
    {
        var scope = _index.ScopeOf(from);
        return scope.IsRewritten || GapSearch.Any(_index, scope, 1, kind, NamespaceOf(from), name);
    }

    /// <summary>True when something that cannot be seen, wherever it is written, could hold an object of a kind that belongs to no namespace.</summary>
    /// <param name="kind">The kind that is sought.</param>
    public bool MayExistUnseenInCluster(ProducedKinds kind) => _index.GapIndex.AnyInCluster(kind);

    private static string KindOf<T>()
        where T : Resource => typeof(T) == typeof(Workload) ? ModelKinds.Pod : typeof(T).Name;
}
