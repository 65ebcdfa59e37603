using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Resources;
using NetLint.Syntax.Yaml;

namespace NetLint.Kubernetes.Semantics;

/// <summary>The gaps that a resource opens: what its controller makes is in no manifest.</summary>
internal static class ProducerGaps
{
    /// <summary>The longest name of a Service.</summary>
    private const int MaxLabelLength = 63;

    /// <summary>An object with more in it than this could name anything.</summary>
    private const int MaxNodesRead = 300;

    /// <summary>Where cert-manager, External Secrets and Sealed Secrets say what annotations the Secret gets.</summary>
    private static readonly string[] SecretTemplates =
        ["spec.secretTemplate.annotations", "spec.target.template.metadata.annotations", "spec.template.metadata.annotations"];

    private static readonly ImmutableArray<ProducedKinds> SingleKinds =
        [.. Enum.GetValues<ProducedKinds>().Where(static kind => kind != ProducedKinds.None && (kind & (kind - 1)) == 0)];

    public static IEnumerable<Gap> Of(Resource resource, UnitScope unit)
    {
        if (unit.Resolved.Contains(resource))
            yield break;
        if (resource.IsPartial)
            yield return new Gap(GapCode.Unreadable, $"{resource.Kind} '{resource.Name}' was read with lines left out") { Origin = resource.NameOrigin };
        foreach (var (kinds, names, anyNamespace, annotation) in ByAnnotation(resource))
        {
            yield return new Gap(GapCode.Operator, $"the annotation '{annotation}' of {resource.Kind} '{resource.Name}' makes objects")
            {
                Kinds = kinds,
                Namespace = anyNamespace ? null : resource.Namespace ?? unit.Namespace,
                NamePatterns = names,
                Origin = resource.NameOrigin,
                IsClusterWide = !names.IsEmpty,
            };
        }

        if (!ResourceProducers.TryGet(resource.Group, resource.Kind, out var producer))
        {
            foreach (var gap in OfUnknownController(resource, unit))
                yield return gap;
            yield break;
        }

        if (producer.OnlyWhen is { } condition && !FieldPath.Select(resource.Node, condition).Any())
            yield break;
        var namespaces = producer.NamespacePaths.SelectMany(path => FieldPath.SelectText(resource.Node, path)).ToImmutableArray();
        // Each produced kind has its own names: a gap for each keeps the others apart.
        foreach (var kind in SingleKinds)
        {
            if ((producer.Produces & kind) == 0)
                continue;
            var patterns = producer.NamesOf(kind).ToImmutableArray();
            var names = patterns.SelectMany(pattern => pattern.Expand(resource.Name, path => Read(resource, path))).Where(name => name.Length > 0).ToImmutableArray();
            if (!patterns.IsEmpty && names.IsEmpty)
                continue;
            string?[] targets = namespaces.IsEmpty ? [producer.AnyNamespace ? null : resource.Namespace ?? unit.Namespace] : [.. namespaces];
            foreach (var target in targets)
            {
                yield return new Gap(GapCode.Operator, $"{resource.Kind} '{resource.Name}' makes {kind} that no manifest shows")
                {
                    Kinds = kind,
                    Namespace = target,
                    NamePatterns = names,
                    Origin = resource.NameOrigin,
                    IsEverywhere = (producer.Everywhere & kind) != 0,
                    IsClusterWide = !namespaces.IsEmpty || names.Any(name => !name.Contains('*', StringComparison.Ordinal)),
                };
            }
        }
    }

    /// <summary>
    /// A controller nobody knows can make anything. The Services it makes, though, are named for the object, its kind or a text in it:
    /// other objects must be able to dial them.
    /// </summary>
    private static IEnumerable<Gap> OfUnknownController(Resource resource, UnitScope unit)
    {
        if (!IsUnknownCustomResource(resource))
            yield break;
        var gap = new Gap(GapCode.Operator, $"what the controller of {resource.Kind} '{resource.Name}' makes is not known")
        {
            Namespace = resource.Namespace ?? unit.Namespace,
            Origin = resource.NameOrigin,
            IsOfUnknownKind = true,
        };
        yield return gap with { Kinds = ProducedKinds.Anything & ~ProducedKinds.Services };
        yield return gap with { Kinds = ProducedKinds.Services, NamePatterns = NamesAfter(resource) };
    }

