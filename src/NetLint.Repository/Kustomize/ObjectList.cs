using NetLint.Syntax.Text;

namespace NetLint.Repository.Kustomize;

/// <summary>The objects of a build in order. No two of them have the same kind, name and namespace.</summary>
internal sealed class ObjectList(BuildBudget budget)
{
    private readonly List<KustomizeObject> _objects = [];

    /// <summary>The ids of the first objects, up to the count that was valid when it was made; null when names may have changed since.</summary>
    private HashSet<(ObjectKind, string, string)>? _ids;

    /// <summary>What may still be done to them.</summary>
    public BuildBudget Budget => budget;

    /// <summary>The nodes that the objects had when they were added, or were last counted.</summary>
    public long Weight { get; private set; }

    /// <summary>The objects.</summary>
    public IReadOnlyList<KustomizeObject> Objects => _objects;

    /// <summary>Adds an object at the end.</summary>
    /// <param name="item">The object.</param>
    /// <param name="from">The place in a kustomization that brings it.</param>
    /// <exception cref="RenderException">There is an object of the same kind, name and namespace.</exception>
    public void Append(KustomizeObject item, Origin from)
    {
        _ids ??= [.. _objects.Select(Key)];
        if (!_ids.Add(Key(item)))
            throw new RenderException($"may not add resource with an already registered id: {item.Id}", from);
        _objects.Add(item);
        Weight += item.Root.Weight;
    }

    /// <summary>Counts the nodes anew, after the objects have changed.</summary>
    public void CountNodes() => Weight = _objects.Sum(item => (long)item.Root.Weight);

    /// <summary>Puts an object in the place of another.</summary>
    public void Replace(KustomizeObject old, KustomizeObject item)
    {
        _objects[_objects.IndexOf(old)] = item;
        _ids = null;
    }

    /// <summary>Takes objects out.</summary>
    public void RemoveWhere(Predicate<KustomizeObject> match)
    {
        if (_objects.RemoveAll(match) > 0)
            _ids = null;
    }

    /// <summary>Puts the objects into another order.</summary>
    public void Sort(IComparer<KustomizeObject> comparer)
    {
        var sorted = _objects.Order(comparer).ToList();
        _objects.Clear();
        _objects.AddRange(sorted);
    }

    /// <summary>Must be called after names, namespaces or kinds have changed.</summary>
    public void NamesChanged() => _ids = null;

    /// <summary>Two objects of which one cannot be told from the other; null when there are none.</summary>
    public (KustomizeObject First, KustomizeObject Second)? FindConflict()
    {
        var seen = new Dictionary<(ObjectKind, string, string), KustomizeObject>();
        foreach (var item in _objects)
        {
            if (!seen.TryAdd(Key(item), item))
                return (seen[Key(item)], item);
        }

        return null;
    }

    /// <summary>The objects that have, or once had, a name that fits.</summary>
    public List<KustomizeObject> WithAnyId(Func<ResourceId, bool> fits) =>
        [.. _objects.Where(item => fits(item.Id) || (!item.Previous.IsEmpty && item.PreviousIds.Any(fits)))];

    private static (ObjectKind, string, string) Key(KustomizeObject item) => (item.Kind, item.Id.Name, item.Id.EffectiveNamespace);
}
