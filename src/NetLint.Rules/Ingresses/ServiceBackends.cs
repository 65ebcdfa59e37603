using NetLint.Analysis.Diagnostics;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Syntax.Text;

namespace NetLint.Rules.Ingresses;

/// <summary>The backends of an Ingress that a controller looks up as Services of its namespace.</summary>
internal static class ServiceBackends
{
    /// <summary>The AWS load balancer controller takes what a backend with this port means from an annotation, not from a Service.</summary>
    private const string UseAnnotation = "use-annotation";

    public static IEnumerable<IngressBackend> Of(Ingress ingress) => ingress.Backends.Where(IsLookedUp);

    /// <summary>The other places that say the same: one cause is one finding.</summary>
    public static IEnumerable<RelatedLocation> Repetitions(IEnumerable<Origin> places, string text) =>
        places.Select(place => new RelatedLocation(RelatedRole.Note, place, $"{text} is named here too"));

    /// <summary>The namespace of an Ingress in the words of a message.</summary>
    public static string NamespaceText(string? @namespace) => @namespace is null ? "the namespace of the Ingress" : $"namespace '{@namespace}'";

    private static bool IsLookedUp(IngressBackend backend) =>
        backend.Resource.IsUnset
        && backend.ServiceName.Value is { Length: > 0 } name
        && !Substitution.IsUnresolved(name)
        && backend.PortName.Value != UseAnnotation;
}
