using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;

namespace NetLint.Cli.Reporting.Sarif;

/// <summary>Which findings a run holds. GitHub refuses a file with more than a certain number of results, so the gravest are kept.</summary>
/// <param name="Kept">The findings, in the order of the report.</param>
/// <param name="LeftOut">How many there were besides.</param>
internal sealed record SarifSelection(ImmutableArray<Diagnostic> Kept, int LeftOut)
{
    /// <summary>The most results GitHub accepts in a run.</summary>
    public const int MaxResults = 25_000;

    /// <summary>The most further locations of a result; GitHub accepts a thousand, the first one included.</summary>
    public const int MaxRelated = 999;

    /// <summary>Chooses among the findings of a report.</summary>
    public static SarifSelection Of(ImmutableArray<Diagnostic> diagnostics)
    {
        // A result must name a file of the repository; findings elsewhere become notifications.
        var inside = diagnostics.Where(diagnostic => !SarifUri.IsOutsideRoot(diagnostic.Path)).ToImmutableArray();
        if (inside.Length <= MaxResults)
            return new SarifSelection(inside, 0);
        var kept = Enumerable.Range(0, inside.Length)
            .OrderBy(index => inside[index].Suppression is not null)
            .ThenByDescending(index => inside[index].Severity)
            .ThenBy(index => index)
            .Take(MaxResults)
            .Order()
            .Select(index => inside[index]);
        return new SarifSelection([.. kept], inside.Length - MaxResults);
    }
}
