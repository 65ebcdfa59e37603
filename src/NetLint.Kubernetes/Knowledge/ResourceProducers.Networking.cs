using static NetLint.Kubernetes.Knowledge.ProducedKinds;

namespace NetLint.Kubernetes.Knowledge;

public static partial class ResourceProducers
{
    private static IEnumerable<ResourceProducer> Networking() =>
    [
        // Gateway API: most controllers make a Service and a Deployment that carry the Gateway's name.
        .. Of("gateway.networking.k8s.io", Pods | Services | Secrets | ConfigMaps, "Gateway")
            .Named(Services, "*{name}*").Labelled("gateway.networking.k8s.io/gateway-name={name}", "gateway.networking.k8s.io/gateway-class-name")
            .Owning("gateway.networking.k8s.io/", "gateway.envoyproxy.io/", "gateway.istio.io/").Anywhere(),
        .. Of("gateway.networking.k8s.io", Pods | Services, "GatewayClass").Anywhere(),
        .. Of("gateway.networking.x-k8s.io", Pods | Services, "XListenerSet", "XMesh"),
        .. Of("gateway.envoyproxy.io", Pods | Services, "EnvoyProxy", "EnvoyGateway").Owning("gateway.envoyproxy.io/").Anywhere(),
        .. Of("gateway.kgateway.dev", Pods | Services, "GatewayParameters", "GatewayExtension"),
        .. Of("gateway.nginx.org", Pods | Services, "NginxProxy", "NginxGateway"),
        .. Of("inference.networking.x-k8s.io", Services, "InferencePool"),
        .. Of("inference.networking.k8s.io", Services, "InferencePool"),

        // Ingress controllers and gateways that an operator installs.
        .. Of("operator.openshift.io", Pods | Services | Secrets | IngressClasses | Routes, "IngressController")
            .Named(Services, "router-*").Labelled("ingresscontroller.operator.openshift.io/deployment-ingresscontroller={name}").Anywhere(),
        .. Of("k8s.nginx.org", Pods | Services | Secrets | IngressClasses, "NginxIngress"),
        .. Of("charts.nginx.org", Pods | Services | Secrets | ConfigMaps | IngressClasses | GatewayClasses, "NginxIngress", "NginxGatewayFabric")
            .Labelled("app.kubernetes.io/instance={name}", "app.kubernetes.io/name"),
        .. Of("operator.projectcontour.io", Pods | Services | IngressClasses | GatewayClasses | Gateways, "Contour").Anywhere(),
        .. Of("projectcontour.io", Pods | Services | ConfigMaps, "ContourDeployment", "ContourConfiguration"),
        .. Of("charts.konghq.com", Pods | Services | Secrets | IngressClasses, "Kong").Labelled("app.kubernetes.io/instance={name}"),
        .. Of("gateway-operator.konghq.com", Pods | Services | Secrets, "DataPlane", "ControlPlane", "AIGateway", "GatewayConfiguration", "KonnectExtension")
            .Named(Services, "dataplane-*", "controlplane-*", "{spec.network.services.ingress.name}", "*{name}*").Owning("gateway-operator.konghq.com/"),
        .. Of("konnect.konghq.com", Secrets | Services),
        .. Of("getambassador.io", Pods | Services, "AmbassadorInstallation"),
        .. Of("voyager.appscode.com", Pods | Services, "Ingress").Named(Services, "voyager-{name}", "{name}"),
        .. Of("gloo.solo.io", Services, "Upstream"),
        .. Of("networking.gke.io", Secrets | Services | EndpointSlices, "ManagedCertificate", "ServiceAttachment", "ServiceFunctionChain"),
        .. Of("net.gke.io", Services | EndpointSlices, "ServiceExport", "ServiceImport").Named(Services | EndpointSlices, "gke-mcs-*"),
        .. Of("multicluster.x-k8s.io", Services | EndpointSlices, "ServiceExport", "ServiceImport"),
        .. Of("approuting.kubernetes.azure.com", Pods | Services | Secrets | IngressClasses, "NginxIngressController").Named(IngressClasses, "{spec.ingressClassName}").Anywhere(),
        .. Of("elbv2.k8s.aws", EndpointSlices, "TargetGroupBinding"),

        // Tunnels and load balancers.
        .. Of("tailscale.com", Server, "Connector", "ProxyGroup", "DNSConfig", "Recorder", "ProxyClass", "Tailnet").Owning("tailscale.com/").Anywhere(),
        .. Of("networking.cfargotunnel.com", Pods | Services | Secrets | ConfigMaps, "Tunnel", "ClusterTunnel", "TunnelBinding", "AccessTunnel").Anywhere(),
        .. Of("ngrok.k8s.ngrok.com", Pods | Services, "NgrokTrafficPolicy", "BoundEndpoint", "CloudEndpoint", "AgentEndpoint", "KubernetesOperator"),
        .. Of("bindings.k8s.ngrok.com", Services, "BoundEndpoint", "EndpointBinding").Anywhere(),
        .. Of("inlets.dev", Pods | Secrets, "Tunnel"),
        .. Of("operator.inlets.dev", Pods | Secrets, "Tunnel"),
        .. Of("metallb.io", Server, "MetalLB").Labelled("app=metallb", "component").Owning("metallb.io/"),
        .. Of("operator.tigera.io", Platform).Anywhere(),
        .. Of("cilium.io", Pods | Services | ConfigMaps, "CiliumConfig").Anywhere(),
        .. Of("cilium.io", Services | EndpointSlices, "CiliumEnvoyConfig", "CiliumClusterwideEnvoyConfig", "CiliumLocalRedirectPolicy"),
        .. Of("k8s.ovn.org", Pods, "EgressService"),
        .. Of("kubeovn.io", Pods | Services | EndpointSlices, "VpcNatGateway", "SwitchLBRule", "VpcDns", "VpcEgressGateway", "Vip"),
        .. Of("submariner.io", Server, "Submariner", "ServiceDiscovery", "Broker", "Gateway", "ClusterGlobalEgressIP", "GlobalIngressIP").Anywhere(),
        .. Of("nmstate.io", Server, "NMState").Anywhere(),
        .. Of("sriovnetwork.openshift.io", Server, "SriovOperatorConfig", "SriovNetworkNodePolicy").Anywhere(),
        .. Of("externaldns.olm.openshift.io", Server, "ExternalDNS").Anywhere(),
        .. Of("networking.olm.openshift.io", Server | IngressClasses, "AWSLoadBalancerController").Anywhere(),
        .. Of("k8gb.absa.oss", Ingresses | EndpointSlices, "Gslb").Named(Ingresses, "{name}"),
        .. Of("vpn.wireguard-operator.io", Server, "Wireguard", "WireguardPeer").Named(Services, "{name}-*"),
        .. Of("netbird.io", Server),
    ];

