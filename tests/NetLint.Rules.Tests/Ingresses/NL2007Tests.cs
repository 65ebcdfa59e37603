using NetLint.Testing;
using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.Ingresses.TlsSecretMissing>;

namespace NetLint.Rules.Tests.Ingresses;

public sealed class NL2007Tests
{
    [Fact]
    public void SecretMadeOutsideTheRepositoryIsWorthAWord() => Verify.Message(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec: { tls: [{ hosts: [shop.example.org], secretName: {|NL2007/not-in-repository:shop-tls|} }] }
        """,
        "Secret 'shop-tls', from which Ingress 'shop' takes its certificate, is not in the repository and nothing here makes it",
        World.Repository);

    [Fact]
    public void CompleteWorldWithoutCertificatesIsWorthAWord() => Verify.Reported(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop, namespace: store }
        spec: { tls: [{ secretName: {|NL2007/not-in-repository:shop-tls|} }] }
        """);

    [Fact]
    public void NearMissIsReported() => Verify.Message(
        """
        apiVersion: v1
        kind: Secret
        metadata: { name: shop-tls, namespace: store }
        type: kubernetes.io/tls
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop, namespace: store }
        spec: { tls: [{ secretName: {|NL2007/missing:shop-tsl|} }] }
        """,
        "Ingress 'shop' takes its certificate from Secret 'shop-tsl', which nothing makes in namespace 'store'; 'shop-tls' comes near",
        World.Repository);

    [Fact]
    public void NearMissOfWhatACertificateMakesIsReported()
    {
        var found = Verify.Reported(
            """
            #- certificate.yaml
            apiVersion: cert-manager.io/v1
            kind: Certificate
            metadata: { name: shop }
            spec: { secretName: shop-certificate }
            #- ingress.yaml
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: { name: shop }
            spec: { tls: [{ secretName: {|NL2007/missing:shop-certifcate|} }] }
            """,
            World.Repository);
        Assert.Equal("Ingress 'shop' takes its certificate from Secret 'shop-certifcate', which nothing makes in the namespace of the Ingress; 'shop-certificate' comes near", found[0].Message);
        Assert.Equal("certificate.yaml", Assert.Single(found[0].Related).Origin.Source.Id.Path);
    }

    [Theory]
    [InlineData("apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: { name: api }\nspec: { secretName: api-cert }")]
    [InlineData("apiVersion: v1\nkind: Secret\nmetadata: { name: api-cert }\ntype: kubernetes.io/tls")]
    [InlineData("apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: { name: api-cert }\nspec: { template: { type: kubernetes.io/tls } }")]
    public void WhoKeepsCertificatesHereIsExpectedToKeepAll(string kept) => Verify.Message(
        $$"""
        #- shop/tls.yaml
        {{kept}}
        #- shop/ingress.yaml
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec: { tls: [{ secretName: {|NL2007/missing:shop-tls|} }] }
        """,
        "Ingress 'shop' takes its certificate from Secret 'shop-tls', which nothing makes in the namespace of the Ingress, while the certificate of Secret 'api-cert' is kept here",
        World.Repository);

    [Fact]
    public void SecretOfAnotherNamespaceIsReported() => Verify.Message(
        """
        #- tls.yaml
        apiVersion: v1
        kind: Secret
        metadata: { name: wildcard, namespace: edge }
        type: kubernetes.io/tls
        #- ingress.yaml
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop, namespace: store }
        spec: { tls: [{ secretName: {|NL2007/missing:wildcard|} }] }
        """,
        "Ingress 'shop' takes its certificate from Secret 'wildcard', which nothing makes in namespace 'store'; it exists in namespace 'edge' only",
        World.Repository);

    [Fact]
    public void SecretOfASiblingEnvironmentSaysNothing() => Verify.Reported(
        """
        #- dev/tls.yaml
        apiVersion: v1
        kind: Secret
        metadata: { name: shop-tls, namespace: dev }
        type: kubernetes.io/tls
        #- prod/ingress.yaml
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop, namespace: prod }
        spec: { tls: [{ secretName: {|NL2007/not-in-repository:shop-tls|} }] }
        """,
        World.Repository);

    [Fact]
    public void RepeatedSecretIsOneFinding()
    {
        var found = Verify.Reported(
            """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: { name: shop }
            spec: { tls: [{ hosts: [a.example.org], secretName: [|shop-tls|] }, { hosts: [b.example.org], secretName: shop-tls }] }
            """);
        Assert.Equal("Secret 'shop-tls' is named here too", Assert.Single(found[0].Related).Message);
    }

    [Theory]
    [InlineData("secretName: \"\"")]
    [InlineData("secretName:")]
    [InlineData("secretName: 7")]
    [InlineData("secretName: \"${SECRET}\"")]
    [InlineData("hosts: [shop.example.org]")]
    public void EntriesWithoutASecretToFindAreSilent(string entry) => Verify.Silent(
        $$"""
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec:
          tls:
            - {{entry}}
        """);

