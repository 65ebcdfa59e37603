using System.CommandLine;
using System.Text.Json;
using NetLint.Analysis.Diagnostics;
using NetLint.Cli.Output;
using NetLint.Rules;
using Spectre.Console;

namespace NetLint.Cli.Commands;

/// <summary><c>netlint rules</c>: the table of rules.</summary>
internal static class RulesCommand
{
    public static Command Create(CliHost host)
    {
        var format = OutputFormatOption.Create();
        var command = new Command("rules", "List the rules") { format };
        command.SetAction(result =>
        {
            if (OutputFormatOption.IsJson(result.GetValue(format)!))
                JsonAnswer.Write(host.Output, WriteJson);
            else
                WriteTable(host);
            return ExitCodes.Clean;
        });
        return command;
    }

    private static void WriteTable(CliHost host)
    {
        var table = new Table().Border(TableBorder.None);
        foreach (var heading in (string[])["[bold]rule[/]", "[bold]name[/]", "[bold]category[/]", "[bold]severity[/]", "[bold]default[/]", "[bold]title[/]"])
            table.AddColumn(new TableColumn(heading).NoWrap().PadRight(2));
        foreach (var descriptor in RuleCatalog.Descriptors)
        {
            var severity = Lower(descriptor.DefaultSeverity);
            table.AddRow(
                $"[bold]{Markup.Escape(descriptor.FullId)}[/]",
                Markup.Escape(descriptor.Slug),
                Lower(descriptor.Category),
                descriptor.DefaultSeverity switch
                {
                    DiagnosticSeverity.Error => $"[red]{severity}[/]",
                    DiagnosticSeverity.Warning => $"[yellow]{severity}[/]",
                    _ => $"[aqua]{severity}[/]",
                },
                descriptor.IsEnabledByDefault ? "on" : "off",
                Markup.Escape(descriptor.Title));
        }

        RichOutput.Write(host.Output, host.OutputTerminal, table);
    }

    private static void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var descriptor in RuleCatalog.Descriptors)
        {
            json.WriteStartObject();
            json.WriteString("id", descriptor.Id);
            json.WriteString("slug", descriptor.Slug);
            json.WriteString("case", descriptor.Case);
            json.WriteString("title", descriptor.Title);
            json.WriteString("category", Lower(descriptor.Category));
            json.WriteString("severity", Lower(descriptor.DefaultSeverity));
            json.WriteBoolean("enabled", descriptor.IsEnabledByDefault);
            json.WriteString("help", RulePages.AddressOf(descriptor.Id).AbsoluteUri);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
