using static NetLint.Kubernetes.Knowledge.ProducedKinds;

namespace NetLint.Kubernetes.Knowledge;

public static partial class ResourceProducers
{
    private static IEnumerable<ResourceProducer> SecretOperators() =>
    [
        // External Secrets Operator.
        .. Of("external-secrets.io", Secrets, "ExternalSecret").Named(Secrets, "{spec.target.name|name}"),
        .. Of("external-secrets.io", Secrets | Others, "ClusterExternalSecret")
            .Named(Secrets, "{spec.externalSecretSpec.target.name|spec.externalSecretName|name}").Anywhere(),
        .. Of("external-secrets.io", Secrets, "PushSecret", "ClusterPushSecret").Anywhere(),
        .. Of("kubernetes-client.io", Secrets, "ExternalSecret").Named(Secrets, "{name}"),
        .. Of("operator.external-secrets.io", Platform, "OperatorConfig").Anywhere(),
        .. Of("operator.openshift.io", Server, "ExternalSecretsConfig", "ExternalSecretsManager").Anywhere(),

        // Encrypted in Git.
        .. Of("bitnami.com", Secrets, "SealedSecret").Named(Secrets, "{name}", "{spec.template.metadata.name}").Into("spec.template.metadata.namespace"),
        .. Of("isindir.github.com", Secrets, "SopsSecret").Named(Secrets, "{spec.secretTemplates[].name}"),
        .. Of("craftypath.github.io", Secrets, "SopsSecret").Named(Secrets, "{name}"),
        .. Of("mumoshu.github.io", Secrets, "AWSSecret", "SSMSecret").Named(Secrets, "{name}"),

        // Vault.
        .. Of("secrets.hashicorp.com", Secrets, "VaultStaticSecret", "VaultDynamicSecret", "VaultPKISecret", "HCPVaultSecretsApp")
            .Named(Secrets, "{spec.destination.name}"),
        .. Of("ricoberger.de", Secrets, "VaultSecret").Named(Secrets, "{name}"),
        .. Of("koudingspawn.de", Secrets, "Vault").Named(Secrets, "{name}"),
        .. Of("redhatcop.redhat.io", Secrets, "VaultSecret").Named(Secrets, "{spec.output.name|name}"),
        .. Of("vault.banzaicloud.com", Platform, "Vault").Named(Services, "{name}", "{name}-*").Labelled("app.kubernetes.io/name=vault", "vault_cr={name}"),
        .. Of("maupu.org", Secrets, "VaultSecret").Named(Secrets, "{spec.secretName|name}"),
        .. Of("vaultproject.io", Secrets, "SecretClaim").Named(Secrets, "{name}"),
        .. Of("digitalis.io", Secrets, "ValsSecret", "DbSecret").Named(Secrets, "{spec.name|spec.secretName|name}"),

        // Managers of one vendor.
        .. Of("secrets.infisical.com", Secrets | ConfigMaps, "InfisicalSecret", "InfisicalDynamicSecret")
            .Named(Secrets, "{spec.managedKubeSecretReferences[].secretName}", "{spec.managedSecretReference.secretName}")
            .Into("spec.managedKubeSecretReferences[].secretNamespace", "spec.managedSecretReference.secretNamespace"),
        .. Of("secrets.infisical.com", Secrets | ConfigMaps, "InfisicalStaticSecret").Anywhere(),
        .. Of("secrets.doppler.com", Secrets, "DopplerSecret").Named(Secrets, "{spec.managedSecret.name}").Into("spec.managedSecret.namespace"),
        .. Of("onepassword.com", Secrets, "OnePasswordItem").Named(Secrets, "{name}"),
        .. Of("k8s.bitwarden.com", Secrets, "BitwardenSecret").Named(Secrets, "{spec.secretName}"),
        .. Of("lerentis.uploadcloud.de", Secrets, "BitwardenSecret", "RegistryCredential", "BitwardenTemplate")
            .Named(Secrets, "{spec.name|name}").Into("spec.namespace"),
        .. Of("secrets.phase.dev", Secrets, "PhaseSecret").Named(Secrets, "{spec.managedSecretReferences[].secretName}")
            .Into("spec.managedSecretReferences[].secretNamespace"),
        .. Of("passbolt.tagesspiegel.de", Secrets, "PassboltSecret").Named(Secrets, "{name}"),

        // Clouds.
        .. Of("spv.no", Secrets | ConfigMaps, "AzureKeyVaultSecret", "AzureManagedKeyVault")
            .Named(Secrets, "{spec.output.secret.name}").Named(ConfigMaps, "{spec.output.configMap.name}"),
        .. Of("azconfig.io", Secrets | ConfigMaps, "AzureAppConfigurationProvider")
            .Named(Secrets, "{spec.secret.target.secretName}").Named(ConfigMaps, "{spec.target.configMapName}"),
        .. Of("secrets-store.csi.x-k8s.io", Secrets, "SecretProviderClass").Named(Secrets, "{spec.secretObjects[].secretName}").OnlyWhen("spec.secretObjects"),
        .. Of("secret-sync.x-k8s.io", Secrets, "SecretSync").Named(Secrets, "{name}"),
        .. Of("ibmcloud.ibm.com", Secrets | ConfigMaps, "Service", "Binding").Named(Secrets, "{spec.secretName|name}"),
        .. Of("alibabacloud.com", Secrets, "ExternalSecret").Named(Secrets, "{name}"),
        .. Of("secrets-manager.tuenti.io", Secrets, "SecretDefinition").Named(Secrets, "{spec.name}"),
        .. Of("services.cloud.sap.com", Secrets, "ServiceBinding", "ServiceInstance").Named(Secrets, "{spec.secretName|name}"),
        .. Of("servicecatalog.k8s.io", Secrets, "ServiceBinding").Named(Secrets, "{spec.secretName|name}"),
        .. Of("servicebinding.io", Secrets, "ServiceBinding"),
        .. Of("binding.operators.coreos.com", Secrets, "ServiceBinding"),

        // Copies and generators.
        .. Of("clustersecret.io", Secrets, "ClusterSecret").Named(Secrets, "{name}").Anywhere(),
        .. Of("secretgenerator.mittwald.de", Secrets, "StringSecret", "BasicAuth", "SSHKeyPair").Named(Secrets, "{name}"),
        .. Of("secretgen.k14s.io", Secrets, "Password", "Certificate", "RSAKey", "SSHKey").Named(Secrets, "{name}"),
        .. Of("secretgen.carvel.dev", Secrets, "SecretImport", "SecretTemplate").Named(Secrets, "{name}"),
        .. Of("quarks.cloudfoundry.org", Secrets, "QuarksSecret").Named(Secrets, "{spec.secretName}"),
        .. Of("images.banzaicloud.io", Secrets, "ImagePullSecret").Named(Secrets, "{spec.target.secret.name}").Anywhere(),
        .. Of("talos.dev", Secrets, "ServiceAccount").Named(Secrets, "{name}"),
    ];