    [Theory]
    [InlineData("cert-manager.io/cluster-issuer: letsencrypt")]
    [InlineData("cert-manager.io/issuer: letsencrypt")]
    [InlineData("kubernetes.io/tls-acme: \"true\"")]
    [InlineData("acme.cert-manager.io/http01-edit-in-place: \"true\"")]
    [InlineData("kubernetes.azure.com/tls-cert-keyvault-uri: https://vault.example.org/c")]
    [InlineData("alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:1")]
    [InlineData("traefik.ingress.kubernetes.io/router.tls.certresolver: le")]
    public void AnnotationsThatYieldCertificatesAreSilent(string annotation) => Verify.Silent(
        $$"""
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop, annotations: { {{annotation}} } }
        spec: { tls: [{ secretName: shop-tls }] }
        """);

    [Theory]
    [InlineData("apiVersion: v1\nkind: Secret\nmetadata: { name: shop-tls }")]
    [InlineData("apiVersion: v1\nkind: Secret\nmetadata: { name: shop-tls }\ndata: { tls.crt: ENC[AES256_GCM] }\nsops: { mac: ENC[AES256_GCM] }")]
    [InlineData("apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: { name: shop }\nspec: { secretName: shop-tls }")]
    [InlineData("apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: shop }\nspec: { target: { name: shop-tls } }")]
    [InlineData("apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: shop-tls }")]
    [InlineData("apiVersion: external-secrets.io/v1\nkind: ClusterExternalSecret\nmetadata: { name: all }\nspec: { externalSecretName: shop-tls }")]
    [InlineData("apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: { name: shop-tls }")]
    [InlineData("apiVersion: isindir.github.com/v1alpha3\nkind: SopsSecret\nmetadata: { name: s }\nspec: { secretTemplates: [{ name: shop-tls }] }")]
    [InlineData("apiVersion: secrets.hashicorp.com/v1beta1\nkind: VaultPKISecret\nmetadata: { name: pki }\nspec: { destination: { name: shop-tls } }")]
    [InlineData("apiVersion: secrets-store.csi.x-k8s.io/v1\nkind: SecretProviderClass\nmetadata: { name: p }\nspec: { secretObjects: [{ secretName: shop-tls, type: kubernetes.io/tls }] }")]
    [InlineData("apiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata: { name: clone }\nspec: { rules: [{ generate: { kind: Secret, cloneList: { namespace: edge } } }] }")]
    [InlineData("apiVersion: v1\nkind: Service\nmetadata: { name: s, annotations: { service.beta.openshift.io/serving-cert-secret-name: shop-tls } }")]
    public void ProducersAreSilent(string producer) => Verify.Silent(
        $$"""
        #- secrets/producer.yaml
        {{producer}}
        #- shop/ingress.yaml
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec: { tls: [{ secretName: shop-tls }] }
        """);

    [Theory]
    [InlineData("apiVersion: v1\nkind: Secret\nmetadata: { name: wildcard, namespace: edge, annotations: { reflector.v1.k8s.emberstack.com/reflection-auto-enabled: \"true\" } }")]
    [InlineData("apiVersion: v1\nkind: Secret\nmetadata: { name: wildcard, namespace: edge, annotations: { replicator.v1.mittwald.de/replicate-to: \".*\" } }")]
    [InlineData("apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: { name: w, namespace: edge }\nspec: { secretName: wildcard, secretTemplate: { annotations: { reflector.v1.k8s.emberstack.com/reflection-allowed: \"true\" } } }")]
    [InlineData("apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: w, namespace: edge }\nspec: { target: { name: wildcard, template: { metadata: { annotations: { replicator.v1.mittwald.de/replicate-to: store } } } } }")]
    public void CopiesAreSilent(string source) => Verify.Silent(
        $$"""
        #- edge/tls.yaml
        {{source}}
        #- store/ingress.yaml
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop, namespace: store }
        spec: { tls: [{ secretName: wildcard }] }
        """);

    [Fact]
    public void GeneratorOfAKustomizationIsSilent() => Verify.Silent(
        """
        #- kustomization.yaml
        resources: [ingress.yaml]
        secretGenerator: [{ name: shop-tls, type: kubernetes.io/tls, files: [tls.crt, tls.key] }]
        #- ingress.yaml
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec: { tls: [{ secretName: shop-tls }] }
        """);

    [Fact]
    public void SecretWhoseNamespaceIsOpenIsSilent() => Verify.Silent(
        """
        #- tls.yaml
        apiVersion: v1
        kind: Secret
        metadata: { name: shop-tls }
        #- ingress.yaml
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop, namespace: store }
        spec: { tls: [{ secretName: shop-tls }] }
        """);
}
