using System.Collections.Immutable;
using System.Numerics;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;

namespace NetLint.Rules.Services;

/// <summary>NL1002: two Services, or two ports of one Service, claim the same node port.</summary>
public sealed class NodePortConflict : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        Id: "NL1002",
        Slug: "node-port-conflict",
        Title: "Node port is claimed twice",
        MessageFormat: "{0} {1} of Service '{2}' is already claimed by {3}",
        Category: DiagnosticCategory.Validity,
        DefaultSeverity: DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc/>
    public override ImmutableArray<string> Reads => [ModelKinds.Service];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterUnitAction(Analyze);

    private static void Analyze(UnitAnalysisContext context)
    {
        // A node port is claimed for the whole cluster. Each unit tells of its own Services only.
        var own = context.Model.InUnit<Service>().ToHashSet<Service>(ReferenceEqualityComparer.Instance);
        var ports = own.SelectMany(ClaimsOf).Select(claim => claim.NodePort).ToHashSet();
        if (ports.Count == 0)
            return;
        foreach (var claims in context.Model.InCluster<Service>().SelectMany(ClaimsOf).Where(claim => ports.Contains(claim.NodePort)).GroupBy(claim => claim.NodePort).Where(group => group.Skip(1).Any()))
        {
            var earlier = new List<Claim>();
            foreach (var claim in claims)
            {
                if (earlier.Find(other => Conflict(context.Model, other, claim)) is not { } first)
                    earlier.Add(claim);
                else if (own.Contains(claim.Service))
                    Report(context, claim, first);
            }
        }
    }

    private static IEnumerable<Claim> ClaimsOf(Service service)
    {
        // On any other type a node port is refused for itself.
        if (service.EffectiveType is not ("NodePort" or "LoadBalancer"))
            yield break;
        foreach (var port in service.Spec.Ports)
        {
            // 0 asks the API server to choose, as an absent field does.
            if (port.NodePort is { IsPresent: true, Value.IsZero: false })
                yield return new Claim(service, port, port.NodePort);
        }

        // Only a load balancer that keeps traffic on its node has a port for health checks.
        if (service.EffectiveType == "LoadBalancer" && service.Spec.String("externalTrafficPolicy").Value == "Local"
            && service.Spec.HealthCheckNodePort is { IsPresent: true, Value.IsZero: false } healthCheck)
            yield return new Claim(service, null, healthCheck);
    }

    private static bool Conflict(SemanticModel model, Claim left, Claim right) => ReferenceEquals(left.Service, right.Service)
        ? ConflictWithin(left.Port, right.Port)
        : AreBothApplied(model, left.Service, right.Service);

    private static bool ConflictWithin(ServicePort? left, ServicePort? right)
    {
        if (left is null || right is null)
            return true;
        // One port over two protocols may share its node port; the same port and protocol again is a repeated port, not a conflict of node ports.
        return !left.Port.IsPresent || !right.Port.IsPresent || left.Port.Value != right.Port.Value;
    }

    private static bool AreBothApplied(SemanticModel model, Service left, Service right)
    {
        // What a tool deploys together, or to one cluster, is applied together: two Services of one name and namespace are one object.
        if (model.Unit.IsDeployed)
            return left.Name != right.Name || (model.NamespaceOf(left) is { } first && model.NamespaceOf(right) is { } second && first != second);
        var isOneFile = ReferenceEquals(left.Source, right.Source);
        // Two Services of one name are one object, or variants of it for several namespaces or clusters.
        if (left.Name == right.Name && !(isOneFile && left.Namespace is not null && right.Namespace is not null && left.Namespace != right.Namespace))
            return false;
        if (isOneFile)
            return true;
        // What is rewritten on the way may end up in different places, or with different ports.
        return !model.IsRewritten(left) && !model.IsRewritten(right) && !model.AreAlternatives(left, right);
    }

    private static void Report(UnitAnalysisContext context, Claim claim, Claim first)
    {
        var owner = ReferenceEquals(claim.Service, first.Service) ? "another port of the same Service" : $"Service '{first.Service.Name}'";
        context.Report(
            Rule, claim.Service, claim.Field, [claim.Field.Name, claim.NodePort, claim.Service.Name, owner],
            [new RelatedLocation(RelatedRole.Target, first.Field.Origin, $"{first.Field.Name} {first.NodePort} of Service '{first.Service.Name}'")]);
    }

    private sealed record Claim(Service Service, ServicePort? Port, Field<BigInteger> Field)
    {
        public BigInteger NodePort => Field.Value;
    }
}
