using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Schema;

namespace NetLint.Repository.Tests.Kustomize.Schema;

public sealed class BuiltInSchemaTests
{
    private const string Pod = "spec.template.spec";

    [Theory]
    [InlineData("v1", "Service", "spec.ports", "merge", "port,protocol")]
    [InlineData("v1", "Service", "status.conditions", "merge", "type")]
    [InlineData("v1", "ServiceAccount", "secrets", "merge", "name")]
    [InlineData("v1", "ConfigMap", "metadata.ownerReferences", "merge", "uid")]
    [InlineData("v1", "ConfigMap", "metadata.finalizers", "merge", "")]
    [InlineData("apps/v1", "Deployment", $"{Pod}.containers", "merge", "name")]
    [InlineData("apps/v1", "Deployment", $"{Pod}.initContainers", "merge", "name")]
    [InlineData("apps/v1", "Deployment", $"{Pod}.ephemeralContainers", "merge", "name")]
    [InlineData("apps/v1", "Deployment", $"{Pod}.containers[].env", "merge", "name")]
    [InlineData("apps/v1", "Deployment", $"{Pod}.containers[].ports", "merge", "containerPort,protocol")]
    [InlineData("apps/v1", "Deployment", $"{Pod}.containers[].volumeMounts", "merge", "mountPath")]
    [InlineData("apps/v1", "Deployment", $"{Pod}.containers[].volumeDevices", "merge", "devicePath")]
    [InlineData("apps/v1", "DaemonSet", $"{Pod}.volumes", "merge,retainKeys", "name")]
    [InlineData("apps/v1", "StatefulSet", $"{Pod}.hostAliases", "merge", "ip")]
    [InlineData("apps/v1", "ReplicaSet", $"{Pod}.imagePullSecrets", "merge", "name")]
    [InlineData("batch/v1", "Job", $"{Pod}.topologySpreadConstraints", "merge", "topologyKey,whenUnsatisfiable")]
    [InlineData("batch/v1beta1", "CronJob", $"spec.jobTemplate.{Pod}.containers", "merge", "name")]
    [InlineData("admissionregistration.k8s.io/v1", "MutatingWebhookConfiguration", "webhooks", "merge", "name")]
    [InlineData("kustomize.config.k8s.io/v1beta1", "Kustomization", "secretGenerator", "merge", "name")]
    public void ListsThatMergeHaveTheirKeys(string apiVersion, string kind, string path, string strategy, string keys)
    {
        var schema = At(apiVersion, kind, path);

        Assert.Equal(strategy, schema?.Strategy);
        Assert.Equal(keys, string.Join(',', schema?.MergeKeys ?? []));
    }

    [Theory]
    [InlineData("v1", "ServiceAccount", "imagePullSecrets")]
    [InlineData("apps/v1", "Deployment", $"{Pod}.tolerations")]
    [InlineData("apps/v1", "Deployment", $"{Pod}.containers[].envFrom")]
    [InlineData("apps/v1", "Deployment", $"{Pod}.containers[].args")]
    [InlineData("apps/v1", "Deployment", $"{Pod}.readinessGates")]
    [InlineData("apps/v1", "StatefulSet", "spec.volumeClaimTemplates")]
    [InlineData("networking.k8s.io/v1", "Ingress", "spec.rules")]
    [InlineData("networking.k8s.io/v1", "Ingress", "spec.tls")]
    [InlineData("networking.k8s.io/v1", "NetworkPolicy", "spec.ingress")]
    [InlineData("rbac.authorization.k8s.io/v1", "Role", "rules")]
    [InlineData("certificates.k8s.io/v1", "CertificateSigningRequest", "status.conditions")]
    [InlineData("autoscaling/v2", "HorizontalPodAutoscaler", "spec.metrics")]
    public void ListsThatDoNotMergeHaveNoStrategy(string apiVersion, string kind, string path) => Assert.Null(At(apiVersion, kind, path));

    [Fact]
    public void ObjectsThatHoldNothingThatMergesAreStillKnown()
    {
        Assert.NotNull(At("apps/v1", "Deployment", "spec.strategy.rollingUpdate"));
        Assert.Equal("", At("apps/v1", "Deployment", "spec.strategy")?.Strategy);
        Assert.NotNull(At("apps/v1", "ControllerRevision", "data"));
        Assert.NotNull(At("apiextensions.k8s.io/v1beta1", "CustomResourceDefinition", "spec.validation.openAPIV3Schema.properties.anything.properties.deeper"));
        Assert.Null(At("apiextensions.k8s.io/v1beta1", "CustomResourceDefinition", "spec.validation.openAPIV3Schema.unheard"));
    }

    [Theory]
    [InlineData("v1", "Namespace", false)]
    [InlineData("v1", "Node", false)]
    [InlineData("v1", "Pod", true)]
    [InlineData("networking.k8s.io/v1", "IngressClass", false)]
    [InlineData("networking.k8s.io/v1beta1", "Ingress", true)]
    [InlineData("policy/v1beta1", "PodSecurityPolicy", false)]
    [InlineData("storage.k8s.io/v1beta1", "CSIStorageCapacity", true)]
    [InlineData("gateway.networking.k8s.io/v1", "GatewayClass", null)]
    [InlineData("apps/v1", "Pod", null)]
    [InlineData("", "Namespace", null)]
    public void KindsLiveInNamespacesOrNot(string apiVersion, string kind, bool? scoped)
    {
        Assert.Equal(scoped, SchemaSet.BuiltIn.IsNamespaceScoped(ObjectKind.Of(apiVersion, kind)));
        Assert.Equal(scoped == false, SchemaSet.BuiltIn.IsCertainlyClusterScoped(ObjectKind.Of(apiVersion, kind)));
    }

    [Fact]
    public void TheTableHasItsSize()
    {
        Assert.Equal(89, KubernetesSchema.Tables.Kinds.Count());
        Assert.Equal(192, KubernetesSchema.Tables.TypeCount);
        Assert.Equal(82, KubernetesSchema.Tables.ScopedKinds.Count());
    }

    private static PatchSchema? At(string apiVersion, string kind, string path) => path.Split('.').Aggregate(
        SchemaSet.BuiltIn.For(ObjectKind.Of(apiVersion, kind)),
        (schema, name) => name.EndsWith("[]", StringComparison.Ordinal) ? schema?.Field(name[..^2])?.Elements : schema?.Field(name));
}
