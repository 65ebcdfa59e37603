using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Cli.Reporting;
using NetLint.Cli.Reporting.Sarif;
using NetLint.Repository;
using NetLint.Syntax.Text;

namespace NetLint.Cli.Tests.Reporting;

public sealed class SarifReportTests
{
    private static readonly SarifReportWriter Writer = new();

    [Fact]
    public void FindingHasPlaceRuleMessageAndFingerprints()
    {
        var report = Reports.Of("kind: Service\nmetadata: { name: web, namespace: shop }\nspec: { type: ClusterIP, ports: [{ port: 8080 }] }\n");
        var run = Run(report);
        var result = Result(run, "NL1901");
        Assert.Equal("NL1901", run.At("tool", "driver", "rules", (int)result["ruleIndex"]!, "id"));
        Assert.Equal("warning", result.At("level"));
        Assert.Equal("shop/services.yaml", result.At("locations", 0, "physicalLocation", "artifactLocation", "uri"));
        Assert.Equal("%SRCROOT%", result.At("locations", 0, "physicalLocation", "artifactLocation", "uriBaseId"));
        Assert.Equal((3, 42, 3, 46), Region(result));
        Assert.Equal("shop/Service/web", result.At("locations", 0, "logicalLocations", 0, "fullyQualifiedName"));
        Assert.Equal("resource", result.At("locations", 0, "logicalLocations", 0, "kind"));
        Assert.Equal("shop/Service/web/spec.ports[0].port", result.At("locations", 0, "logicalLocations", 1, "fullyQualifiedName"));
        Assert.Equal("member", result.At("locations", 0, "logicalLocations", 1, "kind"));
        var diagnostic = report.Result.Diagnostics.Single(diagnostic => diagnostic.Descriptor == ProbeAnalyzer.Port);
        Assert.Equal(diagnostic.Fingerprint, result.At("partialFingerprints", "netlint/v1"));
        Assert.Equal(diagnostic.PathlessFingerprint, result.At("partialFingerprints", "netlintPathless/v1"));
        Assert.Equal("shop", result.At("properties", "instances", 0, "unit"));
        Assert.Equal("file:///srv/repo/", run.At("originalUriBaseIds", "%SRCROOT%", "uri"));
        Assert.Equal("utf16CodeUnits", run.At("columnKind"));
        Assert.Equal("netlint/", run.At("automationDetails", "id"));
    }

    [Fact]
    public void AbsentFieldIsAnInsertionPoint()
    {
        var (startLine, startColumn, endLine, endColumn) = Region(Result(Run(Reports.Of("kind: Service\nmetadata: { name: w }\nspec: { ports: [] }\n")), "NL1902"));
        Assert.Equal((startLine, startColumn), (endLine, endColumn));
    }

    [Fact]
    public void FindingMaySpanLines()
    {
        var (startLine, _, endLine, _) = Region(Result(Run(Reports.Of("kind: Service\nmetadata: { name: w }\nspec:\n  type: A\n  selector:\n    a: b\n")), "NL1903/whole-spec"));
        Assert.Equal((4, 6), (startLine, endLine));
    }

    [Fact]
    public void StandardInputHasNoRoot()
    {
        var run = Run(Reports.Of("kind: Service\nmetadata: { name: w }\n", root: null));
        Assert.Null(run["originalUriBaseIds"]);
        Assert.Null(run["results"]![0]!.At("locations", 0, "physicalLocation", "artifactLocation", "uriBaseId"));
    }

    [Fact]
    public void EveryCaseIsARuleWithinGitHubsLimits()
    {
        var run = Run(Reports.Realistic());
        var rules = run["tool"]!["driver"]!["rules"]!.AsArray();
        Assert.Superset(NetLint.Rules.RuleCatalog.Descriptors.Select(descriptor => descriptor.FullId).ToHashSet(), rules.Select(rule => rule!.At("id")!).ToHashSet());
        Assert.Distinct(rules.Select(rule => rule!.At("id")!));
        Assert.Distinct(rules.Select(rule => rule!.At("name")!));
        Assert.All(rules, rule =>
        {
            Assert.NotNull(rule);
            Assert.InRange(rule.At("shortDescription", "text")!.Length, 1, 1024);
            Assert.InRange(rule.At("fullDescription", "text")!.Length, 1, 1024);
            Assert.InRange(rule.At("name")!.Length, 1, 255);
            Assert.NotEmpty(rule.At("help", "text")!);
            Assert.InRange(rule["properties"]!["tags"]!.AsArray().Count, 1, 10);
            Assert.Matches("^[A-Z][A-Za-z0-9]+$", rule.At("name"));
        });
    }

