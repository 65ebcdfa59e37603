using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Rules.Ingresses;

/// <summary>A TLS Secret that the manifests declare, or that a certificate in them makes.</summary>
/// <param name="SecretName">The name of the Secret.</param>
/// <param name="Place">Where it is named.</param>
internal sealed record ManagedCertificate(string SecretName, Origin Place);

/// <summary>Finds the TLS Secrets that are kept beside an Ingress: whoever keeps one there is expected to keep all.</summary>
internal static class ManagedCertificates
{
    private const string TlsType = "kubernetes.io/tls";

    /// <summary>How many are looked at; a bound, not a promise to see all.</summary>
    private const int MaxCandidates = 1000;

    private static readonly (string Group, string Kind)[] Kinds =
        [("", "Secret"), ("bitnami.com", "SealedSecret"), ("cert-manager.io", "Certificate"), ("certmanager.k8s.io", "Certificate")];

    /// <summary>The TLS Secrets of the unit that certainly end up in the namespace of the Ingress, in order.</summary>
    public static ImmutableArray<ManagedCertificate> Beside(SemanticModel model, Ingress ingress)
    {
        var target = model.NamespaceOf(ingress);
        return
        [
            .. Kinds.SelectMany(kind => model.InUnit(ingress, kind.Group, kind.Kind).Take(MaxCandidates))
                .Where(item => model.NamespaceOf(item) == target && !model.IsRewritten(item))
                .Select(Read)
                .OfType<ManagedCertificate>(),
        ];
    }

    private static ManagedCertificate? Read(Resource resource) => (resource.Group, resource.Kind) switch
    {
        ("", "Secret") when TextAt(resource, "type")?.Value == TlsType => new(resource.Name, resource.NameOrigin),
        ("bitnami.com", "SealedSecret") when TextAt(resource, "spec.template.type")?.Value == TlsType => new(resource.Name, resource.NameOrigin),
        ("cert-manager.io" or "certmanager.k8s.io", "Certificate") when TextAt(resource, "spec.secretName") is { } name => new(name.Value, name.Origin),
        _ => null,
    };

    private static YamlScalar? TextAt(Resource resource, string path) =>
        FieldPath.Select(resource.Node, path).OfType<YamlScalar>().FirstOrDefault(scalar => !scalar.IsNull);
}
