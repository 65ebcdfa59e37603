namespace NetLint.Kubernetes.Semantics;

/// <summary>Whether two places are one namespace.</summary>
internal enum NamespaceMatch
{
    /// <summary>They are different.</summary>
    No,

    /// <summary>One is unnamed or not resolved.</summary>
    Maybe,

    /// <summary>They are the same.</summary>
    Yes,
}

/// <summary>Compares namespaces: an unnamed one is wherever the unit is applied, so against a named one nothing is known.</summary>
internal static class NamespaceComparison
{
    public static NamespaceMatch Compare(string? left, string? right)
    {
        if (left == right)
            return NamespaceMatch.Yes;
        if (left is null || right is null || Substitution.IsUnresolved(left) || Substitution.IsUnresolved(right))
            return NamespaceMatch.Maybe;
        return NamespaceMatch.No;
    }
}
