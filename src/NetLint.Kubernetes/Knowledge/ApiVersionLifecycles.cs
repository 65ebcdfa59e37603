using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace NetLint.Kubernetes.Knowledge;

/// <summary>
/// The deprecated and removed API versions of the built-in kinds. Gateway API and other custom resources are left out:
/// their served versions depend on the definitions that a cluster has installed.
/// </summary>
public static class ApiVersionLifecycles
{
    private static readonly FrozenDictionary<(string ApiVersion, string Kind), ApiVersionLifecycle> Table =
        Rows().ToDictionary(static row => (row.ApiVersion, row.Kind)).ToFrozenDictionary();

    /// <summary>Every row of the table, in no particular order.</summary>
    public static IReadOnlyCollection<ApiVersionLifecycle> All => Table.Values;

    /// <summary>Finds the lifecycle of a deprecated or removed API version.</summary>
    /// <param name="apiVersion">The API version as it is written in a manifest.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="lifecycle">The lifecycle, when the table has one.</param>
    /// <returns>True when the API version of this kind is deprecated or removed in some known release.</returns>
    public static bool TryGet(string apiVersion, string kind, [NotNullWhen(true)] out ApiVersionLifecycle? lifecycle) =>
        Table.TryGetValue((apiVersion, kind), out lifecycle);

    private static IEnumerable<ApiVersionLifecycle> Rows() =>
    [
        .. Workloads(), .. Networking(), .. Policy(), .. Security(), .. Extension(), .. Storage(), .. Other(),
    ];

