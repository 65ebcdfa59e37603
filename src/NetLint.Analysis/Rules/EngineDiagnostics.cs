using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;

namespace NetLint.Analysis.Rules;

/// <summary>The cases that the engine itself reports: about configuration, suppressions, limits and its own failures.</summary>
public static class EngineDiagnostics
{
    /// <summary>NL0021: a suppression silenced nothing.</summary>
    public static DiagnosticDescriptor UnusedSuppression { get; } = new(
        "NL0021", "unused-suppression", "Suppression silences nothing", "The suppression of {0} silences nothing", DiagnosticCategory.Maintainability, DiagnosticSeverity.Info);

    /// <summary>NL0022: a suppression that cannot work.</summary>
    public static DiagnosticDescriptor BadSuppression { get; } = new(
        "NL0022", "bad-suppression", "Suppression cannot work", "{0}", DiagnosticCategory.Maintainability, DiagnosticSeverity.Warning);

    /// <summary>NL0023: a problem of the configuration.</summary>
    public static DiagnosticDescriptor BadConfiguration { get; } = new(
        "NL0023", "bad-configuration", "Configuration problem", "{0}", DiagnosticCategory.Maintainability, DiagnosticSeverity.Error);

    /// <summary>NL0024: a file is over a safety limit.</summary>
    public static DiagnosticDescriptor LimitExceeded { get; } = new(
        "NL0024", "limit-exceeded", "File is over a safety limit", "{0}", DiagnosticCategory.Maintainability, DiagnosticSeverity.Warning);

    /// <summary>NL0099: a rule threw.</summary>
    public static DiagnosticDescriptor InternalError { get; } = new(
        "NL0099", "internal-error", "Rule failed", "Rule {0} failed with {1}; its findings on this file are incomplete", DiagnosticCategory.Maintainability, DiagnosticSeverity.Error);

    /// <summary>All of them.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = [UnusedSuppression, BadSuppression, BadConfiguration, LimitExceeded, InternalError];
}
