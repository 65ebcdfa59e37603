using NetLint.Analysis.Configuration;
using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Semantics;
using NetLint.Testing;
using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.Manifests.RemovedApiVersion>;

namespace NetLint.Rules.Tests.Manifests;

public sealed class NL0006Tests
{
    [Theory]
    [InlineData("extensions/v1beta1", "Ingress", "1.22; use 'networking.k8s.io/v1'")]
    [InlineData("networking.k8s.io/v1beta1", "IngressClass", "1.22; use 'networking.k8s.io/v1'")]
    [InlineData("extensions/v1beta1", "NetworkPolicy", "1.16; use 'networking.k8s.io/v1'")]
    [InlineData("discovery.k8s.io/v1beta1", "EndpointSlice", "1.25; use 'discovery.k8s.io/v1'")]
    [InlineData("extensions/v1beta1", "Deployment", "1.16; use 'apps/v1'")]
    [InlineData("batch/v1beta1", "CronJob", "1.25; use 'batch/v1'")]
    [InlineData("batch/v2alpha1", "ScheduledJob", "1.8; use CronJob of 'batch/v1'")]
    [InlineData("policy/v1beta1", "PodDisruptionBudget", "1.25; use 'policy/v1'")]
    [InlineData("policy/v1beta1", "PodSecurityPolicy", "1.25; nothing replaces it")]
    public void VersionThatIsNoLongerServedIsReported(string apiVersion, string kind, string rest) => Verify.Message(
        $$"""
        kind: {{kind}}
        apiVersion: [|{{apiVersion}}|]
        metadata: { name: web }
        """,
        $"{kind} of '{apiVersion}' is not served since Kubernetes {rest}");

    [Fact]
    public void AReviewIsSentToWebhooksAndServedByNone() => Verify.Silent(
        """
        apiVersion: admission.k8s.io/v1beta1
        kind: AdmissionReview
        request: { uid: "7", operation: UPDATE }
        """);

    [Fact]
    public void DefinitionsOfCustomResourcesAreReportedUnread() => Verify.Reported(
        """
        apiVersion: [|apiextensions.k8s.io/v1beta1|]
        kind: CustomResourceDefinition
        metadata:
          name: sites.example.org
        """);

    [Theory]
    [InlineData("1.21")]
    [InlineData("1.15")]
    public void ConfiguredVersionStillServesIt(string version) => Verify.Silent(
        "{ apiVersion: networking.k8s.io/v1beta1, kind: Ingress, metadata: { name: web } }",
        World.Complete with { Configuration = LintConfiguration.Default with { Profile = ClusterProfile.Default with { KubernetesVersion = KubernetesVersion.Parse(version) } } });

    [Theory]
    [InlineData("networking.k8s.io/v1", "Ingress")]
    [InlineData("v1", "Endpoints")]
    [InlineData("traefik.containo.us/v1alpha1", "IngressRoute")]
    [InlineData("extensions/v1beta1", "Sites")]
    public void ServedAndUnknownVersionsAreSilent(string apiVersion, string kind) =>
        Verify.Silent($"{{ apiVersion: {apiVersion}, kind: {kind}, metadata: {{ name: web }} }}");

    [Fact]
    public void DefinitionInTheRepositoryServesTheGroup() => Verify.Silent(
        """
        #- crds/pods.yaml
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: podpresets.settings.k8s.io
        #- preset.yaml
        apiVersion: settings.k8s.io/v1alpha1
        kind: PodPreset
        metadata: { name: web }
        """);

    [Fact]
    public void FragmentOfAPatchIsSilent() => Verify.Silent(
        """
        #- webhook_patch.yaml
        apiVersion: admissionregistration.k8s.io/v1beta1
        kind: MutatingWebhookConfiguration
        metadata:
          name: defaults
          annotations: { cert-manager.io/inject-ca-from: $(NAMESPACE)/$(NAME) }
        """);
}
