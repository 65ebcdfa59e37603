using System.Collections.Immutable;

namespace NetLint.Rules;

/// <summary>An example of a rule page: a fenced block that the tests execute.</summary>
/// <param name="Verdict"><c>reported</c>, <c>accepted</c> or <c>fixed</c>.</param>
/// <param name="Text">The text between the fences.</param>
public sealed record RuleExample(string Verdict, string Text);

/// <summary>The page of a rule: what it does, why, what to do, examples, sources. The one text behind help, hovers and SARIF.</summary>
public sealed class RulePage
{
    private readonly Dictionary<string, string> _sections = new(StringComparer.Ordinal);

    private RulePage(string id, string title, string markdown)
    {
        Id = id;
        Title = title;
        Markdown = markdown;
    }

    /// <summary>The headings every page has, in their order.</summary>
    public static ImmutableArray<string> Headings { get; } =
        ["What it does", "Why it matters", "How to fix", "Reported", "Accepted", "When to turn it off", "Sources"];

    /// <summary>The id of the rule.</summary>
    public string Id { get; }

    /// <summary>The title behind the id in the first line.</summary>
    public string Title { get; }

    /// <summary>The whole page.</summary>
    public string Markdown { get; }

    /// <summary>The generated line under the title: family, cases, default.</summary>
    public string Header { get; private set; } = "";

    /// <summary>The examples in order.</summary>
    public ImmutableArray<RuleExample> Examples { get; private set; } = [];

    /// <summary>The text of a section without its heading; "" when the page lacks it.</summary>
    public string this[string heading] => _sections.GetValueOrDefault(heading, "");

    /// <summary>Parses a page. Anything is accepted; a test holds pages to their form.</summary>
    public static RulePage Parse(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var first = lines[0].TrimStart('#', ' ');
        var colon = first.IndexOf(':', StringComparison.Ordinal);
        var page = colon < 0 ? new RulePage(first, "", markdown) : new RulePage(first[..colon], first[(colon + 1)..].Trim(), markdown);
        var examples = ImmutableArray.CreateBuilder<RuleExample>();
        string? heading = null;
        var section = new List<string>();
        List<string>? fence = null;
        var verdict = "";
        foreach (var line in lines.Skip(1))
        {
            if (fence is null && line.StartsWith("## ", StringComparison.Ordinal))
            {
                page.Close(heading, section);
                heading = line[3..].Trim();
                section.Clear();
                continue;
            }

            section.Add(line);
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                if (fence is null)
                {
                    fence = [];
                    verdict = line[3..].Trim().Split(' ') is [_, var word] ? word : "";
                }
                else
                {
                    if (verdict.Length > 0)
                        examples.Add(new RuleExample(verdict, string.Join('\n', fence) + "\n"));
                    fence = null;
                }
            }
            else
            {
                fence?.Add(line);
            }
        }

        page.Close(heading, section);
        page.Examples = examples.DrainToImmutable();
        return page;
    }

    private void Close(string? heading, List<string> lines)
    {
        var text = string.Join('\n', lines).Trim('\n');
        if (heading is null)
            Header = text.Trim();
        else
            _sections[heading] = text;
    }
}
