using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Resources;

namespace NetLint.Rules.Services;

/// <summary>NL1008: two ports of a Service have the same number and protocol, or the same name.</summary>
public sealed class DuplicatePort : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        Id: "NL1008",
        Slug: "duplicate-port",
        Title: "Port of a Service is declared twice",
        MessageFormat: "Service '{0}' declares {1} twice",
        Category: DiagnosticCategory.Validity,
        DefaultSeverity: DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterResourceAction<Service>(Analyze);

    private static void Analyze(ResourceAnalysisContext<Service> context)
    {
        // A line that could not be read may be the one that tells two ports apart.
        if (context.Resource.IsPartial)
            return;
        var seen = new List<ServicePort>();
        foreach (var port in context.Resource.Spec.Ports)
        {
            if (seen.Find(other => IsSamePort(other, port)) is { } first)
                Report(context, port.Port, first.Port, $"port {port.Port.Value}/{port.EffectiveProtocol}");
            // A port that repeats another one whole is one mistake.
            else if (seen.Find(other => IsSameName(other, port)) is { } namesake)
                Report(context, port.PortName, namesake.PortName, $"the port name '{port.PortName.Value}'");
            seen.Add(port);
        }
    }

    private static bool IsSamePort(ServicePort left, ServicePort right) =>
        left.Port.IsPresent && right.Port.IsPresent && left.Port.Value == right.Port.Value
        && IsProtocolKnown(left) && IsProtocolKnown(right) && left.EffectiveProtocol == right.EffectiveProtocol;

    /// <summary>A protocol of the wrong type is a finding of its own, and no TCP.</summary>
    private static bool IsProtocolKnown(ServicePort port) => port.Protocol.State != FieldState.WrongType;

    private static bool IsSameName(ServicePort left, ServicePort right) =>
        left.PortName.Value is { Length: > 0 } name && name == right.PortName.Value;

    private static void Report<T>(ResourceAnalysisContext<Service> context, Field<T> field, Field<T> first, string what) =>
        context.Report(Rule, field, [context.Resource.Name, what], [new RelatedLocation(RelatedRole.Target, first.Origin, "first declared here")]);
}
