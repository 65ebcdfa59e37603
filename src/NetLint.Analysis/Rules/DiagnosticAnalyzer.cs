using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;

namespace NetLint.Analysis.Rules;

/// <summary>
/// A rule. Rules are stateless: they register callbacks once, and a callback uses nothing but its context. Callbacks run in any order
/// and at the same time.
/// </summary>
public abstract class DiagnosticAnalyzer
{
    /// <summary>The cases of the rule; all have one id and one slug.</summary>
    public abstract ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <summary>
    /// The kinds the rule asks the semantic model for, beyond the resource a callback is given; see <see cref="NetLint.Kubernetes.Semantics.ModelKinds"/>.
    /// A test compares them with what the rule really reads.
    /// </summary>
    public virtual ImmutableArray<string> Reads => [];

    /// <summary>Registers the callbacks.</summary>
    public abstract void Initialize(AnalysisContext context);
}
