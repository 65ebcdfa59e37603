using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Dev;
using NetLint.Testing;

namespace NetLint.Rules.Tests;

/// <summary>The documentation is executed: each page has its form, and its examples report what they say.</summary>
public sealed partial class RulePageTests
{
    public static TheoryData<string> Ids => [.. RuleCatalog.Descriptors.Select(descriptor => descriptor.Id).Distinct()];

    [Theory]
    [MemberData(nameof(Ids))]
    public void PageHasItsForm(string id)
    {
        var page = RulePages.Find(id);
        Assert.NotNull(page);
        Assert.Equal(id, page.Id);
        Assert.NotEmpty(page.Title);
        foreach (var heading in RulePage.Headings)
            Assert.True(page[heading].Length > 0, $"{id}: the section '{heading}' is missing or empty.");
        var order = RulePage.Headings.Select(heading => page.Markdown.IndexOf($"\n## {heading}\n", StringComparison.Ordinal)).ToArray();
        Assert.Equal(order.Order(), order);
        Assert.NotEmpty(RulePages.HelpOf(id));
    }

    [Fact]
    public void EveryPageBelongsToARule()
    {
        var known = RuleCatalog.Descriptors.Select(descriptor => descriptor.Id).ToHashSet();
        var pages = Directory.EnumerateFiles(Path.Combine(RepositoryFiles.RootAbove(AppContext.BaseDirectory), "rules"), "NL*.md").Select(path => Path.GetFileNameWithoutExtension(path)!);
        Assert.All(pages, page => Assert.Contains(page, known));
    }

    [Fact]
    public void GeneratedPartsAreUpToDate()
    {
        var stale = RepositoryFiles.StaleDocuments(RepositoryFiles.RootAbove(AppContext.BaseDirectory)).Select(file => Path.GetFileName(file.Path));
        Assert.True(!stale.Any(), $"Run `dotnet run --project src/NetLint.Dev -- docs`: {string.Join(", ", stale)} stale.");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ExamplesReportWhatTheySay(string id)
    {
        var page = RulePages.Find(id)!;
        var own = RuleCatalog.Analyzers.Where(analyzer => analyzer.SupportedDiagnostics[0].Id == id).ToArray();
        var isEngine = own.Length == 0;
        foreach (var example in page.Examples)
        {
            var found = Analyze(example.Text, isEngine ? [.. RuleCatalog.Analyzers] : own).Where(diagnostic => diagnostic.Descriptor.Id == id).ToArray();
            switch (example.Verdict)
            {
                case "accepted":
                    Assert.True(found.Length == 0, $"{id}: an accepted example reports {string.Join("; ", found.Select(diagnostic => diagnostic.Message))}");
                    break;
                case "reported":
                    var expected = Expected(example.Text).Where(mark => mark.Id.StartsWith(id, StringComparison.Ordinal)).ToArray();
                    Assert.NotEmpty(expected);
                    Assert.Equal(expected.Select(mark => (mark.Path, mark.Line)).Order(), found.Select(diagnostic => (diagnostic.Path, diagnostic.Location.LineSpan.Start.Line)).Order());
                    Assert.All(expected, mark => Assert.Contains(found, diagnostic =>
                        diagnostic.Location.LineSpan.Start.Line == mark.Line && (mark.Id == id || mark.Id == diagnostic.Descriptor.FullId)));
                    break;
                default:
                    Assert.Fail($"{id}: unknown verdict '{example.Verdict}'");
                    break;
            }
        }

        Assert.True(isEngine || page.Examples.Any(example => example.Verdict == "reported"), $"{id}: no reported example.");
        Assert.True(isEngine || page.Examples.Any(example => example.Verdict == "accepted"), $"{id}: no accepted example.");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void AcceptedExamplesAreGoodManifests(string id)
    {
        foreach (var example in RulePages.Find(id)!.Examples.Where(example => example.Verdict == "accepted"))
        {
            var grave = Analyze(example.Text, [.. RuleCatalog.Analyzers], World.Repository).Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info && diagnostic.Suppression is null);
            Assert.Empty(grave.Select(diagnostic => $"{diagnostic.Descriptor.FullId}: {diagnostic.Message}"));
        }
    }

    private static ImmutableArray<Diagnostic> Analyze(string text, DiagnosticAnalyzer[] analyzers, World? world = null) =>
        LintRun.Analyze(Fixture.Split(text).Select(file => KeyValuePair.Create(file.Path, file.Text)), analyzers, world).Diagnostics;

    private static IEnumerable<(string Path, int Line, string Id)> Expected(string text)
    {
        foreach (var (path, content) in Fixture.Split(text))
        {
            var lines = content.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (Mark().Match(lines[i]) is { Success: true } match)
                    yield return (path, i, match.Groups[1].Value);
            }
        }
    }

    [GeneratedRegex("# (NL[0-9]{4}(?:/[a-z0-9-]+)?)$")]
    private static partial Regex Mark();
}
