using System.Globalization;
using System.Text.Json;
using NetLint.Testing.Kustomize;

namespace NetLint.Conformance.Tests.Kustomize;

/// <summary>A place in a file below the input of a case, counted from 1.</summary>
internal readonly record struct Place(string File, int Line, int Column)
{
    public override string ToString() => $"{File}:{Line}:{Column}";
}

/// <summary>A row of <c>provenance.tsv</c>: where a value of the result was written, as the real command showed by marks.</summary>
/// <param name="Document">The number of the document in the result, from 0.</param>
/// <param name="Pointer">The JSON pointer of the value.</param>
/// <param name="Place">Where it was written.</param>
/// <param name="Part"><c>whole</c>, <c>part</c> or <c>reference</c>.</param>
internal sealed record ProvenanceRow(int Document, string Pointer, Place Place, string Part)
{
    /// <summary>The rows of a case; none when it has no such table.</summary>
    public static IReadOnlyList<ProvenanceRow> Of(RenderCase item)
    {
        var path = Path.Combine(item.Folder, "provenance.tsv");
        if (!File.Exists(path))
            return [];
        var lines = File.ReadAllLines(path);
        var columns = lines[0].Split('\t').Select((name, at) => (name, at)).ToDictionary(column => column.name, column => column.at, StringComparer.Ordinal);
        return
        [
            .. from line in lines.Skip(1)
               where line.Length > 0
               let cells = line.Split('\t')
               select new ProvenanceRow(
                   Number(cells[columns["doc"]]),
                   cells[columns["pointer"]],
                   new Place(cells[columns["source"]], Number(cells[columns["line"]]), Number(cells[columns["column"]])),
                   cells[columns["part"]]),
        ];
    }

    /// <summary>True when the sources agree with the row: the first one for a whole value, any of them for a part of one.</summary>
    public bool IsIn(IReadOnlyDictionary<(int, string), IReadOnlyList<Place>> sources) =>
        sources.TryGetValue((Document, Pointer), out var places) && (Part == "whole" ? places is [var first, ..] && first == Place : places.Contains(Place));

    /// <summary>Reads what <c>render --origins --format json</c> prints.</summary>
    public static IReadOnlyDictionary<(int, string), IReadOnlyList<Place>> Sources(string output)
    {
        using var json = JsonDocument.Parse(output);
        return json.RootElement.EnumerateArray().ToDictionary(
            item => (item.GetProperty("doc").GetInt32(), item.GetProperty("pointer").GetString()!),
            item => (IReadOnlyList<Place>)
            [
                .. from source in item.GetProperty("sources").EnumerateArray()
                   select new Place(source.GetProperty("file").GetString()!, source.GetProperty("line").GetInt32(), source.GetProperty("column").GetInt32()),
            ]);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A row of a table that NetLint disagrees with for a reason. Rows of cases that are not in the folder at hand do not matter.</summary>
internal sealed record DisputedRow(string Case, ProvenanceRow Row, string Reason)
{
    public static IReadOnlyList<DisputedRow> All { get; } = Read();

    private static List<DisputedRow> Read()
    {
        using var stream = typeof(DisputedRow).Assembly.GetManifestResourceStream("disputed.tsv")!;
        using var reader = new StreamReader(stream);
        return
        [
            .. from line in reader.ReadToEnd().Split('\n').Skip(1)
               where line.Length > 0
               let cells = line.Split('\t')
               let place = new Place(cells[3], int.Parse(cells[4], CultureInfo.InvariantCulture), int.Parse(cells[5], CultureInfo.InvariantCulture))
               select new DisputedRow(cells[0], new ProvenanceRow(int.Parse(cells[1], CultureInfo.InvariantCulture), cells[2], place, cells[6]), cells[7]),
        ];
    }
}
