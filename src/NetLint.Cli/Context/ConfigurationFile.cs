using NetLint.Analysis.Configuration;
using NetLint.Analysis.Driver;
using NetLint.Cli.Output;
using NetLint.Cli.Reporting;
using NetLint.Cli.Reporting.Text;
using NetLint.Hosting.Files;
using NetLint.Repository;
using NetLint.Rules;
using NetLint.Syntax.Text;

namespace NetLint.Cli.Context;

/// <summary>Finds and reads the configuration file.</summary>
internal static class ConfigurationFile
{
    /// <summary>Reads the configuration of a run.</summary>
    /// <param name="root">The absolute path of the root.</param>
    /// <param name="named">The file that was named on the command line; null for the one of the root, which need not exist.</param>
    /// <param name="workingDirectory">Where a relative name starts.</param>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static LintConfiguration Read(string root, string? named, string workingDirectory)
    {
        var path = named is null ? Path.Join(root, FileClassifier.ConfigurationFileName) : Path.GetFullPath(named, workingDirectory);
        if (named is null && !Path.Exists(path))
            return LintConfiguration.Default;
        // The file of a repository is repository content and must not lead out of it; one that is named may be anywhere.
        var directory = named is null ? root : Path.GetDirectoryName(path);
        if (directory is null || !Directory.Exists(directory))
            throw new UsageException($"the configuration '{named}' cannot be read: its directory does not exist");
        var content = new PhysicalFileSystem(directory, git: null).Read(Path.GetFileName(path));
        if (content.Problem is { } problem)
            throw new UsageException($"the configuration '{named ?? FileClassifier.ConfigurationFileName}' cannot be read: {problem}");
        var source = SourceText.Decode(new SourceId(named ?? FileClassifier.ConfigurationFileName), content.Bytes.Span);
        return ConfigurationReader.Read(source, RuleCatalog.Descriptors);
    }

    /// <summary>Tells what is wrong with a configuration; a run under half a configuration would only mislead.</summary>
    /// <returns>The exit code.</returns>
    public static int Refuse(LintConfiguration configuration, Terminal terminal, CliHost host)
    {
        var result = new AnalysisResult(ConfigurationDiagnostics.From(configuration), [], [], new AnalysisSummary(1, 1, 0));
        new TextReportWriter(new TextReportOptions(terminal) { WithSummary = false }).Write(new Report(CliHost.Version, null, result), host.Error);
        host.Tell("error: the configuration has errors, and nothing was checked");
        return ExitCodes.Usage;
    }
}
