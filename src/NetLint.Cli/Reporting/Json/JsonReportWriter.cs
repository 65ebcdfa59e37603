using System.Collections.Concurrent;
using NetLint.Analysis.Diagnostics;
using NetLint.Kubernetes.Resources;
using NetLint.Repository;
using NetLint.Rules;

namespace NetLint.Cli.Reporting.Json;

/// <summary>Writes the versioned JSON contract that scripts and other tools read; see <see cref="JsonReportSchema"/>.</summary>
public sealed class JsonReportWriter : IReportWriter
{
    /// <summary>Grows when a member changes its meaning or goes away; new members do not count.</summary>
    private const int ContractVersion = 1;

    // The help of a rule is looked up for each finding, and there are few rules.
    private readonly ConcurrentDictionary<string, string?> _help = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        var document = new JsonReport(
            ContractVersion,
            new JsonTool("netlint", report.Version),
            report.Result.Diagnostics.Select(Convert),
            report.Units.Select(JsonUnits.Of),
            report.Result.Notifications.Select(Convert),
            Summarise(report));
        JsonTextOutput.Write(output, document, JsonReportContext.Default.JsonReport);
    }

    private JsonDiagnostic Convert(Diagnostic diagnostic)
    {
        var descriptor = diagnostic.Descriptor;
        var (start, end) = diagnostic.Location.LineSpan;
        return new JsonDiagnostic(
            descriptor.Id,
            descriptor.Slug,
            descriptor.Case,
            JsonWords.Of(descriptor.Category),
            JsonWords.Of(diagnostic.Severity),
            diagnostic.Message,
            _help.GetOrAdd(descriptor.Id, static id => RulePages.HelpOf(id) is { Length: > 0 } help ? help : null),
            diagnostic.Path,
            start.Line + 1,
            start.Character + 1,
            end.Line + 1,
            end.Character + 1,
            diagnostic.FieldPath,
            diagnostic.Fingerprint,
            diagnostic.Resource is { } resource ? Convert(resource) : null,
            diagnostic.Instances.Select(instance => new JsonInstance(instance.Unit, instance.Kind, instance.Namespace, instance.Name)),
            diagnostic.Related.Select(Convert),
            diagnostic.Suppression is { } suppression ? new JsonSuppression(JsonWords.Of(suppression.Kind), suppression.Justification) : null);
    }

    private static JsonResource Convert(Resource resource) => new(resource.ApiVersion.Value, resource.Kind, resource.Namespace, resource.Name);

    private static JsonRelated Convert(RelatedLocation related)
    {
        var (start, end) = related.Origin.LineSpan;
        return new JsonRelated(
            JsonWords.Of(related.Role), related.Origin.Source.Id.Path, start.Line + 1, start.Character + 1, end.Line + 1, end.Character + 1, related.Message);
    }

    private static JsonNotification Convert(Notification notification) =>
        new(JsonWords.Of(notification.Level), DisplayText.Escape(notification.Message), notification.Path);

    private static JsonSummary Summarise(Report report)
    {
        var counts = report.Result.Summary;
        return new JsonSummary(
            counts.Files,
            counts.Documents,
            counts.Resources,
            report.Count(DiagnosticSeverity.Error),
            report.Count(DiagnosticSeverity.Warning),
            report.Count(DiagnosticSeverity.Info),
            report.Suppressed);
    }
}
