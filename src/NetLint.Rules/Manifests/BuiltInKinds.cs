namespace NetLint.Rules.Manifests;

/// <summary>The API groups whose objects have the types that the Kubernetes API declares, and not those of a custom resource definition.</summary>
internal static class BuiltInKinds
{
    /// <summary>True for the group of built-in workloads, networking and policy kinds; "" is the core group.</summary>
    public static bool Has(string group) => group is "" or "apps" or "batch" or "extensions" or "networking.k8s.io" or "discovery.k8s.io" or "policy";
}
