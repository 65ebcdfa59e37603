using static NetLint.Kubernetes.Knowledge.ProducedKinds;

namespace NetLint.Kubernetes.Knowledge;

public static partial class ResourceProducers
{
    private static IEnumerable<ResourceProducer> Batch() =>
    [
        // Argo Workflows.
        .. Of("argoproj.io", Pods | Services | Secrets | ConfigMaps | Others, "Workflow", "CronWorkflow").Owning("workflows.argoproj.io/"),
        .. Of("argoproj.io", Pods, "AnalysisRun"),

        // Tekton and other pipelines.
        .. Of("tekton.dev", Pods, "TaskRun", "PipelineRun", "CustomRun").Owning("tekton.dev/"),
        .. Of("triggers.tekton.dev", Pods | Services, "EventListener").Named(Services, "el-{name}").Labelled("eventlistener={name}", "app.kubernetes.io/part-of=Triggers"),
        .. Of("operator.tekton.dev", Platform).Anywhere(),
        .. Of("pipelinesascode.tekton.dev", Pods | Secrets, "Repository"),
        .. Of("actions.github.com", Pods | Secrets, "AutoscalingRunnerSet", "EphemeralRunnerSet", "EphemeralRunner", "AutoscalingListener").Owning("actions.github.com/"),
        .. Of("actions.summerwind.dev", Pods | Secrets, "RunnerDeployment", "RunnerSet", "RunnerReplicaSet", "Runner").Owning("actions-runner-controller/"),
        .. Of("garm-operator.mercedes-benz.com", Pods | Secrets),
        .. Of("prow.k8s.io", Pods, "ProwJob").Owning("prow.k8s.io/").Anywhere(),
        .. Of("tests.testkube.io", Pods | Services).Anywhere(),
        .. Of("testworkflows.testkube.io", Pods | Services).Anywhere(),
        .. Of("executor.testkube.io", Pods).Anywhere(),
        .. Of("testkube.io", Pods).Anywhere(),
        .. Of("litmuschaos.io", Pods, "ChaosEngine", "ChaosExperiment", "ChaosSchedule"),
        .. Of("chaos-mesh.org", Pods | Others),

        // Schedulers and groups of pods.
        .. Of("batch.volcano.sh", Pods | Services | Secrets | ConfigMaps, "JobTemplate", "JobFlow", "CronJob").Owning("volcano.sh/"),
        .. Of("flow.volcano.sh", Pods | Services, "JobFlow", "JobTemplate").Owning("volcano.sh/"),
        .. Of("jobset.x-k8s.io", Pods | Services, "JobSet").Named(Services, "{spec.network.subdomain|name}").Owning("jobset.sigs.k8s.io/"),
        .. Of("leaderworkerset.x-k8s.io", Pods | Services, "LeaderWorkerSet").Named(Services, "{name}", "{name}-*").Owning("leaderworkerset.sigs.k8s.io/"),
        .. Of("workload.codeflare.dev", Anything, "AppWrapper"),
        .. Of("mcad.ibm.com", Anything, "AppWrapper"),
        .. Of("grove.io", Pods | Services, "PodCliqueSet", "PodClique", "PodCliqueScalingGroup", "PodGangSet").Owning("grove.io/"),
        .. Of("flux-framework.org", Pods | Services | ConfigMaps, "MiniCluster").Named(Services, "{spec.network.headlessName}", "flux-service"),
        .. Of("slinky.slurm.net", Server),
        .. Of("slurm.nebius.ai", Server),
        .. Of("execution.furiko.io", Pods, "Job", "JobConfig"),

        // Data processing.
        .. Of("sparkoperator.k8s.io", Exposed, "SparkApplication", "ScheduledSparkApplication", "SparkConnect").Named(Services, "{name}-*")
            .Labelled("sparkoperator.k8s.io/app-name={name}", "spark-role", "spark-app-selector", "spark-app-name").Owning("sparkoperator.k8s.io/"),
        .. Of("spark.apache.org", Server, "SparkApplication", "SparkCluster").Named(Services, "{name}-*").Owning("spark.operator/", "spark.apache.org/"),
        .. Of("flink.apache.org", Exposed, "FlinkDeployment").Named(Services, "{name}", "{name}-rest").Labelled("app={name}", "component", "type=flink-native-kubernetes"),
        .. Of("flink.apache.org", Pods | Exposed, "FlinkSessionJob", "FlinkBlueGreenDeployment", "FlinkStateSnapshot"),
        .. Of("flinkoperator.k8s.io", Exposed, "FlinkCluster").Named(Services, "{name}-*").Labelled("cluster={name}", "app=flink", "component"),
        .. Of("flink.k8s.io", Exposed, "FlinkApplication").Named(Services, "{name}", "{name}-*").Labelled("flink-app"),
        .. Of("airflow.apache.org", Exposed).Named(Services, "{name}-*"),
        .. Of("kubernetes.dask.org", Server, "DaskCluster", "DaskJob", "DaskWorkerGroup").Named(Services, "{name}-scheduler", "{name}")
            .Labelled("dask.org/cluster-name={name}", "dask.org/component", "dask.org/workergroup-name").Owning("dask.org/"),
        .. Of("data.fluid.io", Server).Named(Services, "{name}-*").Owning("fluid.io/"),
        .. Of("k8s-operator.alluxio.com", Server),
        .. Of("dataflow.argoproj.io", Pods | Services),
    ];

