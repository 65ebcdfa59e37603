using System.CommandLine;
using NetLint.Analysis.Configuration;
using NetLint.Cli.Context;
using NetLint.Cli.Output;
using NetLint.Repository;

namespace NetLint.Cli.Commands;

/// <summary><c>netlint init</c>: writes a commented configuration to start from.</summary>
internal static class InitCommand
{
    public static Command Create(CliHost host)
    {
        var root = new Option<string?>("--root") { Description = "Where to write it; else the top of the git work tree, else here", HelpName = "DIR" };
        var command = new Command("init", $"Write a commented {FileClassifier.ConfigurationFileName}") { root };
        command.SetAction(result => Run(result.GetValue(root), host));
        return command;
    }

    private static int Run(string? root, CliHost host)
    {
        var directory = root is null
            ? LintRoot.GitTopLevel(host.WorkingDirectory) ?? host.WorkingDirectory
            : LintRoot.Find(root, [], host.WorkingDirectory).Directory;
        var path = Path.Join(directory, FileClassifier.ConfigurationFileName);
        // A link that leads nowhere does not exist to most questions, but it stands there.
        if (Path.Exists(path) || new FileInfo(path).LinkTarget is not null)
            throw new UsageException($"'{path}' exists already and was left as it is");
        OutputFile.Write(path, path, mayReplace: false, output => output.Write(StartingConfiguration.Text));
        host.Tell($"wrote {path}");
        return ExitCodes.Clean;
    }
}
