using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;

namespace NetLint.Analysis.Configuration;

/// <summary>Turns the problems of the configuration file into findings, so that every format can show them at their line.</summary>
public static class ConfigurationDiagnostics
{
    /// <summary>One NL0023 for each problem, in the order of the text.</summary>
    public static ImmutableArray<Diagnostic> From(LintConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var found = ImmutableArray.CreateBuilder<Diagnostic>(configuration.Problems.Length);
        foreach (var problem in configuration.Problems.OrderBy(problem => problem.Origin.Source.Id).ThenBy(problem => problem.Origin.Span.Start))
        {
            var message = DisplayText.Escape(problem.Message);
            var ordinal = counts.TryGetValue(message, out var count) ? count : 0;
            counts[message] = ordinal + 1;
            found.Add(new Diagnostic
            {
                Descriptor = EngineDiagnostics.BadConfiguration,
                Severity = EngineDiagnostics.BadConfiguration.DefaultSeverity,
                Message = message,
                Location = problem.Origin,
                Fingerprint = Fingerprint.Of(EngineDiagnostics.BadConfiguration, problem.Origin.Source.Id.Path, null, message, ordinal),
                PathlessFingerprint = Fingerprint.Of(EngineDiagnostics.BadConfiguration, null, null, message, ordinal),
            });
        }

        return found.DrainToImmutable();
    }
}
