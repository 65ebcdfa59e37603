using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;

namespace NetLint.Rules.Ingresses;

/// <summary>NL2004: a backend of an Ingress names a Service that does not exist in its namespace.</summary>
public sealed class BackendServiceMissing : DiagnosticAnalyzer
{
    /// <summary>cert-manager makes these Services, and the Ingresses that name them, for the minutes a challenge takes.</summary>
    private const string AcmeSolver = "cm-acme-http-solver-";

    private static readonly DiagnosticDescriptor Rule = new(
        Id: "NL2004",
        Slug: "backend-service-missing",
        Title: "Backend of an Ingress names no Service",
        MessageFormat: "Ingress '{0}' routes to Service '{1}', which does not exist in {2}{3}",
        Category: DiagnosticCategory.Correctness,
        DefaultSeverity: DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc/>
    public override ImmutableArray<string> Reads => [ModelKinds.Service];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterResourceAction<Ingress>(Analyze);

    private static void Analyze(ResourceAnalysisContext<Ingress> context)
    {
        foreach (var backends in ServiceBackends.Of(context.Resource).GroupBy(backend => backend.ServiceName.Value!, StringComparer.Ordinal))
        {
            if (backends.Key.StartsWith(AcmeSolver, StringComparison.Ordinal))
                continue;
            if (context.Model.Find<Service>(context.Resource, backends.Key) is Missing<Service> missing)
                Report(context, backends.Key, [.. backends], missing);
        }
    }

    private static void Report(ResourceAnalysisContext<Ingress> context, string name, ImmutableArray<IngressBackend> backends, Missing<Service> missing)
    {
        var related = missing.NearMisses.Take(3).Select(miss => new RelatedLocation(RelatedRole.Target, miss.Item.NameOrigin, $"Service '{miss.Actual}' comes near"))
            .Concat(missing.Elsewhere.Take(3).Select(other => new RelatedLocation(RelatedRole.Target, other.NameOrigin, $"Service '{name}' of namespace '{context.Model.NamespaceOf(other)}'")))
            .Concat(ServiceBackends.Repetitions(backends.Skip(1).Select(backend => backend.ServiceName.Origin), $"Service '{name}'"));
        context.Report(
            Rule,
            backends[0].ServiceName,
            [context.Resource.Name, name, ServiceBackends.NamespaceText(context.Model.NamespaceOf(context.Resource)), Hint(context.Model, missing)],
            related);
    }

    private static string Hint(SemanticModel model, Missing<Service> missing) => missing switch
    {
        { NearMisses: [var near, ..] } => $"; '{near.Actual}' comes near",
        { Elsewhere: [var other, ..] } => $"; it exists in namespace '{model.NamespaceOf(other)}' only, and an Ingress cannot reach another namespace",
        _ => "",
    };
}
