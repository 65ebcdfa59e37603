using NetLint.Analysis.Configuration;
using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Semantics;
using NetLint.Testing;
using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.Ingresses.LegacyClassAnnotation>;

namespace NetLint.Rules.Tests.Ingresses;

public sealed class NL2003Tests
{
    [Theory]
    [InlineData("nginx")]
    [InlineData("alb")]
    [InlineData("${CLASS}")]
    [InlineData("gce-custom")]
    public void AnnotationInsteadOfTheFieldIsReported(string name) => Verify.Message(
        $$"""
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: shop
          annotations:
            {|NL2003/deprecated:kubernetes.io/ingress.class|}: {{name}}
        spec: { defaultBackend: { service: { name: shop, port: { number: 80 } } } }
        """,
        $"Ingress 'shop' names its class '{name}' in the deprecated annotation 'kubernetes.io/ingress.class' instead of ingressClassName",
        World.Repository);

    [Fact]
    public void KustomizedIngressIsReportedToo() => Verify.Reported(
        """
        #- kustomization.yaml
        resources: [shop.yaml]
        #- shop.yaml
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop, annotations: { [|kubernetes.io/ingress.class|]: traefik } }
        """,
        World.Repository);

    [Fact]
    public void DifferentValuesAreRefused()
    {
        var found = Verify.Reported(
            """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata:
              name: shop
              annotations: { kubernetes.io/ingress.class: {|NL2003/conflict:nginx|} }
            spec: { ingressClassName: internal, defaultBackend: { service: { name: shop, port: { number: 80 } } } }
            """);
        Assert.Equal("Ingress 'shop' names class 'nginx' in the annotation 'kubernetes.io/ingress.class' and 'internal' in ingressClassName, which the API server refuses", found[0].Message);
        Assert.Equal("ingressClassName is 'internal'", Assert.Single(found[0].Related).Message);
    }

    [Fact]
    public void GceAgainstAnotherClassIsRefused() => Verify.Reported(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop, annotations: { kubernetes.io/ingress.class: {|NL2003/conflict:gce|} } }
        spec: { ingressClassName: nginx }
        """);

    [Fact]
    public void EqualValuesAreRefusedByOldServers() => Verify.Reported(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop, annotations: { kubernetes.io/ingress.class: {|NL2003/conflict:nginx|} } }
        spec: { ingressClassName: nginx }
        """,
        Version("1.26"));

    [Theory]
    [InlineData("gce", "")]
    [InlineData("gce-internal", "")]
    [InlineData("gce-regional-external", "")]
    [InlineData("gce-multi-cluster", "")]
    [InlineData("linkerd", "")]
    [InlineData("\"\"", "")]
    [InlineData("nginx", "ingressClassName: nginx")]
    [InlineData("nginx", "ingressClassName: \"${CLASS}\"")]
    [InlineData("\"${CLASS}\"", "ingressClassName: nginx")]
    [InlineData("nginx", "ingressClassName: ${CLASS}")]
    [InlineData("nginx", "ingressClassName: \"\"")]
    [InlineData("nginx", "ingressClassName: [nginx]")]
    public void OtherCombinationsAreSilent(string annotation, string field) => Verify.Silent(
        $$"""
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop, annotations: { kubernetes.io/ingress.class: {{annotation}} } }
        spec: { {{field}} }
        """);

    [Fact]
    public void ConflictThatAPatchResolvesIsSilent() => Verify.Silent(
        """
        #- kustomization.yaml
        resources: [shop.yaml]
        patches:
          - patch: '[{ "op": "remove", "path": "/metadata/annotations/kubernetes.io~1ingress.class" }]'
            target: { kind: Ingress }
        #- shop.yaml
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop, annotations: { kubernetes.io/ingress.class: nginx } }
        spec: { ingressClassName: internal }
        """);

    [Fact]
    public void BeforeThereWasAFieldTheAnnotationIsSilent() => Verify.Silent(
        """
        apiVersion: networking.k8s.io/v1beta1
        kind: Ingress
        metadata: { name: shop, annotations: { kubernetes.io/ingress.class: nginx } }
        """,
        Version("1.17"));

    private static World Version(string version) => World.Complete with
    {
        Configuration = LintConfiguration.Default with { Profile = ClusterProfile.Default with { KubernetesVersion = KubernetesVersion.Parse(version) } },
    };
}
