using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;

namespace NetLint.Rules.Services;

/// <summary>NL1011: a Service has neither a selector nor endpoints made by hand, so it leads nowhere.</summary>
public sealed class NoSelectorNoEndpoints : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        Id: "NL1011",
        Slug: "no-selector-no-endpoints",
        Title: "Service has neither a selector nor endpoints",
        MessageFormat: "Service '{0}' has no selector, and no Endpoints or EndpointSlice belongs to it{1}",
        Category: DiagnosticCategory.Correctness,
        DefaultSeverity: DiagnosticSeverity.Warning);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc/>
    public override ImmutableArray<string> Reads => [ModelKinds.Endpoints, ModelKinds.EndpointSlice];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterResourceAction<Service>(Analyze);

    private static void Analyze(ResourceAnalysisContext<Service> context)
    {
        var service = context.Resource;
        // An ExternalName has no endpoints, and a type that is no string is refused for that.
        if (service.Selector is not null || service.EffectiveType is "ExternalName" or "")
            return;
        // A selector of the wrong type is refused for that, and so is one whose values are no strings; {{ name }} without quotes is a map.
        if (service.Spec.Selector.State == FieldState.WrongType || service.Spec.Selector.Value is { Node.Entries.IsEmpty: false })
            return;
        // A line that could not be read may be the selector, and so may one of the object that a fragment is merged into.
        if (service.IsPartial || service.IsFragment)
            return;
        // A headless Service without ports is there to be named, by a StatefulSet or by what elects a leader; nobody dials it.
        if (service.Spec.Ports.IsEmpty)
            return;
        if (context.Model.FindEndpoints(service) is not Missing<Resource> missing)
            return;

        var near = missing.NearMisses;
        context.Report(
            Rule, service.Spec.Selector, [service.Name, near is [var nearest, ..] ? $": {nearest.Item.Kind} '{nearest.Item.Name}' belongs to '{nearest.Actual}'" : ""],
            [.. near.Take(3).Select(miss => new RelatedLocation(RelatedRole.Target, miss.Item.NameOrigin, $"the nearest {miss.Item.Kind}"))]);
    }
}