    [Fact]
    public void RuleWithAPageCarriesIt()
    {
        var rule = Rule(Run(Reports.Of("a: b\n")), "NL1001");
        Assert.Equal("NodePortOutOfRange", rule.At("name"));
        Assert.Equal(NetLint.Rules.RulePages.Find("NL1001")!.Markdown, rule.At("help", "markdown"));
        Assert.DoesNotContain("`", rule.At("fullDescription", "text"), StringComparison.Ordinal);
        Assert.Equal("error", rule.At("defaultConfiguration", "level"));
        Assert.Equal("true", rule.At("defaultConfiguration", "enabled"));
        Assert.Equal(NetLint.Rules.RulePages.AddressOf("NL1001").AbsoluteUri, rule.At("helpUri"));
    }

    [Fact]
    public void OnlySecurityRulesHaveASecuritySeverity()
    {
        var run = Run(Reports.Realistic());
        var security = Rule(run, "NL1903/whole-spec");
        Assert.Equal("ProbeBlockWholeSpec", security.At("name"));
        Assert.Equal("8.0", security.At("properties", "security-severity"));
        Assert.Contains("security", security["properties"]!["tags"]!.AsArray().Select(tag => tag!.ToString()));
        Assert.Equal("very-high", security.At("properties", "precision"));
        var info = Rule(run, "NL1902");
        Assert.Null(info.At("properties", "security-severity"));
        Assert.Equal("recommendation", info.At("properties", "problem.severity"));
        Assert.Equal("note", info.At("defaultConfiguration", "level"));
        Assert.Equal(["maintainability", "services", "kubernetes", "networking"], info["properties"]!["tags"]!.AsArray().Select(tag => tag!.ToString()));
    }

    [Theory]
    [InlineData(SuppressionKind.Comment, "inSource")]
    [InlineData(SuppressionKind.Annotation, "inSource")]
    [InlineData(SuppressionKind.Configuration, "external")]
    public void SuppressionSaysWhereItIsWrittenAndWhy(SuppressionKind kind, string expected)
    {
        var report = Reports.With(Reports.Realistic(), diagnostics => [diagnostics[0] with { Suppression = new(kind, "the \u001b[1mcluster\u202E is old") }]);
        var suppression = Run(report)["results"]![0]!["suppressions"]![0]!;
        Assert.Equal(expected, suppression.At("kind"));
        Assert.Equal(@"the \u001B[1mcluster\u202E is old", suppression.At("justification"));
    }

    [Fact]
    public void RelatedPlacesAreNumberedAndLinkedFromTheMessage()
    {
        var result = Result(Run(Reports.Of("kind: Service\nmetadata: { name: web }\nspec: { ports: [{ port: 1 }] }\n")), "NL1901");
        Assert.Equal("1", result.At("relatedLocations", 0, "id"));
        Assert.Equal("2", result.At("relatedLocations", 0, "physicalLocation", "region", "startLine"));
        Assert.Equal(@"Port 1 of Service 'web' was probed. See: [the Service is named \[web\] (https://example.org)](1).", result.At("message", "text"));
    }

    /// <summary>Viewers follow links in messages, and names belong to whoever wrote the file.</summary>
    [Fact]
    public void NamesCannotPlantLinks()
    {
        var result = Result(Run(Reports.Of("kind: Service\nmetadata: { name: '[here](https://example.org)' }\nspec: {}\n")), "NL1902");
        Assert.Equal("Service '[here] (https://example.org)' has no type", result.At("message", "text"));
    }

    [Fact]
    public void TextsAreCutButNeverWithinACharacter()
    {
        var report = Reports.With(Reports.Realistic(), diagnostics => [diagnostics[0] with { Message = new string('x', 1022) + "😀😀😀" }]);
        Assert.Equal(new string('x', 1022) + "…", Run(report).At("results", 0, "message", "text"));
    }

    [Fact]
    public void TooManyFindingsLeaveOutTheLeastGrave()
    {
        var one = Reports.Realistic().Result.Diagnostics.First(diagnostic => diagnostic.Suppression is null);
        var report = Reports.With(Reports.Realistic(), _ =>
        [
            .. Enumerable.Repeat(one with { Severity = DiagnosticSeverity.Info }, 3),
            .. Enumerable.Repeat(one with { Severity = DiagnosticSeverity.Error, Suppression = new(SuppressionKind.Comment, null) }, 5),
            .. Enumerable.Range(0, SarifSelection.MaxResults - 2).Select(index => one with { Severity = index % 2 == 0 ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, Fingerprint = Hash(index) }),
        ]);
        var text = Reports.Write(Writer, report);
        var run = JsonNode.Parse(text)!["runs"]![0]!;
        var levels = run["results"]!.AsArray().Select(result => result!.At("level")!).CountBy(level => level).ToDictionary();
        Assert.Equal((12_499, 12_499, 2), (levels["warning"], levels["error"], levels["note"]));
        Assert.Equal("note", run.At("results", 0, "level"));
        Assert.DoesNotContain(run["results"]!.AsArray(), result => result!["suppressions"] is not null);
        Assert.Contains(run["invocations"]![0]!["toolExecutionNotifications"]!.AsArray(), notification =>
            notification!.At("message", "text") == "6 findings are left out, the least grave first: a SARIF run holds 25000 results");
        Assert.InRange(Gzip(text), 0, 10_000_000);
    }

