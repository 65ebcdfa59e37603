using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;

namespace NetLint.Rules.Ingresses;

/// <summary>NL2001: an Ingress names no class, and no class is known to be the default one.</summary>
public sealed class IngressClassMissing : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor NoDefault = new(
        Id: "NL2001",
        Slug: "ingress-class-missing",
        Title: "Ingress without a class where no class is the default",
        MessageFormat: "Ingress '{0}' names no class, and {1}",
        Category: DiagnosticCategory.Correctness,
        DefaultSeverity: DiagnosticSeverity.Warning)
    {
        Case = "no-default-class",
    };

    private static readonly DiagnosticDescriptor Empty = NoDefault with
    {
        Title = "Ingress class is the empty string",
        MessageFormat = "ingressClassName of Ingress '{0}' is an empty string, which the API server refuses",
        Category = DiagnosticCategory.Validity,
        DefaultSeverity = DiagnosticSeverity.Error,
        Case = "empty-class",
    };

    private static readonly DiagnosticDescriptor NoneKnown = NoDefault with
    {
        Title = "Ingress depends on the default class of the cluster",
        MessageFormat = "Ingress '{0}' names no class, so the default class of the cluster decides whether anything serves it",
        DefaultSeverity = DiagnosticSeverity.Info,
        Case = "no-class-known",
    };

    /// <summary>Annotations of controllers that serve Ingresses without a class unless they are told otherwise.</summary>
    private static readonly string[] ClasslessControllers =
    [
        "kubernetes.io/ingress.allow-http", "kubernetes.io/ingress.global-static-ip-name", "kubernetes.io/ingress.regional-static-ip-name",
        "ingress.gcp.kubernetes.io/", "ingress.kubernetes.io/url-map", "ingress.kubernetes.io/forwarding-rule", "networking.gke.io/", "cloud.google.com/",
        "beta.cloud.google.com/", "traefik.ingress.kubernetes.io/", "projectcontour.io/",
    ];

    /// <summary>Objects that only GKE reads.</summary>
    private static readonly (string Group, string Kind)[] GkeObjects =
    [
        ("cloud.google.com", "BackendConfig"), ("networking.gke.io", "FrontendConfig"), ("networking.gke.io", "ManagedCertificate"),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [NoDefault, Empty, NoneKnown];

    /// <inheritdoc/>
    public override ImmutableArray<string> Reads => [ModelKinds.IngressClass, ModelKinds.Service, ModelKinds.Any];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterResourceAction<Ingress>(Analyze);

    private static void Analyze(ResourceAnalysisContext<Ingress> context)
    {
        var ingress = context.Resource;
        var field = ingress.Spec.IngressClassName;
        // What is absent here may be added on the way to the cluster, or stand in lines that could not be read.
        if (context.Model.IsRewritten(ingress) || ingress.IsPartial)
            return;
        if (field is { IsPresent: true, Value: "" })
        {
            context.Report(Empty, field, [ingress.Name]);
            return;
        }

        // A class that is named, or a value of the wrong type, is for other rules; so is the annotation that came before the field.
        if (!field.IsUnset || ingress.LegacyClass is not null || ingress.Metadata.Annotations.State == FieldState.WrongType)
            return;
        // An Ingress that routes nothing has another fault, or is a fragment.
        if (ingress.Spec.Rules.IsEmpty && ingress.Spec.DefaultBackend is null)
            return;
        var visible = context.Model.InRepository<IngressClass>(ingress).ToImmutableArray();
        if (IsDefaultKnown(context.Profile, visible) || IsServedWithoutClass(context))
            return;
        if (Reason(context, visible) is not { } reason)
            context.Report(NoneKnown, field, [ingress.Name]);
        else
            context.Report(NoDefault, field, [ingress.Name, reason], visible.Select(Explain));
    }

    private static bool IsDefaultKnown(ClusterProfile profile, ImmutableArray<IngressClass> visible) =>
        visible.Any(item => item.IsDefault) || (!profile.IngressClasses.IsDefault && profile.IngressClasses.Any(item => item.IsDefault));

    /// <summary>Why it is certain that no class is the default one; null when it is not.</summary>
    private static string? Reason(ResourceAnalysisContext<Ingress> context, ImmutableArray<IngressClass> visible)
    {
        if (!context.Profile.IngressClasses.IsDefault)
            return Describe([.. context.Profile.IngressClasses.Select(item => item.Name)], "configured class");
        var model = context.Model;
        if (model.MayExistUnseenInCluster(ProducedKinds.IngressClasses) || visible.Any(item => IsUnclear(model, item)))
            return null;
        var names = visible.Select(item => item.Name).ToImmutableArray();
        if (model.Unit.Openness == UnitOpenness.Closed)
            return Describe(names, "IngressClass");
        // Classes beside the Ingress are the ones its cluster has; those of other folders may belong to other clusters.
        var isEvidence = !visible.IsEmpty
            && (visible.Any(item => model.Distance(context.Resource, item) == 0) || visible.All(item => model.Distance(context.Resource, item) == 1));
        return isEvidence ? Describe(names, "IngressClass") : null;
    }

    private static string Describe(ImmutableArray<string> names, string what) => names switch
    {
        [] => "no class is the default one",
        [var name] => $"{what} '{name}' is not the default one",
        _ => $"none of the {names.Length} known classes is the default one",
    };

    /// <summary>True when the class may be marked as the default one on the way to the cluster.</summary>
    private static bool IsUnclear(SemanticModel model, IngressClass item) =>
        model.IsRewritten(item) || item.IsPartial
        || item.Metadata.Annotations.State == FieldState.WrongType
        || Substitution.IsUnresolved(item.Metadata.Annotation(IngressClass.DefaultAnnotation));

    private static RelatedLocation Explain(IngressClass item) =>
        new(RelatedRole.Note, item.NameOrigin, $"IngressClass '{item.Name}' lacks the annotation '{IngressClass.DefaultAnnotation}: \"true\"'");

    /// <summary>
    /// True when the Ingress, a Service behind it or an object beside it is made for a controller that serves Ingresses without a class:
    /// that of GKE, Traefik or Contour.
    /// </summary>
    private static bool IsServedWithoutClass(ResourceAnalysisContext<Ingress> context) =>
        HasMark(context.Resource)
        || ServiceBackends.Of(context.Resource)
            .Select(backend => context.Model.Find<Service>(context.Resource, backend.ServiceName.Value!))
            .OfType<Found<Service>>()
            .Any(found => found.Items.Any(HasMark))
        || GkeObjects.Any(item => context.Model.InUnit(context.Resource, item.Group, item.Kind).Any());

    private static bool HasMark(Resource resource) => (resource.Metadata.Annotations.Value?.Entries ?? []).Any(entry =>
        ClasslessControllers.Any(mark => mark.EndsWith('/') ? entry.Key.StartsWith(mark, StringComparison.Ordinal) : entry.Key == mark));
}
