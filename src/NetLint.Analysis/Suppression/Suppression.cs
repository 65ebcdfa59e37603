using NetLint.Analysis.Configuration;
using NetLint.Analysis.Diagnostics;
using NetLint.Kubernetes.Resources;
using NetLint.Syntax.Text;

namespace NetLint.Analysis.Suppression;

/// <summary>One thing that a comment, an annotation or an override silences: a selector with what it reaches.</summary>
internal sealed class Suppression
{
    public required SuppressionKind Kind { get; init; }

    public required RuleSelector Selector { get; init; }

    /// <summary>Where the selector is written; of a directive without any, the directive.</summary>
    public required Origin Place { get; init; }

    /// <summary>How messages and fingerprints speak of it.</summary>
    public required string Subject { get; init; }

    public required string? Justification { get; init; }

    /// <summary>The line it is about; null when it is about more.</summary>
    public int? Line { get; init; }

    /// <summary>The resource whose annotation it is; null for comments and overrides.</summary>
    public Resource? Resource { get; init; }

    /// <summary>The override it is written in; null for comments and annotations.</summary>
    public RuleOverride? Override { get; init; }

    /// <summary>True when no rule is named, so that everything is silenced.</summary>
    public bool IsBlanket { get; init; }

    /// <summary>False when rules did not look at everything it reaches, so that it may be needed although it silenced nothing.</summary>
    public bool IsJudged { get; init; } = true;

    /// <summary>True once it silenced a finding.</summary>
    public bool IsUsed { get; set; }

    /// <summary>The nearest decision comes first: for a line, for a resource, for a file, for many files.</summary>
    public int Rank => Line is not null ? 0 : Resource is not null ? 1 : Override is null ? 2 : 3;

    public DiagnosticSuppression Mark => new(Kind, Justification);
}
