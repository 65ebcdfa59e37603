using System.CommandLine;
using NetLint.Analysis.Diagnostics;
using NetLint.Cli.Output;
using NetLint.Rules;

namespace NetLint.Cli.Commands;

/// <summary><c>netlint explain</c>: the page of a rule in the terminal.</summary>
internal static class ExplainCommand
{
    public static Command Create(CliHost host)
    {
        var rule = new Argument<string>("rule") { Description = "An id such as NL1004, or a name such as node-port-out-of-range", HelpName = "rule" };
        rule.CompletionSources.Add(_ => RuleSelectors.Names);
        var command = new Command("explain", "Show the page of a rule: what it does, why it matters, how to fix it") { rule };
        command.SetAction(result => Run(result.GetValue(rule)!, host));
        return command;
    }

    private static int Run(string rule, CliHost host)
    {
        var descriptor = Find(rule) ?? throw new UsageException($"no rule is called '{rule}'{Suggestion.For(rule, RuleSelectors.Names) ?? "; netlint rules lists them"}");
        if (RulePages.Find(descriptor.Id) is { } page)
            new MarkdownView(host.OutputTerminal).Write(page.Markdown, host.Output);
        else
            host.Output.WriteLine($"{descriptor.Id}: {descriptor.Title}");
        return ExitCodes.Clean;
    }

    private static DiagnosticDescriptor? Find(string rule) => RuleCatalog.Descriptors.FirstOrDefault(descriptor =>
        string.Equals(descriptor.Id, rule, StringComparison.OrdinalIgnoreCase)
        || string.Equals(descriptor.Slug, rule, StringComparison.OrdinalIgnoreCase)
        || string.Equals(descriptor.FullId, rule, StringComparison.OrdinalIgnoreCase));
}
