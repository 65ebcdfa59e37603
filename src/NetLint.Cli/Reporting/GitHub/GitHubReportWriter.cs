using System.Globalization;
using NetLint.Analysis.Diagnostics;
using NetLint.Cli.Output;
using NetLint.Syntax.Text;

namespace NetLint.Cli.Reporting.GitHub;

/// <summary>Writes workflow commands, which GitHub shows as annotations of a commit or pull request.</summary>
public sealed class GitHubReportWriter : IReportWriter
{
    private readonly string _prefix;
    private readonly DiagnosticSeverity _listedFrom;

    /// <summary>Makes a writer.</summary>
    /// <param name="prefix">The path of the root relative to the work tree GitHub checked out, ending in <c>/</c>; "" when they are the same.</param>
    /// <param name="listedFrom">Findings below this severity are left out.</param>
    public GitHubReportWriter(string prefix, DiagnosticSeverity listedFrom)
    {
        _prefix = prefix;
        _listedFrom = listedFrom;
    }

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output)
    {
        foreach (var diagnostic in report.Active.Where(diagnostic => diagnostic.Severity >= _listedFrom))
        {
            var command = diagnostic.Severity switch
            {
                DiagnosticSeverity.Error => "error",
                DiagnosticSeverity.Warning => "warning",
                _ => "notice",
            };
            var title = $"{diagnostic.Descriptor.FullId} {diagnostic.Descriptor.Slug}";
            output.WriteLine($"::{command} file={Property(_prefix + diagnostic.Path)},{Region(diagnostic.Location)},title={Property(title)}::{Data(MessageOf(diagnostic))}");
        }
    }

    private static string MessageOf(Diagnostic diagnostic)
    {
        var related = diagnostic.Related.Select(item => $"\n{Text.TextReportWriter.PlaceOf(item.Origin)}: {item.Message}");
        return diagnostic.Message + string.Concat(related);
    }

    /// <summary>GitHub takes columns only for a place within one line.</summary>
    private static string Region(Origin place)
    {
        var (start, end) = place.LineSpan;
        return start.Line == end.Line
            ? string.Create(CultureInfo.InvariantCulture, $"line={start.Line + 1},endLine={end.Line + 1},col={start.Character + 1},endColumn={end.Character + 1}")
            : string.Create(CultureInfo.InvariantCulture, $"line={start.Line + 1},endLine={end.Line + 1}");
    }

    private static string Data(string text) =>
        string.Join("%0A", text.Split('\n').Select(line => TerminalText.Escape(line).Replace("%", "%25", StringComparison.Ordinal)));

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
