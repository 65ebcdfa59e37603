using System.Text.RegularExpressions;

namespace NetLint.Rules.Tests;

public sealed partial class RuleCatalogTests
{
    [Fact]
    public void CasesAreConsistent()
    {
        Assert.Equal(RuleCatalog.Descriptors.Length, RuleCatalog.Descriptors.Select(descriptor => descriptor.FullId).Distinct().Count());
        foreach (var rule in RuleCatalog.Descriptors.GroupBy(descriptor => descriptor.Id))
        {
            Assert.Matches("^NL[0-9]{4}$", rule.Key);
            Assert.NotNull(RuleFamily.Of(rule.Key));
            Assert.Single(rule.Select(descriptor => descriptor.Slug).Distinct());
            Assert.True(rule.Count() == 1 || rule.All(descriptor => descriptor.Case is not null), $"{rule.Key}: every case of a rule with several has a name.");
        }

        foreach (var descriptor in RuleCatalog.Descriptors)
        {
            Assert.Matches(Kebab(), descriptor.Slug);
            Assert.True(descriptor.Case is null || Kebab().IsMatch(descriptor.Case), descriptor.FullId);
            Assert.True(char.IsUpper(descriptor.Title[0]) && !descriptor.Title.EndsWith('.'), $"{descriptor.FullId}: {descriptor.Title}");
            Assert.True(!descriptor.MessageFormat.EndsWith('.'), $"{descriptor.FullId}: {descriptor.MessageFormat}");
            Assert.DoesNotContain("don't", descriptor.MessageFormat, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void SlugsAreUnique() =>
        Assert.Empty(RuleCatalog.Descriptors.GroupBy(descriptor => descriptor.Slug).Where(group => group.Select(descriptor => descriptor.Id).Distinct().Count() > 1).Select(group => group.Key));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Kebab();
}
