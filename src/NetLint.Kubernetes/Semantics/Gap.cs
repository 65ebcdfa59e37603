using System.Collections.Immutable;
using NetLint.Kubernetes.Knowledge;
using NetLint.Syntax.Text;

namespace NetLint.Kubernetes.Semantics;

/// <summary>Why something cannot be seen.</summary>
public enum GapCode
{
    /// <summary>A Helm chart that is not rendered.</summary>
    Chart,

    /// <summary>A kustomization that is not rendered: names, labels and namespaces may differ from what is written.</summary>
    Kustomization,

    /// <summary>An Argo CD or Flux object that deploys something from elsewhere, or from here in a way that is not rendered.</summary>
    Application,

    /// <summary>A custom resource whose controller makes objects.</summary>
    Operator,

    /// <summary>A document that could not be read whole.</summary>
    Unreadable,

    /// <summary>A substitution that only a deployment tool fills in.</summary>
    Substitution,

    /// <summary>A declaration in the configuration that objects exist elsewhere.</summary>
    External,

    /// <summary>Input that is declared to be only a part of what is in the cluster.</summary>
    Open,
}

/// <summary>Something a unit contains that cannot be seen, as narrow as it can be described.</summary>
/// <param name="Code">Why.</param>
/// <param name="Text">One clause for a person.</param>
public sealed record Gap(GapCode Code, string Text)
{
    /// <summary>The kinds of objects it could hold.</summary>
    public ProducedKinds Kinds { get; init; } = ProducedKinds.Anything;

    /// <summary>The namespace its objects are in; null when that is not known.</summary>
    public string? Namespace { get; init; }

    /// <summary>Names its objects can have, where <c>*</c> stands for any text; empty when they can have any.</summary>
    public ImmutableArray<string> NamePatterns { get; init; } = [];

    /// <summary>Where it is written; null for a declaration without a place.</summary>
    public Origin? Origin { get; init; }

    /// <summary>True when what is sought by a name that the gap knows may lie in it from everywhere, not just near the place it is written.</summary>
    public bool IsClusterWide { get; init; }

    /// <summary>True when what is sought may lie in it from everywhere, whatever its name.</summary>
    public bool IsEverywhere { get; init; }

    /// <summary>True when nothing is known of the kind that opens the gap; most such kinds make nothing that matters here.</summary>
    public bool IsOfUnknownKind { get; init; }

    /// <summary>True when the answer to a lookup could lie in the gap.</summary>
    /// <param name="kind">The kind that is sought.</param>
    /// <param name="namespace">The namespace that is sought; null when unnamed.</param>
    /// <param name="name">The name that is sought; null when anything would do, as for labels.</param>
    public bool CouldContain(ProducedKinds kind, string? @namespace, string? name) =>
        (Kinds & kind) != 0
        && (Namespace is null || @namespace is null || Substitution.IsUnresolved(Namespace) || ProducedName.Matches(Namespace, @namespace))
        && (name is null || NamePatterns.IsEmpty || NamePatterns.Any(pattern => ProducedName.Matches(pattern, name)));
}
