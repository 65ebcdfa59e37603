using System.Collections.Immutable;

namespace NetLint.Kubernetes.Semantics;

/// <summary>The answer to a question of existence: <see cref="Found{T}"/>, <see cref="Missing{T}"/> or <see cref="Unknown{T}"/>.</summary>
/// <typeparam name="T">What was sought.</typeparam>
public abstract record Lookup<T>;

/// <summary>It exists.</summary>
/// <param name="Items">What was found in the nearest circle; several when it is not known which of them is meant.</param>
public sealed record Found<T>(ImmutableArray<T> Items) : Lookup<T>;

/// <summary>It certainly does not exist.</summary>
/// <param name="NearMisses">What comes near, the nearest first.</param>
/// <param name="Elsewhere">The same name in other namespaces.</param>
public sealed record Missing<T>(ImmutableArray<NearMiss<T>> NearMisses, ImmutableArray<T> Elsewhere) : Lookup<T>;

/// <summary>Why the answer to a question of existence cannot be known.</summary>
public enum UnknownReason
{
    /// <summary>Something that cannot be seen could be what was sought: a gap, a rewritten file, a substitution.</summary>
    Unseen,

    /// <summary>Something by that name is there, but which object is meant, or whether it is in the right namespace, is not known.</summary>
    Ambiguous,

    /// <summary>It is nowhere to be seen, and nothing shows that all there is can be seen.</summary>
    NoEvidence,
}

/// <summary>It cannot be known; that is never reported as missing.</summary>
/// <param name="Elsewhere">The same name in other namespaces.</param>
public sealed record Unknown<T>(ImmutableArray<T> Elsewhere) : Lookup<T>
{
    /// <summary>Why.</summary>
    public UnknownReason Reason { get; init; }
}

/// <summary>Something that is nearly what was sought.</summary>
/// <param name="Item">What it is.</param>
/// <param name="Actual">The text it has.</param>
/// <param name="Expected">The text that was sought.</param>
/// <param name="IsKey">True when the difference is in a label key rather than a value or name.</param>
/// <param name="Requirement">For a selector, the requirement that fails; null for a name.</param>
public sealed record NearMiss<T>(T Item, string Actual, string Expected, bool IsKey, LabelRequirement? Requirement);
