using System.Collections.Immutable;

namespace NetLint.Rules;

/// <summary>A family of rules: what the first digit of an id means.</summary>
/// <param name="Digit">The digit behind <c>NL</c>.</param>
/// <param name="Name">The name a person reads.</param>
/// <param name="Folder">The folder and last part of the namespace of its rules.</param>
public sealed record RuleFamily(char Digit, string Name, string Folder)
{
    /// <summary>All families in the order of their digits.</summary>
    public static ImmutableArray<RuleFamily> All { get; } =
    [
        new('0', "Manifests and repository", "Manifests"),
        new('1', "Services", "Services"),
        new('2', "Ingresses, routes and TLS", "Ingresses"),
        new('3', "NetworkPolicies", "NetworkPolicies"),
        new('4', "Endpoints and EndpointSlices", "Endpoints"),
        new('5', "Pods and DNS", "Pods"),
        new('6', "Gateway API", "GatewayApi"),
        new('7', "Controller annotations", "Annotations"),
        new('8', "Paths through the cluster", "Paths"),
    ];

    /// <summary>The family of an id such as <c>NL1004</c>; null when there is none.</summary>
    public static RuleFamily? Of(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Length > 2 ? All.FirstOrDefault(family => family.Digit == id[2]) : null;
    }
}
