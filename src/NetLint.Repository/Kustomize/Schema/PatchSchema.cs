using System.Collections.Immutable;

namespace NetLint.Repository.Kustomize.Schema;

/// <summary>What strategic merge knows of a node: the types of its fields, and how its lists merge (OpenAPI's <c>x-kubernetes-patch-*</c>).</summary>
public abstract class PatchSchema
{
    /// <summary>The schema of a field, or of a value of a map; null when nothing is known of it.</summary>
    public abstract PatchSchema? Field(string name);

    /// <summary>The schema of the items of a list that merges; null when nothing is known of them.</summary>
    public abstract PatchSchema? Elements { get; }

    /// <summary><c>x-kubernetes-patch-strategy</c>: <c>merge</c>, <c>replace</c>, <c>retainKeys</c>, <c>merge,retainKeys</c>, or "" when none is given.</summary>
    public abstract string Strategy { get; }

    /// <summary>
    /// The fields that identify an item of a list: <c>x-kubernetes-list-map-keys</c>, else <c>x-kubernetes-patch-merge-key</c>; empty when none is given,
    /// and when there is no strategy.
    /// </summary>
    public abstract ImmutableArray<string> MergeKeys { get; }
}
