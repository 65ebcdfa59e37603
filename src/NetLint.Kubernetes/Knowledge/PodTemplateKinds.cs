using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace NetLint.Kubernetes.Knowledge;

/// <summary>The kinds whose pods are read directly from their manifests.</summary>
public static class PodTemplateKinds
{
    private const string Template = "spec.template";

    private static readonly FrozenDictionary<(string Group, string Kind), PodTemplateKind> Table =
        Rows().ToDictionary(static row => (row.Group, row.Kind)).ToFrozenDictionary();

    /// <summary>Every row of the table, in no particular order.</summary>
    public static IReadOnlyCollection<PodTemplateKind> All => Table.Values;

    /// <summary>Finds where the pod templates of a kind stand.</summary>
    /// <param name="group">The API group, without a version; empty for the core group.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="templates">The entry, when there is one.</param>
    /// <returns>True when manifests of this kind show their pods.</returns>
    public static bool TryGet(string group, string kind, [NotNullWhen(true)] out PodTemplateKind? templates) =>
        Table.TryGetValue((group, kind), out templates);

    private static IEnumerable<PodTemplateKind> Rows() =>
    [
        // Kubernetes, with the groups that older versions used.
        new("", "Pod", ""),
        new("", "PodTemplate", "template") { CreatesPods = false },
        new("", "ReplicationController", Template),
        new("apps", "Deployment", Template) { AddedLabels = ["pod-template-hash"] },
        new("extensions", "Deployment", Template) { AddedLabels = ["pod-template-hash"] },
        new("apps", "ReplicaSet", Template),
        new("extensions", "ReplicaSet", Template),
        new("apps", "DaemonSet", Template) { AddedLabels = ["controller-revision-hash", "pod-template-generation"] },
        new("extensions", "DaemonSet", Template) { AddedLabels = ["controller-revision-hash", "pod-template-generation"] },
        new("apps", "StatefulSet", Template) { AddedLabels = ["statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index", "controller-revision-hash"] },
        new("apps", "PetSet", Template),
        new("batch", "Job", Template) { AddedLabels = ["job-name", "controller-uid", "batch.kubernetes.io/"] },
        new("extensions", "Job", Template) { AddedLabels = ["job-name", "controller-uid"] },
        new("batch", "CronJob", "spec.jobTemplate.spec.template") { AddedLabels = ["job-name", "controller-uid", "batch.kubernetes.io/"] },
        new("batch", "ScheduledJob", "spec.jobTemplate.spec.template") { AddedLabels = ["job-name", "controller-uid"] },

        // OpenShift.
        new("apps.openshift.io", "DeploymentConfig", Template) { AddedLabels = ["deployment", "deploymentconfig", "openshift.io/"] },
        new("", "DeploymentConfig", Template) { AddedLabels = ["deployment", "deploymentconfig", "openshift.io/"] },

        // Argo.
        new("argoproj.io", "Rollout", Template)
        {
            WorkloadReferencePath = "spec.workloadRef",
            AddedLabels = ["rollouts-pod-template-hash"],
            OptionalLabelPaths =
            [
                "spec.strategy.canary.canaryMetadata.labels", "spec.strategy.canary.stableMetadata.labels",
                "spec.strategy.blueGreen.activeMetadata.labels", "spec.strategy.blueGreen.previewMetadata.labels",
                "spec.strategy.canary.steps[].experiment.templates[].metadata.labels",
            ],
        },
        new("argoproj.io", "Experiment", "spec.templates[].template") { AddedLabels = ["rollouts-pod-template-hash"] },
        new("argoproj.io", "AnalysisTemplate", "spec.metrics[].provider.job.spec.template") { CreatesPods = false, AddedLabels = ["job-name", "controller-uid", "batch.kubernetes.io/"] },
        new("argoproj.io", "ClusterAnalysisTemplate", "spec.metrics[].provider.job.spec.template") { CreatesPods = false, AddedLabels = ["job-name", "controller-uid", "batch.kubernetes.io/"] },
        new("argoproj.io", "AnalysisRun", "spec.metrics[].provider.job.spec.template") { AddedLabels = ["job-name", "controller-uid", "batch.kubernetes.io/"] },

        // Knative.
        new("serving.knative.dev", "Service", Template) { AddedLabels = ["app", "serving.knative.dev/"] },
        new("serving.knative.dev", "Configuration", Template) { AddedLabels = ["app", "serving.knative.dev/"] },
        new("serving.knative.dev", "Revision", "") { AddedLabels = ["app", "serving.knative.dev/"] },

        // OpenKruise.
        new("apps.kruise.io", "CloneSet", Template) { AddedLabels = ["apps.kruise.io/", "controller-revision-hash", "pod-template-hash"] },
        new("apps.kruise.io", "StatefulSet", Template) { AddedLabels = ["statefulset.kubernetes.io/pod-name", "apps.kruise.io/", "controller-revision-hash"] },
        new("apps.kruise.io", "DaemonSet", Template) { AddedLabels = ["controller-revision-hash", "pod-template-generation"] },
        new("apps.kruise.io", "BroadcastJob", Template),
        new(
            "apps.kruise.io", "AdvancedCronJob",
            "spec.template.jobTemplate.spec.template", "spec.template.broadcastJobTemplate.spec.template"),
        new(
            "apps.kruise.io", "UnitedDeployment",
            "spec.template.statefulSetTemplate.spec.template", "spec.template.advancedStatefulSetTemplate.spec.template",
            "spec.template.cloneSetTemplate.spec.template", "spec.template.deploymentTemplate.spec.template")
        {
            AddedLabels = ["apps.kruise.io/", "controller-revision-hash", "pod-template-hash"],
        },
        new("game.kruise.io", "GameServerSet", "spec.gameServerTemplate") { AddedLabels = ["game.kruise.io/", "statefulset.kubernetes.io/pod-name"] },

        // Groups of pods.
        new("leaderworkerset.x-k8s.io", "LeaderWorkerSet", "spec.leaderWorkerTemplate.leaderTemplate", "spec.leaderWorkerTemplate.workerTemplate")
        {
            AddedLabels = ["leaderworkerset.sigs.k8s.io/", "statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index", "controller-revision-hash"],
        },
        new("jobset.x-k8s.io", "JobSet", "spec.replicatedJobs[].template.spec.template") { AddedLabels = ["jobset.sigs.k8s.io/", "job-name", "batch.kubernetes.io/", "controller-uid"] },
        new("batch.volcano.sh", "Job", "spec.tasks[].template") { AddedLabels = ["volcano.sh/"] },
        new("keda.sh", "ScaledJob", "spec.jobTargetRef.template") { AddedLabels = ["job-name", "controller-uid", "batch.kubernetes.io/", "scaledjob.keda.sh/"] },

        // Machine learning.
        Training("TFJob", "tfReplicaSpecs"),
        Training("PyTorchJob", "pytorchReplicaSpecs"),
        Training("MPIJob", "mpiReplicaSpecs"),
        Training("XGBoostJob", "xgbReplicaSpecs"),
        Training("PaddleJob", "paddleReplicaSpecs"),
        Training("MXJob", "mxReplicaSpecs"),
        Training("JAXJob", "jaxReplicaSpecs"),
        new("kubeflow.org", "Notebook", Template) { SharedLabelPaths = ["metadata.labels"], AddedLabels = ["statefulset", "notebook-name"] },
        new("ray.io", "RayCluster", "spec.headGroupSpec.template", "spec.workerGroupSpecs[].template") { AddedLabels = ["ray.io/", "app.kubernetes.io/name", "app.kubernetes.io/created-by"] },
        new("ray.io", "RayJob", "spec.rayClusterSpec.headGroupSpec.template", "spec.rayClusterSpec.workerGroupSpecs[].template", "spec.submitterPodTemplate")
        {
            AddedLabels = ["ray.io/", "app.kubernetes.io/name", "app.kubernetes.io/created-by"],
        },
        new("ray.io", "RayService", "spec.rayClusterConfig.headGroupSpec.template", "spec.rayClusterConfig.workerGroupSpecs[].template")
        {
            AddedLabels = ["ray.io/", "app.kubernetes.io/name", "app.kubernetes.io/created-by"],
        },

        // Game servers.
        new("agones.dev", "GameServer", Template) { AddedLabels = ["agones.dev/"] },
        new("agones.dev", "GameServerSet", "spec.template.spec.template") { AddedLabels = ["agones.dev/"] },
        new("agones.dev", "Fleet", "spec.template.spec.template") { AddedLabels = ["agones.dev/"] },

        // Virtual machines: their pods carry the labels of the instance.
        new("kubevirt.io", "VirtualMachineInstance", "") { ShowsContainers = false, AddedLabels = ["kubevirt.io", "kubevirt.io/", "vm.kubevirt.io/"] },
        new("kubevirt.io", "VirtualMachine", Template) { ShowsContainers = false, AddedLabels = ["kubevirt.io", "kubevirt.io/", "vm.kubevirt.io/"] },
        new("kubevirt.io", "VirtualMachineInstanceReplicaSet", Template) { ShowsContainers = false, AddedLabels = ["kubevirt.io", "kubevirt.io/", "vm.kubevirt.io/"] },
        new("pool.kubevirt.io", "VirtualMachinePool", "spec.virtualMachineTemplate.spec.template") { ShowsContainers = false, AddedLabels = ["kubevirt.io", "kubevirt.io/", "vm.kubevirt.io/"] },
    ];

    private static PodTemplateKind Training(string kind, string field) =>
        new("kubeflow.org", kind, $"spec.{field}.*.template") { AddedLabels = ["training.kubeflow.org/", "job-name", "replica-index", "replica-type", "group-name"] };
}
