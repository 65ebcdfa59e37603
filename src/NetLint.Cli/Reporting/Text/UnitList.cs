using System.Globalization;
using NetLint.Analysis.Diagnostics;
using NetLint.Cli.Output;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository;
using NetLint.Repository.Kustomize;
using NetLint.Syntax.Text;

namespace NetLint.Cli.Reporting.Text;

/// <summary>Lists deployment units for a person: by cluster where one is known, then by kind, a line each and below it only what is out of the ordinary.</summary>
internal sealed class UnitList(Style style, int width)
{
    /// <summary>Places listed for one gap; more are counted.</summary>
    private const int MaxPlaces = 3;

    /// <summary>What the columns behind the name need, so that lines of a usual terminal do not wrap.</summary>
    private const int FactsWidth = 50;

    private const int MinNameWidth = 24;

    /// <summary>Writes the list and its totals.</summary>
    public void Write(DeploymentUnit[] units, TextWriter output)
    {
        var clusters = units.GroupBy(unit => unit.Cluster).OrderBy(group => group.Key is null).ThenBy(group => group.Key, StringComparer.Ordinal).ToArray();
        foreach (var cluster in clusters)
        {
            if (clusters is not [{ Key: null }])
                output.WriteLine(style.Bold(cluster.Key is null ? "Cluster not known" : "Cluster " + TerminalText.Escape(cluster.Key)) + "\n");
            foreach (var kind in cluster.GroupBy(unit => unit.Kind).OrderBy(group => group.Key))
                WriteKind(kind.Key, [.. kind], output);
        }

        WriteTotals(units, clusters.Count(cluster => cluster.Key is not null), output);
    }

    private void WriteKind(UnitKind kind, DeploymentUnit[] units, TextWriter output)
    {
        var usual = UsualOf(units);
        output.WriteLine($"{style.Help(UnitWords.KindOf(kind))} {style.Dim(Plural.Of(units.Length, "unit") + (usual is null ? "" : ": " + TerminalText.Escape(usual)))}");
        var widest = Math.Max(MinNameWidth, width - FactsWidth);
        var names = units.Select(unit => DisplayWidth.Of(TerminalText.Escape(unit.Name))).Where(name => name <= widest).DefaultIfEmpty().Max();
        var counts = units.Select(unit => CountOf(unit).Length).Max();
        foreach (var unit in units)
            WriteUnit(unit, usual, names, counts, output);
        output.WriteLine();
    }

    /// <summary>How most units of a kind were found, to be said once above them; null when each was found in its own way.</summary>
    private static string? UsualOf(DeploymentUnit[] units) => units
        .Where(unit => !IsElsewhere(unit))
        .GroupBy(UnitWords.FoundByOf, StringComparer.Ordinal)
        .Where(group => group.Count() > 1 || units.Length == 1)
        .MaxBy(group => group.Count())?.Key;

    private void WriteUnit(DeploymentUnit unit, string? usual, int names, int counts, TextWriter output)
    {
        var name = TerminalText.EscapeLineStart(unit.Name);
        var facts = new List<string> { CountOf(unit).PadLeft(counts) + (unit.Resources.Length == 1 ? " resource " : " resources") };
        if (unit.Namespace is { } space)
            facts.Add("namespace " + TerminalText.Escape(space));
        if (unit.IsAssumed)
            facts.Add(style.Of(DiagnosticSeverity.Warning, "assumed"));
        output.WriteLine($"  {style.Bold(name)}{new string(' ', Math.Max(0, names - DisplayWidth.Of(name)))}  {string.Join("  ", facts).TrimEnd()}");

        var foundBy = UnitWords.FoundByOf(unit);
        if (foundBy != usual || IsElsewhere(unit))
            output.WriteLine(style.Dim("    " + FoundOf(unit, foundBy)));
        foreach (var problem in unit.Problems)
            WriteProblem(problem, output);
        foreach (var gap in unit.Gaps.Where(gap => !IsTold(gap, unit)).GroupBy(gap => gap.Text, StringComparer.Ordinal))
            output.WriteLine($"    not seen: {TerminalText.Escape(gap.Key)}{style.Dim(PlacesOf(gap))}");
    }

    /// <summary>How a unit was found, without what its name says already.</summary>
    private static string FoundOf(DeploymentUnit unit, string foundBy)
    {
        var isNamed = unit.Name.StartsWith(foundBy, StringComparison.Ordinal);
        var found = unit.FoundAt is not { } at ? "found by " + TerminalText.Escape(foundBy)
            : isNamed ? "found at " + PlaceOf(at)
            : $"found by {TerminalText.Escape(foundBy)} ({PlaceOf(at)})";
        return isNamed && unit.Root.Length > 0 ? $"{found}, deploys {TerminalText.Escape(unit.Root)}" : found;
    }

    /// <summary>A part that cannot be seen leaves the rest of the unit rendered; anything else does not.</summary>
    private void WriteProblem(RenderProblem problem, TextWriter output)
    {
        var start = problem.Origin.LineSpan.Start;
        var column = (start.Character + 1).ToString(CultureInfo.InvariantCulture);
        var label = problem.Kind == RenderProblemKind.Unsupported ? "not seen:" : style.Of(DiagnosticSeverity.Error, "does not render:");
        output.WriteLine($"    {label} {TerminalText.Escape(problem.Message)}{style.Dim($" ({PlaceOf(problem.Origin)}:{column})")}");
    }

    private static void WriteTotals(DeploymentUnit[] units, int clusters, TextWriter output)
    {
        var failed = units.Count(unit => unit.Problems.Any(problem => problem.Kind != RenderProblemKind.Unsupported));
        var open = units.Count(unit => !unit.Gaps.IsEmpty);
        var totals = new List<string> { Plural.Of(units.Length, "unit") + (clusters > 0 ? " in " + Plural.Of(clusters, "cluster") : ""), Plural.Of(units.Sum(unit => unit.Resources.Length), "resource") };
        if (failed > 0)
            totals.Add($"{Plural.Of(failed, "unit")} that {(failed == 1 ? "does" : "do")} not render");
        totals.Add(open == 0 ? "no gaps" : $"gaps in {Plural.Of(open, "unit")}");
        output.WriteLine(string.Join(", ", totals));
    }

    private static string CountOf(DeploymentUnit unit) => unit.Resources.Length.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>True when the place that names a unit is not its own directory, where everybody would look.</summary>
    private static bool IsElsewhere(DeploymentUnit unit) => unit.FoundAt is { } at && FileClassifier.DirectoryOf(at.Source.Id.Path) != unit.Root;

    /// <summary>True when a gap says what a problem has said already.</summary>
    private static bool IsTold(Gap gap, DeploymentUnit unit) => unit.Problems.Any(problem => problem.Message == gap.Text && problem.Origin == gap.Origin);

    private static string PlacesOf(IEnumerable<Gap> gaps)
    {
        var places = gaps.Select(gap => gap.Origin).OfType<Origin>().Select(PlaceOf).Distinct().ToArray();
        if (places.Length == 0)
            return "";
        var more = places.Length > MaxPlaces ? $" and {places.Length - MaxPlaces} more" : "";
        return $" ({string.Join(", ", places.Take(MaxPlaces))}{more})";
    }

    private static string PlaceOf(Origin origin) =>
        string.Create(CultureInfo.InvariantCulture, $"{TerminalText.Escape(origin.Source.Id.Path)}:{origin.LineSpan.Start.Line + 1}");
}
