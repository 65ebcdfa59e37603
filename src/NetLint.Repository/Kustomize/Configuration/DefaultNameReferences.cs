using System.Collections.Immutable;
using static NetLint.Repository.Kustomize.Configuration.DefaultFields;

namespace NetLint.Repository.Kustomize.Configuration;

/// <summary>The default table of fields that name other objects.</summary>
internal static class DefaultNameReferences
{
    private const string Admission = "admissionregistration.k8s.io";
    private const string Rbac = "rbac.authorization.k8s.io";

    private static readonly string[] ConfigMapsInPods =
    [
        "volumes/configMap/name", "containers/env/valueFrom/configMapKeyRef/name", "initContainers/env/valueFrom/configMapKeyRef/name",
        "containers/envFrom/configMapRef/name", "initContainers/envFrom/configMapRef/name", "volumes/projected/sources/configMap/name",
    ];

    private static readonly string[] SecretsInPods =
    [
        "volumes/secret/secretName", "containers/env/valueFrom/secretKeyRef/name", "initContainers/env/valueFrom/secretKeyRef/name",
        "containers/envFrom/secretRef/name", "initContainers/envFrom/secretRef/name", "imagePullSecrets/name", "volumes/projected/sources/secret/name",
    ];

    /// <summary>The table.</summary>
    public static ImmutableArray<NameReference> All() =>
    [
        Names("", "", "Deployment", Scaled),
        Names("", "", "ReplicationController", Scaled),
        Names("", "", "ReplicaSet", Scaled),
        Names("", "", "StatefulSet", Scaled),
        Names("", "v1", "ConfigMap",
        [
            .. InPodTemplates(ConfigMapsInPods),
            Spec("", "Node", "spec/configSource/configMap"),
            .. ResourceNames,
            Spec("", "Ingress", @"metadata/annotations/nginx.ingress.kubernetes.io\/fastcgi-params-configmap"),
        ]),
        Names("", "v1", "Secret",
        [
            .. InPodTemplates(SecretsInPods),
            Spec("", "Ingress", "spec/tls/secretName"),
            Spec("", "Ingress", @"metadata/annotations/ingress.kubernetes.io\/auth-secret"),
            Spec("", "Ingress", @"metadata/annotations/nginx.ingress.kubernetes.io\/auth-secret"),
            Spec("", "Ingress", @"metadata/annotations/nginx.ingress.kubernetes.io\/auth-tls-secret"),
            // Twice in kustomize's table as well.
            Spec("", "Ingress", "spec/tls/secretName"),
            Spec("", "ServiceAccount", "imagePullSecrets/name"),
            Spec("", "StorageClass", "parameters/secretName"),
            Spec("", "StorageClass", "parameters/adminSecretName"),
            Spec("", "StorageClass", "parameters/userSecretName"),
            Spec("", "StorageClass", "parameters/secretRef"),
            .. ResourceNames,
            Spec("serving.knative.dev", "Service", "spec/template/spec/containers/env/valueFrom/secretKeyRef/name", version: "v1"),
            Spec("", "PersistentVolume", "spec/azureFile/secretName"),
        ]),
        Names("", "v1", "Service",
        [
            Spec("apps", "StatefulSet", "spec/serviceName"),
            Spec("", "Ingress", "spec/rules/http/paths/backend/serviceName"),
            Spec("", "Ingress", "spec/backend/serviceName"),
            Spec("", "Ingress", "spec/rules/http/paths/backend/service/name"),
            Spec("", "Ingress", "spec/defaultBackend/service/name"),
            Spec("apiregistration.k8s.io", "APIService", "spec/service/name"),
            Spec(Admission, "ValidatingWebhookConfiguration", "webhooks/clientConfig/service"),
            Spec(Admission, "MutatingWebhookConfiguration", "webhooks/clientConfig/service"),
        ]),
        Names(Rbac, "", "Role", [Spec(Rbac, "RoleBinding", "roleRef/name")]),
        Names(Rbac, "", "ClusterRole", [Spec(Rbac, "RoleBinding", "roleRef/name"), Spec(Rbac, "ClusterRoleBinding", "roleRef/name")]),
        Names("", "v1", "ServiceAccount",
        [
            Spec(Rbac, "RoleBinding", "subjects"),
            Spec(Rbac, "ClusterRoleBinding", "subjects"),
            .. InWorkloads("serviceAccountName"),
        ]),
        Names("", "v1", "PersistentVolumeClaim", InWorkloads("volumes/persistentVolumeClaim/claimName")),
        Names("", "v1", "PersistentVolume", [Spec("", "PersistentVolumeClaim", "spec/volumeName"), Spec("", "ClusterRole", "rules/resourceNames")]),
        Names("storage.k8s.io", "v1", "StorageClass",
        [
            Spec("", "PersistentVolume", "spec/storageClassName"),
            Spec("", "PersistentVolumeClaim", "spec/storageClassName"),
            Spec("", "StatefulSet", "spec/volumeClaimTemplates/spec/storageClassName"),
        ]),
        Names("scheduling.k8s.io", "v1", "PriorityClass", InWorkloads("priorityClassName")),
        // kustomize's own table has the version in the group, so that no object is ever meant by this row.
        Names("networking.k8s.io/v1", "v1", "IngressClass", [Spec("", "Ingress", "spec/ingressClassName")]),
        Names(Admission, "", "ValidatingAdmissionPolicy", [Spec(Admission, "ValidatingAdmissionPolicyBinding", "spec/policyName")]),
    ];

    private static ImmutableArray<FieldSpec> Scaled => [Spec("", "HorizontalPodAutoscaler", "spec/scaleTargetRef/name")];

    private static ImmutableArray<FieldSpec> ResourceNames => [Spec("", "Role", "rules/resourceNames"), Spec("", "ClusterRole", "rules/resourceNames")];

    private static NameReference Names(string group, string version, string kind, ImmutableArray<FieldSpec> referrers) =>
        new(new ObjectKind(group, version, kind), referrers);

    /// <summary>The kinds in which kustomize looks for ConfigMaps and Secrets.</summary>
    private static IEnumerable<FieldSpec> InPodTemplates(string[] paths) =>
    [
        .. paths.Select(path => Spec("", "Pod", $"spec/{path}", version: "v1")),
        .. paths.Select(path => Spec("", "PodTemplate", $"template/spec/{path}")),
        .. from kind in (string[])["Deployment", "ReplicaSet", "DaemonSet", "StatefulSet", "Job"]
           from path in paths
           select Spec("", kind, $"spec/template/spec/{path}"),
        .. paths.Select(path => Spec("", "CronJob", $"spec/jobTemplate/spec/template/spec/{path}")),
    ];

    /// <summary>The kinds in which kustomize looks for everything else that a pod names.</summary>
    private static ImmutableArray<FieldSpec> InWorkloads(string path) =>
    [
        Spec("", "Pod", $"spec/{path}"),
        Spec("", "StatefulSet", $"spec/template/spec/{path}"),
        Spec("", "Deployment", $"spec/template/spec/{path}"),
        Spec("", "ReplicationController", $"spec/template/spec/{path}"),
        Spec("", "CronJob", $"spec/jobTemplate/spec/template/spec/{path}"),
        Spec("", "Job", $"spec/template/spec/{path}"),
        Spec("", "DaemonSet", $"spec/template/spec/{path}"),
    ];
}
