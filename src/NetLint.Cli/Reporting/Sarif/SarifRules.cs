using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using NetLint.Analysis.Diagnostics;
using NetLint.Rules;

namespace NetLint.Cli.Reporting.Sarif;

/// <summary>
/// The rule table of a run. It lists every case NetLint knows, not only those with findings: GitHub compares runs, and rules should not come
/// and go with findings. Cases of one rule differ in category and severity, so each has an entry of its own under its full id.
/// </summary>
internal sealed class SarifRules
{
    private readonly ImmutableArray<DiagnosticDescriptor> _descriptors;
    private readonly FrozenDictionary<string, int> _indexes;

    /// <summary>Makes the table.</summary>
    /// <param name="reported">The cases that were reported; those of rules that are not NetLint's own are added.</param>
    public SarifRules(IEnumerable<DiagnosticDescriptor> reported)
    {
        _descriptors = [.. RuleCatalog.Descriptors.Concat(reported).DistinctBy(descriptor => descriptor.FullId).OrderBy(descriptor => descriptor.FullId, StringComparer.Ordinal)];
        _indexes = _descriptors.Select((descriptor, index) => KeyValuePair.Create(descriptor.FullId, index)).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The entries of the table.</summary>
    public IEnumerable<SarifRule> Entries => _descriptors.Select(Convert);

    /// <summary>The place of a case in the table.</summary>
    public int IndexOf(DiagnosticDescriptor descriptor) => _indexes[descriptor.FullId];

    /// <summary>The level of a severity.</summary>
    public static string Level(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };

    private static SarifRule Convert(DiagnosticDescriptor descriptor)
    {
        var page = RulePages.Find(descriptor.Id);
        return new SarifRule(
            descriptor.FullId,
            Name(descriptor),
            new SarifText(SarifProse.Plain(descriptor.Title)),
            new SarifText(Text(page?["What it does"], descriptor.Title)),
            new SarifConfiguration(descriptor.IsEnabledByDefault, Level(descriptor.DefaultSeverity)),
            RulePages.AddressOf(descriptor.Id).AbsoluteUri,
            new SarifText(Text(page?["How to fix"], descriptor.Title), page?.Markdown),
            new SarifRuleProperties(
                Tags(descriptor),
                Precision(descriptor.DefaultSeverity),
                ProblemSeverity(descriptor.DefaultSeverity),
                descriptor.Category == DiagnosticCategory.Security ? SecuritySeverity(descriptor.DefaultSeverity) : null));
    }

    /// <summary>GitHub refuses empty descriptions; rules of the engine may have no page.</summary>
    private static string Text(string? section, string title) => SarifProse.Plain(string.IsNullOrWhiteSpace(section) ? title : section);

    /// <summary>GitHub keeps ten tags of a rule; these are at most five, and one case of a rule never repeats a tag.</summary>
    private static IEnumerable<string> Tags(DiagnosticDescriptor descriptor)
    {
        // GitHub takes the tag 'security' for a security rule, which is what the category means.
        yield return descriptor.Category.ToString().ToLowerInvariant();
        if (RuleFamily.Of(descriptor.Id) is { } family)
            yield return family.Folder.ToLowerInvariant();
        yield return "kubernetes";
        yield return "networking";
    }

    /// <summary>How often findings are right, which is what severities promise: an error is certain.</summary>
    private static string Precision(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "very-high",
        DiagnosticSeverity.Warning => "high",
        _ => "medium",
    };

    private static string ProblemSeverity(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "recommendation",
    };

    /// <summary>A score that GitHub shows as high, medium or low.</summary>
    private static string SecuritySeverity(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "8.0",
        DiagnosticSeverity.Warning => "6.0",
        _ => "3.0",
    };

    /// <summary>Slug and case in Pascal case: <c>ExternalNameInvalidIpLiteral</c>.</summary>
    private static string Name(DiagnosticDescriptor descriptor) =>
        string.Concat($"{descriptor.Slug}-{descriptor.Case}".Split('-', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));
}
