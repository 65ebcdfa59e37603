using System.Diagnostics.CodeAnalysis;
using static NetLint.Kubernetes.Knowledge.FieldType;

namespace NetLint.Kubernetes.Knowledge;

/// <summary>
/// The types of the fields of the networking kinds and of the networking part of pods. Fields that are left out here are not judged.
/// Source: the types of k8s.io/api, core/v1, networking/v1, networking/v1beta1, extensions/v1beta1 and discovery/v1.
/// </summary>
public static class NetworkingSchemas
{
    private static readonly FieldType Texts = ListOf(Text);

    private static readonly FieldType Metadata = ObjectOf(("name namespace generateName", Text), ("labels annotations", TextMap));

    private static readonly FieldType LabelSelector = ObjectOf(
        ("matchLabels", TextMap),
        ("matchExpressions", ListOf(ObjectOf(("key operator", Text), ("values", ListOf(FreeText))))));

    private static readonly FieldType Service = Root(ObjectOf(
        ("ports", ListOf(ObjectOf(("name protocol appProtocol", Text), ("port nodePort", Integer), ("targetPort", IntegerOrText)))),
        ("selector", TextMap),
        ("type clusterIP externalName sessionAffinity loadBalancerIP loadBalancerClass externalTrafficPolicy internalTrafficPolicy trafficDistribution ipFamilyPolicy", Text),
        ("clusterIPs externalIPs loadBalancerSourceRanges ipFamilies", Texts),
        ("healthCheckNodePort", Integer),
        ("publishNotReadyAddresses allocateLoadBalancerNodePorts", Flag),
        ("sessionAffinityConfig", ObjectOf(("clientIP", ObjectOf(("timeoutSeconds", Integer)))))));

    private static readonly FieldType TypedReference = ObjectOf(("apiGroup kind name namespace scope", Text));

    private static readonly FieldType IngressBackend = ObjectOf(
        ("service", ObjectOf(("name", Text), ("port", ObjectOf(("number", Integer), ("name", Text))))),
        ("resource", TypedReference));

    private static readonly FieldType OldIngressBackend = ObjectOf(("serviceName", Text), ("servicePort", IntegerOrText), ("resource", TypedReference));

    private static readonly FieldType Ingress = Root(IngressSpec("defaultBackend", IngressBackend));

    private static readonly FieldType OldIngress = Root(IngressSpec("backend", OldIngressBackend));

    private static readonly FieldType IngressClass = Root(ObjectOf(("controller", Text), ("parameters", TypedReference)));

    private static readonly FieldType NetworkPolicy = Root(ObjectOf(
        ("podSelector", LabelSelector),
        ("policyTypes", Texts),
        ("ingress", ListOf(PolicyRule("from"))),
        ("egress", ListOf(PolicyRule("to")))));

    private static readonly FieldType EndpointPorts = ListOf(ObjectOf(("name protocol appProtocol", Text), ("port", Integer)));

    private static readonly FieldType EndpointAddresses = ListOf(ObjectOf(("ip hostname nodeName", Text)));

    private static readonly FieldType Endpoints = ObjectOf(
        ("metadata", Metadata),
        ("subsets", ListOf(ObjectOf(("addresses notReadyAddresses", EndpointAddresses), ("ports", EndpointPorts)))));

    private static readonly FieldType EndpointSlice = ObjectOf(
        ("metadata", Metadata),
        ("addressType", Text),
        ("endpoints", ListOf(ObjectOf(
            ("addresses", Texts),
            ("hostname nodeName zone", Text),
            ("conditions", ObjectOf(("ready serving terminating", Flag))),
            ("deprecatedTopology", TextMap)))),
        ("ports", EndpointPorts));

    private static readonly FieldType Probe = ObjectOf(
        ("httpGet", ObjectOf(("path host scheme", Text), ("port", IntegerOrText), ("httpHeaders", ListOf(ObjectOf(("name value", Text)))))),
        ("tcpSocket", ObjectOf(("port", IntegerOrText), ("host", Text))),
        ("grpc", ObjectOf(("port", Integer), ("service", Text))));

    private static readonly FieldType Containers = ListOf(ObjectOf(
        ("name", Text),
        ("ports", ListOf(ObjectOf(("name hostIP protocol", Text), ("containerPort hostPort", Integer)))),
        ("env", ListOf(ObjectOf(("name", Text), ("value", FreeText)))),
        ("livenessProbe readinessProbe startupProbe", Probe)));

    /// <summary>A pod, or the template of one.</summary>
    public static FieldType PodTemplate { get; } = Root(ObjectOf(
        ("containers initContainers", Containers),
        ("hostNetwork enableServiceLinks setHostnameAsFQDN", Flag),
        ("hostname subdomain dnsPolicy", Text),
        ("nodeSelector", TextMap),
        ("hostAliases", ListOf(ObjectOf(("ip", Text), ("hostnames", Texts)))),
        ("dnsConfig", ObjectOf(("nameservers searches", Texts), ("options", ListOf(ObjectOf(("name value", Text))))))));

    /// <summary>An object of which only the metadata is described.</summary>
    public static FieldType MetadataOnly { get; } = ObjectOf(("metadata", Metadata));

    /// <summary>Finds the type of a networking kind.</summary>
    /// <param name="apiVersion">The API version as written.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="schema">The type of the whole object, when the table has it.</param>
    public static bool TryGet(string apiVersion, string kind, [NotNullWhen(true)] out FieldType? schema)
    {
        schema = (apiVersion, kind) switch
        {
            ("v1", "Service") => Service,
            ("v1", "Endpoints") => Endpoints,
            ("networking.k8s.io/v1", "Ingress") => Ingress,
            ("networking.k8s.io/v1beta1" or "extensions/v1beta1", "Ingress") => OldIngress,
            ("networking.k8s.io/v1" or "networking.k8s.io/v1beta1", "IngressClass") => IngressClass,
            ("networking.k8s.io/v1" or "extensions/v1beta1", "NetworkPolicy") => NetworkPolicy,
            ("discovery.k8s.io/v1" or "discovery.k8s.io/v1beta1", "EndpointSlice") => EndpointSlice,
            _ => null,
        };
        return schema is not null;
    }

    private static FieldType Root(FieldType spec) => ObjectOf(("metadata", Metadata), ("spec", spec));

    private static FieldType IngressSpec(string fallback, FieldType backend) => ObjectOf(
        ("ingressClassName", Text),
        (fallback, backend),
        ("tls", ListOf(ObjectOf(("hosts", Texts), ("secretName", Text)))),
        ("rules", ListOf(ObjectOf(
            ("host", Text),
            ("http", ObjectOf(("paths", ListOf(ObjectOf(("path pathType", Text), ("backend", backend))))))))));

    private static FieldType PolicyRule(string peers) => ObjectOf(
        (peers, ListOf(ObjectOf(("podSelector namespaceSelector", LabelSelector), ("ipBlock", ObjectOf(("cidr", Text), ("except", Texts)))))),
        ("ports", ListOf(ObjectOf(("port", IntegerOrText), ("protocol", Text), ("endPort", Integer)))));
}
