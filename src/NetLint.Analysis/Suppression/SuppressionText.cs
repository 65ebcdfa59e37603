using System.Collections.Immutable;
using NetLint.Analysis.Configuration;
using NetLint.Analysis.Diagnostics;
using NetLint.Syntax.Text;

namespace NetLint.Analysis.Suppression;

/// <summary>What stands behind a directive or in an annotation: <c>NL1004, NL2003/case -- why</c>.</summary>
/// <param name="Names">The names with their places in the text.</param>
/// <param name="Justification">The reason; null when there is none.</param>
internal sealed record SuppressionText(ImmutableArray<(string Name, TextSpan Span)> Names, string? Justification)
{
    /// <summary>Reads names, separated by commas or white space, and a reason behind two hyphens.</summary>
    public static SuppressionText Parse(string text)
    {
        var names = ImmutableArray.CreateBuilder<(string, TextSpan)>();
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == ',' || char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && text[end] != ',' && !char.IsWhiteSpace(text[end]))
                end++;
            var word = text[at..end];
            if (word.StartsWith("--", StringComparison.Ordinal))
            {
                var reason = text[at..].TrimStart('-').Trim();
                return new SuppressionText(names.DrainToImmutable(), reason.Length == 0 ? null : DisplayText.Escape(reason));
            }

            names.Add((word, TextSpan.FromBounds(at, end)));
            at = end;
        }

        return new SuppressionText(names.DrainToImmutable(), null);
    }

    /// <summary>The selectors among the names; a star stands for every rule.</summary>
    public IEnumerable<(RuleSelector Selector, string Name, TextSpan Span)> Selectors(RuleNames rules) => Names
        .Where(name => IsKnown(name.Name, rules))
        .Select(name => (new RuleSelector(name.Name == "*" ? RuleNames.Everything : name.Name), name.Name, name.Span));

    /// <summary>What is wrong with the names. Words that are no attempt at a rule are most likely the reason, and one problem.</summary>
    public IEnumerable<(TextSpan Span, string Message)> Problems(RuleNames rules)
    {
        foreach (var (name, span) in Names)
        {
            if (IsKnown(name, rules))
                continue;
            if (name.StartsWith("NL", StringComparison.OrdinalIgnoreCase) || rules.Nearest(name) is not null)
            {
                yield return (span, rules.Explain(name));
                continue;
            }

            var rest = TextSpan.FromBounds(span.Start, Names[^1].Span.End);
            yield return (rest, rest == span ? $"there is no rule '{name}'; a reason stands behind '--'" : $"'{name}' and what follows name no rule; a reason stands behind '--'");
            yield break;
        }
    }

    private static bool IsKnown(string name, RuleNames rules) => name == "*" || rules.IsKnown(name);
}

/// <summary>A suppression that cannot work as it is written.</summary>
/// <param name="Resource">The resource whose annotation it is; null for a comment.</param>
/// <param name="Place">Where it is written.</param>
/// <param name="Message">One sentence without a final period.</param>
internal sealed record SuppressionProblem(Kubernetes.Resources.Resource? Resource, Origin Place, string Message);
