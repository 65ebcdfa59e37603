namespace NetLint.Kubernetes.Semantics;

/// <summary>Names of what a rule can ask the semantic model for; rules declare them.</summary>
public static class ModelKinds
{
    /// <summary>Services.</summary>
    public const string Service = "Service";

    /// <summary>Pod templates of workloads.</summary>
    public const string Pod = "Pod";

    /// <summary>Secrets and what makes them.</summary>
    public const string Secret = "Secret";

    /// <summary>Endpoints.</summary>
    public const string Endpoints = "Endpoints";

    /// <summary>EndpointSlices.</summary>
    public const string EndpointSlice = "EndpointSlice";

    /// <summary>Ingresses.</summary>
    public const string Ingress = "Ingress";

    /// <summary>IngressClasses.</summary>
    public const string IngressClass = "IngressClass";

    /// <summary>Namespaces.</summary>
    public const string Namespace = "Namespace";

    /// <summary>NetworkPolicies.</summary>
    public const string NetworkPolicy = "NetworkPolicy";

    /// <summary>Policies of other kinds, such as Cilium's.</summary>
    public const string ForeignNetworkPolicy = "ForeignNetworkPolicy";

    /// <summary>Objects of any kind.</summary>
    public const string Any = "*";
}

/// <summary>Is told what is read of a model.</summary>
public interface IModelObserver
{
    /// <summary>A kind of <see cref="ModelKinds"/> was asked for.</summary>
    void OnRead(string kind);
}