    private static IEnumerable<ResourceProducer> Mesh() =>
    [
        .. Of("install.istio.io", Platform | Gateways, "IstioOperator").Anywhere(),
        .. Of("sailoperator.io", Platform, "Istio", "IstioRevision", "IstioRevisionTag", "IstioCNI", "ZTunnel").Named(Services, "istiod", "istiod-*", "istio-*").Into("spec.namespace"),
        .. Of("operator.istio.io", Platform).Anywhere(),
        .. Of("maistra.io", Platform, "ServiceMeshControlPlane", "ServiceMeshPeer", "ServiceMeshMemberRoll", "ServiceMeshMember", "ServiceMeshExtension").Anywhere(),
        .. Of("federation.maistra.io", Services | EndpointSlices | Others),
        .. Of("servicemesh.cisco.com", Platform | Gateways).Anywhere(),
        .. Of("istio.banzaicloud.io", Platform | Gateways).Anywhere(),
        .. Of("multicluster.linkerd.io", Services | EndpointSlices | Pods, "Link").Anywhere(),
        .. Of("consul.hashicorp.com", Pods | Services, "GatewayClassConfig", "MeshGateway", "APIGateway", "TerminatingGateway", "IngressGateway"),
        .. Of("kuma.io", Pods | Services, "MeshGatewayInstance", "MeshGatewayConfig").Named(Services, "{name}").Owning("kuma.io/", "k8s.kuma.io/"),
        .. Of("networking.istio.io", Services, "ServiceEntry"),
        .. Of("kuadrant.io", Platform, "Kuadrant").Named(Services, "limitador-*", "authorino-*", "*kuadrant*").Anywhere(),
        .. Of("limitador.kuadrant.io", Server, "Limitador").Named(Services, "limitador-{name}", "{name}").Labelled("app=limitador", "limitador-resource={name}"),
        .. Of("operator.authorino.kuadrant.io", Server, "Authorino").Named(Services, "{name}-*").Labelled("authorino-resource={name}"),
    ];

