using System.Collections.Immutable;
using NetLint.Kubernetes.Semantics;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Kubernetes.Resources;

/// <summary>A Service (core v1).</summary>
public sealed class Service : Resource
{
    private ServiceSpec? _spec;

    /// <summary>Wraps the root mapping of a Service.</summary>
    public Service(YamlDocument document, YamlMapping node)
        : base(document, node)
    {
    }

    /// <summary>The spec.</summary>
    public ServiceSpec Spec => _spec ??= View("spec", static (node, place) => new ServiceSpec(node, place));

    /// <summary>The type after defaulting: <c>ClusterIP</c> when absent. A field of the wrong type gives "".</summary>
    public string EffectiveType => Spec.Type.State switch
    {
        FieldState.Present => Spec.Type.Value!.Length == 0 ? "ClusterIP" : Spec.Type.Value,
        FieldState.WrongType => "",
        _ => "ClusterIP",
    };

    /// <summary>True for <c>clusterIP: None</c>.</summary>
    public bool IsHeadless => Spec.ClusterIP.Value == "None" || Spec.Strings("clusterIPs") is [{ Value: "None" }, ..];

    /// <summary>
    /// True when the text is likely a fragment that is merged into a whole Service elsewhere: no Service is accepted without ports,
    /// unless it is headless or an ExternalName.
    /// </summary>
    public bool IsFragment => Node["$patch"] is not null || Spec.Node is null || (Spec.Ports.IsEmpty && !IsHeadless && EffectiveType != "ExternalName");

    /// <summary>The selector, or null when there is none or an empty one: endpoints are then made by hand.</summary>
    public LabelSelector? Selector => Spec.Selector is { IsPresent: true, Value: { Entries.Length: > 0 } map } ? LabelSelector.FromMap(map) : null;
}

/// <summary>The spec of a Service.</summary>
public sealed class ServiceSpec : ObjectView
{
    private ImmutableArray<ServicePort> _ports;

    internal ServiceSpec(YamlMapping? node, Origin place)
        : base(node, place)
    {
    }

    /// <summary>ClusterIP (the default), NodePort, LoadBalancer or ExternalName.</summary>
    public Field<string> Type => String("type");

    /// <summary>The virtual address, "" or None.</summary>
    public Field<string> ClusterIP => String("clusterIP");

    /// <summary>The name behind an ExternalName Service.</summary>
    public Field<string> ExternalName => String("externalName");

    /// <summary>The labels of the pods behind the Service.</summary>
    public Field<StringMap> Selector => StringMap("selector");

    /// <summary>The node port of health checks; 0 means unset.</summary>
    public Field<System.Numerics.BigInteger> HealthCheckNodePort => Integer("healthCheckNodePort");

    /// <summary>The ports.</summary>
    public ImmutableArray<ServicePort> Ports => _ports.IsDefault ? _ports = Views("ports", static node => new ServicePort(node)) : _ports;
}

/// <summary>One port of a Service.</summary>
public sealed class ServicePort : ObjectView
{
    internal ServicePort(YamlMapping node)
        : base(node, node.Origin)
    {
    }

    /// <summary>The name; may be absent on a Service with one port.</summary>
    public Field<string> PortName => String("name");

    /// <summary>The port clients dial.</summary>
    public Field<System.Numerics.BigInteger> Port => Integer("port");

    /// <summary>The port of the pods; absent means the same as <see cref="Port"/>.</summary>
    public Field<IntOrString> TargetPort => IntOrString("targetPort");

    /// <summary>The port on every node; 0 means unset.</summary>
    public Field<System.Numerics.BigInteger> NodePort => Integer("nodePort");

    /// <summary>The protocol as written.</summary>
    public Field<string> Protocol => String("protocol");

    /// <summary>The protocol after defaulting: TCP when absent or empty.</summary>
    public string EffectiveProtocol => Protocol.Value is { Length: > 0 } protocol ? protocol : "TCP";
}
