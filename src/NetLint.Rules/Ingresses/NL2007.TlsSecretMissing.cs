using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Syntax.Text;

namespace NetLint.Rules.Ingresses;

/// <summary>NL2007: a TLS entry of an Ingress names a Secret that is neither declared nor made by anything that can be seen.</summary>
public sealed class TlsSecretMissing : DiagnosticAnalyzer
{
    /// <summary>A Secret of another namespace counts within the directory and below it; sibling folders are often environments.</summary>
    private const int FarthestCircle = 2;

    private static readonly DiagnosticDescriptor Unmanaged = new(
        Id: "NL2007",
        Slug: "tls-secret-missing",
        Title: "TLS Secret of an Ingress is missing among the certificates that are managed here",
        MessageFormat: "Ingress '{0}' takes its certificate from Secret '{1}', which nothing makes in {2}{3}",
        Category: DiagnosticCategory.Correctness,
        DefaultSeverity: DiagnosticSeverity.Warning)
    {
        Case = "missing",
    };

    private static readonly DiagnosticDescriptor NotHere = Unmanaged with
    {
        Title = "TLS Secret of an Ingress is made outside the repository",
        MessageFormat = "Secret '{1}', from which Ingress '{0}' takes its certificate, is not in the repository and nothing here makes it",
        DefaultSeverity = DiagnosticSeverity.Info,
        Case = "not-in-repository",
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Unmanaged, NotHere];

    /// <inheritdoc/>
    public override ImmutableArray<string> Reads => [ModelKinds.Secret, ModelKinds.Any];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterResourceAction<Ingress>(Analyze);

    private static void Analyze(ResourceAnalysisContext<Ingress> context)
    {
        // Without a Secret the controller serves its own certificate, and that may be meant.
        var entries = context.Resource.Spec.Tls.Where(entry => entry.SecretName.Value is { Length: > 0 });
        foreach (var same in entries.GroupBy(entry => entry.SecretName.Value!, StringComparer.Ordinal))
            Check(context, same.Key, [.. same]);
    }

    private static void Check(ResourceAnalysisContext<Ingress> context, string name, ImmutableArray<IngressTls> entries)
    {
        ImmutableArray<NearMiss<Secret>> near = [];
        ImmutableArray<Secret> elsewhere;
        switch (context.Model.Find<Secret>(context.Resource, name))
        {
            case Missing<Secret> missing:
                (near, elsewhere) = (missing.NearMisses, missing.Elsewhere);
                break;
            // Certificates are usually made outside the repository, so that nothing is seen is worth a word, but no warning by itself.
            case Unknown<Secret> { Reason: UnknownReason.NoEvidence } unknown:
                elsewhere = unknown.Elsewhere;
                break;
            default:
                return;
        }

        var related = ServiceBackends.Repetitions(entries.Skip(1).Select(entry => entry.SecretName.Origin), $"Secret '{name}'");
        var nearby = elsewhere
            .Where(secret => context.Model.Distance(context.Resource, secret) <= FarthestCircle)
            .Select(secret => (context.Model.NamespaceOf(secret), secret.NameOrigin))
            .ToImmutableArray();
        var managed = ManagedCertificates.Beside(context.Model, context.Resource);
        if (near.IsEmpty && nearby.IsEmpty && managed.IsEmpty)
        {
            context.Report(NotHere, entries[0].SecretName, [context.Resource.Name, name], related);
            return;
        }

        var place = ServiceBackends.NamespaceText(context.Model.NamespaceOf(context.Resource));
        var (hint, target) = Explain(name, near, nearby, managed);
        context.Report(Unmanaged, entries[0].SecretName, [context.Resource.Name, name, place, hint], [target, .. related]);
    }

    private static (string Hint, RelatedLocation Target) Explain(
        string name,
        ImmutableArray<NearMiss<Secret>> near,
        ImmutableArray<(string? Namespace, Origin Place)> elsewhere,
        ImmutableArray<ManagedCertificate> managed)
    {
        if (near is [var miss, ..])
            return ($"; '{miss.Actual}' comes near", new(RelatedRole.Target, miss.Item.NameOrigin, $"Secret '{miss.Actual}' comes near"));
        if (managed.FirstOrDefault(item => Spelling.IsNear(item.SecretName, name)) is { } similar)
            return ($"; '{similar.SecretName}' comes near", new(RelatedRole.Target, similar.Place, $"Secret '{similar.SecretName}' comes near"));
        if (elsewhere is [var other, ..])
            return ($"; it exists in namespace '{other.Namespace}' only", new(RelatedRole.Target, other.Place, $"Secret '{name}' of namespace '{other.Namespace}'"));
        var first = managed[0];
        return ($", while the certificate of Secret '{first.SecretName}' is kept here", new(RelatedRole.Note, first.Place, $"Secret '{first.SecretName}' is kept here"));
    }
}
