using System.Collections.Immutable;
using NetLint.Kubernetes.Knowledge;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Kubernetes.Resources;

/// <summary>An object whose pods are described in the manifest: a built-in workload, or a custom resource with pod templates.</summary>
public sealed class Workload : Resource
{
    /// <summary>Wraps the root mapping of a workload.</summary>
    /// <param name="document">The document.</param>
    /// <param name="node">The object.</param>
    /// <param name="templates">The mappings that describe its pods; for a Pod, the object itself.</param>
    /// <param name="knowledge">What is known of its kind; null for a custom resource that only looks like a workload.</param>
    public Workload(YamlDocument document, YamlMapping node, ImmutableArray<YamlMapping> templates, PodTemplateKind? knowledge)
        : base(document, node)
    {
        Knowledge = knowledge;
        PodTemplates = [.. templates.Select(template => new PodTemplate(this, template))];
    }

    /// <summary>What is known of its kind; null for a custom resource that only looks like a workload.</summary>
    public PodTemplateKind? Knowledge { get; }

    /// <summary>True when the templates name the containers that listen; of a virtual machine they do not.</summary>
    public bool ShowsContainers => Knowledge?.ShowsContainers ?? true;

    /// <summary>The descriptions of its pods; nearly always one.</summary>
    public ImmutableArray<PodTemplate> PodTemplates { get; }
}

/// <summary>A description of pods: metadata and spec.</summary>
public sealed class PodTemplate : ObjectView
{
    private ObjectMeta? _metadata;
    private PodSpec? _spec;

    internal PodTemplate(Workload owner, YamlMapping node)
        : base(node, node.Origin) => Owner = owner;

    /// <summary>The object that makes the pods.</summary>
    public Workload Owner { get; }

    /// <summary>The metadata of the pods.</summary>
    public ObjectMeta Metadata => _metadata ??= View("metadata", static (node, place) => new ObjectMeta(node, place));

    /// <summary>The labels of the pods as written; controllers may add others.</summary>
    public Field<StringMap> Labels => Metadata.Labels;

    /// <summary>The spec of the pods.</summary>
    public PodSpec Spec => _spec ??= View("spec", static (node, place) => new PodSpec(node, place));
}

/// <summary>The spec of a pod.</summary>
public sealed class PodSpec : ObjectView
{
    private ImmutableArray<Container> _containers;

    internal PodSpec(YamlMapping? node, Origin place)
        : base(node, place)
    {
    }

    /// <summary>The containers.</summary>
    public ImmutableArray<Container> Containers =>
        _containers.IsDefault ? _containers = Views("containers", static node => new Container(node)) : _containers;

    /// <summary>The init containers; those with restartPolicy Always are sidecars and serve as long as the pod lives.</summary>
    public ImmutableArray<Container> InitContainers => Views("initContainers", static node => new Container(node));

    /// <summary>The containers whose ports a Service can reach, in the order Kubernetes looks a name up: containers, then sidecars.</summary>
    public IEnumerable<Container> ServingContainers =>
        Containers.Concat(InitContainers.Where(container => container.String("restartPolicy").Value == "Always"));

    /// <summary>True when the pod uses the network of its node.</summary>
    public bool UsesHostNetwork => Boolean("hostNetwork").Value;
}

/// <summary>A container of a pod.</summary>
public sealed class Container : ObjectView
{
    private ImmutableArray<ContainerPort> _ports;

    internal Container(YamlMapping node)
        : base(node, node.Origin)
    {
    }

    /// <summary>The name.</summary>
    public Field<string> ContainerName => String("name");

    /// <summary>The ports it declares.</summary>
    public ImmutableArray<ContainerPort> Ports =>
        _ports.IsDefault ? _ports = Views("ports", static node => new ContainerPort(node)) : _ports;
}

/// <summary>A port a container declares. A number is informational, a name is what Services and probes resolve.</summary>
public sealed class ContainerPort : ObjectView
{
    internal ContainerPort(YamlMapping node)
        : base(node, node.Origin)
    {
    }

    /// <summary>The name.</summary>
    public Field<string> PortName => String("name");

    /// <summary>The number.</summary>
    public Field<System.Numerics.BigInteger> Number => Integer("containerPort");

    /// <summary>The protocol after defaulting: TCP when absent or empty.</summary>
    public string EffectiveProtocol => String("protocol").Value is { Length: > 0 } protocol ? protocol : "TCP";
}
