using System.Collections.Immutable;

namespace NetLint.Kubernetes.Knowledge;

/// <summary>
/// A kind of custom resource whose controller creates objects that no manifest shows. What is not said here is not known:
/// pods may carry further labels, and objects of a kind without a name pattern may have any name.
/// </summary>
/// <param name="Group">The API group; <c>*.</c> in front stands for every group below that domain.</param>
/// <param name="Kind">The kind, or <see cref="AnyKind"/> for every kind of the group.</param>
/// <param name="Produces">The kinds of objects that the controller creates.</param>
public sealed record ResourceProducer(string Group, string Kind, ProducedKinds Produces)
{
    /// <summary>Stands for every kind of a group.</summary>
    public const string AnyKind = "*";

    /// <summary>How created objects are named. A created kind that no entry covers may have any name.</summary>
    public ImmutableArray<ProducedName> Names { get; init; } = [];

    /// <summary>
    /// Labels known to stand on created pods, as <c>key=value</c> with the placeholders of <see cref="ProducedName"/>,
    /// or a key alone where the value varies.
    /// </summary>
    public ImmutableArray<string> PodLabels { get; init; } = [];

    /// <summary>Prefixes of label keys that belong to the controller, with their final <c>/</c>.</summary>
    public ImmutableArray<string> OwnedLabelPrefixes { get; init; } = [];

    /// <summary>Field paths that name the namespace of the created objects when they have a value.</summary>
    public ImmutableArray<string> NamespacePaths { get; init; } = [];

    /// <summary>Whether created objects may stand in any namespace, whatever the fields of the object say.</summary>
    public bool AnyNamespace { get; init; }

    /// <summary>The created kinds that may turn up in every namespace of the cluster, wherever the object is written.</summary>
    public ProducedKinds Everywhere { get; init; }

    /// <summary>A field path without which the object creates nothing; null when it always does.</summary>
    public string? OnlyWhen { get; init; }

    /// <summary>Whether the entry stands for every kind of its group.</summary>
    public bool IsWholeGroup => string.Equals(Kind, AnyKind, StringComparison.Ordinal);

    /// <summary>The name patterns of one kind of created objects.</summary>
    /// <param name="kind">One of the created kinds.</param>
    /// <returns>The patterns; empty when such objects may have any name.</returns>
    public IEnumerable<ProducedName> NamesOf(ProducedKinds kind) => Names.Where(name => (name.Kinds & kind) != 0);
}
