using System.Collections.Immutable;
using static NetLint.Repository.Kustomize.Configuration.DefaultFields;

namespace NetLint.Repository.Kustomize.Configuration;

/// <summary>The default tables of labels and selectors.</summary>
internal static class DefaultLabels
{
    private static readonly string[] PodTermsOfWorkloads =
    [
        "affinity/podAffinity/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm",
        "affinity/podAffinity/requiredDuringSchedulingIgnoredDuringExecution",
        "affinity/podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm",
        "affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution",
        "topologySpreadConstraints",
    ];

    /// <summary>Fields that take <c>commonLabels</c>: selectors, then labels.</summary>
    public static ImmutableArray<FieldSpec> Common() =>
    [
        Spec("", "Service", "spec/selector", create: true, version: "v1"),
        Spec("", "ReplicationController", "spec/selector", create: true, version: "v1"),
        Spec("", "Deployment", "spec/selector/matchLabels", create: true),
        .. PodTerms("Deployment"),
        Spec("", "ReplicaSet", "spec/selector/matchLabels", create: true),
        Spec("", "DaemonSet", "spec/selector/matchLabels", create: true),
        Spec("apps", "StatefulSet", "spec/selector/matchLabels", create: true),
        .. PodTerms("StatefulSet"),
        Spec("batch", "Job", "spec/selector/matchLabels"),
        Spec("batch", "CronJob", "spec/jobTemplate/spec/selector/matchLabels"),
        Spec("policy", "PodDisruptionBudget", "spec/selector/matchLabels"),
        Spec("networking.k8s.io", "NetworkPolicy", "spec/podSelector/matchLabels"),
        Spec("networking.k8s.io", "NetworkPolicy", "spec/ingress/from/podSelector/matchLabels"),
        Spec("networking.k8s.io", "NetworkPolicy", "spec/egress/to/podSelector/matchLabels"),
        .. Metadata(),
    ];

    /// <summary>Fields that hold the labels of objects and of what they make.</summary>
    public static ImmutableArray<FieldSpec> Metadata() =>
    [
        Spec("", "", "metadata/labels", create: true),
        Spec("", "ReplicationController", "spec/template/metadata/labels", create: true, version: "v1"),
        Spec("", "Deployment", "spec/template/metadata/labels", create: true),
        Spec("", "ReplicaSet", "spec/template/metadata/labels", create: true),
        Spec("", "DaemonSet", "spec/template/metadata/labels", create: true),
        Spec("apps", "StatefulSet", "spec/template/metadata/labels", create: true),
        Spec("apps", "StatefulSet", "spec/volumeClaimTemplates[]/metadata/labels", create: true),
        Spec("batch", "Job", "spec/template/metadata/labels", create: true),
        Spec("batch", "CronJob", "spec/jobTemplate/metadata/labels", create: true),
        Spec("batch", "CronJob", "spec/jobTemplate/spec/template/metadata/labels", create: true),
    ];

    private static IEnumerable<FieldSpec> PodTerms(string kind) =>
        PodTermsOfWorkloads.Select(term => Spec("apps", kind, $"spec/template/spec/{term}/labelSelector/matchLabels"));
}
