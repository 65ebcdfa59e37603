using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Resources;

namespace NetLint.Cli.Tests.Reporting;

/// <summary>Reports a finding of every shape that formats must carry, about Services only.</summary>
internal sealed class ProbeAnalyzer : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor Port = new(
        "NL1901", "probe-port", "Port was probed", "Port {0} of Service '{1}' was probed", DiagnosticCategory.Correctness, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor Absent = new(
        "NL1902", "probe-absent", "Type is absent", "Service '{0}' has no type", DiagnosticCategory.Maintainability, DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor Block = new(
        "NL1903", "probe-block", "Spec was probed", "Spec of Service '{0}' was probed", DiagnosticCategory.Security, DiagnosticSeverity.Error)
    {
        Case = "whole-spec",
    };

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Port, Absent, Block];

    public override void Initialize(AnalysisContext context) => context.RegisterResourceAction<Service>(Analyze);

    private static void Analyze(ResourceAnalysisContext<Service> context)
    {
        var service = context.Resource;
        foreach (var port in service.Spec.Ports)
        {
            var related = new RelatedLocation(RelatedRole.Target, service.NameOrigin, $"the Service is named [{service.Name}](https://example.org)");
            context.Report(Port, port.Port, [port.Port.Value, service.Name], [related]);
        }

        if (!service.Spec.Type.IsPresent)
            context.Report(Absent, service.Spec.Type, [service.Name]);
        if (service.Spec.Node is { } spec)
            context.Report(Block, spec.Origin, [service.Name]);
    }
}
