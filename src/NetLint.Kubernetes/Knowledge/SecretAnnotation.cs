namespace NetLint.Kubernetes.Knowledge;

/// <summary>What an annotation makes of Secrets.</summary>
public enum SecretYield
{
    /// <summary>A controller creates the Secrets that the TLS settings of the annotated object name.</summary>
    TlsSecretsOfObject,

    /// <summary>The value of the annotation names a Secret that a controller creates in the namespace of the annotated object.</summary>
    NamedByValue,

    /// <summary>A controller copies the annotated Secret or ConfigMap, under its own name, into other namespaces.</summary>
    CopiesOfObject,

    /// <summary>A controller fills the annotated Secret or ConfigMap: what it holds cannot be read from its manifest.</summary>
    ContentOfObject,

    /// <summary>A controller creates Secrets whose names the annotation does not tell.</summary>
    UnknownNames,
}

/// <summary>An annotation that makes a controller create, copy or fill Secrets.</summary>
/// <param name="Key">The key; one that ends in <c>/</c> stands for every key below that prefix.</param>
/// <param name="Yields">What it makes of Secrets.</param>
/// <param name="Kinds">The kinds of objects on which it works; empty for any.</param>
public sealed record SecretAnnotation(string Key, SecretYield Yields, params IReadOnlyList<string> Kinds)
{
    /// <summary>Whether the annotation works on objects of a kind.</summary>
    /// <param name="kind">The kind of the annotated object.</param>
    /// <returns>True when it does.</returns>
    public bool AppliesTo(string kind) => Kinds.Count == 0 || Kinds.Contains(kind, StringComparer.Ordinal);

    /// <summary>Whether a value switches the annotation off.</summary>
    /// <param name="value">The value of the annotation.</param>
    /// <returns>True for an empty value and for <c>false</c>.</returns>
    public static bool IsOff(string? value) => string.IsNullOrEmpty(value) || string.Equals(value, "false", StringComparison.OrdinalIgnoreCase);
}
