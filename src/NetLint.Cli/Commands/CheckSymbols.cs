using System.CommandLine;
using NetLint.Analysis.Diagnostics;
using NetLint.Cli.Output;
using NetLint.Cli.Reporting;

namespace NetLint.Cli.Commands;

/// <summary>The arguments and options of <c>check</c>, which the program also takes without naming the command.</summary>
internal sealed class CheckSymbols
{
    public Argument<string[]> Paths { get; } = new("paths")
    {
        Description = "Files and directories to report; the whole repository is read whatever they are. '-' reads standard input",
        Arity = ArgumentArity.ZeroOrMore,
        HelpName = "paths",
    };

    public Option<string?> Root { get; } = new("--root") { Description = "The repository; else the nearest parent with .netlint.yaml or .git", HelpName = "DIR" };

    public Option<string?> Configuration { get; } = new("--config") { Description = "The configuration; else .netlint.yaml of the root", HelpName = "FILE" };

    public Option<string> Format { get; } = new("--format", "-f")
    {
        Description = $"What to write to standard output: {string.Join(", ", ReportFormats.Names)}",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => ReportFormats.Names[0],
    };

    public Option<string[]> Output { get; } = new("--output", "-o") { Description = "Also write a report to a file; may be repeated", HelpName = "FORMAT=FILE" };

    public Option<string[]> Select { get; } = new("--select") { Description = "Run these rules only: ids, prefixes, names, categories, comma separated", HelpName = "RULES" };

    public Option<string[]> Ignore { get; } = new("--ignore") { Description = "Leave these rules out", HelpName = "RULES" };

    public Option<string> FailOn { get; } = new("--fail-on")
    {
        Description = "The least severity that makes the exit code 1: error, warning, info, never",
        HelpName = "SEVERITY",
        DefaultValueFactory = _ => "warning",
    };

    public Option<string?> Show { get; } = new("--show") { Description = "Also list findings of severity info", HelpName = "info" };

    public Option<bool> Statistics { get; } = new("--statistics") { Description = "Tell how long each phase took" };

    public Option<bool> FailIfEmpty { get; } = new("--fail-if-empty") { Description = "Exit with 2 when there is nothing to lint" };

    public Option<bool> Closed { get; } = new("--closed") { Description = "With '-': what is not in the input does not exist" };

    public Option<int?> Threads { get; } = new("--threads") { Description = "How many threads work; the result does not depend on it", HelpName = "N" };

    public Option<bool> Color { get; } = new("--color") { Description = "Use colours even when this is no terminal" };

    public Option<bool> NoColor { get; } = new("--no-color") { Description = "Use no colours" };

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Write findings and nothing else" };

    /// <summary>Adds everything to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(Paths);
        foreach (var option in (Option[])[Root, Configuration, Format, Output, Select, Ignore, FailOn, Show, Statistics, FailIfEmpty, Closed, Threads, Color, NoColor, Quiet])
            command.Add(option);
    }

    /// <summary>Offers the values there are to a shell.</summary>
    public void AddCompletions()
    {
        Format.CompletionSources.Add([.. ReportFormats.Names]);
        FailOn.CompletionSources.Add("error", "warning", "info", "never");
        Show.CompletionSources.Add("info");
        Select.CompletionSources.Add(_ => RuleSelectors.Names);
        Ignore.CompletionSources.Add(_ => RuleSelectors.Names);
    }

    /// <summary>Reads the request.</summary>
    /// <exception cref="UsageException">A value makes no sense.</exception>
    public CheckRequest Bind(ParseResult result, CliHost host)
    {
        var paths = result.GetValue(Paths) ?? [];
        foreach (var path in paths.Where(path => path != "-" && !Path.Exists(Path.GetFullPath(path.Length == 0 ? "." : path, host.WorkingDirectory))))
            RefuseMisspelling(path, result);
        if (paths.Contains("-") && paths.Length > 1)
            throw new UsageException("'-' stands for standard input and cannot be combined with other paths");
        if (result.GetValue(Closed) && paths is not ["-"])
            throw new UsageException("--closed is for standard input: netlint check - --closed");
        if (result.GetValue(Color) && result.GetValue(NoColor))
            throw new UsageException("--color and --no-color exclude each other");
        if (result.GetValue(Show) is { } show && show != "info")
            throw new UsageException($"--show takes info, and not '{show}'");
        var outputs = (result.GetValue(Output) ?? []).Select(ReportFormats.ParseTarget).ToArray();
        if (outputs.GroupBy(target => Path.GetFullPath(target.Path, host.WorkingDirectory), StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new UsageException($"two reports cannot go into one file: '{twice.First().Path}'");
        return new CheckRequest
        {
            Paths = paths,
            Root = result.GetValue(Root),
            ConfigurationFile = result.GetValue(Configuration),
            Format = ReportFormats.Parse(result.GetValue(Format)!),
            Outputs = [.. outputs],
            Select = RuleSelectors.Parse("--select", result.GetValue(Select) ?? []),
            Ignore = RuleSelectors.Parse("--ignore", result.GetValue(Ignore) ?? []),
            FailOn = Severity(result.GetValue(FailOn)!),
            ShowInfo = result.GetValue(Show) is not null,
            Statistics = result.GetValue(Statistics),
            FailIfEmpty = result.GetValue(FailIfEmpty),
            IsClosed = result.GetValue(Closed),
            Threads = ThreadsOf(result.GetValue(Threads), host),
            Color = result.GetValue(Color) ? true : result.GetValue(NoColor) ? false : null,
            IsQuiet = result.GetValue(Quiet),
        };
    }

    /// <summary>What is no path may be meant as an option or a command: the parser takes everything it does not know for a path.</summary>
    private static void RefuseMisspelling(string path, ParseResult result)
    {
        if (path.StartsWith('-'))
        {
            var options = result.CommandResult.Command.Options.SelectMany(option => option.Aliases.Append(option.Name));
            throw new UsageException($"there is no option '{path}'{Suggestion.For(path, options) ?? $"; a path that begins with a dash is written ./{path}"}");
        }

        var commands = result.RootCommandResult.Command.Subcommands.Select(command => command.Name);
        if (result.CommandResult.Command is RootCommand && Suggestion.For(path, commands) is { } suggestion)
            throw new UsageException($"'{path}' is neither a path nor a command{suggestion}");
    }

    private static DiagnosticSeverity? Severity(string name) => name switch
    {
        "error" => DiagnosticSeverity.Error,
        "warning" => DiagnosticSeverity.Warning,
        "info" => DiagnosticSeverity.Info,
        "never" => null,
        _ => throw new UsageException($"--fail-on takes error, warning, info or never, and not '{name}'"),
    };

    private static int ThreadsOf(int? asked, CliHost host) => asked switch
    {
        null => host.Processors,
        > 0 and <= 1024 => asked.Value,
        _ => throw new UsageException("--threads takes a number from 1 to 1024"),
    };
}
