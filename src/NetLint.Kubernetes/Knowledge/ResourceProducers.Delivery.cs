using static NetLint.Kubernetes.Knowledge.ProducedKinds;

namespace NetLint.Kubernetes.Knowledge;

public static partial class ResourceProducers
{
    private static IEnumerable<ResourceProducer> Delivery() =>
    [
        // Argo CD.
        .. Of("argoproj.io", Anything, "Application").Into("spec.destination.namespace"),
        .. Of("argoproj.io", Anything, "ApplicationSet").Anywhere(),
        .. Of("argoproj.io", Platform, "ArgoCD", "NotificationsConfiguration", "ArgoCDExport")
            .Named(Services, "{name}-*", "{name}").Labelled("app.kubernetes.io/name", "app.kubernetes.io/part-of=argocd"),
        .. Of("argoproj.io", Server, "RolloutManager").Named(Services, "argo-rollouts-*", "{name}-*"),

        // Flux.
        .. Of("helm.toolkit.fluxcd.io", Anything, "HelmRelease").Into("spec.targetNamespace"),
        .. Of("helm.fluxcd.io", Anything, "HelmRelease").Into("spec.targetNamespace"),
        .. Of("flux.weave.works", Anything, "HelmRelease").Into("spec.targetNamespace"),
        .. Of("kustomize.toolkit.fluxcd.io", Anything, "Kustomization").Anywhere(),
        .. Of("fluxcd.controlplane.io", Anything, "FluxInstance", "ResourceSet").Anywhere(),
        .. Of("infra.contrib.fluxcd.io", Pods | Secrets | ConfigMaps | Services, "Terraform").Named(Secrets, "{spec.writeOutputsToSecret.name}", "*{name}*"),
        .. Of("templates.weave.works", Anything, "GitOpsTemplate", "GitOpsSet").Anywhere(),

        // Helm and package operators.
        .. Of("helm.cattle.io", Anything, "HelmChart").Into("spec.targetNamespace"),
        .. Of("helm.crossplane.io", Anything, "Release").Into("spec.forProvider.namespace"),
        .. Of("helm.m.crossplane.io", Anything, "Release").Into("spec.forProvider.namespace"),
        .. Of("kubernetes.crossplane.io", Anything, "Object", "ObservedObjectCollection").Anywhere(),
        .. Of("kubernetes.m.crossplane.io", Anything, "Object").Anywhere(),
        .. Of("k3s.cattle.io", Anything, "Addon").Anywhere(),
        .. Of("kappctrl.k14s.io", Anything, "App").Anywhere(),
        .. Of("packaging.carvel.dev", Anything, "PackageInstall", "PackageRepository").Anywhere(),
        .. Of("packages.eks.amazonaws.com", Anything, "Package", "PackageBundleController").Anywhere(),
        .. Of("helm.k0sproject.io", Anything, "Chart").Into("spec.namespace"),
        .. Of("configmanagement.gke.io", Anything, "ConfigManagement").Anywhere(),
        .. Of("configsync.gke.io", Anything, "RootSync", "RepoSync").Anywhere(),
        .. Of("fleet.cattle.io", Anything, "GitRepo", "Bundle", "BundleDeployment", "HelmOp").Anywhere(),
        .. Of("management.cattle.io", Anything).Anywhere(),
        .. Of("catalog.cattle.io", Anything, "App", "Operation", "ClusterRepo").Anywhere(),
        .. Of("project.cattle.io", Anything).Anywhere(),
        .. Of("app.gitlab.com", Exposed, "GitLab", "Runner"),
        .. Of("apps.gitlab.com", Exposed, "GitLab", "Runner"),
        .. Of("installer.kubesphere.io", Anything, "ClusterConfiguration").Anywhere(),
        .. Of("application.kubesphere.io", Anything).Anywhere(),
        .. Of("core.oam.dev", Anything, "Application", "ApplicationRevision", "ApplicationConfiguration", "ContainerizedWorkload").Anywhere(),
        .. Of("platform.kratix.io", Anything).Anywhere(),
        .. Of("lib.projectsveltos.io", Anything).Anywhere(),
        .. Of("config.projectsveltos.io", Anything).Anywhere(),
        .. Of("gitops.kluctl.io", Anything, "KluctlDeployment").Anywhere(),
        .. Of("lifecycle.keptn.sh", Pods, "KeptnTaskDefinition", "KeptnTask"),
        .. Of("kro.run", Anything).Anywhere(),
        .. Of("work.open-cluster-management.io", Anything, "ManifestWork", "ManifestWorkReplicaSet").Anywhere(),
        .. Of("apps.open-cluster-management.io", Anything).Anywhere(),
        .. Of("policy.open-cluster-management.io", Anything).Anywhere(),
        .. Of("operator.open-cluster-management.io", Anything).Anywhere(),
        .. Of("multicluster.openshift.io", Anything, "MultiClusterEngine").Anywhere(),
        .. Of("policy.karmada.io", Anything).Anywhere(),
        .. Of("work.karmada.io", Anything).Anywhere(),
        .. Of("types.kubefed.io", Anything).Anywhere(),

        // Operator Lifecycle Manager: the operator, and through it whatever the operator makes.
        .. Of("operators.coreos.com", Anything, "Subscription", "ClusterServiceVersion", "InstallPlan", "Operator").Anywhere(),
        .. Of("operators.coreos.com", Pods | Services, "CatalogSource").Named(Services, "{name}").Labelled("olm.catalogSource={name}").Owning("olm."),
        .. Of("olm.operatorframework.io", Anything, "ClusterExtension", "Operator", "BundleDeployment").Anywhere(),
        .. Of("operator.cluster.x-k8s.io", Anything).Anywhere(),

        // Infrastructure as code.
        .. Of("pulumi.com", Anything).Anywhere(),
        .. Of("auto.pulumi.com", Anything).Anywhere(),
        .. Of("tf.galleybytes.com", Pods | Secrets | ConfigMaps, "Terraform"),
        .. Of("tf.isaaguilar.com", Pods | Secrets | ConfigMaps, "Terraform"),
        .. Of("app.terraform.io", Pods | Secrets | ConfigMaps, "Workspace", "Module", "AgentPool", "AgentToken", "Project", "RunsCollector"),
        .. Of("terraform.core.oam.dev", Pods | Secrets | ConfigMaps, "Configuration"),
    ];

