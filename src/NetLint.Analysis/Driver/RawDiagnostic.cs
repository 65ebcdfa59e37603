using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Resources;
using NetLint.Repository;
using NetLint.Syntax.Text;

namespace NetLint.Analysis.Driver;

/// <summary>A finding as a rule reported it: nothing is formatted yet.</summary>
internal sealed record RawDiagnostic(
    DiagnosticDescriptor Descriptor,
    Resource? Resource,
    Origin Location,
    string? AbsentField,
    object?[] Arguments,
    ImmutableArray<RelatedLocation> Related,
    DeploymentUnit? Unit);

/// <summary>Collects what the callbacks of one slot of work report.</summary>
internal sealed class DiagnosticCollector(DeploymentUnit? unit) : IDiagnosticSink
{
    /// <summary>What was reported so far; null when nothing was, as for most resources.</summary>
    public List<RawDiagnostic>? Reported { get; private set; }

    public void Add(DiagnosticDescriptor descriptor, Resource? resource, Origin location, string? absentField, object?[] arguments, ImmutableArray<RelatedLocation> related) =>
        (Reported ??= []).Add(new RawDiagnostic(descriptor, resource, location, absentField, arguments, related, unit));
}
