using NetLint.Analysis.Diagnostics;
using NetLint.Cli.Reporting.Json;

namespace NetLint.Cli.Reporting.Sarif;

/// <summary>Writes SARIF 2.1.0 as GitHub code scanning wants it, within its limits.</summary>
public sealed class SarifReportWriter : IReportWriter
{
    /// <summary>The most related places that are linked from a message: GitHub shows no others.</summary>
    private const int MaxLinks = 5;

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        var log = new SarifLog("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", [MakeRun(report)]);
        JsonTextOutput.Write(output, log, SarifContext.Default.SarifLog);
    }

    private static SarifRun MakeRun(Report report)
    {
        var selection = SarifSelection.Of(report.Result.Diagnostics);
        var rules = new SarifRules(report.Result.Diagnostics.Select(diagnostic => diagnostic.Descriptor).Distinct());
        var locations = new SarifLocations(report.Root is null ? null : SarifUri.RootId);
        var notifications = new SarifNotifications(report, selection, rules, locations);
        return new SarifRun(
            new SarifTool(new SarifDriver("NetLint", report.Version, report.Version, "https://github.com/netlint/netlint", rules.Entries)),
            [new SarifInvocation(notifications.IsComplete, notifications.Execution, notifications.Configuration)],
            // GitHub takes what stands before the last slash for the category of the analysis.
            new SarifAutomationDetails("netlint/"),
            report.Root is { } root ? new SarifUriBases(new SarifArtifactLocation(SarifUri.Directory(root), null)) : null,
            "utf16CodeUnits",
            ["\r\n", "\n", "\r"],
            selection.Kept.Select(diagnostic => Convert(diagnostic, rules, locations)));
    }

    private static SarifResult Convert(Diagnostic diagnostic, SarifRules rules, SarifLocations locations)
    {
        var related = diagnostic.Related.Where(place => !SarifUri.IsOutsideRoot(place.Origin.Source.Id.Path)).Take(SarifSelection.MaxRelated).ToArray();
        return new SarifResult(
            diagnostic.Descriptor.FullId,
            rules.IndexOf(diagnostic.Descriptor),
            SarifRules.Level(diagnostic.Severity),
            new SarifText(MessageOf(diagnostic, related)),
            [locations.Of(diagnostic)],
            related.Length == 0 ? null : related.Select((place, index) => locations.Of(place, index + 1)),
            new SarifFingerprints(diagnostic.Fingerprint, diagnostic.PathlessFingerprint),
            diagnostic.Suppression is { } suppression ? [Convert(suppression)] : null,
            diagnostic.Instances.IsEmpty
                ? null
                : new SarifResultProperties(diagnostic.Instances.Select(instance => new SarifInstance(instance.Unit, instance.Kind, instance.Namespace, instance.Name))));
    }

    /// <summary>The message, and links to related places behind it: viewers show a related place only when the text links to it.</summary>
    private static string MessageOf(Diagnostic diagnostic, RelatedLocation[] related)
    {
        var message = SarifProse.Message(diagnostic.Message);
        return related.Length == 0
            ? message
            : $"{message}. See: {string.Join("; ", related.Take(MaxLinks).Select((place, index) => SarifProse.Link(place.Message, index + 1)))}.";
    }

    private static SarifSuppression Convert(DiagnosticSuppression suppression) => new(
        suppression.Kind == SuppressionKind.Configuration ? "external" : "inSource",
        suppression.Justification is { } reason ? SarifProse.Message(reason) : null);
}
