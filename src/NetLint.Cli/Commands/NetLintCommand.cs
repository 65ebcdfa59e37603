using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using NetLint.Cli.Output;

namespace NetLint.Cli.Commands;

/// <summary>The program as a whole: every command, and what becomes of errors.</summary>
public static class NetLintCommand
{
    private static readonly ParserConfiguration Parsing = new()
    {
        // A path may begin with @, which would otherwise name a file of further arguments.
        ResponseFileTokenReplacer = null,
    };

    /// <summary>Runs a command line and returns the exit code.</summary>
    public static int Run(string[] arguments, CliHost host)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(host);
        try
        {
            return Invoke(arguments, host);
        }
        catch (UsageException exception)
        {
            host.Tell("error: " + exception.Message);
            return ExitCodes.Usage;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
        catch (IOException exception)
        {
            // What is read answers for itself, so this is standard output.
            host.Tell("error: cannot write the output: " + OutputFile.Reason(exception));
            return ExitCodes.Usage;
        }
#pragma warning disable CA1031 // The last resort: a fault of NetLint is told in one line and by an exit code of its own.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            host.Tell($"internal error: {exception.GetType().Name}: {exception.Message}");
            host.Error.WriteLine(TerminalText.Escape(exception.StackTrace?.Split('\n').FirstOrDefault()?.Trim() ?? ""));
            return ExitCodes.InternalError;
        }
        finally
        {
            host.Error.Flush();
        }
    }

    private static int Invoke(string[] arguments, CliHost host)
    {
        var result = Create(host).Parse(arguments, Parsing);
        if (result.Action is ParseErrorAction)
        {
            foreach (var error in result.Errors)
                host.Tell("error: " + error.Message);
            host.Tell($"netlint {(result.CommandResult.Command is RootCommand ? "" : result.CommandResult.Command.Name + " ")}--help tells what there is");
            return ExitCodes.Usage;
        }

        var code = result.Invoke(new InvocationConfiguration { Output = host.Output, Error = host.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        host.Output.Flush();
        return code;
    }

    private static RootCommand Create(CliHost host)
    {
        var symbols = new CheckSymbols();
        symbols.AddCompletions();
        var root = new RootCommand("Finds what is broken or unsafe in the networking of Kubernetes manifests, at the line to edit.");
        symbols.AddTo(root);
        root.SetAction(result => CheckCommand.Run(symbols.Bind(result, host), host));
        root.Add(CheckCommand.Create(symbols, host));
        root.Add(ExplainCommand.Create(host));
        root.Add(RulesCommand.Create(host));
        root.Add(UnitsCommand.Create(host));
        root.Add(RenderCommand.Create(host));
        root.Add(InitCommand.Create(host));
        root.Add(ConfigCommand.Create(host));
        root.Add(CompletionCommand.Create(host));
        foreach (var option in root.Options)
        {
            if (option is VersionOption)
                option.Action = new AnswerAction(() => host.Output.WriteLine(CliHost.Version));
            if (option is HelpOption { Action: HelpAction help })
                option.Action = new HelpWithExamples(help, host);
        }

        return root;
    }

    /// <summary>Answers and does nothing else.</summary>
    private sealed class AnswerAction(Action answer) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            answer();
            return ExitCodes.Clean;
        }
    }
}
