using NetLint.Analysis.Configuration;
using NetLint.Kubernetes.Semantics;
using NetLint.Testing;
using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.Ingresses.IngressClassMissing>;

namespace NetLint.Rules.Tests.Ingresses;

public sealed class NL2001Tests
{
    [Fact]
    public void NoClassAtAllIsReportedInACompleteWorld() => Verify.Message(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec:
          {|NL2001/no-default-class:|}defaultBackend: { service: { name: shop, port: { number: 80 } } }
        """,
        "Ingress 'shop' names no class, and no class is the default one");

    [Fact]
    public void NullFieldIsReportedAtItsKey() => Verify.Reported(
        """
        apiVersion: networking.k8s.io/v1beta1
        kind: Ingress
        metadata: { name: shop }
        spec:
          {|NL2001/no-default-class:ingressClassName|}:
          backend: { serviceName: shop, servicePort: 8443 }
        """);

    [Fact]
    public void ClassInTheSameFileThatIsNotTheDefaultIsEvidence()
    {
        var found = Verify.Reported(
            """
            apiVersion: networking.k8s.io/v1
            kind: IngressClass
            metadata: { name: public }
            spec: { controller: k8s.io/ingress-nginx }
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: { name: shop }
            spec: { {|NL2001/no-default-class:|}rules: [{ host: shop.example.org, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: shop, port: { number: 9000 } } } }] } }] }
            """,
            World.Repository);
        Assert.Equal("Ingress 'shop' names no class, and IngressClass 'public' is not the default one", found[0].Message);
        Assert.Equal("IngressClass 'public' lacks the annotation 'ingressclass.kubernetes.io/is-default-class: \"true\"'", Assert.Single(found[0].Related).Message);
    }

    [Fact]
    public void TheOnlyClassesOfTheRepositoryAreEvidenceInTheSameDirectory() => Verify.Message(
        $$"""
        #- edge/classes.yaml
        {{Class("one", "false")}}
        ---
        {{Class("two", "no")}}
        #- edge/shop.yaml
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec: { {|NL2001/no-default-class:|}defaultBackend: { service: { name: shop, port: { number: 80 } } } }
        """,
        "Ingress 'shop' names no class, and none of the 2 known classes is the default one",
        World.Repository);

    [Fact]
    public void ClassesOfAnotherDirectoryAreNoEvidence() => Verify.Reported(
        $$"""
        #- cluster-a/classes.yaml
        {{Class("one", "false")}}
        #- cluster-b/shop.yaml
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec: { {|NL2001/no-class-known:|}defaultBackend: { service: { name: shop, port: { number: 80 } } } }
        """,
        World.Repository);

    [Fact]
    public void NothingKnownOfClassesIsWorthAWord() => Verify.Message(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec: { {|NL2001/no-class-known:|}defaultBackend: { service: { name: shop, port: { number: 80 } } } }
        """,
        "Ingress 'shop' names no class, so the default class of the cluster decides whether anything serves it",
        World.Repository);

    [Fact]
    public void AnythingThatMayInstallAClassLeavesItOpen() => Verify.Reported(
        $$"""
        {{Class("internal", "false")}}
        ---
        apiVersion: helm.toolkit.fluxcd.io/v2
        kind: HelmRelease
        metadata: { name: ingress-nginx, namespace: edge }
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop, namespace: shop }
        spec: { {|NL2001/no-class-known:|}defaultBackend: { service: { name: shop, port: { number: 80 } } } }
        """);

    [Fact]
    public void ConfiguredClassesWithoutADefaultAreEvidence() => Verify.Message(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec: { {|NL2001/no-default-class:|}defaultBackend: { service: { name: shop, port: { number: 80 } } } }
        """,
        "Ingress 'shop' names no class, and configured class 'haproxy' is not the default one",
        WithClasses(new ConfiguredIngressClass("haproxy", null, IsDefault: false)));

    [Fact]
    public void EmptyClassIsRefused() => Verify.Message(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop, annotations: { kubernetes.io/ingress.class: nginx } }
        spec: { ingressClassName: {|NL2001/empty-class:""|}, defaultBackend: { service: { name: shop, port: { number: 80 } } } }
        """,
        "ingressClassName of Ingress 'shop' is an empty string, which the API server refuses",
        WithClasses(new ConfiguredIngressClass("nginx", null, IsDefault: true)));

    [Fact]
    public void ConfiguredDefaultIsSilent() => Verify.Silent(Plain, WithClasses(new("a", null, IsDefault: false), new("b", null, IsDefault: true)));

    [Fact]
    public void DefaultClassAnywhereInTheRepositoryIsSilent() => Verify.Silent(
        $$"""
        #- cluster/classes.yaml
        {{Class("one", "true")}}
        #- shop/web/shop.yaml
        {{Plain}}
        """,
        World.Repository);

    [Theory]
    [InlineData("ingressClassName: nginx, ", "")]
    [InlineData("ingressClassName: 5, ", "")]
    [InlineData("", "kubernetes.io/ingress.class: nginx")]
    [InlineData("", "kubernetes.io/ingress.class: \"\"")]
    [InlineData("", "networking.gke.io/managed-certificates: shop")]
    [InlineData("", "kubernetes.io/ingress.global-static-ip-name: shop")]
    [InlineData("", "traefik.ingress.kubernetes.io/router.entrypoints: web")]
    public void NamedOrServedWithoutAClassIsSilent(string field, string annotation) => Verify.Silent(
        $$"""
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop, annotations: { {{annotation}} } }
        spec: { {{field}} defaultBackend: { service: { name: shop, port: { number: 80 } } } }
        """);

    [Theory]
    [InlineData("apiVersion: cloud.google.com/v1\nkind: BackendConfig\nmetadata: { name: cdn }")]
    [InlineData("apiVersion: v1\nkind: Service\nmetadata: { name: shop, annotations: { cloud.google.com/neg: '{\"ingress\": true}' } }\nspec: { ports: [{ port: 80 }] }")]
    public void GkeAroundTheIngressIsSilent(string other) => Verify.Silent(Plain + "\n---\n" + other, World.Repository);

    [Fact]
    public void ClassThatAKustomizationAddsIsSilent() => Verify.Silent(
        $$"""
        #- kustomization.yaml
        resources: [shop.yaml]
        patches:
          - patch: '[{ "op": "add", "path": "/spec/ingressClassName", "value": "internal" }]'
            target: { kind: Ingress }
        #- shop.yaml
        {{Plain}}
        """);

    [Fact]
    public void IngressWithoutRoutesIsSilent() => Verify.Silent("{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: shop }, spec: { tls: [] } }");

    private const string Plain =
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec: { defaultBackend: { service: { name: shop, port: { number: 80 } } } }
        """;

    private static string Class(string name, string isDefault) =>
        $$"""
        apiVersion: networking.k8s.io/v1
        kind: IngressClass
        metadata: { name: {{name}}, annotations: { ingressclass.kubernetes.io/is-default-class: "{{isDefault}}" } }
        spec: { controller: example.com/{{name}} }
        """;

    private static World WithClasses(params ConfiguredIngressClass[] classes) => World.Repository with
    {
        Configuration = LintConfiguration.Default with { Profile = ClusterProfile.Default with { IngressClasses = [.. classes] } },
    };
}