    private static IEnumerable<ResourceProducer> MachineLearning() =>
    [
        .. Of("kubeflow.org", Pods | Services | ConfigMaps, "TFJob", "PyTorchJob", "MPIJob", "XGBoostJob", "MXJob", "PaddleJob", "JAXJob")
            .Named(Services, "{name}-*", "{name}").Labelled("training.kubeflow.org/job-name={name}", "training.kubeflow.org/replica-type", "training.kubeflow.org/replica-index")
            .Owning("training.kubeflow.org/"),
        .. Of("trainer.kubeflow.org", Pods | Services | ConfigMaps | Secrets, "TrainJob").Owning("trainer.kubeflow.org/", "jobset.sigs.k8s.io/"),
        .. Of("kubeflow.org", Server | Routes, "Notebook").Named(Services, "{name}", "{name}-*").Labelled("notebook-name={name}", "statefulset={name}"),
        .. Of("kubeflow.org", Namespaces | Secrets | NetworkPolicies | Others, "Profile").Named(Namespaces, "{name}").Anywhere(),
        .. Of("kubeflow.org", Pods, "ScheduledWorkflow", "Experiment", "Trial", "Suggestion", "Viewer"),
        .. Of("datasciencepipelinesapplications.opendatahub.io", Exposed, "DataSciencePipelinesApplication").Named(Services, "*{name}*", "ml-pipeline*", "minio*", "mariadb*"),
        .. Of("tensorboard.kubeflow.org", Pods | Services | Routes, "Tensorboard").Named(Services, "{name}").Labelled("app={name}"),
        .. Of("ray.io", Exposed, "RayCluster", "RayJob", "RayService", "RayCronJob").Named(Services, "{name}-*", "{spec.headGroupSpec.headService.metadata.name}")
            .Labelled("ray.io/cluster", "ray.io/node-type", "ray.io/group", "ray.io/identifier", "ray.io/is-ray-node=yes").Owning("ray.io/"),
        .. Of("cluster.ray.io", Server, "RayCluster").Owning("ray.io/"),
        .. Of("serving.kserve.io", Exposed, "InferenceService", "InferenceGraph", "LLMInferenceService")
            .Named(Services, "{name}", "{name}-*").Labelled("serving.kserve.io/inferenceservice={name}", "component").Owning("serving.kserve.io/"),
        .. Of("serving.kserve.io", Server, "Predictor", "ServingRuntime", "ClusterServingRuntime", "LocalModelCache", "TrainedModel").Owning("serving.kserve.io/"),
        .. Of("serving.kubeflow.org", Exposed, "InferenceService", "TrainedModel", "KFService").Named(Services, "{name}", "{name}-*").Owning("serving.kubeflow.org/"),
        .. Of("machinelearning.seldon.io", Server | Routes, "SeldonDeployment").Labelled("seldon-deployment-id", "seldon-app", "app.kubernetes.io/managed-by=seldon-core"),
        .. Of("mlops.seldon.io", Server | Routes).Owning("seldon-"),
        .. Of("inference.llmkube.dev", Pods | Services, "InferenceService", "Model").Named(Services, "{name}"),
        .. Of("kaito.sh", Server, "Workspace", "RAGEngine", "InferenceSet").Named(Services, "{name}", "{name}-*").Labelled("kaito.sh/workspace={name}").Owning("kaito.sh/"),
        .. Of("kubeai.org", Pods, "Model").Labelled("model={name}"),
        .. Of("ollama.ayaka.io", Server, "Model").Named(Services, "ollama-model-{name}", "ollama-*"),
        .. Of("kagent.dev", Server, "Agent", "ToolServer", "MCPServer", "ModelConfig").Named(Services, "{name}").Labelled("kagent={name}"),
        .. Of("toolhive.stacklok.dev", Server).Named(Services, "mcp-*", "{name}", "{name}-*"),
        .. Of("production-stack.vllm.ai", Server),
        .. Of("nvidia.com", Exposed, "DynamoGraphDeployment", "DynamoComponentDeployment", "DynamoGraphDeploymentRequest").Named(Services, "{name}", "{name}-*"),
        .. Of("apps.nvidia.com", Exposed, "NIMService", "NIMCache", "NIMPipeline", "NemoCustomizer", "NemoDatastore", "NemoEntitystore", "NemoEvaluator", "NemoGuardrail")
            .Named(Services, "{name}", "{name}-*").Labelled("app.kubernetes.io/name={name}", "app={name}"),
        .. Of("nvidia.com", Server, "ClusterPolicy", "NVIDIADriver").Anywhere(),
        .. Of("mellanox.com", Server).Anywhere(),
        .. Of("amd.com", Server, "DeviceConfig").Anywhere(),
        .. Of("deviceplugin.intel.com", Pods).Anywhere(),
        .. Of("nfd.openshift.io", Server, "NodeFeatureDiscovery").Anywhere(),
        .. Of("nfd.k8s-sigs.io", Server, "NodeFeatureDiscovery").Anywhere(),
        .. Of("kmm.sigs.x-k8s.io", Pods, "Module", "NodeModulesConfig", "PreflightValidation").Anywhere(),
        .. Of("llamastack.io", Server, "LlamaStackDistribution").Named(Services, "{name}-service"),
        .. Of("trustyai.opendatahub.io", Exposed).Named(Services, "{name}", "{name}-*"),
        .. Of("modelregistry.opendatahub.io", Exposed, "ModelRegistry").Named(Services, "{name}", "{name}-*").Labelled("app={name}", "component=model-registry"),
        .. Of("feast.dev", Exposed, "FeatureStore").Named(Services, "feast-{name}-*").Owning("feast.dev/"),
        .. Of("components.platform.opendatahub.io", Platform).Anywhere(),
        .. Of("services.platform.opendatahub.io", Platform).Anywhere(),
        .. Of("datasciencecluster.opendatahub.io", Platform).Anywhere(),
        .. Of("dscinitialization.opendatahub.io", Platform).Anywhere(),
        .. Of("core.polyaxon.com", Pods | Services),
    ];

