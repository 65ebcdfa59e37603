using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;

namespace NetLint.Rules;

/// <summary>Every rule that NetLint ships, in the order of ids.</summary>
public static partial class RuleCatalog
{
    /// <summary>The rules.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
        [.. CreateAll().OrderBy(analyzer => analyzer.SupportedDiagnostics[0].Id, StringComparer.Ordinal)];

    /// <summary>Every case that can be reported, those of the engine included, in the order of ids and cases.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        [.. Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Concat(EngineDiagnostics.All).OrderBy(descriptor => descriptor.FullId, StringComparer.Ordinal)];
}