    /// <summary>What is named for an object or in it; empty, which is any name, when that cannot be told.</summary>
    private static ImmutableArray<string> NamesAfter(Resource resource)
    {
        if (resource.Name.Length == 0 || Substitution.IsUnresolved(resource.Name))
            return [];
        var names = ImmutableArray.CreateBuilder<string>();
        names.Add($"*{resource.Name}*");
        names.Add($"*{resource.Kind.ToLowerInvariant()}*");
        var pending = new Stack<YamlNode>([resource.Node]);
        for (var visited = 0; pending.TryPop(out var node); visited++)
        {
            if (visited > MaxNodesRead)
                return [];
            switch (node)
            {
                case YamlScalar { IsNull: false, Value: { Length: > 0 and <= MaxLabelLength } text }:
                    names.Add(Substitution.IsUnresolved(text) ? "*" : text);
                    break;
                case YamlMapping mapping:
                    foreach (var entry in mapping.Entries)
                        pending.Push(entry.Value);
                    break;
                case YamlSequence sequence:
                    foreach (var item in sequence.Items)
                        pending.Push(item);
                    break;
            }
        }

        return names.DrainToImmutable();
    }

    private static bool IsUnknownCustomResource(Resource resource) =>
        resource is not Workload
        && resource.Group.Contains('.', StringComparison.Ordinal)
        && !resource.Group.EndsWith(".k8s.io", StringComparison.Ordinal)
        && !ResourceProducers.IsInert(resource.Group, resource.Kind)
        && !PodTemplateKinds.TryGet(resource.Group, resource.Kind, out _);

    private static IEnumerable<string> Read(Resource resource, string path) =>
        FieldPath.SelectText(resource.Node, path).Select(text => Substitution.IsUnresolved(text) ? "*" : text);

    private static IEnumerable<(ProducedKinds Kinds, ImmutableArray<string> Names, bool AnyNamespace, string Annotation)> ByAnnotation(Resource resource)
    {
        foreach (var (key, value, kind) in Annotations(resource))
        {
            if (!SecretProducingAnnotations.TryGet(key, out var annotation) || !annotation.AppliesTo(kind) || SecretAnnotation.IsOff(value))
                continue;
            switch (annotation.Yields)
            {
                case SecretYield.TlsSecretsOfObject:
                    var names = (resource as Ingress)?.Spec.Tls.Select(tls => tls.SecretName.Value).OfType<string>().ToImmutableArray() ?? [];
                    if (!names.IsEmpty || resource is not Ingress)
                        yield return (ProducedKinds.Secrets, names, AnyNamespace: false, key);
                    break;
                case SecretYield.NamedByValue:
                    yield return (ProducedKinds.Secrets, [Substitution.IsUnresolved(value) ? "*" : value], AnyNamespace: false, key);
                    break;
                case SecretYield.CopiesOfObject:
                    yield return (ProducedKinds.Secrets | ProducedKinds.ConfigMaps, [resource.Name, .. SecretsOf(resource)], AnyNamespace: true, key);
                    break;
                case SecretYield.UnknownNames:
                    yield return (ProducedKinds.Secrets, [], AnyNamespace: false, key);
                    break;
            }
        }
    }

    /// <summary>The annotations of an object, and those that its controller writes on the Secret it makes.</summary>
    private static IEnumerable<(string Key, string Value, string Kind)> Annotations(Resource resource)
    {
        foreach (var entry in resource.Metadata.Annotations.Value?.Entries ?? [])
            yield return (entry.Key, entry.Value, resource.Kind);
        if (!MakesSecrets(resource, out _))
            yield break;
        foreach (var mapping in SecretTemplates.SelectMany(path => FieldPath.Select(resource.Node, path)).OfType<YamlMapping>())
        {
            foreach (var entry in new StringMap(mapping).Entries)
                yield return (entry.Key, entry.Value, "Secret");
        }
    }

    private static IEnumerable<string> SecretsOf(Resource resource) => MakesSecrets(resource, out var producer)
        ? producer.NamesOf(ProducedKinds.Secrets).SelectMany(pattern => pattern.Expand(resource.Name, path => Read(resource, path)))
        : [];

    private static bool MakesSecrets(Resource resource, [NotNullWhen(true)] out ResourceProducer? producer)
    {
        producer = null;
        return resource.Group.Length > 0
            && resource is not Workload
            && ResourceProducers.TryGet(resource.Group, resource.Kind, out producer)
            && (producer.Produces & ProducedKinds.Secrets) != 0;
    }
}