    private static IEnumerable<ResourceProducer> CertificateOperators() =>
    [
        .. Of("cert-manager.io", Secrets, "Certificate").Named(Secrets, "{spec.secretName}"),
        .. Of("certmanager.k8s.io", Secrets, "Certificate").Named(Secrets, "{spec.secretName}"),
        .. Of("cert-manager.io", Secrets, "Issuer").Named(Secrets, "{spec.acme.privateKeySecretRef.name}").OnlyWhen("spec.acme"),
        .. Of("cert-manager.io", Secrets, "ClusterIssuer").Named(Secrets, "{spec.acme.privateKeySecretRef.name}").Anywhere().OnlyWhen("spec.acme"),
        .. Of("certmanager.k8s.io", Secrets, "Issuer").Named(Secrets, "{spec.acme.privateKeySecretRef.name}").OnlyWhen("spec.acme"),
        .. Of("certmanager.k8s.io", Secrets, "ClusterIssuer").Named(Secrets, "{spec.acme.privateKeySecretRef.name}").Anywhere().OnlyWhen("spec.acme"),
        .. Of("acme.cert-manager.io", Pods | Services | Ingresses | Routes, "Challenge", "Order")
            .Named(Services | Ingresses | Routes, "cm-acme-http-solver-*").Owning("acme.cert-manager.io/"),
        .. Of("operator.cert-manager.io", Platform).Anywhere(),
        .. Of("operator.openshift.io", Platform, "CertManager", "IstioCSR", "TrustManager").Anywhere(),
        .. Of("trust.cert-manager.io", Secrets | ConfigMaps, "Bundle", "ClusterBundle").Named(Secrets | ConfigMaps, "{name}").Anywhere(),
        .. Of("cert.gardener.cloud", Secrets, "Certificate").Named(Secrets, "{spec.secretName|spec.secretRef.name}", "*{name}*").Into("spec.secretRef.namespace"),
        .. Of("cert.gardener.cloud", Secrets, "Issuer").Anywhere(),
        .. Of("stable.k8s.psg.io", Secrets, "Certificate").Named(Secrets, "{spec.secretName|name}"),
        .. Of("networking.internal.knative.dev", Secrets, "Certificate").Named(Secrets, "{spec.secretName}"),
    ];
}