    [Fact]
    public void TooManyRelatedPlacesAreCut()
    {
        var report = Reports.With(Reports.Realistic(), diagnostics =>
            [diagnostics[0] with { Related = [.. Enumerable.Range(0, 1500).Select(index => new RelatedLocation(RelatedRole.Note, diagnostics[0].Location, $"place {index}"))] }]);
        var result = Run(report)["results"]![0]!;
        Assert.Equal(999, result["relatedLocations"]!.AsArray().Count);
        Assert.EndsWith("[place 4](5).", result.At("message", "text"), StringComparison.Ordinal);
    }

    [Fact]
    public void GapsAreNotificationsAndTheRunIsComplete()
    {
        var report = Reports.Realistic();
        var gap = report.Units.SelectMany(unit => unit.Gaps).First();
        var invocation = Run(report)["invocations"]![0]!;
        Assert.Equal("true", invocation.At("executionSuccessful"));
        var written = invocation["toolExecutionNotifications"]!.AsArray().Single(notification => notification!.At("descriptor", "id") == "gap/chart")!;
        Assert.Contains(gap.Text, written.At("message", "text"), StringComparison.Ordinal);
        Assert.Equal("note", written.At("level"));
    }

    [Theory]
    [InlineData(NotificationLevel.Note, "note", "true")]
    [InlineData(NotificationLevel.Warning, "warning", "true")]
    [InlineData(NotificationLevel.Error, "error", "false")]
    public void RunThatCouldNotReadEverythingIsNotSuccessful(NotificationLevel level, string expected, string isSuccessful)
    {
        var report = Reports.Of("a: b\n");
        var invocation = Run(report with { Result = report.Result with { Notifications = [new Notification(level, "access is denied", "secret dir/x.yaml")] } })["invocations"]![0]!;
        Assert.Equal(isSuccessful, invocation.At("executionSuccessful"));
        Assert.Equal(expected, invocation.At("toolExecutionNotifications", 0, "level"));
        Assert.Equal("secret%20dir/x.yaml", invocation.At("toolExecutionNotifications", 0, "locations", 0, "physicalLocation", "artifactLocation", "uri"));
    }

    [Fact]
    public void FailedRuleIsAnErrorOfTheRun()
    {
        var run = Run(Reports.With(Reports.Realistic(), diagnostics => [diagnostics[0] with { Descriptor = EngineDiagnostics.InternalError, Severity = DiagnosticSeverity.Error, Suppression = null }]));
        Assert.Equal("false", run.At("invocations", 0, "executionSuccessful"));
        var notification = run["invocations"]![0]!["toolExecutionNotifications"]![0]!;
        Assert.Equal("NL0099", notification.At("associatedRule", "id"));
        Assert.Equal("NL0099", run.At("tool", "driver", "rules", (int)notification["associatedRule"]!["index"]!, "id"));
    }

    /// <summary>GitHub refuses a file whose results lie outside the repository, so such a finding is told another way.</summary>
    [Fact]
    public void FindingOutsideTheRepositoryIsANotification()
    {
        var elsewhere = new Origin(SourceText.From(new SourceId("/etc/netlint.yaml"), "rules: 1\n"), new TextSpan(0, 5));
        var report = Reports.With(Reports.Realistic(), diagnostics =>
        [
            diagnostics[0] with { Descriptor = EngineDiagnostics.BadConfiguration, Location = elsewhere, Message = "rules is no list", Suppression = null },
            diagnostics[2] with { Related = [new RelatedLocation(RelatedRole.Note, elsewhere, "configured there")] },
        ]);
        var run = Run(report);
        var result = Assert.Single(run["results"]!.AsArray())!;
        Assert.Null(result["relatedLocations"]);
        Assert.Equal("/etc/netlint.yaml: rules is no list", run.At("invocations", 0, "toolConfigurationNotifications", 0, "message", "text"));
    }

    [Fact]
    public void NothingWrittenSteersATerminal() => Assert.DoesNotContain(Reports.Write(Writer, Reports.Realistic()), c => c != '\n' && (char.IsControl(c) || char.IsSurrogate(c) || c is '\u202E' or '\u200B'));

    private static JsonNode Run(Report report) => Reports.Read(Writer, report)["runs"]![0]!;

    private static JsonNode Result(JsonNode run, string id) => run["results"]!.AsArray().Single(result => result!.At("ruleId") == id)!;

    private static JsonNode Rule(JsonNode run, string id) => run["tool"]!["driver"]!["rules"]!.AsArray().Single(rule => rule!.At("id") == id)!;

    private static (int StartLine, int StartColumn, int EndLine, int EndColumn) Region(JsonNode result)
    {
        var region = result["locations"]![0]!["physicalLocation"]!["region"]!;
        return ((int)region["startLine"]!, (int)region["startColumn"]!, (int)region["endLine"]!, (int)region["endColumn"]!);
    }

    private static string Hash(int value) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(value)));

    private static long Gzip(string text)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return target.Length;
    }
}