    private static IEnumerable<ApiVersionLifecycle> Workloads() =>
    [
        .. Of("extensions/v1beta1", "1.8", "1.16", "apps/v1", "1.9", "Deployment", "DaemonSet", "ReplicaSet"),
        .. Of("extensions/v1beta1", "1.8", "1.16", null, null, "DeploymentRollback"),
        .. Of("extensions/v1beta1", "1.5", "1.6", "batch/v1", "1.2", "Job"),
        .. Of("extensions/v1beta1", "1.5", "1.6", "autoscaling/v2", "1.23", "HorizontalPodAutoscaler"),
        .. Of("extensions/v1beta1", "1.7", "1.8", "apiextensions.k8s.io/v1", "1.16", "ThirdPartyResource")
            .Select(static row => row with { ReplacementKind = "CustomResourceDefinition" }),
        .. Of("apps/v1alpha1", "1.5", "1.5", "apps/v1", "1.9", "PetSet").Select(static row => row with { ReplacementKind = "StatefulSet" }),
        .. Of("apps/v1beta1", "1.8", "1.16", "apps/v1", "1.9", "Deployment", "StatefulSet", "ControllerRevision", "ReplicaSet"),
        .. Of("apps/v1beta1", "1.8", "1.16", null, null, "DeploymentRollback"),
        .. Of("apps/v1beta2", "1.9", "1.16", "apps/v1", "1.9", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ControllerRevision"),
        .. Of("batch/v1beta1", "1.21", "1.25", "batch/v1", "1.21", "CronJob"),
        .. Of("batch/v1beta1", "1.22", "1.25", null, null, "JobTemplate"),
        .. Of("batch/v2alpha1", "1.8", "1.21", "batch/v1", "1.21", "CronJob"),
        .. Of("batch/v2alpha1", "1.5", "1.8", "batch/v1", "1.21", "ScheduledJob").Select(static row => row with { ReplacementKind = "CronJob" }),
        .. Of("autoscaling/v2alpha1", "1.8", "1.9", "autoscaling/v2", "1.23", "HorizontalPodAutoscaler"),
        .. Of("autoscaling/v2beta1", "1.22", "1.25", "autoscaling/v2", "1.23", "HorizontalPodAutoscaler"),
        .. Of("autoscaling/v2beta2", "1.23", "1.26", "autoscaling/v2", "1.23", "HorizontalPodAutoscaler"),
        .. Of("scheduling.k8s.io/v1alpha1", "1.14", "1.23", "scheduling.k8s.io/v1", "1.14", "PriorityClass"),
        .. Of("scheduling.k8s.io/v1beta1", "1.14", "1.22", "scheduling.k8s.io/v1", "1.14", "PriorityClass"),
        .. Of("settings.k8s.io/v1alpha1", "1.19", "1.20", null, null, "PodPreset"),
    ];

    private static IEnumerable<ApiVersionLifecycle> Networking() =>
    [
        .. Of("v1", "1.33", null, "discovery.k8s.io/v1", "1.21", "Endpoints").Select(static row => row with { ReplacementKind = "EndpointSlice" }),
        .. Of("extensions/v1beta1", "1.14", "1.22", "networking.k8s.io/v1", "1.19", "Ingress"),
        .. Of("extensions/v1beta1", "1.9", "1.16", "networking.k8s.io/v1", "1.7", "NetworkPolicy"),
        .. Of("networking.k8s.io/v1beta1", "1.19", "1.22", "networking.k8s.io/v1", "1.19", "Ingress", "IngressClass"),
        .. Of("networking.k8s.io/v1beta1", "1.34", "1.37", "networking.k8s.io/v1", "1.33", "IPAddress", "ServiceCIDR"),
        .. Of("networking.k8s.io/v1alpha1", "1.30", "1.33", "networking.k8s.io/v1", "1.33", "IPAddress", "ServiceCIDR"),
        .. Of("networking.k8s.io/v1alpha1", "1.28", "1.29", null, null, "ClusterCIDR"),
        .. Of("discovery.k8s.io/v1alpha1", "1.17", "1.18", "discovery.k8s.io/v1", "1.21", "EndpointSlice"),
        .. Of("discovery.k8s.io/v1beta1", "1.21", "1.25", "discovery.k8s.io/v1", "1.21", "EndpointSlice"),
    ];

    private static IEnumerable<ApiVersionLifecycle> Policy() =>
    [
        .. Of("extensions/v1beta1", "1.11", "1.16", null, null, "PodSecurityPolicy"),
        .. Of("policy/v1beta1", "1.21", "1.25", null, null, "PodSecurityPolicy"),
        .. Of("policy/v1beta1", "1.21", "1.25", "policy/v1", "1.21", "PodDisruptionBudget"),
        .. Of("policy/v1beta1", "1.22", "1.25", "policy/v1", "1.22", "Eviction"),
        .. Of("policy/v1alpha1", "1.5", "1.6", "policy/v1", "1.21", "PodDisruptionBudget"),
        .. Of("flowcontrol.apiserver.k8s.io/v1alpha1", "1.20", "1.21", FlowControl, "1.29", "FlowSchema", "PriorityLevelConfiguration"),
        .. Of("flowcontrol.apiserver.k8s.io/v1beta1", "1.23", "1.26", FlowControl, "1.29", "FlowSchema", "PriorityLevelConfiguration"),
        .. Of("flowcontrol.apiserver.k8s.io/v1beta2", "1.26", "1.29", FlowControl, "1.29", "FlowSchema", "PriorityLevelConfiguration"),
        .. Of("flowcontrol.apiserver.k8s.io/v1beta3", "1.29", "1.32", FlowControl, "1.29", "FlowSchema", "PriorityLevelConfiguration"),
    ];

    private static IEnumerable<ApiVersionLifecycle> Security() =>
    [
        .. Of("rbac.authorization.k8s.io/v1alpha1", "1.8", "1.23", Rbac, "1.8", "Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding"),
        .. Of("rbac.authorization.k8s.io/v1beta1", "1.17", "1.22", Rbac, "1.8", "Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding"),
        .. Of("authentication.k8s.io/v1beta1", "1.19", "1.22", "authentication.k8s.io/v1", "1.6", "TokenReview"),
        .. Of("authentication.k8s.io/v1alpha1", "1.29", "1.32", "authentication.k8s.io/v1", "1.28", "SelfSubjectReview"),
        .. Of("authentication.k8s.io/v1beta1", "1.30", "1.33", "authentication.k8s.io/v1", "1.28", "SelfSubjectReview"),
        .. Of(
            "authorization.k8s.io/v1beta1", "1.19", "1.22", "authorization.k8s.io/v1", "1.6",
            "SubjectAccessReview", "LocalSubjectAccessReview", "SelfSubjectAccessReview", "SelfSubjectRulesReview"),
        .. Of("certificates.k8s.io/v1beta1", "1.19", "1.22", "certificates.k8s.io/v1", "1.19", "CertificateSigningRequest"),
        .. Of("certificates.k8s.io/v1alpha1", "1.34", "1.37", "certificates.k8s.io/v1", "1.37", "ClusterTrustBundle"),
        .. Of("certificates.k8s.io/v1alpha1", "1.35", "1.35", "certificates.k8s.io/v1", "1.37", "PodCertificateRequest"),
        .. Of("certificates.k8s.io/v1beta1", "1.37", "1.40", "certificates.k8s.io/v1", "1.37", "ClusterTrustBundle", "PodCertificateRequest"),
        .. Of("auditregistration.k8s.io/v1alpha1", "1.18", "1.19", null, null, "AuditSink"),
    ];

    private static IEnumerable<ApiVersionLifecycle> Extension() =>
    [
        .. Of("apiextensions.k8s.io/v1beta1", "1.16", "1.22", "apiextensions.k8s.io/v1", "1.16", "CustomResourceDefinition"),
        .. Of("apiregistration.k8s.io/v1beta1", "1.19", "1.22", "apiregistration.k8s.io/v1", "1.10", "APIService"),
        .. Of(Admission + "/v1beta1", "1.16", "1.22", Admission + "/v1", "1.16", "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration"),
        .. Of(Admission + "/v1alpha1", "1.13", "1.14", null, null, "InitializerConfiguration"),
        .. Of(Admission + "/v1alpha1", "1.9", "1.9", Admission + "/v1", "1.16", "ExternalAdmissionHookConfiguration")
            .Select(static row => row with { ReplacementKind = "ValidatingWebhookConfiguration" }),
        .. Of(Admission + "/v1alpha1", "1.29", "1.32", Admission + "/v1", "1.30", "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding"),
        .. Of(Admission + "/v1beta1", "1.31", "1.34", Admission + "/v1", "1.30", "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding"),
        .. Of(Admission + "/v1alpha1", "1.35", "1.38", Admission + "/v1", "1.36", "MutatingAdmissionPolicy", "MutatingAdmissionPolicyBinding"),
        .. Of(Admission + "/v1beta1", "1.37", "1.40", Admission + "/v1", "1.36", "MutatingAdmissionPolicy", "MutatingAdmissionPolicyBinding"),
        .. Of("apidiscovery.k8s.io/v2beta1", "1.32", "1.35", "apidiscovery.k8s.io/v2", "1.30", "APIGroupDiscovery"),
        .. Of("storagemigration.k8s.io/v1alpha1", "1.33", "1.36", "storagemigration.k8s.io/v1", "1.37", "StorageVersionMigration"),
        .. Of("storagemigration.k8s.io/v1beta1", "1.37", "1.40", "storagemigration.k8s.io/v1", "1.37", "StorageVersionMigration"),
    ];

    private static IEnumerable<ApiVersionLifecycle> Storage() =>
    [
        .. Of("storage.k8s.io/v1beta1", "1.19", "1.22", "storage.k8s.io/v1", "1.6", "StorageClass"),
        .. Of("storage.k8s.io/v1beta1", "1.19", "1.22", "storage.k8s.io/v1", "1.13", "VolumeAttachment"),
        .. Of("storage.k8s.io/v1beta1", "1.19", "1.22", "storage.k8s.io/v1", "1.18", "CSIDriver"),
        .. Of("storage.k8s.io/v1beta1", "1.17", "1.22", "storage.k8s.io/v1", "1.17", "CSINode"),
        .. Of("storage.k8s.io/v1beta1", "1.24", "1.27", "storage.k8s.io/v1", "1.24", "CSIStorageCapacity"),
        .. Of("storage.k8s.io/v1beta1", "1.34", "1.37", "storage.k8s.io/v1", "1.34", "VolumeAttributesClass"),
        .. Of("storage.k8s.io/v1alpha1", "1.21", "1.24", "storage.k8s.io/v1", "1.24", "CSIStorageCapacity"),
        .. Of("storage.k8s.io/v1alpha1", "1.21", "1.24", "storage.k8s.io/v1", "1.13", "VolumeAttachment"),
        .. Of("storage.k8s.io/v1alpha1", "1.32", "1.35", "storage.k8s.io/v1", "1.34", "VolumeAttributesClass"),
    ];

    private static IEnumerable<ApiVersionLifecycle> Other() =>
    [
        .. Of("v1", "1.19", null, null, null, "ComponentStatus"),
        .. Of("events.k8s.io/v1beta1", "1.22", "1.25", "events.k8s.io/v1", "1.19", "Event"),
        .. Of("coordination.k8s.io/v1beta1", "1.19", "1.22", "coordination.k8s.io/v1", "1.14", "Lease"),
        .. Of("coordination.k8s.io/v1alpha1", "1.32", "1.32", null, null, "LeaseCandidate"),
        .. Of("coordination.k8s.io/v1alpha2", "1.35", "1.38", null, null, "LeaseCandidate"),
        .. Of("coordination.k8s.io/v1beta1", "1.36", "1.39", null, null, "LeaseCandidate"),
        .. Of("node.k8s.io/v1alpha1", "1.20", "1.22", "node.k8s.io/v1", "1.20", "RuntimeClass"),
        .. Of("node.k8s.io/v1beta1", "1.22", "1.25", "node.k8s.io/v1", "1.20", "RuntimeClass"),
        .. Of("resource.k8s.io/v1alpha1", "1.26", "1.27", Devices, "1.34", "ResourceClaim", "ResourceClaimTemplate"),
        .. Of("resource.k8s.io/v1alpha1", "1.26", "1.27", null, null, "ResourceClass", "PodScheduling"),
        .. Of("resource.k8s.io/v1alpha2", "1.30", "1.31", Devices, "1.34", "ResourceClaim", "ResourceClaimTemplate", "ResourceSlice"),
        .. Of(
            "resource.k8s.io/v1alpha2", "1.30", "1.31", null, null,
            "ResourceClass", "PodSchedulingContext", "ResourceClaimParameters", "ResourceClassParameters"),
        .. Of("resource.k8s.io/v1alpha3", "1.31", "1.32", null, null, "PodSchedulingContext"),
        .. Of("resource.k8s.io/v1alpha3", "1.34", "1.34", Devices, "1.34", "DeviceClass", "ResourceClaim", "ResourceClaimTemplate", "ResourceSlice"),
        .. Of("resource.k8s.io/v1alpha3", "1.36", "1.39", Devices, "1.37", "DeviceTaintRule"),
        .. Of("resource.k8s.io/v1beta1", "1.35", "1.38", Devices, "1.34", "DeviceClass", "ResourceClaim", "ResourceClaimTemplate", "ResourceSlice"),
        .. Of("resource.k8s.io/v1beta2", "1.36", "1.39", Devices, "1.34", "DeviceClass", "ResourceClaim", "ResourceClaimTemplate", "ResourceSlice"),
    ];

    private const string Admission = "admissionregistration.k8s.io";
    private const string Devices = "resource.k8s.io/v1";
    private const string FlowControl = "flowcontrol.apiserver.k8s.io/v1";
    private const string Rbac = "rbac.authorization.k8s.io/v1";

    private static IEnumerable<ApiVersionLifecycle> Of(
        string apiVersion, string deprecated, string? removed, string? replacement, string? since, params string[] kinds)
    {
        var deprecatedIn = KubernetesVersion.Parse(deprecated);
        KubernetesVersion? removedIn = removed is null ? null : KubernetesVersion.Parse(removed);
        KubernetesVersion? replacementSince = since is null ? null : KubernetesVersion.Parse(since);
        return kinds.Select(kind => new ApiVersionLifecycle(apiVersion, kind, deprecatedIn, removedIn, replacement, replacementSince));
    }
}
