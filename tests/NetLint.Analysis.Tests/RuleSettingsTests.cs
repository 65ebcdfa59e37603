using System.Collections.Immutable;
using NetLint.Analysis.Configuration;
using NetLint.Analysis.Diagnostics;

namespace NetLint.Analysis.Tests;

public sealed class RuleSettingsTests
{
    [Theory]
    [InlineData("", DiagnosticSeverity.Warning, null)]
    [InlineData("NL7001=off", null, null)]
    [InlineData("NL7001=on", DiagnosticSeverity.Warning, null)]
    [InlineData("NL7001=error", DiagnosticSeverity.Error, null)]
    [InlineData("all=info", DiagnosticSeverity.Info, DiagnosticSeverity.Info)]
    [InlineData("all=on", DiagnosticSeverity.Warning, DiagnosticSeverity.Info)]
    [InlineData("NL7=error", DiagnosticSeverity.Error, DiagnosticSeverity.Error)]
    [InlineData("NL7001=error all=info", DiagnosticSeverity.Error, DiagnosticSeverity.Info)]
    [InlineData("NL7001/bad=error NL7001=info", DiagnosticSeverity.Error, null)]
    [InlineData("NL7001/poor=error", DiagnosticSeverity.Warning, null)]
    [InlineData("NL7001=error bad-word=info", DiagnosticSeverity.Info, null)]
    [InlineData("NL700=error correctness=off", DiagnosticSeverity.Error, DiagnosticSeverity.Error)]
    [InlineData("correctness=off NL=info", DiagnosticSeverity.Info, DiagnosticSeverity.Info)]
    [InlineData("CORRECTNESS=error", DiagnosticSeverity.Error, null)]
    [InlineData("N=error", DiagnosticSeverity.Warning, null)]
    public void TheNarrowestSettingCounts(string settings, DiagnosticSeverity? bad, DiagnosticSeverity? name)
    {
        var rules = new RuleSettings { Settings = Parse(settings) };
        Assert.Equal((bad, name), (rules.SeverityOf(BadWords.Bad), rules.SeverityOf(EveryName.Rule)));
    }

    [Theory]
    [InlineData("NL7001", true, true, false)]
    [InlineData("NL7001/poor", false, true, false)]
    [InlineData("NL7002", false, false, true)]
    [InlineData("security NL7002", false, true, true)]
    [InlineData("all", true, true, true)]
    public void OnlySelectedCasesRun(string selectors, bool bad, bool poor, bool name)
    {
        var rules = new RuleSettings { Select = Selectors(selectors), Settings = Parse("NL7001/poor=off") };
        Assert.Equal((bad, poor, name), (rules.SeverityOf(BadWords.Bad) is not null, rules.SeverityOf(BadWords.Poor) is not null, rules.SeverityOf(EveryName.Rule) is not null));
    }

    [Fact]
    public void SelectedCasesKeepTheirConfiguredSeverity() =>
        Assert.Equal(DiagnosticSeverity.Info, new RuleSettings { Select = Selectors("NL7001"), Settings = Parse("NL7001=info") }.SeverityOf(BadWords.Bad));

    [Fact]
    public void IgnoredCasesNeverRun()
    {
        var rules = new RuleSettings { Select = Selectors("NL7001"), Ignore = Selectors("correctness"), Settings = Parse("NL7001=error") };
        Assert.Null(rules.SeverityOf(BadWords.Bad));
        Assert.Equal(DiagnosticSeverity.Error, rules.SeverityOf(BadWords.Poor));
    }

    private static ImmutableArray<RuleSelector> Selectors(string text) => [.. text.Split(' ').Select(item => new RuleSelector(item))];

    private static ImmutableArray<(RuleSelector, RuleSetting)> Parse(string text) =>
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(item => item.Split('='))
            .Select(parts => (new RuleSelector(parts[0]), Enum.Parse<RuleSetting>(parts[1], ignoreCase: true))),
    ];
}