    private static IEnumerable<ResourceProducer> Infrastructure() =>
    [
        // Crossplane: packages run pods, managed resources write connection Secrets.
        .. Of("pkg.crossplane.io", Platform, "Provider", "Function", "Configuration", "ProviderRevision", "FunctionRevision", "ConfigurationRevision").Anywhere(),
        .. Of("apiextensions.crossplane.io", CustomResourceDefinitions, "CompositeResourceDefinition"),
        .. Of("*.crossplane.io", Secrets).Named(Secrets, "{spec.writeConnectionSecretToRef.name}", "{spec.publishConnectionDetailsTo.name}").Into("spec.writeConnectionSecretToRef.namespace"),
        .. Of("*.upbound.io", Secrets).Named(Secrets, "{spec.writeConnectionSecretToRef.name}", "{spec.publishConnectionDetailsTo.name}").Into("spec.writeConnectionSecretToRef.namespace"),

        // Cloud controllers.
        .. Of("services.k8s.aws", Secrets | ConfigMaps, "FieldExport").Named(Secrets | ConfigMaps, "{spec.to.name}").Into("spec.to.namespace"),
        .. Of("acm.services.k8s.aws", Secrets, "Certificate").Named(Secrets, "{spec.exportTo.name}").Into("spec.exportTo.namespace").OnlyWhen("spec.exportTo"),
        .. Of("*.azure.com", Secrets | ConfigMaps),
        .. Of("*.cnrm.cloud.google.com", Secrets),
        .. Of("iam.cnrm.cloud.google.com", Secrets, "IAMServiceAccountKey").Named(Secrets, "{name}"),
        .. Of("objectbucket.io", Secrets | ConfigMaps, "ObjectBucketClaim").Named(Secrets | ConfigMaps, "{name}"),
        .. Of("objectstorage.k8s.io", Secrets, "BucketAccess").Named(Secrets, "{spec.credentialsSecretName}"),
        .. Of("s3.onyxia.sh", Secrets, "S3User").Named(Secrets, "{spec.secretName|name}"),

        // Clusters in clusters.
        .. Of("cluster.x-k8s.io", Secrets, "Cluster", "Machine", "MachineDeployment").Named(Secrets, "{name}-*", "{name}"),
        .. Of("controlplane.cluster.x-k8s.io", Secrets | Server).Named(Secrets, "*-kubeconfig", "{name}-*"),
        .. Of("bootstrap.cluster.x-k8s.io", Secrets).Named(Secrets, "{name}", "{name}-*"),
        .. Of("kamaji.clastix.io", Server, "TenantControlPlane", "DataStore").Named(Services, "{name}").Labelled("kamaji.clastix.io/name={name}").Owning("kamaji.clastix.io/"),
        .. Of("k3k.io", Server | Ingresses, "Cluster", "VirtualClusterPolicy").Named(Services, "k3k-{name}-*"),
        .. Of("infrastructure.cluster.x-k8s.io", Server, "VCluster", "DockerCluster", "KubevirtMachine", "KubevirtCluster"),
        .. Of("storage.loft.sh", Anything).Anywhere(),
        .. Of("management.loft.sh", Anything).Anywhere(),
        .. Of("tenancy.x-k8s.io", Server),
        .. Of("hypershift.openshift.io", Platform, "HostedCluster", "NodePool", "HostedControlPlane").Anywhere(),
        .. Of("hive.openshift.io", Pods | Secrets | Others).Anywhere(),
        .. Of("agent-install.openshift.io", Platform).Anywhere(),
        .. Of("core.gardener.cloud", Secrets | Namespaces | Others, "Shoot", "Project"),
        .. Of("operator.gardener.cloud", Platform).Anywhere(),
        .. Of("extensions.gardener.cloud", Platform).Anywhere(),
        .. Of("resources.gardener.cloud", Anything, "ManagedResource").Anywhere(),
        .. Of("tenancy.kcp.io", Namespaces | Others),
        .. Of("upgrade.cattle.io", Pods, "Plan").Owning("upgrade.cattle.io/"),
        .. Of("tuppr.home-operations.com", Pods, "KubernetesUpgrade", "TalosUpgrade"),
        .. Of("provisioning.cattle.io", Secrets | Others, "Cluster"),
        .. Of("metal3.io", Server, "Provisioning", "Ironic", "BareMetalHost", "PreprovisioningImage"),
        .. Of("ironic.metal3.io", Server, "Ironic", "IronicDatabase"),
        .. Of("tinkerbell.org", Pods),
        .. Of("operator.openstack.org", Platform).Anywhere(),
        .. Of("*.openstack.org", Server),
    ];

