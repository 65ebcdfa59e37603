using System.Collections.Immutable;
using NetLint.Analysis.Configuration;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Driver;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository;
using NetLint.Repository.Discovery;
using NetLint.Testing;

namespace NetLint.Analysis.Tests;

public sealed class DriverTests
{
    private const string Boom =
        """
        #- a.yaml
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: boom }
        data: { x: bad }
        #- b.yaml
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: b }
        data: { x: bad }
        """;

    [Fact]
    public void AThrowingRuleCostsOneFileAndNoMore()
    {
        var result = LintRun.Analyze(Fixture.Parse(Boom).Files, [new Thrower(), new BadWords()]);
        Assert.True(result.HasInternalError);
        var failure = Assert.Single(result.Diagnostics, diagnostic => diagnostic.Descriptor.Id == "NL0099");
        Assert.Equal(("a.yaml", "boom", DiagnosticSeverity.Error), (failure.Path, failure.Location.Text, failure.Severity));
        Assert.Equal("Rule NL7003 failed with InvalidOperationException: the rule broke\\u001B[31m; its findings on this file are incomplete", failure.Message);
        Assert.Equal(["a.yaml", "b.yaml"], result.Diagnostics.Where(diagnostic => diagnostic.Descriptor.Id == "NL7001").Select(diagnostic => diagnostic.Path));
    }

    [Theory]
    [InlineData("a.yaml", "{ apiVersion: v1, kind: ConfigMap, metadata: { name: bang } }")]
    [InlineData("crash/a.yaml", "{ apiVersion: v1, kind: ConfigMap, metadata: { name: a } }")]
    public void CallbacksForDocumentsAndUnitsAreContainedToo(string path, string text)
    {
        var result = LintRun.Analyze([new(path, text)], [new Thrower()]);
        Assert.Equal(("NL0099", path), (Assert.Single(result.Diagnostics).Descriptor.Id, result.Diagnostics[0].Path));
    }

    [Fact]
    public void AFailureIsToldWhateverIsSelectedOrSuppressed()
    {
        var configuration = LintConfiguration.Default with
        {
            Rules = RuleSettings.Default with { Select = [new RuleSelector("NL7003")], Ignore = [new RuleSelector("NL0099")] },
        };
        var files = Fixture.Parse(Boom).Files.Select(file => new KeyValuePair<string, string>(file.Key, "# netlint-disable-file\n" + file.Value));
        var result = LintRun.Analyze(files, [new Thrower(), new BadWords()], World.Complete with { Configuration = configuration });
        Assert.True(result.HasInternalError);
        Assert.Null(Assert.Single(result.Diagnostics).Suppression);
    }

    [Fact]
    public void CancellationIsNoFailure()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var snapshot = new RepositoryLoader(new InMemoryFileSystem(Fixture.Parse(Boom).Files), RepositoryOptions.Default).Load(1, null, CancellationToken.None);
        var units = UnitDiscovery.Find(snapshot, RepositoryOptions.Default);
        Assert.ThrowsAny<OperationCanceledException>(() => AnalysisDriver.Run(new AnalysisRequest(snapshot, units, [new BadWords()]), source.Token));
    }

    [Fact]
    public void ThreadsAndTheOrderOfFilesChangeNothing()
    {
        var files = Enumerable.Range(0, 400).Select(i => new KeyValuePair<string, string>(
            $"d{i % 7}/{i}.yaml",
            $"# netlint-disable-file NL7004\napiVersion: v1\nkind: Service\nmetadata: {{ name: s{i} }}\nspec: {{ ports: [{{ name: bad, port: {i} }}] }}\n---\ntext: {{ kind: none }}\n")).ToArray();
        var one = LintRun.Analyze(files, Lint.Rules);
        Assert.Equal(1200, one.Diagnostics.Length);
        foreach (var threads in new[] { 2, 8 })
        {
            var many = LintRun.Analyze(files.Reverse(), [.. Lint.Rules.Reverse()], World.Complete with { Threads = threads });
            Assert.Equal(one.Diagnostics.Select(Describe), many.Diagnostics.Select(Describe));
        }

        static object Describe(Diagnostic diagnostic) =>
            (diagnostic.Path, diagnostic.Location.Span, diagnostic.Message, diagnostic.Fingerprint, diagnostic.PathlessFingerprint, diagnostic.FieldPath, diagnostic.Suppression);
    }

    [Fact]
    public void AFindingReachedThroughSeveralUnitsIsOne()
    {
        var snapshot = new RepositoryLoader(new InMemoryFileSystem(Fixture.Parse(Boom).Files), RepositoryOptions.Default).Load(1, null, CancellationToken.None);
        var unit = UnitDiscovery.Find(snapshot, RepositoryOptions.Default).Single();
        var staging = unit with { Scope = unit.Scope with { Name = "staging", Namespace = "shop-staging" } };
        var production = unit with { Scope = unit.Scope with { Name = "production", Namespace = "shop" } };
        var result = AnalysisDriver.Run(new AnalysisRequest(snapshot, [staging, production], [new BadWords()]), CancellationToken.None);
        Assert.Equal(2, result.Diagnostics.Length);
        Assert.Equal(
            [new DiagnosticInstance("production", "ConfigMap", "shop", "boom"), new DiagnosticInstance("staging", "ConfigMap", "shop-staging", "boom")],
            result.Diagnostics[0].Instances);
        var alone = AnalysisDriver.Run(new AnalysisRequest(snapshot, [staging], [new BadWords()]), CancellationToken.None);
        Assert.Equal(alone.Diagnostics.Select(diagnostic => diagnostic.Fingerprint), result.Diagnostics.Select(diagnostic => diagnostic.Fingerprint));
    }

    [Fact]
    public void FindingsAreOrderedByPathPlaceAndCase()
    {
        var found = Lint.Run("#- b.yaml\n{ apiVersion: v1, kind: ConfigMap, metadata: { name: bad } }\n#- a.yaml\n{ apiVersion: v1, kind: ConfigMap, metadata: { name: x }, data: { p: poor, q: bad } }", "rules: { NL7002: on }").Diagnostics;
        Assert.Equal(
            ["a.yaml NL7002", "a.yaml NL7001/poor", "a.yaml NL7001/bad", "b.yaml NL7001/bad", "b.yaml NL7002"],
            found.Select(diagnostic => $"{diagnostic.Path} {diagnostic.Descriptor.FullId}"));
    }

    [Fact]
    public void RulesThatAreOffDoNotRun()
    {
        var configuration = LintConfiguration.Default with { Rules = RuleSettings.Default with { Settings = [(new RuleSelector("NL7003"), RuleSetting.Off)] } };
        Assert.Empty(LintRun.Analyze(Fixture.Parse(Boom).Files, [new Thrower()], World.Complete with { Configuration = configuration }).Diagnostics);
    }

    [Fact]
    public void FilesOverTheLimitAreReported()
    {
        var configuration = LintConfiguration.Default with { Repository = RepositoryOptions.Default with { MaxFileLength = 50 } };
        var found = Assert.Single(LintRun.Analyze(Fixture.Parse(Boom).Files, [new BadWords()], World.Complete with { Configuration = configuration }).Diagnostics, diagnostic => diagnostic.Path == "a.yaml");
        Assert.Equal(("NL0024", DiagnosticSeverity.Warning), (found.Descriptor.Id, found.Severity));
        Assert.StartsWith("the file has ", found.Message, StringComparison.Ordinal);
    }
}
