using NetLint.Kubernetes.Knowledge;

namespace NetLint.Kubernetes.Tests.Knowledge;

public class SmallTablesTests
{
    [Theory]
    [InlineData("cert-manager.io/cluster-issuer", "Ingress", SecretYield.TlsSecretsOfObject)]
    [InlineData("kubernetes.io/tls-acme", "Ingress", SecretYield.TlsSecretsOfObject)]
    [InlineData("service.beta.openshift.io/serving-cert-secret-name", "Service", SecretYield.NamedByValue)]
    [InlineData("reflector.v1.k8s.emberstack.com/reflection-auto-enabled", "Secret", SecretYield.CopiesOfObject)]
    [InlineData("replicator.v1.mittwald.de/replicate-from", "Secret", SecretYield.ContentOfObject)]
    [InlineData("secret-generator.v1.mittwald.de/autogenerate", "Secret", SecretYield.ContentOfObject)]
    [InlineData("kubernetes.azure.com/tls-cert-keyvault-uri", "Ingress", SecretYield.TlsSecretsOfObject)]
    public void Annotations_yield_secrets(string key, string kind, SecretYield yields)
    {
        Assert.True(SecretProducingAnnotations.TryGet(key, out var annotation));
        Assert.Equal(yields, annotation.Yields);
        Assert.True(annotation.AppliesTo(kind));
        Assert.False(annotation.AppliesTo("Namespace"));
    }

    [Fact]
    public void Other_annotations_yield_nothing()
    {
        Assert.False(SecretProducingAnnotations.TryGet("cert-manager.io/common-name", out _));
        Assert.False(SecretProducingAnnotations.TryGet("note", out _));
        Assert.True(SecretAnnotation.IsOff("false"));
        Assert.True(SecretAnnotation.IsOff(""));
        Assert.False(SecretAnnotation.IsOff("letsencrypt"));
        Assert.NotEmpty(SecretProducingAnnotations.All);
    }

    [Theory]
    [InlineData("statefulset.kubernetes.io/pod-name")]
    [InlineData("apps.kubernetes.io/pod-index")]
    [InlineData("pod-template-hash")]
    [InlineData("job-name")]
    [InlineData("batch.kubernetes.io/job-completion-index")]
    [InlineData("topology.kubernetes.io/zone")]
    [InlineData("cnpg.io/cluster")]
    [InlineData("strimzi.io/name")]
    [InlineData("linkerd.io/control-plane-ns")]
    [InlineData("service.istio.io/canonical-name")]
    [InlineData("leaderworkerset.sigs.k8s.io/worker-index")]
    [InlineData("spilo-role")]
    public void Controllers_add_labels(string key) => Assert.True(ControllerLabels.IsAddedByController(key));

    [Theory]
    [InlineData("app")]
    [InlineData("app.kubernetes.io/name")]
    [InlineData("role")]
    [InlineData("tier")]
    [InlineData("component")]
    [InlineData("example.com/team")]
    [InlineData("/x")]
    [InlineData("")]
    public void People_write_other_labels(string key) => Assert.False(ControllerLabels.IsAddedByController(key));

    [Fact]
    public void Roles_of_databases_depend_on_the_value()
    {
        Assert.True(ControllerLabels.IsAddedByController("role", "primary"));
        Assert.False(ControllerLabels.IsAddedByController("role", "frontend"));
    }

    [Theory]
    [InlineData("component", "kube-scheduler", true)]
    [InlineData("tier", "control-plane", true)]
    [InlineData("k8s-app", "kube-dns", true)]
    [InlineData("component", "frontend", false)]
    [InlineData("tier", "backend", false)]
    public void Static_pods_have_known_labels(string key, string value, bool expected) => Assert.Equal(expected, ControllerLabels.IsStaticPod(key, value));

    [Theory]
    [InlineData("kube-system", true)]
    [InlineData("openshift-monitoring", true)]
    [InlineData("openshift", true)]
    [InlineData("gke-managed-system", true)]
    [InlineData("aks-istio-system", true)]
    [InlineData("cattle-system", true)]
    [InlineData("azure-arc", true)]
    [InlineData("default", false)]
    [InlineData("monitoring", false)]
    [InlineData("gatekeeper-system", false)]
    [InlineData("ingress-nginx", false)]
    [InlineData("kubernetes-dashboard", false)]
    public void Platforms_have_namespaces(string ns, bool expected) => Assert.Equal(expected, SystemNamespaces.IsSystem(ns));

    [Theory]
    [InlineData("", "Pod", "")]
    [InlineData("apps", "Deployment", "spec.template")]
    [InlineData("batch", "CronJob", "spec.jobTemplate.spec.template")]
    [InlineData("argoproj.io", "Experiment", "spec.templates[].template")]
    [InlineData("batch.volcano.sh", "Job", "spec.tasks[].template")]
    [InlineData("kubeflow.org", "PyTorchJob", "spec.pytorchReplicaSpecs.*.template")]
    [InlineData("agones.dev", "Fleet", "spec.template.spec.template")]
    public void Kinds_show_their_pods(string group, string kind, string path)
    {
        Assert.True(PodTemplateKinds.TryGet(group, kind, out var templates));
        Assert.Contains(path, templates.TemplatePaths);
    }

    [Fact]
    public void Some_templates_are_special()
    {
        Assert.True(PodTemplateKinds.TryGet("argoproj.io", "Rollout", out var rollout));
        Assert.Equal("spec.workloadRef", rollout.WorkloadReferencePath);
        Assert.Contains("spec.strategy.canary.stableMetadata.labels", rollout.OptionalLabelPaths);
        Assert.True(PodTemplateKinds.TryGet("", "PodTemplate", out var stored));
        Assert.False(stored.CreatesPods);
        Assert.True(PodTemplateKinds.TryGet("kubevirt.io", "VirtualMachine", out var machine));
        Assert.False(machine.ShowsContainers);
        Assert.False(PodTemplateKinds.TryGet("apps.kruise.io", "SidecarSet", out _));
        Assert.False(PodTemplateKinds.TryGet("flagger.app", "Canary", out _));
        Assert.All(PodTemplateKinds.All, row => Assert.NotEmpty(row.TemplatePaths));
    }
}
