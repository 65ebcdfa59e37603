using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository;
using NetLint.Syntax.Text;

namespace NetLint.Analysis.Configuration;

/// <summary>Everything the configuration file says.</summary>
public sealed record LintConfiguration
{
    /// <summary>The configuration of a repository without one.</summary>
    public static LintConfiguration Default { get; } = new();

    /// <summary>What is known of the cluster.</summary>
    public ClusterProfile Profile { get; init; } = ClusterProfile.Default;

    /// <summary>What of the repository is read.</summary>
    public RepositoryOptions Repository { get; init; } = RepositoryOptions.Default;

    /// <summary>Which rules run.</summary>
    public RuleSettings Rules { get; init; } = RuleSettings.Default;

    /// <summary>Settings for some files.</summary>
    public ImmutableArray<RuleOverride> Overrides { get; init; } = [];

    /// <summary>What is wrong with the file; when not empty, nothing else of it should be relied on.</summary>
    public ImmutableArray<ConfigurationProblem> Problems { get; init; } = [];

    /// <summary>The severity of a case, overrides for single files left aside; null when it does not run.</summary>
    public DiagnosticSeverity? SeverityOf(DiagnosticDescriptor descriptor) => Rules.SeverityOf(descriptor);

    /// <summary>
    /// The severity of a case in a file; null when it does not run there. An override that turns the case off does not count here: it
    /// silences findings, which are then listed as suppressed.
    /// </summary>
    public DiagnosticSeverity? SeverityOf(DiagnosticDescriptor descriptor, string path) => Overrides.IsEmpty
        ? SeverityOf(descriptor)
        : Rules.SeverityOf(descriptor, Overrides.Where(item => item.Files.Matches(path)).SelectMany(Raising));

    /// <summary>True when the case runs for some file.</summary>
    public bool CanBeReported(DiagnosticDescriptor descriptor) =>
        SeverityOf(descriptor) is not null || Overrides.Any(item => Rules.SeverityOf(descriptor, Raising(item)) is not null);

    /// <summary>The override that silences a case in a file, and the setting in it that says so; null when none does.</summary>
    internal (RuleOverride Override, RuleOverrideSetting Setting)? SilencerOf(DiagnosticDescriptor descriptor, string path)
    {
        if (Overrides.IsEmpty)
            return null;
        (RuleOverride, RuleOverrideSetting)? silencer = null;
        var best = Rules.Settings.Select(setting => setting.Selector.Specificity(descriptor)).DefaultIfEmpty().Max();
        foreach (var item in Overrides.Where(item => item.Files.Matches(path)))
        {
            foreach (var setting in item.Settings)
            {
                if (setting.Selector.Specificity(descriptor) is not (var specificity and > 0) || specificity < best)
                    continue;
                best = specificity;
                silencer = setting.Setting == RuleSetting.Off ? (item, setting) : null;
            }
        }

        return silencer;
    }

    private static IEnumerable<(RuleSelector Selector, RuleSetting Setting)> Raising(RuleOverride item) =>
        item.Settings.Where(setting => setting.Setting != RuleSetting.Off).Select(setting => (setting.Selector, setting.Setting));
}

/// <summary>
/// Settings for the files that match a glob. They follow those for all files: the narrowest setting for a case counts, and of equally
/// narrow ones the last.
/// </summary>
/// <param name="Files">The globs.</param>
/// <param name="Settings">The settings in order; <see cref="RuleSetting.Off"/> suppresses.</param>
/// <param name="Reason">The reason given; null when there is none.</param>
/// <param name="Origin">Where the override is written.</param>
public sealed record RuleOverride(PathGlobs Files, ImmutableArray<RuleOverrideSetting> Settings, string? Reason, Origin Origin);

/// <summary>One setting of an override.</summary>
/// <param name="Selector">The cases.</param>
/// <param name="Setting">What becomes of them.</param>
/// <param name="Origin">Where the selector is written.</param>
public sealed record RuleOverrideSetting(RuleSelector Selector, RuleSetting Setting, Origin Origin);

/// <summary>A problem of the configuration file.</summary>
/// <param name="Origin">Where it is.</param>
/// <param name="Message">One sentence without a final period.</param>
public sealed record ConfigurationProblem(Origin Origin, string Message);
