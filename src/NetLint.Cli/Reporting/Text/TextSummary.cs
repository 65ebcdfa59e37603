using NetLint.Analysis.Diagnostics;
using NetLint.Cli.Output;
using NetLint.Repository;

namespace NetLint.Cli.Reporting.Text;

/// <summary>The last lines of a text report: how much was found, what was looked at, and what could not be seen.</summary>
internal sealed class TextSummary(Style style, DiagnosticSeverity listedFrom)
{
    /// <summary>Lines for gaps; a list of everything is what <c>netlint units</c> is for.</summary>
    private const int MaxGapLines = 8;

    /// <summary>Units named for one gap; more are counted.</summary>
    private const int MaxUnits = 3;

    public void Write(Report report, TextWriter output)
    {
        output.WriteLine(Verdict(report));
        var summary = report.Result.Summary;
        output.WriteLine(style.Dim($"Looked at {Plural.Of(summary.Files, "file")}, {Plural.Of(summary.Documents, "document")} and {Plural.Of(summary.Resources, "resource")} in {Plural.Of(report.Units.Length, "unit")}."));
        WriteGaps(report, output);
    }

    private string Verdict(Report report)
    {
        var errors = report.Count(DiagnosticSeverity.Error);
        var warnings = report.Count(DiagnosticSeverity.Warning);
        var infos = report.Count(DiagnosticSeverity.Info);
        var parts = new List<string>();
        if (errors > 0)
            parts.Add(style.Of(DiagnosticSeverity.Error, Plural.Of(errors, "error")));
        if (warnings > 0)
            parts.Add(style.Of(DiagnosticSeverity.Warning, Plural.Of(warnings, "warning")));
        var verdict = parts.Count > 0 ? $"Found {string.Join(" and ", parts)}." : style.Bold("No errors or warnings.");
        if (infos > 0)
            verdict += $" {style.Of(DiagnosticSeverity.Info, Plural.Of(infos, "info"))}{(listedFrom > DiagnosticSeverity.Info ? ", listed with --show info." : ".")}";
        return report.Suppressed > 0 ? $"{verdict} {report.Suppressed} suppressed." : verdict;
    }

    private void WriteGaps(Report report, TextWriter output)
    {
        // Declarations of the configuration are there because somebody knows, so they need no reminder.
        var gaps = report.Units
            .SelectMany(unit => unit.Gaps.Where(gap => gap.Code != Kubernetes.Semantics.GapCode.External).Select(gap => (gap.Text, Unit: unit.Name)))
            .Distinct()
            .GroupBy(gap => gap.Text, gap => gap.Unit)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .ToArray();
        if (gaps.Length == 0)
            return;

        var units = report.Units.Count(unit => !unit.Gaps.IsEmpty);
        output.WriteLine(style.Dim($"Not seen in {Plural.Of(units, "unit")}, so what only they could answer is not reported (netlint units shows where):"));
        foreach (var group in gaps.Take(MaxGapLines))
            output.WriteLine(style.Dim($"  - {TerminalText.Escape(group.Key)}: {Names([.. group])}"));
        if (gaps.Length > MaxGapLines)
            output.WriteLine(style.Dim($"  - and {gaps.Length - MaxGapLines} more reasons"));
    }

    private static string Names(string[] units) => units.Length > MaxUnits
        ? Plural.Of(units.Length, "unit")
        : string.Join(", ", units.Order(StringComparer.Ordinal).Select(TerminalText.Escape));
}
