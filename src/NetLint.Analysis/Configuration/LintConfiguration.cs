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

    /// <summary>True when the case runs for some file.</summary>
    public bool CanBeReported(DiagnosticDescriptor descriptor) =>
        SeverityOf(descriptor) is not null || Overrides.Any(item => item.Settings.Any(setting => setting.Setting != RuleSetting.Off && setting.Selector.Matches(descriptor)));
}

/// <summary>Settings for the files that match a glob.</summary>
/// <param name="Files">The globs.</param>
/// <param name="Settings">The settings in order; <see cref="RuleSetting.Off"/> suppresses.</param>
/// <param name="Reason">The reason given; null when there is none.</param>
/// <param name="Origin">Where the override is written.</param>
public sealed record RuleOverride(PathGlobs Files, ImmutableArray<(RuleSelector Selector, RuleSetting Setting)> Settings, string? Reason, Origin Origin);

/// <summary>A problem of the configuration file.</summary>
/// <param name="Origin">Where it is.</param>
/// <param name="Message">One sentence without a final period.</param>
public sealed record ConfigurationProblem(Origin Origin, string Message);
