using System.Collections.Immutable;
using NetLint.Syntax.Text;

namespace NetLint.Repository;

/// <summary>How a unit that the configuration names is made.</summary>
public enum UnitOverrideKind
{
    /// <summary>By what is in the directory: rendered where it holds a kustomization, else its manifests as they are.</summary>
    Auto,

    /// <summary>The kustomization of the directory is rendered, also when another one uses it.</summary>
    Kustomization,

    /// <summary>The manifests of the directory are taken as they are.</summary>
    Directory,
}

/// <summary>What the configuration says of directories that are deployed, or are not.</summary>
/// <param name="Path">The directories.</param>
/// <param name="Origin">Where their path is written in the configuration.</param>
public sealed record UnitOverride(DirectoryGlob Path, Origin Origin)
{
    /// <summary>The words for kinds, in the order of <see cref="UnitOverrideKind"/>.</summary>
    public static ImmutableArray<string> Kinds { get; } = ["auto", "kustomization", "directory"];

    /// <summary>The name of the unit; null for that of its directory.</summary>
    public string? Name { get; init; }

    /// <summary>How the unit is made.</summary>
    public UnitOverrideKind Kind { get; init; }

    /// <summary>True when manifests in directories below belong to the unit as well.</summary>
    public bool IsRecursive { get; init; }

    /// <summary>The namespace objects without one are applied to; null when not said.</summary>
    public string? Namespace { get; init; }

    /// <summary>The cluster it reaches; null when not said.</summary>
    public string? Cluster { get; init; }

    /// <summary>True when nothing at or below the directories is deployed.</summary>
    public bool IsIgnored { get; init; }
}
