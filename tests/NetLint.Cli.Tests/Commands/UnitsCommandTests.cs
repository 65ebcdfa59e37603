using System.Text.Json.Nodes;
using NetLint.Cli.Output;
using NetLint.Cli.Reporting.Json;
using NetLint.Cli.Reporting.Text;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository;
using NetLint.Syntax.Text;
using NJsonSchema;

namespace NetLint.Cli.Tests.Commands;

public sealed class UnitsCommandTests : IDisposable
{
    private readonly TestCli _cli = new();

    public UnitsCommandTests()
    {
        _cli.Write(".netlint.yaml", "");
        _cli.Write("plain/web.yaml", TestCli.BadService);
        _cli.Write("overlays/prod/kustomization.yaml", "resources:\n- ../../base\n- https://example.org/more\n");
        _cli.Write("overlays/broken/kustomization.yaml", "namespace: a\nresources: {}\n");
        _cli.Write("base/kustomization.yaml", "resources: [a.yaml]\n");
        _cli.Write("base/a.yaml", TestCli.BadService + "---\napiVersion: v1\nkind: Service\nmetadata: {name: b}\nspec: {ports: [{port: 8081}]}\n");
        _cli.Write("charts/db/Chart.yaml", "apiVersion: v2\nname: db\nversion: 1.0.0\n");
    }

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void UnitsAreListedByKindWithWhatCannotBeSeen()
    {
        var answer = _cli.Run("units");
        Assert.Equal(ExitCodes.Clean, answer.Code);
        Assert.Equal(
            """
            plain 1 unit: plain manifests of one directory
              plain  1 resource

            kustomization 2 units: a kustomization that no other uses
              overlays/broken  0 resources
                does not render: invalid Kustomization: the field 'resources' must be a list of strings (overlays/broken/kustomization.yaml:2:12)
              overlays/prod    2 resources
                not seen: the remote base 'https://example.org/more' is not fetched (overlays/prod/kustomization.yaml:3:3)

            chart 1 unit: a chart that is no subchart
              charts/db  0 resources
                not seen: the chart is not rendered (charts/db/Chart.yaml:1)

            4 units, 3 resources, 1 unit that does not render, gaps in 3 units

            """.ReplaceLineEndings("\n"),
            answer.Output);
    }

    [Fact]
    public async Task JsonIsWhatTheReportSaysOfUnits()
    {
        var units = JsonNode.Parse(_cli.Run("units", "--format", "json").Output)!.AsArray();
        var report = JsonNode.Parse(_cli.Run("check", "--format", "json", "--fail-on", "never").Output)!;
        Assert.Equal(report["units"]!.ToJsonString(), units.ToJsonString());
        var schema = await JsonSchema.FromJsonAsync(JsonReportSchema.Read(), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(report.ToJsonString()));

        var broken = units.Single(unit => (string?)unit!["name"] == "overlays/broken")!;
        Assert.Equal("kustomization", (string?)broken["kind"]);
        Assert.Equal("a kustomization that no other uses", (string?)broken["foundBy"]);
        Assert.Equal("""{"file":"overlays/broken/kustomization.yaml","startLine":1}""", broken["foundAt"]!.ToJsonString());
        Assert.Equal("""[{"kind":"invalid","message":"invalid Kustomization: the field \u0027resources\u0027 must be a list of strings","file":"overlays/broken/kustomization.yaml","startLine":2,"startColumn":12}]""", broken["problems"]!.ToJsonString());
    }

    [Fact]
    public void StandardInputIsAUnitOfItsOwn()
    {
        var report = JsonNode.Parse(_cli.RunWith(TestCli.BadService, "check", "-", "--format", "json", "--fail-on", "never").Output)!;
        Assert.Equal("stdin", (string?)report["units"]![0]!["kind"]);
    }

    [Fact]
    public void PathsChooseUnits()
    {
        var units = JsonNode.Parse(_cli.Run("units", "overlays", "--format", "json").Output)!.AsArray();
        Assert.Equal(["overlays/broken", "overlays/prod"], units.Select(unit => (string?)unit!["name"]));
    }

    [Fact]
    public void ClustersComeFirstWhereOneIsKnown()
    {
        var application = SourceText.From(new SourceId("argocd/shop.yaml"), "kind: Application\nmetadata: {name: shop}\n");
        var unknown = Unit(UnitKind.Plain, "z");
        var eu = Unit(UnitKind.ArgoCd, "apps/shop", "eu-1", "shop") with { FoundBy = "Application 'argocd/shop'", FoundAt = new Origin(application, new TextSpan(18, 4)) };
        var other = Unit(UnitKind.ArgoCd, "apps/pay", "eu-1", name: "Application argocd/pay (2)") with { FoundBy = "Application argocd/pay", FoundAt = new Origin(application, new TextSpan(0, 4)), IsAssumed = true };
        var release = Unit(UnitKind.HelmRelease, "charts/db\u001b[31m", "af-1", gaps: [.. Enumerable.Range(0, 5).Select(i => new Gap(GapCode.Operator, "pods of\nan operator") { Origin = new Origin(application, new TextSpan(i * 9, 1)) })]);
        Assert.Equal(
            """
            Cluster af-1

            helm-release 1 unit: a HelmRelease
              charts/db\u001B[31m  0 resources
                not seen: pods of an operator (argocd/shop.yaml:1, argocd/shop.yaml:2)

            Cluster eu-1

            argo-cd 2 units
              apps/shop                   0 resources  namespace shop
                found by Application 'argocd/shop' (argocd/shop.yaml:2)
              Application argocd/pay (2)  0 resources  assumed
                found at argocd/shop.yaml:1, deploys apps/pay

            Cluster not known

            plain 1 unit: plain manifests of one directory
              z  0 resources

            4 units in 2 clusters, 0 resources, gaps in 1 unit

            """.ReplaceLineEndings("\n"),
            Text(Terminal.Plain, unknown, eu, other, release));
    }

    [Fact]
    public void NamesThatAreTooLongDoNotMoveTheOthers()
    {
        var lines = Text(new Terminal(true, false, false, 80), Unit(UnitKind.Plain, "a"), Unit(UnitKind.Plain, "bb"), Unit(UnitKind.Plain, new string('c', 70))).Split('\n');
        Assert.Equal(["  a   0 resources", "  bb  0 resources", $"  {new string('c', 70)}  0 resources"], lines[1..4]);
    }

    [Fact]
    public void ColoursSetNamesAndFailuresApart()
    {
        _cli.Terminal = new Terminal(true, true, false, 100);
        var output = _cli.Run("units", "overlays/broken").Output;
        Assert.Contains("\e[1moverlays/broken\e[0m", output, StringComparison.Ordinal);
        Assert.Contains("\e[1;31mdoes not render:\e[0m", output, StringComparison.Ordinal);
    }

    private static string Text(Terminal terminal, params DeploymentUnit[] units)
    {
        using var output = new StringWriter { NewLine = "\n" };
        new UnitList(new Style(terminal), terminal.Width).Write(units, output);
        return output.ToString();
    }

    private static DeploymentUnit Unit(UnitKind kind, string root, string? cluster = null, string? space = null, string? name = null, params Gap[] gaps) =>
        new(kind, root, new UnitScope(name ?? root, space, UnitOpenness.NeedsEvidence, [], [.. gaps]) { Cluster = cluster });
}
