namespace NetLint.Kubernetes.Resources;

/// <summary>Identifies an object in a cluster. Versions of one API group name the same object.</summary>
/// <param name="Group">The API group; empty for the core group.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Namespace">The namespace; null when none is written.</param>
/// <param name="Name">The name.</param>
public readonly record struct ResourceId(string Group, string Kind, string? Namespace, string Name)
{
    /// <summary>Kind and name, with the namespace in front where there is one: <c>Service shop/web</c>.</summary>
    public override string ToString() => Namespace is null ? $"{Kind} {Name}" : $"{Kind} {Namespace}/{Name}";
}
