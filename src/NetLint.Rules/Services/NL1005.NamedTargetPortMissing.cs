using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;

namespace NetLint.Rules.Services;

/// <summary>NL1005: a Service sends traffic to a named port that the pods behind it do not declare.</summary>
public sealed class NamedTargetPortMissing : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor NoPod = new(
        Id: "NL1005",
        Slug: "named-target-port-missing",
        Title: "Named target port is declared by no pod",
        MessageFormat: "targetPort '{0}' of Service '{1}' is declared by no pod it selects{2}",
        Category: DiagnosticCategory.Correctness,
        DefaultSeverity: DiagnosticSeverity.Error)
    {
        Case = "no-pod",
    };

    private static readonly DiagnosticDescriptor SomePods = new(
        Id: "NL1005",
        Slug: "named-target-port-missing",
        Title: "Named target port is declared by some pods only",
        MessageFormat: "targetPort '{0}' of Service '{1}' is not declared by {2}, which the Service selects too",
        Category: DiagnosticCategory.Correctness,
        DefaultSeverity: DiagnosticSeverity.Info)
    {
        Case = "some-pods",
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [NoPod, SomePods];

    /// <inheritdoc/>
    public override ImmutableArray<string> Reads => [ModelKinds.Pod];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterResourceAction<Service>(Analyze);

    private static void Analyze(ResourceAnalysisContext<Service> context)
    {
        var service = context.Resource;
        if (service.Selector is not { } selector || service.EffectiveType == "ExternalName")
            return;
        // A selector with a line missing selects more than the whole one does.
        if (service.IsPartial)
            return;
        var named = service.Spec.Ports.Where(port => PortResolution.TargetOf(port)?.Name is not null).ToImmutableArray();
        if (named.IsEmpty || context.Model.FindPods(service, selector) is not Found<PodTemplate> { Items: var pods })
            return;
        foreach (var port in named)
            Check(context, port, port.TargetPort.Value.Name!, pods);
    }

    private static void Check(ResourceAnalysisContext<Service> context, ServicePort port, string name, ImmutableArray<PodTemplate> pods)
    {
        // What a deployment tool fills in is not known here.
        if (Substitution.IsUnresolved(name))
            return;
        // A protocol of the wrong type is refused for that, and which port is meant is open.
        if (port.Protocol.State == FieldState.WrongType || Substitution.IsUnresolved(port.Protocol.Value))
            return;
        var answers = pods.ToLookup(pod => PortResolution.Declares(pod, name, port.EffectiveProtocol));
        // A pod whose ports are not all in the manifest may be the one that has it.
        if (answers[null].Any())
            return;
        var service = context.Resource;
        if (answers[true].Any())
        {
            if (answers[false].FirstOrDefault() is { } without)
                context.Report(SomePods, port.TargetPort, [name, service.Name, Describe(without)], answers[false].Take(3).Select(Related));
            return;
        }

        var (hint, place) = Nearest(pods, name, port.EffectiveProtocol);
        context.Report(NoPod, port.TargetPort, [name, service.Name, hint], place is null ? pods.Take(3).Select(Related) : [place]);
    }

    /// <summary>Why nothing is found: a number in quotes, the name with another protocol, or a name that is spelled alike.</summary>
    private static (string Hint, RelatedLocation? Place) Nearest(ImmutableArray<PodTemplate> pods, string name, string protocol)
    {
        if (name.All(char.IsAsciiDigit))
            return (", because in quotes it is a name and no number", null);
        var declared = pods.SelectMany(pod => PortResolution.Declared(pod).Select(port => (Pod: pod, Port: port))).Where(item => item.Port.PortName.IsPresent).ToArray();
        foreach (var (pod, port) in declared)
        {
            if (port.PortName.Value == name)
                return ($" for {protocol}: {Describe(pod)} declares it for {port.EffectiveProtocol}", Related(pod, port));
        }

        foreach (var (pod, port) in declared.OrderBy(item => Spelling.Distance(item.Port.PortName.Value!, name)))
        {
            if (Spelling.IsNear(port.PortName.Value!, name))
                return ($": {Describe(pod)} declares '{port.PortName.Value}'", Related(pod, port));
        }

        return ("", null);
    }

    private static RelatedLocation Related(PodTemplate pod, ContainerPort port) => new(RelatedRole.Target, port.PortName.Origin, $"the nearest port, of {Describe(pod)}");

    private static RelatedLocation Related(PodTemplate pod) => new(RelatedRole.Target, pod.Owner.NameOrigin, $"{Describe(pod)} is selected");

    private static string Describe(PodTemplate pod) => $"{pod.Owner.Kind} '{pod.Owner.Name}'";
}
