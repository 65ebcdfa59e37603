using System.Collections.Immutable;

namespace NetLint.Repository;

/// <summary>What the configuration says of a cluster: units whose root lies at or below one of its paths reach it.</summary>
/// <param name="Name">The name of the cluster.</param>
/// <param name="Paths">The directories.</param>
/// <param name="Namespace">The namespace objects without one are applied to, where their unit has none either; null when not said.</param>
public sealed record ClusterAssignment(string Name, ImmutableArray<DirectoryGlob> Paths, string? Namespace);
