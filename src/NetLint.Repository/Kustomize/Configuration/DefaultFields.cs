using System.Collections.Immutable;

namespace NetLint.Repository.Kustomize.Configuration;

/// <summary>The short default tables: names, the namespace, annotations, images and replicas.</summary>
internal static class DefaultFields
{
    /// <summary>Fields that take a prefix or a suffix.</summary>
    public static ImmutableArray<FieldSpec> Name() => [Spec("", "", "metadata/name")];

    /// <summary>Fields that take the namespace besides <c>metadata/namespace</c>.</summary>
    public static ImmutableArray<FieldSpec> Namespace() =>
    [
        Spec("", "Namespace", "metadata/name", create: true),
        Spec("apiregistration.k8s.io", "APIService", "spec/service/namespace", create: true),
        Spec("apiextensions.k8s.io", "CustomResourceDefinition", "spec/conversion/webhook/clientConfig/service/namespace"),
    ];

    /// <summary>Fields that take <c>commonAnnotations</c>.</summary>
    public static ImmutableArray<FieldSpec> Annotations() =>
    [
        Spec("", "", "metadata/annotations", create: true),
        Spec("", "ReplicationController", "spec/template/metadata/annotations", create: true, version: "v1"),
        Spec("", "Deployment", "spec/template/metadata/annotations", create: true),
        Spec("", "ReplicaSet", "spec/template/metadata/annotations", create: true),
        Spec("", "DaemonSet", "spec/template/metadata/annotations", create: true),
        Spec("", "StatefulSet", "spec/template/metadata/annotations", create: true),
        Spec("batch", "Job", "spec/template/metadata/annotations", create: true),
        Spec("batch", "CronJob", "spec/jobTemplate/metadata/annotations", create: true),
        Spec("batch", "CronJob", "spec/jobTemplate/spec/template/metadata/annotations", create: true),
    ];

    /// <summary>Fields that hold images.</summary>
    public static ImmutableArray<FieldSpec> Images() =>
    [
        Spec("", "", "spec/containers[]/image", create: true),
        Spec("", "", "spec/initContainers[]/image", create: true),
        Spec("", "", "spec/volumes[]/image/reference", create: true),
        Spec("", "", "spec/template/spec/containers[]/image", create: true),
        Spec("", "", "spec/template/spec/initContainers[]/image", create: true),
        Spec("", "", "spec/template/spec/volumes[]/image/reference", create: true),
    ];

    /// <summary>Fields that hold a number of replicas.</summary>
    public static ImmutableArray<FieldSpec> Replicas() =>
    [
        Spec("", "Deployment", "spec/replicas", create: true),
        Spec("", "ReplicationController", "spec/replicas", create: true),
        Spec("", "ReplicaSet", "spec/replicas", create: true),
        Spec("", "StatefulSet", "spec/replicas", create: true),
    ];

    /// <summary>One row of a table. An empty group, version or kind stands for any.</summary>
    public static FieldSpec Spec(string group, string kind, string path, bool create = false, string version = "") =>
        new(new ObjectKind(group, version, kind), path, create);
}
