using System.Collections.Immutable;
using static NetLint.Repository.Kustomize.Configuration.DefaultFields;

namespace NetLint.Repository.Kustomize.Configuration;

/// <summary>The default table of fields in which variables are replaced.</summary>
internal static class DefaultVarReferences
{
    private static readonly string[] InContainers = ["args", "command", "env/value", "volumeMounts/mountPath"];

    /// <summary>The table.</summary>
    public static ImmutableArray<FieldSpec> All() =>
    [
        .. InPods("CronJob", "spec/jobTemplate/spec/template/spec"),
        // kustomize's own table leaves out the `spec` of the pod here, so that nothing is replaced in this field.
        Spec("", "CronJob", "spec/jobTemplate/spec/template/volumes/nfs/server"),
        .. InTemplates("DaemonSet"),
        .. InTemplates("Deployment"),
        Spec("", "Deployment", "spec/template/metadata/annotations"),
        Spec("", "Ingress", "spec/rules/host"),
        Spec("", "Ingress", "spec/tls/hosts"),
        Spec("", "Ingress", "spec/tls/secretName"),
        .. InTemplates("Job"),
        .. InPods("Pod", "spec"),
        Spec("", "Pod", "spec/volumes/nfs/server"),
        .. InTemplates("ReplicaSet"),
        Spec("", "Service", "spec/ports/port"),
        Spec("", "Service", "spec/ports/targetPort"),
        .. InPods("StatefulSet", "spec/template/spec"),
        Spec("", "StatefulSet", "spec/volumeClaimTemplates/spec/nfs/server"),
        Spec("", "PersistentVolume", "spec/nfs/server"),
        Spec("", "", "metadata/labels"),
        Spec("", "", "metadata/annotations"),
    ];

    private static IEnumerable<FieldSpec> InTemplates(string kind) =>
        InPods(kind, "spec/template/spec").Append(Spec("", kind, "spec/template/spec/volumes/nfs/server"));

    private static IEnumerable<FieldSpec> InPods(string kind, string pod) =>
        from list in (string[])["containers", "initContainers"] from field in InContainers select Spec("", kind, $"{pod}/{list}/{field}");
}
