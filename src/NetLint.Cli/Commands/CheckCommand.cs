using System.CommandLine;
using NetLint.Analysis.Configuration;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Driver;
using NetLint.Cli.Context;
using NetLint.Cli.Output;
using NetLint.Cli.Reporting;
using NetLint.Repository;
using NetLint.Rules;

namespace NetLint.Cli.Commands;

/// <summary><c>netlint check</c>: lints a repository, or standard input, and reports.</summary>
internal static class CheckCommand
{
    public static Command Create(CheckSymbols symbols, CliHost host)
    {
        var command = new Command("check", "Lint the networking manifests of a repository; what netlint does without a command");
        symbols.AddTo(command);
        command.SetAction(result => Run(symbols.Bind(result, host), host));
        return command;
    }

    public static int Run(CheckRequest request, CliHost host)
    {
        var statistics = new RunStatistics(host.Clock);
        var root = request.ReadsStandardInput ? null : LintRoot.Find(request.Root, request.Paths, host.WorkingDirectory);
        var configuration = Configure(request, root, host);
        if (!configuration.Problems.IsEmpty)
            return ConfigurationFile.Refuse(configuration, request.Adjust(host.ErrorTerminal), host);
        AnalysisResult result;
        using (var progress = request.IsQuiet ? null : ProgressLine.Start(host.Error, host.ErrorTerminal, host.Clock))
        {
            var session = root is null
                ? LintSession.ReadInput(configuration, request.IsClosed, statistics, host)
                : LintSession.Read(root, configuration, request.Threads, progress, statistics, host);
            progress?.Enter("Checking");
            result = statistics.Measure("check", () => AnalysisDriver.Run(
                new AnalysisRequest(session.Snapshot, session.Units, RuleCatalog.Analyzers) { Configuration = configuration, MaxThreads = request.Threads },
                host.Interrupted));
        }

        var report = new Report(CliHost.Version, root?.Directory, root is null ? result : Cut(result, root));
        statistics.Measure("report", () => Write(report, request, host));
        Tell(report, root, request, statistics, host);
        return ExitCodeOf(report, request);
    }

    private static LintConfiguration Configure(CheckRequest request, LintRoot? root, CliHost host)
    {
        // Standard input has no place, but the person who pipes it does.
        var directory = root?.Directory ?? LintRoot.Find(request.Root, [], host.WorkingDirectory).Directory;
        var configuration = ConfigurationFile.Read(directory, request.ConfigurationFile, host.WorkingDirectory);
        return configuration with { Rules = configuration.Rules with { Select = request.Select, Ignore = request.Ignore } };
    }

    /// <summary>Keeps what touches the paths that were asked for: a finding counts when any of its places lies there.</summary>
    private static AnalysisResult Cut(AnalysisResult result, LintRoot root) => result with
    {
        Diagnostics = [.. result.Diagnostics.Where(diagnostic =>
            root.IsSelected(diagnostic.Path) || diagnostic.Related.Any(related => root.IsSelected(related.Origin.Source.Id.Path)))],
        Units = [.. result.Units.Where(unit => root.IsNear(unit.Root))],
        Notifications = [.. result.Notifications.Where(notification => notification.Path is not { } path || root.IsSelected(path))],
    };

    private static bool Write(Report report, CheckRequest request, CliHost host)
    {
        var writers = new ReportWriters(request, host);
        foreach (var target in request.Outputs)
            OutputFile.Write(Path.GetFullPath(target.Path, host.WorkingDirectory), target.Path, mayReplace: true, output => writers.ForFile(target.Format, report).Write(report, output));
        writers.ForOutput(request.Format, report).Write(report, host.Output);
        host.Output.Flush();
        return true;
    }

    /// <summary>What is to be said beside the findings.</summary>
    private static void Tell(Report report, LintRoot? root, CheckRequest request, RunStatistics statistics, CliHost host)
    {
        var from = request.ShowInfo ? NotificationLevel.Note : NotificationLevel.Warning;
        foreach (var notification in report.Result.Notifications.Where(notification => notification.Level >= from && !request.IsQuiet))
        {
            var level = notification.Level.ToString().ToLowerInvariant();
            host.Tell(notification.Path is { } path ? $"{level}: {path}: {notification.Message}" : $"{level}: {notification.Message}");
        }

        if (IsEmpty(report) && (!request.IsQuiet || request.FailIfEmpty))
            host.Tell("nothing to lint: " + (root is null
                ? "standard input holds no Kubernetes manifest"
                : $"{Plural.Of(report.Result.Summary.Files, "YAML or JSON file")} under '{root.Directory}', and no Kubernetes manifest among what was asked for"));
        if (!request.Statistics)
            return;
        foreach (var line in statistics.Lines())
            host.Tell(line);
    }

    private static bool IsEmpty(Report report) =>
        report.Result.Diagnostics.IsEmpty && report.Units.All(unit => unit.Resources.IsEmpty && unit.Gaps.IsEmpty);

    private static int ExitCodeOf(Report report, CheckRequest request)
    {
        if (report.Result.HasInternalError)
            return ExitCodes.InternalError;
        if (request.FailIfEmpty && IsEmpty(report))
            return ExitCodes.Usage;
        return request.FailOn is { } least && report.Active.Any(diagnostic => diagnostic.Severity >= least) ? ExitCodes.Findings : ExitCodes.Clean;
    }
}
