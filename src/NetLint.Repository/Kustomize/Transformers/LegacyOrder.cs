using System.Collections.Frozen;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>The order in which a build is printed. The source is kustomize's <c>SortOrderTransformer</c>.</summary>
internal sealed class LegacyOrder : IComparer<KustomizeObject>
{
    private static readonly string[] s_first =
    [
        "Namespace", "ResourceQuota", "StorageClass", "CustomResourceDefinition", "ServiceAccount", "PodSecurityPolicy", "Role", "ClusterRole",
        "RoleBinding", "ClusterRoleBinding", "ConfigMap", "Secret", "Endpoints", "Service", "LimitRange", "PriorityClass", "PersistentVolume",
        "PersistentVolumeClaim", "Deployment", "StatefulSet", "CronJob", "PodDisruptionBudget",
    ];

    private static readonly string[] s_last = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"];

    private static readonly LegacyOrder s_default = new(s_first, s_last);

    private readonly FrozenDictionary<string, int> _ranks;

    private LegacyOrder(IReadOnlyList<string> first, IReadOnlyList<string> last)
    {
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < first.Count; i++)
            ranks[first[i]] = i - first.Count;
        for (var i = 0; i < last.Count; i++)
            ranks[last[i]] = i + 1;
        _ranks = ranks.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Puts objects into the order that <c>sortOptions</c> asks for.</summary>
    /// <param name="objects">The objects.</param>
    /// <param name="options">The options; null for the default, which is the legacy order.</param>
    public static void Apply(ObjectList objects, YamlMapping? options)
    {
        if (options is null)
        {
            objects.Sort(s_default);
            return;
        }

        var order = Fields.Text(options, "order");
        var legacy = Fields.Mapping(options, "legacySortOptions");
        switch (order?.Value)
        {
            case "fifo" when legacy is not null:
                throw new RenderException("the field 'sortOptions.legacySortOptions' is set but the selected sort order is 'fifo', not 'legacy'", legacy.Origin);
            case "fifo":
                break;
            case "legacy":
                objects.Sort(legacy is null ? s_default : new LegacyOrder(Kinds(legacy, "orderFirst"), Kinds(legacy, "orderLast")));
                break;
            default:
                throw new RenderException("the field 'sortOptions.order' must be one of [fifo, legacy]", (order ?? (YamlNode)options).Origin);
        }
    }

    /// <inheritdoc/>
    public int Compare(KustomizeObject? x, KustomizeObject? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var (left, right) = (x.Id, y.Id);
        if (left.Kind == right.Kind)
            return string.CompareOrdinal(IdKey(left), IdKey(right));
        var (leftRank, rightRank) = (Rank(left.Kind), Rank(right.Kind));
        if (leftRank != rightRank)
            return leftRank.CompareTo(rightRank);
        var order = string.CompareOrdinal(KindKey(left.Kind), KindKey(right.Kind));
        // The core Namespace comes before other kinds of the same name.
        return left.Kind.Kind == "Namespace" && right.Kind.Kind == "Namespace" && (left.Kind.Group.Length == 0 || right.Kind.Group.Length == 0) ? -order : order;
    }

    private int Rank(ObjectKind kind) => _ranks.GetValueOrDefault(kind.Kind);

    private static string KindKey(ObjectKind kind) => $"{Or(kind.Group, "~G")}_{Or(kind.Version, "~V")}_{Or(kind.Kind, "~K")}";

    private static string IdKey(ResourceId id) => $"{id.KindText}|{Or(id.Namespace, "~X")}|{Or(id.Name, "~N")}";

    private static string Or(string text, string otherwise) => text.Length == 0 ? otherwise : text;

    private static string[] Kinds(YamlMapping options, string field) => [.. Fields.Texts(options, field).Select(kind => kind.Value)];
}
