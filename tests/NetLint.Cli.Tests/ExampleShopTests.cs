using System.Text.Json;
using NetLint.Cli.Tests.Reporting;

namespace NetLint.Cli.Tests;

/// <summary>The example shop of the repository, in which faults are planted, and what README.md says of it.</summary>
public sealed class ExampleShopTests : IDisposable
{
    private readonly TestCli _cli = new();

    public ExampleShopTests()
    {
        var shop = Path.Combine(Root, "tests", "example-shop");
        foreach (var file in Directory.EnumerateFiles(shop, "*", SearchOption.AllDirectories))
            _cli.Write(Path.GetRelativePath(shop, file), File.ReadAllText(file));
    }

    private static string Root
    {
        get
        {
            var at = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(at.FullName, "NetLint.sln")))
                at = at.Parent ?? throw new DirectoryNotFoundException("no NetLint.sln above the tests");
            return at.FullName;
        }
    }

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void EveryPlantedFaultIsFoundAndNothingElse()
    {
        using var report = JsonDocument.Parse(_cli.Run("--format", "json").Output);
        var found = report.RootElement.GetProperty("diagnostics").EnumerateArray()
            .Select(item => $"{item.GetProperty("file").GetString()}:{item.GetProperty("startLine").GetInt32()} {item.GetProperty("id").GetString()}");
        Assert.Equal(
            [
                "apps/cart.yaml:30 NL1004",
                "apps/frontend.yaml:17 NL0004",
                "apps/frontend.yaml:41 NL1001",
                "apps/orders.yaml:37 NL1005",
                "apps/orders.yaml:39 NL1008",
                "apps/orders.yaml:42 NL0006",
                "apps/payments.yaml:8 NL1011",
                "edge/ingress.yaml:11 NL2007",
                "edge/ingress.yaml:22 NL2005",
                "edge/ingress.yaml:27 NL2004",
                "edge/ingress.yaml:37 NL2003",
                "policies/allow.yaml:9 NL3001",
                "policies/allow.yaml:31 NL3004",
                "policies/allow.yaml:34 NL3006",
                "policies/default-deny.yaml:10 NL3002",
            ],
            found);
    }

    [Fact]
    public void ReadmeShowsWhatIsPrinted()
    {
        var readme = File.ReadAllText(Path.Combine(Root, "README.md")).ReplaceLineEndings("\n");
        var start = readme.IndexOf("```text\n", StringComparison.Ordinal) + "```text\n".Length;
        var shown = readme[start..readme.IndexOf("\n```", start, StringComparison.Ordinal)];
        var printed = _cli.Run().Output;
        Assert.All(shown.Split("\n\n"), finding => Assert.Contains(finding + "\n", printed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ItsSarifIsValid() =>
        await SarifValidation.ValidateAsync([_cli.Run("--format", "sarif").Output], TestContext.Current.CancellationToken);
}
