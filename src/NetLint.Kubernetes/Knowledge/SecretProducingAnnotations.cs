using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace NetLint.Kubernetes.Knowledge;

/// <summary>The annotations by which an object asks a controller for Secrets that no manifest shows.</summary>
public static class SecretProducingAnnotations
{
    private static readonly FrozenDictionary<string, SecretAnnotation> Table = Rows().ToDictionary(static row => row.Key).ToFrozenDictionary();

    /// <summary>Every row of the table, in no particular order.</summary>
    public static IReadOnlyCollection<SecretAnnotation> All => Table.Values;

    /// <summary>Finds what an annotation yields.</summary>
    /// <param name="key">The key of the annotation.</param>
    /// <param name="annotation">The entry, when there is one.</param>
    /// <returns>True when the annotation makes a controller create, copy or fill Secrets.</returns>
    public static bool TryGet(string key, [NotNullWhen(true)] out SecretAnnotation? annotation)
    {
        if (Table.TryGetValue(key, out annotation)) return true;
        var slash = key.IndexOf('/');
        return slash >= 0 && Table.TryGetValue(key[..(slash + 1)], out annotation);
    }

    private static IEnumerable<SecretAnnotation> Rows() =>
    [
        // cert-manager and its predecessors.
        new("cert-manager.io/issuer", SecretYield.TlsSecretsOfObject, "Ingress", "Gateway", "ListenerSet", "XListenerSet"),
        new("cert-manager.io/cluster-issuer", SecretYield.TlsSecretsOfObject, "Ingress", "Gateway", "ListenerSet", "XListenerSet"),
        new("certmanager.k8s.io/issuer", SecretYield.TlsSecretsOfObject, "Ingress"),
        new("certmanager.k8s.io/cluster-issuer", SecretYield.TlsSecretsOfObject, "Ingress"),
        // These only shape how a certificate is obtained; nobody writes them where cert-manager does not obtain one.
        new("acme.cert-manager.io/", SecretYield.TlsSecretsOfObject, "Ingress"),
        new("kubernetes.io/tls-acme", SecretYield.TlsSecretsOfObject, "Ingress", "Gateway", "Route"),
        new("stable.k8s.psg.io/kcm.enabled", SecretYield.TlsSecretsOfObject, "Ingress"),
        new("stable.k8s.psg.io/kcm.class", SecretYield.TlsSecretsOfObject, "Ingress"),

        // Other issuers of certificates.
        new("cert.gardener.cloud/purpose", SecretYield.TlsSecretsOfObject, "Ingress", "Gateway", "Service"),
        new("cert.gardener.cloud/secretname", SecretYield.NamedByValue, "Service", "Gateway", "Ingress"),
        new("service.beta.openshift.io/serving-cert-secret-name", SecretYield.NamedByValue, "Service"),
        new("service.alpha.openshift.io/serving-cert-secret-name", SecretYield.NamedByValue, "Service"),
        new("service.beta.openshift.io/inject-cabundle", SecretYield.ContentOfObject, "ConfigMap"),
        new("service.alpha.openshift.io/inject-cabundle", SecretYield.ContentOfObject, "ConfigMap"),
        new("kubernetes.azure.com/tls-cert-keyvault-uri", SecretYield.TlsSecretsOfObject, "Ingress", "Gateway"),
        // Here the controller holds the certificate itself: the Secret need not exist.
        new("traefik.ingress.kubernetes.io/router.tls.certresolver", SecretYield.TlsSecretsOfObject, "Ingress"),
        new("appgw.ingress.kubernetes.io/appgw-ssl-certificate", SecretYield.TlsSecretsOfObject, "Ingress"),
        new("alb.ingress.kubernetes.io/certificate-arn", SecretYield.TlsSecretsOfObject, "Ingress"),
        new("haproxy-ingress.github.io/cert-signer", SecretYield.TlsSecretsOfObject, "Ingress"),
        new("ingress.kubernetes.io/cert-signer", SecretYield.TlsSecretsOfObject, "Ingress"),

        // Copies.
        new("reflector.v1.k8s.emberstack.com/reflects", SecretYield.ContentOfObject, "Secret", "ConfigMap"),
        new("reflector.v1.k8s.emberstack.com/reflection-allowed", SecretYield.CopiesOfObject, "Secret", "ConfigMap", "Certificate"),
        new("reflector.v1.k8s.emberstack.com/reflection-auto-enabled", SecretYield.CopiesOfObject, "Secret", "ConfigMap", "Certificate"),
        new("reflector.v1.k8s.emberstack.com/secret-reflection-auto-enabled", SecretYield.CopiesOfObject, "Certificate"),
        new("replicator.v1.mittwald.de/replicate-to", SecretYield.CopiesOfObject, "Secret", "ConfigMap"),
        new("replicator.v1.mittwald.de/replicate-to-matching", SecretYield.CopiesOfObject, "Secret", "ConfigMap"),
        new("replicator.v1.mittwald.de/replicate-from", SecretYield.ContentOfObject, "Secret", "ConfigMap"),
        new("v1.kubernetes-replicator.olli.com/replicate-to", SecretYield.CopiesOfObject, "Secret", "ConfigMap"),
        new("v1.kubernetes-replicator.olli.com/replicate-to-namespaces", SecretYield.CopiesOfObject, "Secret", "ConfigMap"),
        new("v1.kubernetes-replicator.olli.com/replicate-from", SecretYield.ContentOfObject, "Secret", "ConfigMap"),
        new("kubed.appscode.com/sync", SecretYield.CopiesOfObject, "Secret", "ConfigMap"),
        new("config-syncer.kubeops.dev/sync", SecretYield.CopiesOfObject, "Secret", "ConfigMap"),
        new("propagate.hnc.x-k8s.io/", SecretYield.CopiesOfObject, "Secret", "ConfigMap"),

        // Content.
        new("secret-generator.v1.mittwald.de/", SecretYield.ContentOfObject, "Secret"),
        new("kubernetes.io/service-account.name", SecretYield.ContentOfObject, "Secret"),
        new("avp.kubernetes.io/path", SecretYield.ContentOfObject, "Secret", "ConfigMap"),
        new("vault.security.banzaicloud.io/vault-addr", SecretYield.ContentOfObject, "Secret", "ConfigMap"),
        new("sealedsecrets.bitnami.com/managed", SecretYield.ContentOfObject, "Secret"),
        new("cert-utils-operator.redhat-cop.io/", SecretYield.ContentOfObject, "Secret", "ConfigMap", "Route"),

        // Password managers.
        new("operator.1password.io/item-name", SecretYield.NamedByValue),
        new("operator.1password.io/item-path", SecretYield.UnknownNames),
    ];
}
