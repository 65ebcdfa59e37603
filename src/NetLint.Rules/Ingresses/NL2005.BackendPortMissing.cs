using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Syntax.Text;

namespace NetLint.Rules.Ingresses;

/// <summary>NL2005: a backend of an Ingress names a port that its Service does not have.</summary>
public sealed class BackendPortMissing : DiagnosticAnalyzer
{
    /// <summary>Beyond this circle folders reuse names: a Service by that name there is likely another one.</summary>
    private const int FarthestCircle = 3;

    private static readonly DiagnosticDescriptor Rule = new(
        Id: "NL2005",
        Slug: "backend-port-missing",
        Title: "Backend of an Ingress names a port that the Service lacks",
        MessageFormat: "Ingress '{0}' routes to port {1} of Service '{2}', which has {3}{4}",
        Category: DiagnosticCategory.Correctness,
        DefaultSeverity: DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc/>
    public override ImmutableArray<string> Reads => [ModelKinds.Service];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterResourceAction<Ingress>(Analyze);

    private static void Analyze(ResourceAnalysisContext<Ingress> context)
    {
        var references = ServiceBackends.Of(context.Resource).Select(Reference.Of).OfType<Reference>();
        foreach (var same in references.GroupBy(reference => (reference.Service, reference.Number, reference.Name)))
            Check(context, [.. same]);
    }

    private static void Check(ResourceAnalysisContext<Ingress> context, ImmutableArray<Reference> references)
    {
        var reference = references[0];
        // A Service that is missing or not known is NL2004's.
        if (context.Model.Find<Service>(context.Resource, reference.Service) is not Found<Service> { Items: [var service, ..] } found)
            return;
        if (found.Items.Any(item => reference.MayBeServedBy(item) || context.Model.Distance(context.Resource, item) > FarthestCircle))
            return;
        var near = Near(reference, service, out var hint);
        var target = near is null
            ? new RelatedLocation(RelatedRole.Target, service.NameOrigin, $"Service '{service.Name}' has {PortsOf(service)}")
            : new RelatedLocation(RelatedRole.Target, near.Origin, $"port {near.Port.Value} of Service '{service.Name}'");
        context.Report(
            Rule,
            reference.Place,
            [context.Resource.Name, reference.Text, service.Name, PortsOf(service), hint],
            [target, .. ServiceBackends.Repetitions(references.Skip(1).Select(item => item.Place), $"port {reference.Text}")]);
    }

    /// <summary>The port that is likely meant, and why.</summary>
    private static ServicePort? Near(Reference reference, Service service, out string hint)
    {
        foreach (var port in service.Spec.Ports)
        {
            if (reference.Number is { } number)
            {
                hint = port.TargetPort.Value.Number == number ? $"; {number} is the targetPort of port {port.Port.Value}"
                    : port.NodePort.IsPresent && port.NodePort.Value == number ? $"; {number} is the nodePort of port {port.Port.Value}"
                    : "";
            }
            else
            {
                hint = port.TargetPort.Value.Name == reference.Name ? $"; '{reference.Name}' is the targetPort of port {port.Port.Value}"
                    : port.PortName.Value is { } name && Spelling.IsNear(name, reference.Name!) ? $"; '{name}' comes near"
                    : "";
            }

            if (hint.Length > 0)
                return port;
        }

        hint = "";
        return null;
    }

    private static string PortsOf(Service service)
    {
        var ports = service.Spec.Ports;
        var texts = ports.Take(4).Select(port => port.PortName.Value is { Length: > 0 } name
            ? string.Create(CultureInfo.InvariantCulture, $"{port.Port.Value} ('{name}')")
            : port.Port.Value.ToString(CultureInfo.InvariantCulture));
        return (ports.Length == 1 ? "only port " : "only ports ") + string.Join(", ", texts) + (ports.Length > 4 ? " and more" : "");
    }

    /// <summary>A Service and one port of it, as a backend names them.</summary>
    private sealed record Reference(string Service, BigInteger? Number, string? Name, Origin Place)
    {
        public string Text => Name is null ? Number!.Value.ToString(CultureInfo.InvariantCulture) : $"'{Name}'";

        /// <summary>The reference of a backend; null when it names no port, both a number and a name, or one that no Service can have (NL2006).</summary>
        public static Reference? Of(IngressBackend backend)
        {
            var number = backend.PortNumber;
            var name = backend.PortName;
            var hasNumber = number.IsPresent && !number.Value.IsZero;
            var hasName = name.Value is { Length: > 0 };
            if (hasNumber == hasName || Substitution.IsUnresolved(name.Value))
                return null;
            if (hasName)
                return name.Value!.All(char.IsAsciiDigit) ? null : new Reference(backend.ServiceName.Value!, null, name.Value, name.Origin);
            return number.Value >= 1 && number.Value <= 65535 ? new Reference(backend.ServiceName.Value!, number.Value, null, number.Origin) : null;
        }

        /// <summary>True unless the Service certainly lacks the port.</summary>
        public bool MayBeServedBy(Service service)
        {
            var spec = service.Spec;
            // A Service whose ports are absent or not read whole has another fault, or is a fragment.
            if (service.IsPartial || spec.Ports.IsEmpty || spec.Ports.Length != spec.Sequence("ports").Value!.Items.Length)
                return true;
            if (spec.Ports.Any(port => !port.Port.IsPresent || port.PortName.State == FieldState.WrongType || Substitution.IsUnresolved(port.PortName.Value)))
                return true;
            // Controllers dial the outside name at the number that the Ingress gives.
            if (Number is not null && service.EffectiveType is "ExternalName" or "")
                return true;
            return spec.Ports.Any(port => Name is null ? port.Port.Value == Number : port.PortName.Value == Name);
        }
    }
}
