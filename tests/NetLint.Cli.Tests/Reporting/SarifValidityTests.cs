using NetLint.Cli.Reporting;
using NetLint.Cli.Reporting.Sarif;
using NetLint.Rules;
using NetLint.Testing;
using NJsonSchema;

namespace NetLint.Cli.Tests.Reporting;

/// <summary>The SARIF that is written satisfies the official schema, Microsoft's validator and its rules for GitHub.</summary>
public sealed class SarifValidityTests
{
    private static readonly SarifReportWriter Writer = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ValidatorFindsNothing()
    {
        var hurt = Reports.With(Reports.Realistic(), diagnostics => [.. diagnostics.Select(diagnostic => diagnostic with { Descriptor = Analysis.Rules.EngineDiagnostics.InternalError })]);
        await SarifValidation.ValidateAsync(
            [
                Reports.Write(Writer, Reports.Realistic()),
                Reports.Write(Writer, hurt),
                Reports.Write(Writer, Reports.Of("kind: Service\nmetadata: { name: web }\nspec: { ports: [{ port: 1 }] }\n", root: null)),
                Reports.Write(Writer, Reports.Of("a: b\n", root: @"C:\Users\Mary Ann\50% #1")),
            ],
            Token);
    }

    /// <summary>The tool says nothing through its exit code, so a script that fell silent would look like success.</summary>
    [Fact]
    public async Task ValidatorWouldFindSomething()
    {
        var log = Reports.Write(Writer, Reports.Realistic()).Replace("%20", " ", StringComparison.Ordinal);
        var (exitCode, output) = await SarifValidation.RunAsync([log], Token);
        Assert.Equal(1, exitCode);
        Assert.Contains("SARIF1002", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfficialSchemaAccepts()
    {
        var schema = await JsonSchema.FromJsonAsync(await SarifValidation.SchemaAsync(Token), Token);
        Assert.Empty(schema.Validate(Reports.Write(Writer, Reports.Realistic())));
        Assert.NotEmpty(schema.Validate(Reports.Write(Writer, Reports.Realistic()).Replace("\"ruleIndex\":", "\"ruleIndices\":", StringComparison.Ordinal)));
    }

    /// <summary>Every real repository below the directory that NETLINT_CORPUS names, with every rule and a finding of every shape for each Service.</summary>
    [Fact]
    public async Task RealRepositoriesAreValid()
    {
        var corpus = Environment.GetEnvironmentVariable("NETLINT_CORPUS");
        Assert.SkipWhen(corpus is null, "NETLINT_CORPUS is not set.");
        var logs = new List<string>();
        foreach (var path in Directory.EnumerateDirectories(corpus).Order(StringComparer.Ordinal))
        {
            var result = LintRun.Analyze(InMemoryFileSystem.Copy(path), [.. RuleCatalog.Analyzers, new ProbeAnalyzer()], World.Repository);
            logs.Add(Reports.Write(Writer, new Report("1.2.3", "/srv/repo", result)));
        }

        Assert.NotEmpty(logs);
        await SarifValidation.ValidateAsync(logs, Token);
    }
}