    private static IEnumerable<ResourceProducer> Policies() =>
    [
        .. Of("kyverno.io", Anything, "ClusterPolicy", "Policy").Everywhere(Secrets | ConfigMaps).OnlyWhen("spec.rules[].generate"),
        .. Of("kyverno.io", Anything, "UpdateRequest").Anywhere(),
        .. Of("policies.kyverno.io", Anything, "GeneratingPolicy", "NamespacedGeneratingPolicy").Everywhere(Secrets | ConfigMaps),
        .. Of("operator.gatekeeper.sh", Server, "Gatekeeper").Anywhere(),
        .. Of("capsule.clastix.io", Namespaces | Secrets | ConfigMaps | NetworkPolicies | Others).Anywhere(),
        .. Of("hnc.x-k8s.io", Namespaces | Secrets | ConfigMaps | NetworkPolicies, "SubnamespaceAnchor", "HierarchyConfiguration", "HNCConfiguration").Everywhere(Secrets | ConfigMaps),
        .. Of("tenancy.stakater.com", Anything).Anywhere(),
        .. Of("tenancy.kiosk.sh", Anything).Anywhere(),
        .. Of("redhatcop.redhat.io", Anything, "NamespaceConfig", "GroupConfig", "UserConfig", "Patch", "ResourceLocker", "EnforcingCRD", "ProactiveNodeScalingWatermark")
            .Everywhere(Secrets | ConfigMaps),
        .. Of("kargo.akuity.io", Namespaces | Secrets | Pods, "Project", "Stage", "Promotion", "Warehouse", "Freight").Named(Namespaces, "{name}"),
        .. Of("metacontroller.k8s.io", Anything, "CompositeController", "DecoratorController").Anywhere(),
        .. Of("k8s.otterize.com", NetworkPolicies, "ClientIntents", "ProtectedService"),
    ];
}
