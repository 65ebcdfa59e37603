namespace NetLint.Kubernetes.Knowledge;

/// <summary>When one version of a built-in kind was deprecated and when the API server stops serving it.</summary>
/// <param name="ApiVersion">The API version, such as <c>extensions/v1beta1</c>.</param>
/// <param name="Kind">The kind.</param>
/// <param name="DeprecatedIn">The first release that calls it deprecated.</param>
/// <param name="RemovedIn">The first release that no longer serves it; may lie in the future; null when no removal is planned.</param>
/// <param name="Replacement">The newest stable API version to use instead; null when nothing replaces it.</param>
/// <param name="ReplacementSince">The first release that serves the replacement.</param>
public sealed record ApiVersionLifecycle(
    string ApiVersion,
    string Kind,
    KubernetesVersion DeprecatedIn,
    KubernetesVersion? RemovedIn,
    string? Replacement,
    KubernetesVersion? ReplacementSince)
{
    /// <summary>The kind to use instead, where it differs from <see cref="Kind"/>; null otherwise.</summary>
    public string? ReplacementKind { get; init; }

    /// <summary>Whether a cluster of this version no longer serves the API version.</summary>
    /// <param name="version">The version of the cluster.</param>
    /// <returns>True when the API server refuses the object.</returns>
    public bool IsRemovedIn(KubernetesVersion version) => RemovedIn is { } removed && version >= removed;

    /// <summary>Whether a cluster of this version still serves the API version but calls it deprecated.</summary>
    /// <param name="version">The version of the cluster.</param>
    /// <returns>True when the API server accepts the object with a warning.</returns>
    public bool IsDeprecatedIn(KubernetesVersion version) => version >= DeprecatedIn && !IsRemovedIn(version);
}
