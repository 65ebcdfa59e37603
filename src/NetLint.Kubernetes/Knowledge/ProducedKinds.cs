namespace NetLint.Kubernetes.Knowledge;

/// <summary>The kinds of objects that a controller creates on behalf of another object.</summary>
[Flags]
public enum ProducedKinds
{
    /// <summary>Nothing that matters to networking.</summary>
    None = 0,

    /// <summary>Pods, directly or through workloads.</summary>
    Pods = 1,

    /// <summary>Services.</summary>
    Services = 1 << 1,

    /// <summary>Secrets.</summary>
    Secrets = 1 << 2,

    /// <summary>ConfigMaps.</summary>
    ConfigMaps = 1 << 3,

    /// <summary>EndpointSlices or Endpoints.</summary>
    EndpointSlices = 1 << 4,

    /// <summary>Ingresses.</summary>
    Ingresses = 1 << 5,

    /// <summary>IngressClasses.</summary>
    IngressClasses = 1 << 6,

    /// <summary>Gateways of the Gateway API.</summary>
    Gateways = 1 << 7,

    /// <summary>GatewayClasses.</summary>
    GatewayClasses = 1 << 8,

    /// <summary>Routes: HTTPRoutes and their siblings, Istio VirtualServices, OpenShift Routes.</summary>
    Routes = 1 << 9,

    /// <summary>Namespaces.</summary>
    Namespaces = 1 << 10,

    /// <summary>NetworkPolicies.</summary>
    NetworkPolicies = 1 << 11,

    /// <summary>CustomResourceDefinitions.</summary>
    CustomResourceDefinitions = 1 << 12,

    /// <summary>Kinds of none of the other sorts, such as issuers or further custom resources.</summary>
    Others = 1 << 13,

    /// <summary>Anything: the object stands for manifests that are written elsewhere.</summary>
    Anything = (1 << 14) - 1,
}
