using System.Globalization;
using System.Text.Json;
using NetLint.Analysis.Diagnostics;
using NetLint.Cli.Reporting.Json;
using NetLint.Repository;
using NJsonSchema;

namespace NetLint.Cli.Tests.Reporting;

public sealed class JsonReportTests
{
    private static readonly JsonReportWriter Writer = new();

    /// <summary>The contract, member by member: whoever has to change this text changes what other people's scripts read.</summary>
    [Fact]
    public void ContractIsExactlyThis()
    {
        var report = Reports.Of("kind: Service\nmetadata: { name: web, namespace: shop }\nspec: { type: ClusterIP, ports: [{ port: 8080 }] }\n");
        report = Reports.With(report, diagnostics => [diagnostics.Single(diagnostic => diagnostic.Descriptor == ProbeAnalyzer.Port) with { Suppression = new(SuppressionKind.Comment, "it's <fine>") }]);
        report = report with { Result = report.Result with { Notifications = [new Notification(NotificationLevel.Warning, "the file is too large", "big.yaml")] } };
        var fingerprint = report.Result.Diagnostics[0].Fingerprint;
        Assert.Equal(
            $$"""
            {
              "version": 1,
              "tool": {
                "name": "netlint",
                "version": "1.2.3"
              },
              "diagnostics": [
                {
                  "id": "NL1901",
                  "slug": "probe-port",
                  "category": "correctness",
                  "severity": "warning",
                  "message": "Port 8080 of Service 'web' was probed",
                  "file": "shop/services.yaml",
                  "startLine": 3,
                  "startColumn": 42,
                  "endLine": 3,
                  "endColumn": 46,
                  "fieldPath": "spec.ports[0].port",
                  "fingerprint": "{{fingerprint}}",
                  "resource": {
                    "kind": "Service",
                    "namespace": "shop",
                    "name": "web"
                  },
                  "instances": [
                    {
                      "unit": "shop",
                      "kind": "Service",
                      "namespace": "shop",
                      "name": "web"
                    }
                  ],
                  "related": [
                    {
                      "role": "target",
                      "file": "shop/services.yaml",
                      "startLine": 2,
                      "startColumn": 19,
                      "endLine": 2,
                      "endColumn": 22,
                      "message": "the Service is named [web](https://example.org)"
                    }
                  ],
                  "suppression": {
                    "kind": "comment",
                    "justification": "it's <fine>"
                  }
                }
              ],
              "units": [
                {
                  "name": "shop",
                  "kind": "plain",
                  "root": "shop",
                  "resources": 1,
                  "assumed": false,
                  "foundBy": "plain manifests of one directory",
                  "problems": [],
                  "gaps": []
                }
              ],
              "notifications": [
                {
                  "level": "warning",
                  "message": "the file is too large",
                  "file": "big.yaml"
                }
              ],
              "summary": {
                "files": 1,
                "documents": 1,
                "resources": 1,
                "errors": 0,
                "warnings": 0,
                "infos": 0,
                "suppressed": 1
              }
            }

            """.ReplaceLineEndings("\n"),
            Reports.Write(Writer, report));
    }

