namespace NetLint.Conformance.Tests.Kustomize;

/// <summary>
/// <c>netlint render --origins</c> names the places that the real command took each value from. Rows of the tables that are wrong stand in
/// <c>disputed.tsv</c> with a reason each.
/// </summary>
public sealed class OriginTests
{
    public static IReadOnlyList<TheoryDataRow<string>> Traced => KustomizeCases.Names(item => !item.IsRefused && ProvenanceRow.Of(item).Count > 0);

    [Theory]
    [MemberData(nameof(Traced))]
    public void SourcesAreThose(string name)
    {
        var item = KustomizeCases.Get(name);
        var answer = KustomizeCases.Render(item, "--origins", "--format", "json");
        Assert.True(answer.Code == 0, answer.Error);
        var sources = ProvenanceRow.Sources(answer.Output);
        var disputed = DisputedRow.All.Where(entry => entry.Case == name).Select(entry => entry.Row).ToHashSet();
        var missed = from row in ProvenanceRow.Of(item)
                     where !row.IsIn(sources) && !disputed.Contains(row)
                     select $"{row.Document} {row.Pointer}: {row.Part} {row.Place}, not {Describe(sources.GetValueOrDefault((row.Document, row.Pointer)))}";
        var lines = missed.ToArray();
        Assert.True(lines.Length == 0, string.Join('\n', lines));
    }

    /// <summary>Each disputed row of a case at hand is in its table, and NetLint still disagrees with it.</summary>
    [Fact]
    public void DisputedRowsAreDisputed()
    {
        KustomizeCases.SkipWithoutFolder();
        var wrong = new List<string>();
        foreach (var item in KustomizeCases.Every)
        {
            var disputed = DisputedRow.All.Where(entry => entry.Case == item.Name).ToArray();
            if (disputed.Length == 0)
                continue;
            var rows = ProvenanceRow.Of(item);
            var sources = ProvenanceRow.Sources(KustomizeCases.Render(item, "--origins", "--format", "json").Output);
            wrong.AddRange(from entry in disputed
                           where !rows.Contains(entry.Row) || entry.Row.IsIn(sources) || entry.Reason.Trim().Length == 0
                           select $"{entry.Case} {entry.Row.Document} {entry.Row.Pointer} {entry.Row.Place}");
        }

        Assert.True(wrong.Count == 0, "No longer disputed, not in the table or without a reason:\n" + string.Join('\n', wrong));
    }

    private static string Describe(IReadOnlyList<Place>? places) => places is null ? "no value there" : string.Join(", ", places);
}
