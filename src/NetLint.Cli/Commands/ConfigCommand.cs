using System.CommandLine;
using NetLint.Analysis.Configuration;
using NetLint.Rules;

namespace NetLint.Cli.Commands;

/// <summary><c>netlint config</c>: what helps to write a configuration.</summary>
internal static class ConfigCommand
{
    public static Command Create(CliHost host)
    {
        var schema = new Command("schema", "Print the JSON Schema of the configuration, for editors");
        schema.SetAction(_ =>
        {
            host.Output.WriteLine(ConfigurationSchema.Write(RuleCatalog.Descriptors).TrimEnd());
            return ExitCodes.Clean;
        });
        return new Command("config", "Help with the configuration") { schema };
    }
}
