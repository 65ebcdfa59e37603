using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NetLint.Analysis.Diagnostics;
using NetLint.Cli.Reporting;
using NetLint.Testing;

namespace NetLint.Cli.Tests.Reporting;

/// <summary>Makes reports and reads them back.</summary>
internal static class Reports
{
    /// <summary>Names that are hard for URIs, terminals and JSON.</summary>
    public static readonly ImmutableArray<string> OddPaths =
    [
        "plain.yaml",
        "team a/web #1 100%.yaml",
        "what?/a&b=c.yaml",
        "c:/drive.yaml",
        "a:b.yaml",
        "ünïcode/日本.yaml",
        "emoji-😀.yaml",
        "it's (1) [x]+@~!$,;*.yaml",
        "back\\slash.yaml",
        "%41/%2F.yaml",
        "escape-\u001b[31m.yaml",
        "line\nbreak.yaml",
        "turned-\u202Elmay.yaml",
        "lone-\ud800.yaml",
        "\"quoted\"/<b>.yaml",
    ];

    public static Report Of(string manifests, string? root = "/srv/repo") => Of([KeyValuePair.Create("shop/services.yaml", manifests)], root);

    public static Report Of(IEnumerable<KeyValuePair<string, string>> files, string? root = "/srv/repo") =>
        new("1.2.3", root, LintRun.Analyze(files, [new ProbeAnalyzer()], World.Repository));

    /// <summary>A repository with a finding of every shape in files of every odd name.</summary>
    public static Report Realistic()
    {
        var files = OddPaths.Select((path, index) => KeyValuePair.Create(path, Manifests(index)))
            .Append(KeyValuePair.Create("charts/db/Chart.yaml", "apiVersion: v2\nname: db\nversion: 1.0.0\n"))
            .Append(KeyValuePair.Create("charts/db/templates/service.yaml", "kind: Service\nmetadata: { name: {{ .Values.name }} }\n"));
        var report = Of(files);
        return With(report, diagnostics => [.. diagnostics.Select((diagnostic, index) => diagnostic with { Suppression = SuppressionOf(index) })]);
    }

    public static Report With(Report report, Func<ImmutableArray<Diagnostic>, ImmutableArray<Diagnostic>> change) =>
        report with { Result = report.Result with { Diagnostics = change(report.Result.Diagnostics) } };

    public static string Write(IReportWriter writer, Report report)
    {
        using var output = new StringWriter { NewLine = "\r\n" };
        writer.Write(report, output);
        return output.ToString();
    }

    public static JsonNode Read(IReportWriter writer, Report report) => JsonNode.Parse(Write(writer, report))!;

    /// <summary>The text of a member or item, reached by names and indexes.</summary>
    public static string? At(this JsonNode node, params object[] path)
    {
        JsonNode? at = node;
        foreach (var step in path)
            at = step is int index ? at![index] : at?[(string)step];
        return at?.ToString();
    }

    private static DiagnosticSuppression? SuppressionOf(int index) => (index % 7) switch
    {
        1 => new DiagnosticSuppression(SuppressionKind.Comment, "known since \u001b[1m2019"),
        3 => new DiagnosticSuppression(SuppressionKind.Annotation, null),
        5 => new DiagnosticSuppression(SuppressionKind.Configuration, "[docs](https://example.org)"),
        _ => null,
    };

    private static string Manifests(int index) =>
        $$"""
        apiVersion: v1
        kind: Service
        metadata:
          name: "web-{{index}}-\e[31m-\u202E-é😀"
          namespace: shop
        spec:
          selector:
            app: web
          ports:
            - port: {{8000 + index}}
            - { name: "é😀", port: {{9000 + index}} }
        ---
        kind: Service
        metadata: { name: bare }
        spec: { ports: [{ port: 1 }] }
        """ + (index % 2 == 0 ? "\n" : "\r\n---\r\nkind: Service\r\nmetadata: { name: last }\r\nspec:");
}