    [Fact]
    public async Task SchemaDescribesEverythingThatIsWritten()
    {
        var schema = await JsonSchema.FromJsonAsync(JsonReportSchema.Read(), TestContext.Current.CancellationToken);
        // Readers ignore unknown members; here each must be known, so that none is written and not described.
        schema.AllowAdditionalProperties = false;
        foreach (var definition in schema.Definitions.Values)
            definition.AllowAdditionalProperties = !definition.IsObject;
        var report = Reports.Realistic();
        Assert.Contains(report.Units, unit => !unit.Gaps.IsEmpty);
        Assert.Empty(schema.Validate(Reports.Write(Writer, report)));
        Assert.NotEmpty(schema.Validate(Reports.Write(Writer, report).Replace("\"slug\":", "\"slugs\":", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("kind: Service\nmetadata: { name: w }\nspec: { type: A, ports: [{ name: 'é😀', port: 80 }] }", 3, 47, 3, 49)]
    [InlineData("kind: Service\r\nmetadata: { name: w }\r\nspec:\r\n  type: A\r\n  ports:\r\n  - port: 65000\r\n", 6, 11, 6, 16)]
    [InlineData("kind: Service\rmetadata: { name: w }\rspec: { type: A, ports: [{ port: 7 }] }", 3, 34, 3, 35)]
    public void ColumnsCountCodeUnitsFromOneAndEndsAreExclusive(string manifest, params int[] expected)
    {
        var written = Reports.Read(Writer, Reports.Of(manifest))["diagnostics"]!.AsArray().Single(diagnostic => diagnostic!.At("id") == "NL1901")!;
        Assert.Equal(expected, new[] { "startLine", "startColumn", "endLine", "endColumn" }.Select(name => (int)written[name]!));
    }

    [Fact]
    public void AbsentFieldIsAPlaceOfNoWidth()
    {
        var written = Reports.Read(Writer, Reports.Of("kind: Service\nmetadata: { name: w }\nspec: { ports: [] }\n"))["diagnostics"]!.AsArray().Single(diagnostic => diagnostic!.At("id") == "NL1902")!;
        Assert.Equal(written.At("startLine"), written.At("endLine"));
        Assert.Equal(written.At("startColumn"), written.At("endColumn"));
        Assert.Equal("spec.type", written.At("fieldPath"));
    }

    [Fact]
    public void NothingWrittenSteersATerminal()
    {
        var text = Reports.Write(Writer, Reports.Realistic());
        Assert.DoesNotContain(text, c => c != '\n' && char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator);
        Assert.Contains("日本", text, StringComparison.Ordinal);
    }

    [Fact]
    public void PathsComeBackAsTheyWere()
    {
        var report = Reports.Realistic();
        using var document = JsonDocument.Parse(Reports.Write(Writer, report));
        var files = document.RootElement.GetProperty("diagnostics").EnumerateArray().Select(diagnostic => diagnostic.GetProperty("file").GetString()!).ToHashSet();
        Assert.Subset(files, Reports.OddPaths.Where(path => !path.StartsWith("lone", StringComparison.Ordinal)).ToHashSet());
        Assert.Contains("lone-\uFFFD.yaml", files);
    }

    [Fact]
    public void TextsLargerThanAPieceSurviveWhole()
    {
        var name = string.Concat(Enumerable.Repeat("日é\u200Bx", 60_000));
        var report = Reports.With(Reports.Realistic(), diagnostics => [diagnostics[0] with { FieldPath = name }, diagnostics[1]]);
        Assert.Equal(name, Reports.Read(Writer, report).At("diagnostics", 0, "fieldPath"));
    }

    [Fact]
    public void HelpIsTheAdviceOfThePage()
    {
        var help = NetLint.Rules.RulePages.HelpOf("NL1001");
        Assert.NotEmpty(help);
        var descriptor = NetLint.Rules.RuleCatalog.Descriptors.Single(descriptor => descriptor.FullId == "NL1001");
        var report = Reports.With(Reports.Realistic(), diagnostics => [diagnostics[0] with { Descriptor = descriptor }]);
        Assert.Equal(help, Reports.Read(Writer, report).At("diagnostics", 0, "help"));
    }

    [Fact]
    public void SummaryCountsSuppressedFindingsAsNothingElse()
    {
        var report = Reports.Realistic();
        var summary = Reports.Read(Writer, report)["summary"]!;
        var counted = new[] { "errors", "warnings", "infos", "suppressed" }.Sum(name => (int)summary[name]!);
        Assert.Equal(report.Result.Diagnostics.Length, counted);
        Assert.Equal(report.Result.Diagnostics.Count(diagnostic => diagnostic.Suppression is not null), (int)summary["suppressed"]!);
    }
}
