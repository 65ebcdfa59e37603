using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using static NetLint.Kubernetes.Knowledge.ProducedKinds;

namespace NetLint.Kubernetes.Knowledge;

/// <summary>
/// The custom resources whose controllers create pods, Services, Secrets and other objects that no manifest shows, and those
/// that are known to create nothing. Pods that the manifest of a kind shows (<see cref="PodTemplateKinds"/>) are not counted:
/// they are known.
/// </summary>
public static partial class ResourceProducers
{
    private const ProducedKinds Server = Pods | Services | Secrets | ConfigMaps;
    private const ProducedKinds Exposed = Server | Ingresses | Routes;
    private const ProducedKinds Platform = Exposed | NetworkPolicies | Others;

    private static readonly FrozenDictionary<(string Group, string Kind), ResourceProducer> Table =
        Rows().Select(WithoutShownPods).Where(static row => row.Produces != None).ToDictionary(static row => (row.Group, row.Kind)).ToFrozenDictionary();

    private static readonly FrozenSet<(string Group, string Kind)> Inert = InertRows().ToFrozenSet();

    /// <summary>Every row of the table, in no particular order.</summary>
    public static IReadOnlyCollection<ResourceProducer> All => Table.Values;

    /// <summary>
    /// Finds what the controller of a custom resource creates: by kind, then by group, then by the domain of the group.
    /// A kind that is known to create nothing is not found even where its group is.
    /// </summary>
    /// <param name="group">The API group, without a version.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="producer">The entry, when there is one.</param>
    /// <returns>True when objects of this kind create others.</returns>
    public static bool TryGet(string group, string kind, [NotNullWhen(true)] out ResourceProducer? producer)
    {
        if (Table.TryGetValue((group, kind), out producer)) return true;
        if (Inert.Contains((group, kind))) return false;
        foreach (var domain in Domains(group))
        {
            if (Table.TryGetValue((domain, ResourceProducer.AnyKind), out producer)) return true;
            if (Inert.Contains((domain, ResourceProducer.AnyKind))) return false;
        }

        return false;
    }

    /// <summary>Whether objects of a kind are known to create no pod, Service, Secret or other object that matters to networking.</summary>
    /// <param name="group">The API group, without a version.</param>
    /// <param name="kind">The kind.</param>
    /// <returns>True when it is known; false when they create something or nothing is known.</returns>
    public static bool IsInert(string group, string kind)
    {
        if (Table.ContainsKey((group, kind))) return false;
        if (Inert.Contains((group, kind))) return true;
        foreach (var domain in Domains(group))
        {
            if (Table.ContainsKey((domain, ResourceProducer.AnyKind))) return false;
            if (Inert.Contains((domain, ResourceProducer.AnyKind))) return true;
        }

        return false;
    }

    private static IEnumerable<ResourceProducer> Rows() =>
    [
        .. Delivery(), .. SecretOperators(), .. CertificateOperators(), .. Postgres(), .. Databases(), .. Messaging(), .. Search(),
        .. Monitoring(), .. Tracing(), .. Batch(), .. MachineLearning(), .. Serving(), .. Networking(), .. Mesh(), .. Storage(),
        .. Virtualization(), .. OpenShift(), .. Identity(), .. Applications(), .. Infrastructure(), .. Policies(),
    ];

    private static ResourceProducer WithoutShownPods(ResourceProducer row) =>
        PodTemplateKinds.TryGet(row.Group, row.Kind, out var templates) && templates.CreatesPods ? row with { Produces = row.Produces & ~Pods } : row;

    private static IEnumerable<string> Domains(string group)
    {
        yield return group;
        for (var dot = group.IndexOf('.'); dot >= 0; dot = group.IndexOf('.', dot + 1)) yield return "*" + group[dot..];
    }

    private static IEnumerable<ResourceProducer> Of(string group, ProducedKinds produces, params string[] kinds) =>
        kinds.Length == 0
            ? [new ResourceProducer(group, ResourceProducer.AnyKind, produces)]
            : kinds.Select(kind => new ResourceProducer(group, kind, produces));

    private static IEnumerable<ResourceProducer> Named(this IEnumerable<ResourceProducer> rows, ProducedKinds kinds, params string[] patterns) =>
        rows.Select(row => row with { Names = [.. row.Names, .. patterns.Select(pattern => new ProducedName(kinds, pattern))] });

    private static IEnumerable<ResourceProducer> Labelled(this IEnumerable<ResourceProducer> rows, params string[] labels) =>
        rows.Select(row => row with { PodLabels = [.. labels] });

    private static IEnumerable<ResourceProducer> Owning(this IEnumerable<ResourceProducer> rows, params string[] prefixes) =>
        rows.Select(row => row with { OwnedLabelPrefixes = [.. prefixes] });

    private static IEnumerable<ResourceProducer> Into(this IEnumerable<ResourceProducer> rows, params string[] namespacePaths) =>
        rows.Select(row => row with { NamespacePaths = [.. namespacePaths] });

    private static IEnumerable<ResourceProducer> Anywhere(this IEnumerable<ResourceProducer> rows) =>
        rows.Select(static row => row with { AnyNamespace = true });

    private static IEnumerable<ResourceProducer> Everywhere(this IEnumerable<ResourceProducer> rows, ProducedKinds kinds) =>
        rows.Select(row => row with { AnyNamespace = true, Everywhere = kinds });

    private static IEnumerable<ResourceProducer> OnlyWhen(this IEnumerable<ResourceProducer> rows, string path) =>
        rows.Select(row => row with { OnlyWhen = path });
}
