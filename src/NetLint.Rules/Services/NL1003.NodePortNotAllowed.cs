using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Resources;

namespace NetLint.Rules.Services;

/// <summary>NL1003: a Service of type ClusterIP asks for a node port.</summary>
public sealed class NodePortNotAllowed : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        Id: "NL1003",
        Slug: "node-port-not-allowed",
        Title: "Node port on a Service of type ClusterIP",
        MessageFormat: "nodePort {0} is not allowed on Service '{1}' of type ClusterIP{2}",
        Category: DiagnosticCategory.Validity,
        DefaultSeverity: DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterResourceAction<Service>(Analyze);

    private static void Analyze(ResourceAnalysisContext<Service> context)
    {
        var service = context.Resource;
        if (service.EffectiveType != "ClusterIP")
            return;
        var isDefaulted = service.Spec.Type is not { IsPresent: true, Value.Length: > 0 };
        // A type that is not written may stand in a line that could not be read, or in the object that a fragment is merged into.
        if (isDefaulted && (service.IsPartial || service.IsFragment || service.Selector is null))
            return;

        foreach (var port in service.Spec.Ports)
        {
            // 0 asks the API server to choose, and a ClusterIP Service gets none.
            if (port.NodePort is { IsPresent: true, Value.IsZero: false } nodePort)
                context.Report(Rule, nodePort, [nodePort.Value, service.Name, isDefaulted ? ", the default" : ""]);
        }
    }
}
