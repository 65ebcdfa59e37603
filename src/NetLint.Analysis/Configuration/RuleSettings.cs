using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;

namespace NetLint.Analysis.Configuration;

/// <summary>What a setting does to the cases it names.</summary>
public enum RuleSetting
{
    /// <summary>The case is not reported.</summary>
    Off,

    /// <summary>The case is reported with its own severity, also when it is off by default.</summary>
    On,

    /// <summary>The case is reported as info.</summary>
    Info,

    /// <summary>The case is reported as a warning.</summary>
    Warning,

    /// <summary>The case is reported as an error.</summary>
    Error,
}

/// <summary>Names rule cases: an id (<c>NL1004</c>), a case (<c>NL1012/ip-literal</c>), a prefix (<c>NL1</c>), a category or <c>all</c>.</summary>
/// <param name="Text">The selector as written.</param>
public readonly record struct RuleSelector(string Text)
{
    /// <summary>True when the selector names the case.</summary>
    public bool Matches(DiagnosticDescriptor descriptor) => Specificity(descriptor) > 0;

    /// <summary>How narrow the selector is for a case: 0 does not match, then all, category, prefix by length, id, case.</summary>
    public int Specificity(DiagnosticDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        if (string.Equals(Text, "all", StringComparison.OrdinalIgnoreCase))
            return 1;
        if (string.Equals(Text, descriptor.Category.ToString(), StringComparison.OrdinalIgnoreCase))
            return 2;
        if (string.Equals(Text, descriptor.FullId, StringComparison.OrdinalIgnoreCase))
            return 100;
        if (string.Equals(Text, descriptor.Id, StringComparison.OrdinalIgnoreCase) || string.Equals(Text, descriptor.Slug, StringComparison.OrdinalIgnoreCase))
            return 50;
        return Text.Length >= 2 && descriptor.Id.StartsWith(Text, StringComparison.OrdinalIgnoreCase) ? 2 + Text.Length : 0;
    }
}

/// <summary>Which cases run, and how grave they are. Of several settings for a case the narrowest counts, and of equally narrow ones the last.</summary>
public sealed record RuleSettings
{
    /// <summary>Every case as it is by default.</summary>
    public static RuleSettings Default { get; } = new();

    /// <summary>The settings in order.</summary>
    public ImmutableArray<(RuleSelector Selector, RuleSetting Setting)> Settings { get; init; } = [];

    /// <summary>When not empty, only these cases run, those off by default included.</summary>
    public ImmutableArray<RuleSelector> Select { get; init; } = [];

    /// <summary>Cases that do not run whatever else is said.</summary>
    public ImmutableArray<RuleSelector> Ignore { get; init; } = [];

    /// <summary>The severity of a case; null when it does not run.</summary>
    public DiagnosticSeverity? SeverityOf(DiagnosticDescriptor descriptor) => SeverityOf(descriptor, []);

    /// <summary>The severity of a case when further settings follow these; null when it does not run.</summary>
    internal DiagnosticSeverity? SeverityOf(DiagnosticDescriptor descriptor, IEnumerable<(RuleSelector Selector, RuleSetting Setting)> further)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        if (Ignore.Any(selector => selector.Matches(descriptor)))
            return null;
        var setting = descriptor.IsEnabledByDefault ? RuleSetting.On : RuleSetting.Off;
        var best = 0;
        foreach (var (selector, value) in Settings.Concat(further))
        {
            if (selector.Specificity(descriptor) is var specificity and > 0 && specificity >= best)
                (best, setting) = (specificity, value);
        }

        if (!Select.IsEmpty)
        {
            if (!Select.Any(selector => selector.Matches(descriptor)))
                return null;
            // Selecting a case by name runs it even when the configuration turned it off.
            setting = setting == RuleSetting.Off ? RuleSetting.On : setting;
        }

        return setting switch
        {
            RuleSetting.Off => null,
            RuleSetting.Info => DiagnosticSeverity.Info,
            RuleSetting.Warning => DiagnosticSeverity.Warning,
            RuleSetting.Error => DiagnosticSeverity.Error,
            _ => descriptor.DefaultSeverity,
        };
    }
}
