using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NetLint.Cli.Context;
using NetLint.Cli.Output;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository;

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
            JsonAnswer.Write(host.Output, json => WriteJson(units, json));
        else
            WriteText(units, host);
        return ExitCodes.Clean;
    }

    private static void WriteText(DeploymentUnit[] units, CliHost host)
    {
        var style = new Style(host.OutputTerminal);
        foreach (var unit in units)
        {
            var facts = new List<string> { KindOf(unit), Plural.Of(unit.Resources.Length, "resource") };
            if (unit.Namespace is { } space)
                facts.Add("namespace " + TerminalText.Escape(space));
            if (unit.Cluster is { } cluster)
                facts.Add("cluster " + TerminalText.Escape(cluster));
            if (unit.IsAssumed)
                facts.Add("assumed");
            host.Output.WriteLine($"{style.Bold(TerminalText.EscapeLineStart(unit.Name))}  {style.Dim(string.Join(", ", facts))}");
            foreach (var gap in unit.Gaps)
                host.Output.WriteLine($"  - not seen: {TerminalText.Escape(gap.Text)}{(PlaceOf(gap) is { } place ? style.Dim($" ({place})") : "")}");
        }

        var gaps = units.Sum(unit => unit.Gaps.Length);
        host.Output.WriteLine($"{(units.Length > 0 ? "\n" : "")}{Plural.Of(units.Length, "unit")}, {Plural.Of(units.Sum(unit => unit.Resources.Length), "resource")}, {Plural.Of(gaps, "gap")}");
    }

    private static void WriteJson(DeploymentUnit[] units, Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var unit in units)
        {
            json.WriteStartObject();
            json.WriteString("name", unit.Name);
            json.WriteString("kind", KindOf(unit));
            json.WriteString("root", unit.Root);
            json.WriteString("cluster", unit.Cluster);
            json.WriteString("namespace", unit.Namespace);
            json.WriteBoolean("assumed", unit.IsAssumed);
            json.WriteNumber("resources", unit.Resources.Length);
            json.WriteStartArray("gaps");
            foreach (var gap in unit.Gaps)
            {
                json.WriteStartObject();
                json.WriteString("code", gap.Code.ToString().ToLowerInvariant());
                json.WriteString("text", gap.Text);
                json.WriteString("file", gap.Origin?.Source.Id.Path);
                if (gap.Origin is { } origin)
                    json.WriteNumber("startLine", origin.LineSpan.Start.Line + 1);
                else
                    json.WriteNull("startLine");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string? PlaceOf(Gap gap) => gap.Origin is { } origin
        ? string.Create(CultureInfo.InvariantCulture, $"{TerminalText.Escape(origin.Source.Id.Path)}:{origin.LineSpan.Start.Line + 1}")
        : null;

    private static string KindOf(DeploymentUnit unit) => unit.Kind switch
    {
        UnitKind.Plain => "plain",
        UnitKind.Kustomization => "kustomization",
        UnitKind.Chart => "chart",
        UnitKind.StandardInput => "stdin",
        _ => unit.Kind.ToString().ToLowerInvariant(),
    };
}
