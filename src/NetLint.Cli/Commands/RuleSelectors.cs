using System.Collections.Immutable;
using NetLint.Analysis.Configuration;
using NetLint.Rules;

namespace NetLint.Cli.Commands;

/// <summary>Reads the rule selectors of the command line.</summary>
internal static class RuleSelectors
{
    /// <summary>Parses comma separated selectors.</summary>
    /// <param name="option">The option, for messages.</param>
    /// <param name="values">Its values.</param>
    /// <exception cref="UsageException">A selector names no rule.</exception>
    public static ImmutableArray<RuleSelector> Parse(string option, IEnumerable<string> values) =>
        [.. values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(text => Parse(option, text))];

    /// <summary>Everything that names a rule: ids, slugs, cases.</summary>
    public static IEnumerable<string> Names =>
        RuleCatalog.Descriptors.SelectMany(descriptor => new[] { descriptor.Id, descriptor.Slug, descriptor.FullId }).Distinct(StringComparer.Ordinal);

    private static RuleSelector Parse(string option, string text)
    {
        var names = new RuleNames(RuleCatalog.Descriptors);
        return names.IsKnown(text) ? new RuleSelector(text) : throw new UsageException($"{option}: {names.Explain(text)}");
    }
}