    private static IEnumerable<ResourceProducer> Serving() =>
    [
        .. Of("serving.knative.dev", Pods | Services | Routes | EndpointSlices, "Service", "Revision", "Configuration", "Route", "DomainMapping")
            .Named(Services | EndpointSlices, "{name}", "{name}-*", "*-{name}").Labelled("serving.knative.dev/service", "serving.knative.dev/revision", "app").Owning("serving.knative.dev/"),
        .. Of("operator.knative.dev", Platform, "KnativeServing", "KnativeEventing").Anywhere(),
        .. Of("operator.serverless.openshift.io", Platform, "KnativeKafka").Anywhere(),
        .. Of("networking.internal.knative.dev", Services | Routes | EndpointSlices, "Ingress", "ServerlessService"),
        .. Of("autoscaling.internal.knative.dev", Services | EndpointSlices, "PodAutoscaler"),
        .. Of("http.keda.sh", Services | Routes, "HTTPScaledObject", "InterceptorRoute"),
        .. Of("flagger.app", Pods | Services | Secrets | ConfigMaps | Ingresses | Routes, "Canary")
            .Named(Services, "{spec.service.name|spec.targetRef.name}", "{spec.service.name|spec.targetRef.name}-canary", "{spec.service.name|spec.targetRef.name}-primary")
            .Named(Secrets | ConfigMaps, "*-primary").Labelled("app={spec.targetRef.name}-primary", "app.kubernetes.io/name={spec.targetRef.name}-primary", "name={spec.targetRef.name}-primary"),
        .. Of("rollouts.kruise.io", Services | Ingresses | Routes, "Rollout"),
        .. Of("apps.kruise.io", Pods | Services | Secrets | ConfigMaps, "SidecarSet", "ResourceDistribution", "WorkloadSpread", "BroadcastJob", "AdvancedCronJob").Anywhere(),
        .. Of("game.kruise.io", Pods | Services, "GameServerSet").Named(Services, "{name}", "{name}-*").Owning("game.kruise.io/"),
        .. Of("agones.dev", Pods, "Fleet", "GameServerSet", "GameServer").Owning("agones.dev/"),
        .. Of("operator.kcp.io", Platform),
    ];
}
