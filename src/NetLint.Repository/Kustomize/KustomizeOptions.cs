namespace NetLint.Repository.Kustomize;

/// <summary>Which files a kustomization may read.</summary>
public enum LoadRestriction
{
    /// <summary>Files in or below its own directory, and directories that hold kustomizations anywhere: kustomize's default.</summary>
    RootOnly,

    /// <summary>Any file of the repository, as Flux allows.</summary>
    None,
}

/// <summary>How kustomizations are rendered.</summary>
public sealed record KustomizeOptions
{
    /// <summary>Which files may be read.</summary>
    public LoadRestriction LoadRestriction { get; init; }

    /// <summary>
    /// True to render what can be seen where a remote base, a chart or a plugin cannot; false to give up, as one has to who prints the result.
    /// </summary>
    public bool IsPartial { get; init; }

    /// <summary>The most objects one build may hold.</summary>
    public int MaxObjects { get; init; } = 20_000;

    /// <summary>The most nodes the objects of one build may hold together.</summary>
    public int MaxNodes { get; init; } = 20_000_000;
}
