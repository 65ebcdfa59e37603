using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;

namespace NetLint.Rules.Ingresses;

/// <summary>NL2003: an Ingress names its class in the annotation that the field replaced.</summary>
public sealed class LegacyClassAnnotation : DiagnosticAnalyzer
{
    private static readonly KubernetesVersion FieldSince = KubernetesVersion.Parse("1.18");
    private static readonly KubernetesVersion EqualValuesSince = KubernetesVersion.Parse("1.27");

    private static readonly DiagnosticDescriptor Deprecated = new(
        Id: "NL2003",
        Slug: "legacy-class-annotation",
        Title: "Ingress class in the deprecated annotation",
        MessageFormat: "Ingress '{0}' names its class '{1}' in the deprecated annotation '" + Ingress.LegacyClassAnnotation + "' instead of ingressClassName",
        Category: DiagnosticCategory.Maintainability,
        DefaultSeverity: DiagnosticSeverity.Warning)
    {
        Case = "deprecated",
    };

    private static readonly DiagnosticDescriptor Conflict = Deprecated with
    {
        Title = "Annotation and field name different classes",
        MessageFormat = "Ingress '{0}' names class '{1}' in the annotation '" + Ingress.LegacyClassAnnotation + "' and '{2}' in ingressClassName, which the API server refuses{3}",
        Category = DiagnosticCategory.Validity,
        DefaultSeverity = DiagnosticSeverity.Error,
        Case = "conflict",
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Deprecated, Conflict];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterResourceAction<Ingress>(Analyze);

    private static void Analyze(ResourceAnalysisContext<Ingress> context)
    {
        var ingress = context.Resource;
        var field = ingress.Spec.IngressClassName;
        if (ingress.LegacyClass is not { } legacy)
            return;
        if (!field.IsUnset)
        {
            CheckBoth(context, legacy, field);
            return;
        }

        // GKE reads its own classes (and no class at all) from the annotation only: it has no IngressClass for them. Linkerd 1 never learnt the field.
        if (legacy.Value is "" or "gce" or "gce-internal" or "gce-regional-external" or "gce-multi-cluster" or "linkerd")
            return;
        // The field may stand in lines that could not be read, and older servers do not have it.
        if (ingress.IsPartial || context.Profile.KubernetesVersion < FieldSince)
            return;
        context.Report(Deprecated, legacy.KeyNode.Origin, [ingress.Name, legacy.Value]);
    }

    private static void CheckBoth(ResourceAnalysisContext<Ingress> context, StringMapEntry legacy, Field<string> field)
    {
        // An empty field is NL2001's, a mistyped one NL0003's; a value that is filled in later may be the same.
        if (field.Value is not { Length: > 0 } name || Substitution.IsUnresolved(name) || Substitution.IsUnresolved(legacy.Value))
            return;
        // A patch may remove or change either of the two.
        if (context.Model.IsRewritten(context.Resource))
            return;
        var isEqual = name == legacy.Value;
        if (isEqual && context.Profile.KubernetesVersion >= EqualValuesSince)
            return;
        context.Report(
            Conflict,
            legacy.ValueNode.Span.IsEmpty ? legacy.KeyNode.Origin : legacy.ValueNode.Origin,
            [context.Resource.Name, legacy.Value, name, isEqual ? " before Kubernetes 1.27 even when they are equal" : ""],
            [new RelatedLocation(RelatedRole.Target, field.Origin, $"ingressClassName is '{name}'")]);
    }
}
