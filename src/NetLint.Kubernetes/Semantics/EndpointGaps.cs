using System.Collections.Immutable;
using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Resources;
using NetLint.Syntax.Yaml;

namespace NetLint.Kubernetes.Semantics;

/// <summary>The gaps of endpoints: who may write endpoints at run time, and which Services need none because a mesh routes what is dialled.</summary>
internal static class EndpointGaps
{
    public static IEnumerable<Gap> Of(Resource resource, UnitScope unit)
    {
        if (IsRole(resource))
        {
            if (Writes(resource, ["endpoints", "endpointslices"]))
            {
                yield return new Gap(GapCode.Operator, $"who holds {resource.Kind} '{resource.Name}' may write endpoints")
                {
                    Kinds = ProducedKinds.EndpointSlices,
                    Namespace = resource.Kind == "Role" ? resource.Namespace ?? unit.Namespace : null,
                    Origin = resource.NameOrigin,
                };
            }

            yield break;
        }

        if (ServiceFrontends.ServicePathOf(resource.Group, resource.Kind) is not { } path)
            yield break;
        var names = FieldPath.Select(resource.Node, path).Select(NameOf).OfType<string>().Select(ServiceOf).ToImmutableArray();
        if (names.IsEmpty)
            yield break;
        yield return new Gap(GapCode.Operator, $"{resource.Kind} '{resource.Name}' routes what its Services are dialled for")
        {
            Kinds = ProducedKinds.EndpointSlices,
            NamePatterns = names,
            Origin = resource.NameOrigin,
            IsClusterWide = true,
        };
    }

    /// <summary>A name as it stands there, or that of a reference to a Service; references to gateways and the like are others' business.</summary>
    private static string? NameOf(YamlNode node) => node switch
    {
        YamlScalar { IsNull: false } name => name.Value,
        YamlMapping reference when (reference["kind"] as YamlScalar)?.Value == "Service" => (reference["name"] as YamlScalar)?.Value,
        _ => null,
    };

    /// <summary>A host of a mesh is a Service, or the DNS name of one.</summary>
    private static string ServiceOf(string host) =>
        Substitution.IsUnresolved(host) ? "*" : host.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? host[..dot] : host;

    /// <summary>True for a role that lets an application put labels on its pods at run time, as leaders and numbered brokers do.</summary>
    public static bool LabelsPods(Resource resource) => IsRole(resource) && Writes(resource, ["pods"]);

    private static bool IsRole(Resource resource) => resource is { Group: "rbac.authorization.k8s.io", Kind: "Role" or "ClusterRole" };

    private static bool Writes(Resource role, ReadOnlySpan<string> resources)
    {
        foreach (var rule in FieldPath.Select(role.Node, "rules[]").OfType<YamlMapping>())
        {
            if (!FieldPath.SelectText(rule, "verbs[]").Any(verb => verb is "create" or "update" or "patch" or "*"))
                continue;
            foreach (var name in FieldPath.SelectText(rule, "resources[]"))
            {
                if (name == "*" || resources.Contains(name))
                    return true;
            }
        }

        return false;
    }
}
