using NetLint.Fuzz;

namespace NetLint.Rules.Tests;

/// <summary>A short run of what <c>tests/NetLint.Fuzz</c> does at length.</summary>
public sealed class AnalysisFuzzTests
{
    [Fact]
    public void EveryRuleSurvivesMutatedManifests()
    {
        string[] seeds = [.. RuleCatalog.Descriptors.Select(descriptor => RulePages.Find(descriptor.Id)).OfType<RulePage>().SelectMany(page => page.Examples).Select(example => example.Text)];
        var report = new FuzzRun([new AnalysisTarget()], [.. seeds, .. Seeds.BuiltIn], seed: 1).Run(1500);
        Assert.Empty(report.Failures.Select(failure => $"{failure.Problem}\n{failure.Input}"));
    }
}
