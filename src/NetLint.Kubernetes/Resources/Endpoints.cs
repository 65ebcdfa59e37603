using NetLint.Syntax.Yaml;

namespace NetLint.Kubernetes.Resources;

/// <summary>Endpoints (core v1). Its name is the name of the Service it belongs to.</summary>
public sealed class Endpoints : Resource
{
    /// <summary>Wraps the root mapping of an Endpoints object.</summary>
    public Endpoints(YamlDocument document, YamlMapping node)
        : base(document, node)
    {
    }
}

/// <summary>An EndpointSlice (discovery.k8s.io/v1). A label names the Service it belongs to.</summary>
public sealed class EndpointSlice : Resource
{
    /// <summary>The label whose value is the name of the Service.</summary>
    public const string ServiceNameLabel = "kubernetes.io/service-name";

    /// <summary>Wraps the root mapping of an EndpointSlice.</summary>
    public EndpointSlice(YamlDocument document, YamlMapping node)
        : base(document, node)
    {
    }

    /// <summary>The Service the slice belongs to; null when the label is missing.</summary>
    public string? ServiceName => Metadata.Labels.Value?[ServiceNameLabel];
}

/// <summary>A Secret (core v1).</summary>
public sealed class Secret : Resource
{
    /// <summary>Wraps the root mapping of a Secret.</summary>
    public Secret(YamlDocument document, YamlMapping node)
        : base(document, node)
    {
    }

    /// <summary>The type; absent means Opaque.</summary>
    public Field<string> Type => String("type");
}

/// <summary>A Namespace (core v1).</summary>
public sealed class Namespace : Resource
{
    /// <summary>The label that the API server sets on every namespace to the namespace's name.</summary>
    public const string NameLabel = "kubernetes.io/metadata.name";

    /// <summary>Wraps the root mapping of a Namespace.</summary>
    public Namespace(YamlDocument document, YamlMapping node)
        : base(document, node)
    {
    }
}

/// <summary>A ConfigMap (core v1).</summary>
public sealed class ConfigMap : Resource
{
    /// <summary>Wraps the root mapping of a ConfigMap.</summary>
    public ConfigMap(YamlDocument document, YamlMapping node)
        : base(document, node)
    {
    }

    /// <summary>The text entries.</summary>
    public Field<StringMap> Data => StringMap("data");
}
