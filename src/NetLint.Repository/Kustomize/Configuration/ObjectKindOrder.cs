namespace NetLint.Repository.Kustomize.Configuration;

/// <summary>
/// The order in which kustomize sorts kinds: those that others refer to first, webhooks last, the rest by group, version and kind,
/// where a part that is left out sorts behind every usual name.
/// </summary>
internal sealed class ObjectKindOrder : IComparer<ObjectKind>
{
    private static readonly string[] First =
    [
        "Namespace", "ResourceQuota", "StorageClass", "CustomResourceDefinition", "ServiceAccount", "PodSecurityPolicy", "Role", "ClusterRole",
        "RoleBinding", "ClusterRoleBinding", "ConfigMap", "Secret", "Endpoints", "Service", "LimitRange", "PriorityClass", "PersistentVolume",
        "PersistentVolumeClaim", "Deployment", "StatefulSet", "CronJob", "PodDisruptionBudget",
    ];

    private static readonly string[] Last = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"];

    /// <summary>The one order.</summary>
    public static ObjectKindOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(ObjectKind x, ObjectKind y)
    {
        var byRank = Rank(x.Kind).CompareTo(Rank(y.Kind));
        return byRank != 0 ? byRank : string.CompareOrdinal(SortText(x), SortText(y));
    }

    private static int Rank(string kind)
    {
        var first = Array.IndexOf(First, kind);
        return first >= 0 ? first - First.Length : Array.IndexOf(Last, kind) + 1;
    }

    private static string SortText(ObjectKind kind) =>
        $"{(kind.Group.Length == 0 ? "~G" : kind.Group)}_{(kind.Version.Length == 0 ? "~V" : kind.Version)}_{(kind.Kind.Length == 0 ? "~K" : kind.Kind)}";
}
