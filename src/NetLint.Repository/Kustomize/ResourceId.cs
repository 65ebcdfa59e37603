namespace NetLint.Repository.Kustomize;

/// <summary>What tells an object from every other in one build: kind, name and namespace.</summary>
/// <param name="Kind">Group, version and kind.</param>
/// <param name="Name">The name.</param>
/// <param name="Namespace">The namespace as written; "" when none is.</param>
/// <param name="IsClusterScoped">True when objects of the kind certainly have no namespace.</param>
internal readonly record struct ResourceId(ObjectKind Kind, string Name, string Namespace, bool IsClusterScoped)
{
    /// <summary>The namespace of everything that has none.</summary>
    private const string NoNamespace = "_non_namespaceable_";

    /// <summary>The namespace that counts in comparisons: an omitted one is <c>default</c>.</summary>
    public string EffectiveNamespace => IsClusterScoped ? NoNamespace : Namespace.Length == 0 ? "default" : Namespace;

    /// <summary>True for the same object: an omitted namespace equals <c>default</c>.</summary>
    public bool Names(ResourceId other) => NamesInAnyNamespace(other) && EffectiveNamespace == other.EffectiveNamespace;

    /// <summary>True for the same kind and name.</summary>
    public bool NamesInAnyNamespace(ResourceId other) => Name == other.Name && Kind == other.Kind;

    /// <summary>The way kustomize prints it: <c>Kind.version.group/name.namespace</c>.</summary>
    public override string ToString() =>
        $"{KindText}/{(Name.Length == 0 ? "[noName]" : Name)}.{(Namespace.Length == 0 ? "[noNs]" : Namespace)}";

    /// <summary>Kind, version and group the way kustomize prints them.</summary>
    public string KindText =>
        $"{(Kind.Kind.Length == 0 ? "[noKind]" : Kind.Kind)}.{(Kind.Version.Length == 0 ? "[noVer]" : Kind.Version)}.{(Kind.Group.Length == 0 ? "[noGrp]" : Kind.Group)}";
}
