using System.Collections.Immutable;
using System.Numerics;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Kubernetes.Resources;

/// <summary>An Ingress of networking.k8s.io/v1, or of an older version with the same view.</summary>
public sealed class Ingress : Resource
{
    /// <summary>The annotation that named the class before there was a field for it.</summary>
    public const string LegacyClassAnnotation = "kubernetes.io/ingress.class";

    private IngressSpec? _spec;

    /// <summary>Wraps the root mapping of an Ingress.</summary>
    public Ingress(YamlDocument document, YamlMapping node)
        : base(document, node)
    {
    }

    /// <summary>The spec.</summary>
    public IngressSpec Spec => _spec ??= View("spec", static (node, place) => new IngressSpec(node, place));

    /// <summary>The entry of the legacy class annotation, or null.</summary>
    public StringMapEntry? LegacyClass => Metadata.Annotations.Value?.Find(LegacyClassAnnotation);

    /// <summary>Every backend: the default one first, then those of the paths in order.</summary>
    public IEnumerable<IngressBackend> Backends
    {
        get
        {
            if (Spec.DefaultBackend is { } fallback)
                yield return fallback;
            foreach (var rule in Spec.Rules)
            {
                foreach (var path in rule.Paths)
                {
                    if (path.Backend is { } backend)
                        yield return backend;
                }
            }
        }
    }
}

/// <summary>The spec of an Ingress.</summary>
public sealed class IngressSpec : ObjectView
{
    internal IngressSpec(YamlMapping? node, Origin place)
        : base(node, place)
    {
    }

    /// <summary>The name of an IngressClass.</summary>
    public Field<string> IngressClassName => String("ingressClassName");

    /// <summary>The backend of unmatched requests (<c>defaultBackend</c>, <c>backend</c> before v1); null when absent.</summary>
    public IngressBackend? DefaultBackend =>
        (Mapping("defaultBackend").Value ?? Mapping("backend").Value) is { } node ? new IngressBackend(node) : null;

    /// <summary>The rules.</summary>
    public ImmutableArray<IngressRule> Rules => Views("rules", static node => new IngressRule(node));

    /// <summary>The TLS entries.</summary>
    public ImmutableArray<IngressTls> Tls => Views("tls", static node => new IngressTls(node));
}

/// <summary>One rule of an Ingress.</summary>
public sealed class IngressRule : ObjectView
{
    internal IngressRule(YamlMapping node)
        : base(node, node.Origin)
    {
    }

    /// <summary>The host; absent matches every host.</summary>
    public Field<string> Host => String("host");

    /// <summary>The paths of the rule; empty when it has no <c>http</c>.</summary>
    public ImmutableArray<IngressPath> Paths => View("http", static (node, place) => new HttpRuleValue(node, place)).Paths;

    private sealed class HttpRuleValue : ObjectView
    {
        internal HttpRuleValue(YamlMapping? node, Origin place)
            : base(node, place)
        {
        }

        internal ImmutableArray<IngressPath> Paths => Views("paths", static node => new IngressPath(node));
    }
}

/// <summary>One path of an Ingress rule.</summary>
public sealed class IngressPath : ObjectView
{
    internal IngressPath(YamlMapping node)
        : base(node, node.Origin)
    {
    }

    /// <summary>The path.</summary>
    public Field<string> Path => String("path");

    /// <summary>Exact, Prefix or ImplementationSpecific.</summary>
    public Field<string> PathType => String("pathType");

    /// <summary>The backend; null when absent or no object.</summary>
    public IngressBackend? Backend => Mapping("backend").Value is { } node ? new IngressBackend(node) : null;
}

/// <summary>A backend of an Ingress: a Service with a port, or another resource. Reads the v1 form and the one before it.</summary>
public sealed class IngressBackend : ObjectView
{
    internal IngressBackend(YamlMapping node)
        : base(node, node.Origin)
    {
    }

    /// <summary>The Service object of the v1 form; null when absent.</summary>
    public IngressServiceBackend? Service => Mapping("service").Value is { } node ? new IngressServiceBackend(node) : null;

    /// <summary>The name of the Service in either form.</summary>
    public Field<string> ServiceName => Service is { } service ? service.ServiceName : String("serviceName");

    /// <summary>The port number in either form; 0 counts as unset. Absent when the port is a name.</summary>
    public Field<BigInteger> PortNumber => Service is { } service ? service.PortView.Integer("number") : Integer("servicePort");

    /// <summary>The port name in either form.</summary>
    public Field<string> PortName => Service is { } service ? service.PortView.String("name") : String("servicePort");

    /// <summary>A resource backend instead of a Service.</summary>
    public Field<YamlMapping> Resource => Mapping("resource");
}

/// <summary>The Service of a v1 backend.</summary>
public sealed class IngressServiceBackend : ObjectView
{
    internal IngressServiceBackend(YamlMapping node)
        : base(node, node.Origin)
    {
    }

    /// <summary>The name of the Service, in the namespace of the Ingress.</summary>
    public Field<string> ServiceName => String("name");

    /// <summary>The port object: <c>number</c> or <c>name</c>.</summary>
    public ServiceBackendPort PortView => View("port", static (node, place) => new ServiceBackendPort(node, place));
}

/// <summary>The port of a Service backend: <c>number</c> or <c>name</c>.</summary>
public sealed class ServiceBackendPort : ObjectView
{
    internal ServiceBackendPort(YamlMapping? node, Origin place)
        : base(node, place)
    {
    }
}

/// <summary>One TLS entry of an Ingress.</summary>
public sealed class IngressTls : ObjectView
{
    internal IngressTls(YamlMapping node)
        : base(node, node.Origin)
    {
    }

    /// <summary>The Secret with the certificate, in the namespace of the Ingress.</summary>
    public Field<string> SecretName => String("secretName");

    /// <summary>The hosts of the entry.</summary>
    public ImmutableArray<YamlScalar> Hosts => Strings("hosts");
}

/// <summary>An IngressClass (networking.k8s.io/v1).</summary>
public sealed class IngressClass : Resource
{
    /// <summary>The annotation that marks the class used when an Ingress names none.</summary>
    public const string DefaultAnnotation = "ingressclass.kubernetes.io/is-default-class";

    /// <summary>Wraps the root mapping of an IngressClass.</summary>
    public IngressClass(YamlDocument document, YamlMapping node)
        : base(document, node)
    {
    }

    /// <summary>True when the class is marked as the default one; the annotation must be the string "true".</summary>
    public bool IsDefault => Metadata.Annotation(DefaultAnnotation) == "true";

    /// <summary>The controller that serves the class.</summary>
    public Field<string> Controller => View("spec", static (node, place) => new IngressClassSpec(node, place)).String("controller");

    private sealed class IngressClassSpec : ObjectView
    {
        internal IngressClassSpec(YamlMapping? node, Origin place)
            : base(node, place)
        {
        }
    }
}