    private static IEnumerable<ResourceProducer> Identity() =>
    [
        .. Of("k8s.keycloak.org", Exposed, "Keycloak").Named(Services, "{name}-service", "{name}-discovery").Named(Secrets, "{name}-*")
            .Labelled("app=keycloak", "app.kubernetes.io/instance={name}", "app.kubernetes.io/managed-by=keycloak-operator"),
        .. Of("k8s.keycloak.org", Pods | Secrets, "KeycloakRealmImport").Labelled("app=keycloak-realm-import"),
        .. Of("keycloak.org", Secrets, "KeycloakRealm", "KeycloakClient", "KeycloakUser").Named(Secrets, "keycloak-client-secret-*", "credential-*", "*{name}*"),
        .. Of("v1.edp.epam.com", Secrets | Others),
        .. Of("hydra.ory.sh", Secrets, "OAuth2Client").Named(Secrets, "{spec.secretName}"),
        .. Of("kanidm.kaniop.rs", Exposed, "Kanidm").Named(Services, "{name}", "{name}-*").Owning("kanidm.kaniop.rs/"),
        .. Of("operator.ibm.com", Platform).Anywhere(),
        .. Of("operators.ibm.com", Platform).Anywhere(),
        .. Of("platform.stackrox.io", Platform, "Central").Named(Services, "central", "central-*", "scanner*").Labelled("app", "app.kubernetes.io/part-of=stackrox-central-services"),
        .. Of("platform.stackrox.io", Platform, "SecuredCluster").Named(Services, "sensor", "admission-control", "collector*", "scanner*", "sensor-*").Labelled("app", "app.kubernetes.io/part-of=stackrox-secured-cluster-services"),
        .. Of("aquasecurity.github.io", Pods | Secrets | ConfigMaps).Anywhere(),
        .. Of("operator.aquasec.com", Platform).Anywhere(),
        .. Of("operator.kubescape.io", Platform).Anywhere(),
        .. Of("operator.kyverno.io", Platform).Anywhere(),
        .. Of("policies.kubewarden.io", Server, "PolicyServer").Named(Services, "policy-server-{name}").Labelled("app=kubewarden-policy-server-{name}", "kubewarden/policy-server={name}")
            .Anywhere(),
        .. Of("compliance.openshift.io", Pods | ConfigMaps | Services | Secrets | Routes),
        .. Of("fileintegrity.openshift.io", Pods | ConfigMaps),
        .. Of("security-profiles-operator.x-k8s.io", Server, "SecurityProfilesOperatorDaemon").Anywhere(),
        .. Of("kubearmor.com", Server).Anywhere(),
        .. Of("operator.kubearmor.com", Server).Anywhere(),
        .. Of("tetragon.cilium.io", Server).Anywhere(),
        .. Of("falcon.crowdstrike.com", Server).Anywhere(),
        .. Of("falcosecurity.dev", Server).Anywhere(),
        .. Of("instance.falcosecurity.dev", Server).Anywhere(),
        .. Of("resources.teleport.dev", Secrets),
        .. Of("rhtas.redhat.com", Exposed).Labelled("app.kubernetes.io/instance", "app.kubernetes.io/part-of=trusted-artifact-signer"),
    ];
}
