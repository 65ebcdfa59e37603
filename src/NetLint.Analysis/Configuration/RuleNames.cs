using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Kubernetes.Semantics;

namespace NetLint.Analysis.Configuration;

/// <summary>The names that rules can be called by, and what a name that is none of them most likely means.</summary>
public sealed class RuleNames
{
    /// <summary>The word that names every rule.</summary>
    public const string Everything = "all";

    private readonly ImmutableArray<DiagnosticDescriptor> _known;

    /// <summary>Collects the names of the known cases.</summary>
    public RuleNames(IEnumerable<DiagnosticDescriptor> known)
    {
        _known = [.. known];
        Ids = Distinct(_known.Select(descriptor => descriptor.Id));
        Cases = Distinct(_known.Where(descriptor => descriptor.Case is not null).Select(descriptor => descriptor.FullId));
        Slugs = Distinct(_known.Select(descriptor => descriptor.Slug));
        Prefixes = Distinct(Ids.SelectMany(id => Enumerable.Range(2, Math.Max(0, id.Length - 2)).Select(length => id[..length])));
    }

    /// <summary>The categories in lower case, in the order of gravity.</summary>
    public static ImmutableArray<string> Categories { get; } = [.. Enum.GetNames<DiagnosticCategory>().Select(name => name.ToLowerInvariant())];

    /// <summary>The ids, such as <c>NL1004</c>, in order.</summary>
    public ImmutableArray<string> Ids { get; }

    /// <summary>The cases of rules that have several, such as <c>NL1012/ip-literal</c>, in order.</summary>
    public ImmutableArray<string> Cases { get; }

    /// <summary>The slugs in order.</summary>
    public ImmutableArray<string> Slugs { get; }

    /// <summary>What ids begin with: <c>NL</c>, <c>NL1</c>, <c>NL10</c>, <c>NL100</c>; in order.</summary>
    public ImmutableArray<string> Prefixes { get; }

    /// <summary>The title of the rule that an id, case or slug names; null for names of several rules.</summary>
    public string? TitleOf(string name) => _known.FirstOrDefault(descriptor => descriptor.FullId == name || descriptor.Id == name || descriptor.Slug == name)?.Title;

    /// <summary>True when a selector names a known case.</summary>
    public bool IsKnown(string name) =>
        string.Equals(name, Everything, StringComparison.OrdinalIgnoreCase)
        || Categories.Contains(name, StringComparer.OrdinalIgnoreCase)
        || _known.Any(descriptor => new RuleSelector(name).Matches(descriptor));

    /// <summary>Says of a name that is not known what is wrong with it: one clause without a final period.</summary>
    public string Explain(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && IsKnown(name[..slash]))
        {
            var rule = name[..slash];
            var cases = _known.Where(descriptor => new RuleSelector(rule).Matches(descriptor) && descriptor.Case is not null).Select(descriptor => $"'{descriptor.FullId}'").Distinct().ToArray();
            return cases.Length == 0 ? $"rule '{rule}' has no cases" : $"rule '{rule}' has no case '{name[(slash + 1)..]}'; it has {string.Join(", ", cases)}";
        }

        return Nearest(name) is { } near ? $"there is no rule '{name}'; did you mean '{near}'" : $"there is no rule '{name}'";
    }

    /// <summary>The one name that an unknown one is most likely a misspelling of; null when there is none or there are several.</summary>
    public string? Nearest(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        // A letter O for a zero is a typing mistake of its own: the eye does not see it.
        var digits = name.Length > 2 ? string.Concat(name.AsSpan(0, 2), name[2..].Replace('O', '0').Replace('o', '0')) : name;
        if (Ids.FirstOrDefault(id => string.Equals(id, digits, StringComparison.OrdinalIgnoreCase)) is { } same)
            return same;
        // Ids differ from each other in digits, so a wrong digit could mean any of them; a missing or additional character may mean just one.
        var ids = Ids.Where(id => id.Length != name.Length && Spelling.Distance(id, name.ToUpperInvariant()) == 1).Take(2).ToArray();
        if (ids is [var only])
            return only;
        return NearestOf(name, [Everything, .. Categories, .. Slugs, .. Cases]);
    }

    /// <summary>The word that another one is a misspelling of; null when there is none.</summary>
    internal static string? NearestOf(string word, IEnumerable<string> words) => words
        .Where(candidate => Spelling.IsNear(candidate, word))
        .OrderBy(candidate => Spelling.Distance(candidate, word))
        .FirstOrDefault();

    private static ImmutableArray<string> Distinct(IEnumerable<string> names) => [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
