using System.CommandLine;
using NetLint.Cli.Context;
using NetLint.Cli.Output;
using NetLint.Cli.Reporting.Json;
using NetLint.Cli.Reporting.Text;

namespace NetLint.Cli.Commands;

/// <summary><c>netlint units</c>: what is deployed together, how that was found, and what cannot be seen.</summary>
internal static class UnitsCommand
{
    public static Command Create(CliHost host)
    {
        var paths = new Argument<string[]>("paths") { Description = "Show the units of these files and directories only", Arity = ArgumentArity.ZeroOrMore };
        var root = new Option<string?>("--root") { Description = "The repository; else the nearest parent with .netlint.yaml or .git", HelpName = "DIR" };
        var configuration = new Option<string?>("--config") { Description = "The configuration; else .netlint.yaml of the root", HelpName = "FILE" };
        var format = OutputFormatOption.Create();
        var command = new Command("units", "Show what is deployed together, and what NetLint cannot see of it") { paths, root, configuration, format };
        command.SetAction(result => Run(
            LintRoot.Find(result.GetValue(root), result.GetValue(paths) ?? [], host.WorkingDirectory),
            result.GetValue(configuration),
            OutputFormatOption.IsJson(result.GetValue(format)!),
            host));
        return command;
    }

    private static int Run(LintRoot root, string? configurationFile, bool asJson, CliHost host)
    {
        var configuration = ConfigurationFile.Read(root.Directory, configurationFile, host.WorkingDirectory);
        if (!configuration.Problems.IsEmpty)
            return ConfigurationFile.Refuse(configuration, host.ErrorTerminal, host);
        var session = LintSession.Read(root, configuration, host.Processors, progress: null, new RunStatistics(host.Clock), host);
        var units = session.Units.Where(unit => root.IsNear(unit.Root)).ToArray();
        if (asJson)
            JsonUnits.Write(units, host.Output);
        else
            new UnitList(new Style(host.OutputTerminal), host.OutputTerminal.Width).Write(units, host.Output);
        return ExitCodes.Clean;
    }
}
