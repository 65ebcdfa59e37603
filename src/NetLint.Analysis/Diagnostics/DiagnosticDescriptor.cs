namespace NetLint.Analysis.Diagnostics;

/// <summary>Describes one case of a rule: what <c>--select</c>, severities and the documentation speak of.</summary>
/// <param name="Id">The id of the rule, such as <c>NL1004</c>.</param>
/// <param name="Slug">The name of the rule in kebab case; the same for all its cases.</param>
/// <param name="Title">The problem in a few words, with a capital and without a final period.</param>
/// <param name="MessageFormat">A composite format of one sentence without a final period; names of the user stand in single quotes.</param>
/// <param name="Category">The category.</param>
/// <param name="DefaultSeverity">The severity unless the configuration says otherwise.</param>
public sealed record DiagnosticDescriptor(
    string Id,
    string Slug,
    string Title,
    string MessageFormat,
    DiagnosticCategory Category,
    DiagnosticSeverity DefaultSeverity)
{
    /// <summary>The name of the case in kebab case; null for a rule with a single one.</summary>
    public string? Case { get; init; }

    /// <summary>False for a case that only runs when it is selected.</summary>
    public bool IsEnabledByDefault { get; init; } = true;

    /// <summary>
    /// True for a case that is a defect only where it holds in every unit that deploys the resource: a base that serves several overlays may
    /// hold what some of them have no use for.
    /// </summary>
    public bool MustHoldInEveryUnit { get; init; }

    /// <summary><c>NL1012</c>, or <c>NL1012/ip-literal</c> for a rule with cases.</summary>
    public string FullId => Case is null ? Id : $"{Id}/{Case}";
}
