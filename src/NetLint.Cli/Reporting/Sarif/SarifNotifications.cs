using System.Globalization;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository;

namespace NetLint.Cli.Reporting.Sarif;

/// <summary>What a run tells besides its results: what it could not see, what it left out, and what went wrong.</summary>
internal sealed class SarifNotifications(Report report, SarifSelection selection, SarifRules rules, SarifLocations locations)
{
    /// <summary>The most notifications of one sort; a repository of charts has as many gaps as charts.</summary>
    private const int MaxNotifications = 1000;

    /// <summary>True when the run is complete: every rule ran and everything was read.</summary>
    public bool IsComplete =>
        !report.Result.HasInternalError && !report.Result.Notifications.Any(notification => notification.Level == NotificationLevel.Error);

    /// <summary>About the run itself.</summary>
    public IEnumerable<SarifNotification> Execution => Bounded(
        [.. LeftOut(), .. report.Result.Notifications.Select(Convert), .. Findings(EngineDiagnostics.InternalError.Id), .. Outside()],
        [.. report.Units.SelectMany(unit => unit.Gaps.Select(gap => Convert(unit, gap)))]);

    /// <summary>About the configuration.</summary>
    public IEnumerable<SarifNotification> Configuration => Bounded([.. Findings(EngineDiagnostics.BadConfiguration.Id)], []);

    private static IEnumerable<SarifNotification> Bounded(SarifNotification[] problems, SarifNotification[] gaps)
    {
        foreach (var notification in problems.Concat(gaps).Take(MaxNotifications))
            yield return notification;
        if (problems.Length + gaps.Length - MaxNotifications is var more and > 0)
            yield return Make("more", string.Create(CultureInfo.InvariantCulture, $"{more} more notifications are left out"), "note");
    }

    private IEnumerable<SarifNotification> LeftOut()
    {
        if (selection.LeftOut == 0)
            yield break;
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{selection.LeftOut} findings are left out, the least grave first: a SARIF run holds {SarifSelection.MaxResults} results");
        yield return Make("too-many-results", text, "warning");
    }

    private static SarifNotification Make(string id, string text, string level) => new(new SarifReference(id), new SarifText(text), level, null, null);

    private SarifNotification Convert(Notification notification) => new(
        new SarifReference("input"),
        new SarifText(SarifProse.Message(notification.Message)),
        notification.Level switch
        {
            NotificationLevel.Error => "error",
            NotificationLevel.Warning => "warning",
            _ => "note",
        },
        null,
        notification.Path is { } path && !SarifUri.IsOutsideRoot(path) ? [locations.OfFile(path)] : null);

    private SarifNotification Convert(DeploymentUnit unit, Gap gap) => new(
        new SarifReference("gap/" + gap.Code.ToString().ToLowerInvariant()),
        new SarifText(SarifProse.Message($"Unit '{unit.Name}' is not fully visible: {gap.Text}")),
        "note",
        null,
        gap.Origin is { } origin && !SarifUri.IsOutsideRoot(origin.Source.Id.Path) ? [locations.Of(origin)] : null);

    private IEnumerable<SarifNotification> Findings(string id) =>
        report.Result.Diagnostics.Where(diagnostic => diagnostic.Descriptor.Id == id && diagnostic.Suppression is null).Select(Convert);

    private IEnumerable<SarifNotification> Outside() => report.Result.Diagnostics
        .Where(diagnostic => SarifUri.IsOutsideRoot(diagnostic.Path) && diagnostic.Suppression is null)
        .Where(diagnostic => diagnostic.Descriptor.Id != EngineDiagnostics.BadConfiguration.Id && diagnostic.Descriptor.Id != EngineDiagnostics.InternalError.Id)
        .Select(Convert);

    private SarifNotification Convert(Diagnostic diagnostic) => new(
        new SarifReference(diagnostic.Descriptor.Slug),
        new SarifText(SarifProse.Message(SarifUri.IsOutsideRoot(diagnostic.Path) ? $"{diagnostic.Path}: {diagnostic.Message}" : diagnostic.Message)),
        SarifRules.Level(diagnostic.Severity),
        new SarifReference(diagnostic.Descriptor.FullId, rules.IndexOf(diagnostic.Descriptor)),
        SarifUri.IsOutsideRoot(diagnostic.Path) ? null : [locations.Of(diagnostic.Location)]);
}
