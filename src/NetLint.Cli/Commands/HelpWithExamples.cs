using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace NetLint.Cli.Commands;

/// <summary>The help of a command with examples below, as examples are what most people look for.</summary>
internal sealed class HelpWithExamples(HelpAction help, CliHost host) : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, string[]> Examples = new(StringComparer.Ordinal)
    {
        ["check"] =
        [
            "netlint                                      lint the repository you are in",
            "netlint check k8s/shop                       report what concerns this directory",
            "netlint check --output sarif=netlint.sarif   also write a report for code scanning",
            "kubectl get svc,ing,netpol,pod -A -o json | netlint check -",
            "helm template shop charts/shop | netlint check -",
        ],
        ["explain"] = ["netlint explain NL1004", "netlint explain node-port-out-of-range"],
        ["rules"] = ["netlint rules", "netlint rules --format json"],
        ["units"] = ["netlint units", "netlint units apps/web"],
        ["render"] = ["netlint render overlays/prod | kubectl diff -f -", "netlint render overlays/prod --origins"],
        ["config"] = ["netlint config schema > netlint.schema.json"],
        ["completion"] = ["source <(netlint completion bash)", "netlint completion fish > ~/.config/fish/completions/netlint.fish"],
    };

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        if (Examples.TryGetValue(command is RootCommand ? "check" : command.Name, out var lines))
        {
            host.Output.WriteLine("Examples:");
            foreach (var line in lines)
                host.Output.WriteLine("  " + line);
            host.Output.WriteLine();
        }

        return code;
    }
}
