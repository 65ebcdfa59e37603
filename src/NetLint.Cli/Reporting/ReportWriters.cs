using NetLint.Cli.Commands;
using NetLint.Cli.Context;
using NetLint.Cli.Output;
using NetLint.Cli.Reporting.GitHub;
using NetLint.Cli.Reporting.Json;
using NetLint.Cli.Reporting.Sarif;
using NetLint.Cli.Reporting.Text;
using NetLint.Hosting.Files;

namespace NetLint.Cli.Reporting;

/// <summary>Makes the writers of a run.</summary>
internal sealed class ReportWriters(CheckRequest request, CliHost host)
{
    /// <summary>The writer for standard output.</summary>
    public IReportWriter ForOutput(ReportFormat format, Report report) => Create(format, report, request.Adjust(host.OutputTerminal));

    /// <summary>The writer for a file, where nothing is coloured.</summary>
    public IReportWriter ForFile(ReportFormat format, Report report) => Create(format, report, Terminal.Plain);

    private IReportWriter Create(ReportFormat format, Report report, Terminal terminal) => format switch
    {
        ReportFormat.Text => new TextReportWriter(new TextReportOptions(terminal) { ListedFrom = request.ListedFrom, WithSummary = !request.IsQuiet }),
        ReportFormat.Json => new JsonReportWriter(),
        ReportFormat.Sarif => new SarifReportWriter(),
        ReportFormat.GitHub => new GitHubReportWriter(WorkTreePrefix(report.Root), request.ListedFrom),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>The path from the work tree that GitHub annotates to the root.</summary>
    private string WorkTreePrefix(string? root)
    {
        if (root is null)
            return "";
        var workspace = host.Variable("GITHUB_WORKSPACE") is { Length: > 0 } named ? RealPath.Resolve(Path.GetFullPath(named, host.WorkingDirectory)) : null;
        var top = workspace is not null && RealPath.IsAtOrBelow(root, workspace) ? workspace : LintRoot.GitTopLevel(root);
        return top is null || top == root ? "" : Path.GetRelativePath(top, root).Replace(Path.DirectorySeparatorChar, '/') + "/";
    }
}
