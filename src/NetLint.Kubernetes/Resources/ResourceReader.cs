using System.Collections.Immutable;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Kubernetes.Resources;

/// <summary>Turns documents into resources: items of lists one by one, each with the view of its kind.</summary>
public static class ResourceReader
{
    /// <summary>Lists may nest in theory; nobody writes more than this.</summary>
    private const int MaxListDepth = 4;

    /// <summary>The resources of a document. A mapping without a kind is none.</summary>
    public static void Read(YamlDocument document, ImmutableArray<Resource>.Builder resources)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (!document.IsRead)
        {
            if (DocumentIdentity.TryRead(document, out var identity))
                resources.Add(new Resource(document, identity));
            return;
        }

        Add(document, document.Root, resources, 0);
    }

    /// <summary>The resource that a rendered tree is.</summary>
    /// <param name="root">The tree; it has a kind.</param>
    public static Resource FromTree(YamlMapping root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return Make(YamlDocument.ForTree(root), root, (root["kind"] as YamlScalar)?.Value ?? "");
    }

    private static void Add(YamlDocument document, YamlNode? node, ImmutableArray<Resource>.Builder resources, int depth)
    {
        if (depth > MaxListDepth)
            return;
        if (node is YamlSequence sequence && depth == 0)
        {
            // A JSON array of objects is what some tools dump.
            foreach (var item in sequence.Items)
                Add(document, item, resources, depth + 1);
            return;
        }

        if (node is not YamlMapping mapping || mapping["kind"] is not YamlScalar { Value.Length: > 0 } kind)
            return;
        if (kind.Value.EndsWith("List", StringComparison.Ordinal) && mapping["items"] is YamlSequence items && !HasName(mapping))
        {
            foreach (var item in items.Items)
                Add(document, item, resources, depth + 1);
            return;
        }

        resources.Add(Make(document, mapping, kind.Value));
    }

    private static Resource Make(YamlDocument document, YamlMapping mapping, string kind)
    {
        var apiVersion = (mapping["apiVersion"] as YamlScalar)?.Value ?? "";
        var slash = apiVersion.IndexOf('/', StringComparison.Ordinal);
        var group = slash > 0 ? apiVersion[..slash] : apiVersion.Length > 0 ? "" : UsualGroup(kind);
        return (group, kind) switch
        {
            ("", "Service") => new Service(document, mapping),
            ("", "Endpoints") => new Endpoints(document, mapping),
            ("", "Secret") => new Secret(document, mapping),
            ("", "Namespace") => new Namespace(document, mapping),
            ("", "ConfigMap") => new ConfigMap(document, mapping),
            ("networking.k8s.io" or "extensions", "Ingress") => new Ingress(document, mapping),
            ("networking.k8s.io", "IngressClass") => new IngressClass(document, mapping),
            ("networking.k8s.io" or "extensions", "NetworkPolicy") => new NetworkPolicy(document, mapping),
            ("discovery.k8s.io", "EndpointSlice") => new EndpointSlice(document, mapping),
            _ when ForeignNetworkPolicy.Is(group, kind) => new ForeignNetworkPolicy(document, mapping),
            _ => PodTemplateFinder.Find(mapping, group, kind, out var knowledge) is { IsEmpty: false } templates
                ? new Workload(document, mapping, templates, knowledge)
                : new Resource(document, mapping),
        };
    }

    /// <summary>The group a half-written manifest without an apiVersion most likely means.</summary>
    private static string UsualGroup(string kind) => kind switch
    {
        "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" => "apps",
        "Job" or "CronJob" => "batch",
        "Ingress" or "IngressClass" or "NetworkPolicy" => "networking.k8s.io",
        "EndpointSlice" => "discovery.k8s.io",
        _ => "",
    };

    private static bool HasName(YamlMapping mapping) => (mapping["metadata"] as YamlMapping)?["name"] is YamlScalar;
}
