using System.Collections.Immutable;
using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Resources;
using NetLint.Syntax.Yaml;

namespace NetLint.Kubernetes.Semantics;

/// <summary>The gaps that a resource opens: what its controller makes is in no manifest.</summary>
internal static class ProducerGaps
{
    public static IEnumerable<Gap> Of(Resource resource, UnitScope unit)
    {
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
            if (IsUnknownCustomResource(resource))
            {
                yield return new Gap(GapCode.Operator, $"what the controller of {resource.Kind} '{resource.Name}' makes is not known")
                {
                    Namespace = resource.Namespace ?? unit.Namespace,
                    Origin = resource.NameOrigin,
                    IsOfUnknownKind = true,
                };
            }

            yield break;
        }

        if (producer.OnlyWhen is { } condition && !FieldPath.Select(resource.Node, condition).Any())
            yield break;
        var namespaces = producer.NamespacePaths.SelectMany(path => FieldPath.SelectText(resource.Node, path)).ToImmutableArray();
        // Each produced kind has its own names: a gap for each keeps the others apart.
        foreach (var kind in Enum.GetValues<ProducedKinds>())
        {
            if (!IsSingle(kind) || (producer.Produces & kind) == 0)
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
                    IsClusterWide = !namespaces.IsEmpty || names.Any(name => !name.Contains('*', StringComparison.Ordinal)),
                };
            }
        }
    }

    private static bool IsUnknownCustomResource(Resource resource) =>
        resource is not Workload
        && resource.Group.Contains('.', StringComparison.Ordinal)
        && !resource.Group.EndsWith(".k8s.io", StringComparison.Ordinal)
        && !ResourceProducers.IsInert(resource.Group, resource.Kind)
        && !PodTemplateKinds.TryGet(resource.Group, resource.Kind, out _);

    private static bool IsSingle(ProducedKinds kind) => kind != ProducedKinds.None && (kind & (kind - 1)) == 0;

    private static IEnumerable<string> Read(Resource resource, string path) =>
        FieldPath.SelectText(resource.Node, path).Select(text => Substitution.IsUnresolved(text) ? "*" : text);

    private static IEnumerable<(ProducedKinds Kinds, ImmutableArray<string> Names, bool AnyNamespace, string Annotation)> ByAnnotation(Resource resource)
    {
        foreach (var entry in resource.Metadata.Annotations.Value?.Entries ?? [])
        {
            if (!SecretProducingAnnotations.TryGet(entry.Key, out var annotation) || !annotation.AppliesTo(resource.Kind) || SecretAnnotation.IsOff(entry.Value))
                continue;
            switch (annotation.Yields)
            {
                case SecretYield.TlsSecretsOfObject:
                    var names = (resource as Ingress)?.Spec.Tls.Select(tls => tls.SecretName.Value).OfType<string>().ToImmutableArray() ?? [];
                    if (!names.IsEmpty || resource is not Ingress)
                        yield return (ProducedKinds.Secrets, names, AnyNamespace: false, entry.Key);
                    break;
                case SecretYield.NamedByValue:
                    yield return (ProducedKinds.Secrets, [Substitution.IsUnresolved(entry.Value) ? "*" : entry.Value], AnyNamespace: false, entry.Key);
                    break;
                case SecretYield.CopiesOfObject:
                    yield return (ProducedKinds.Secrets | ProducedKinds.ConfigMaps, [resource.Name], AnyNamespace: true, entry.Key);
                    break;
                case SecretYield.UnknownNames:
                    yield return (ProducedKinds.Secrets, [], AnyNamespace: false, entry.Key);
                    break;
            }
        }
    }
}
