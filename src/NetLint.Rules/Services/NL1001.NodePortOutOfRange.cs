using System.Collections.Immutable;
using System.Numerics;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Resources;

namespace NetLint.Rules.Services;

/// <summary>NL1001: a node port lies outside the range the API server allocates from.</summary>
public sealed class NodePortOutOfRange : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        Id: "NL1001",
        Slug: "node-port-out-of-range",
        Title: "Node port is outside the range of the cluster",
        MessageFormat: "{0} {1} of Service '{2}' is outside the node port range {3}",
        Category: DiagnosticCategory.Validity,
        DefaultSeverity: DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterResourceAction<Service>(Analyze);

    private static void Analyze(ResourceAnalysisContext<Service> context)
    {
        foreach (var port in context.Resource.Spec.Ports)
            Check(context, port.NodePort);
        Check(context, context.Resource.Spec.HealthCheckNodePort);
    }

    private static void Check(ResourceAnalysisContext<Service> context, Field<BigInteger> field)
    {
        // 0 asks the API server to choose, as an absent field does.
        if (!field.IsPresent || field.Value.IsZero || context.Profile.NodePortRange.Contains(field.Value))
            return;
        context.Report(Rule, field, [field.Name, field.Value, context.Resource.Name, context.Profile.NodePortRange]);
    }
}
