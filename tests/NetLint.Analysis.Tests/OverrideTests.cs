using NetLint.Analysis.Configuration;
using NetLint.Analysis.Diagnostics;

namespace NetLint.Analysis.Tests;

public sealed class OverrideTests
{
    private const string Files =
        """
        #- deploy/a.yaml
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: a }
        data: { x: [|bad|] }
        #- examples/b.yaml
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: b }
        data: { x: bad }
        """;

    [Fact]
    public void OffIsASuppressionWithItsReason()
    {
        var found = Lint.Check(Files, "overrides: [{ files: [examples/**], rules: { NL7001: off }, reason: not deployed }]");
        Assert.Equal(new DiagnosticSuppression(SuppressionKind.Configuration, "not deployed"), Assert.Single(found, diagnostic => diagnostic.Path == "examples/b.yaml").Suppression);
    }

    [Theory]
    [InlineData("NL7001: error", DiagnosticSeverity.Error)]
    [InlineData("correctness: info", DiagnosticSeverity.Info)]
    [InlineData("NL7: error, NL7001: info", DiagnosticSeverity.Info)]
    [InlineData("NL7001: info, all: error", DiagnosticSeverity.Info)]
    public void SeverityIsThatOfTheNarrowestSetting(string rules, DiagnosticSeverity severity)
    {
        var found = Lint.Run(Files, $"overrides: [{{ files: [b.yaml], rules: {{ {rules} }} }}]").Diagnostics;
        Assert.Equal([DiagnosticSeverity.Warning, severity], found.Where(diagnostic => diagnostic.Descriptor.Id == "NL7001").Select(diagnostic => diagnostic.Severity));
    }

    [Fact]
    public void OptInRulesCanBeEnabledForSomeFiles() => Lint.Check(
        """
        #- deploy/a.yaml
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: a }
        #- examples/b.yaml
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: {|NL7002:b|} }
        """,
        "overrides: [{ files: [examples/], rules: { NL7002: on } }]");

    [Fact]
    public void ALaterOverrideWinsOverAnEqualOne()
    {
        var found = Lint.Run(Files, "overrides: [{ files: ['**'], rules: { NL7001: off } }, { files: [deploy/**], rules: { NL7001: error } }]").Diagnostics;
        Assert.Equal([(DiagnosticSeverity.Error, false), (DiagnosticSeverity.Warning, true)], found.Select(diagnostic => (diagnostic.Severity, diagnostic.Suppression is not null)));
    }

    [Fact]
    public void ANarrowSettingForAllFilesWinsOverAWideOverride()
    {
        var found = Lint.Run(Files, "rules: { NL7001/bad: error }\noverrides: [{ files: ['**'], rules: { all: off } }]").Diagnostics;
        Assert.Equal([null, null], found.Where(diagnostic => diagnostic.Descriptor.Id == "NL7001").Select(diagnostic => diagnostic.Suppression));
    }

    [Fact]
    public void WhatSilencesNothingIsReportedInTheConfiguration()
    {
        var found = Lint.Run(Files, "overrides: [{ files: [examples/**], rules: { NL7004: off, NL7001/bad: off, NL7001/poor: off, NL7002: off } }]").Diagnostics;
        Assert.Equal(
            [("NL7004", "The suppression of 'NL7004' silences nothing"), ("NL7001/poor", "The suppression of 'NL7001/poor' silences nothing")],
            found.Where(diagnostic => diagnostic.Descriptor.Id == "NL0021").Select(diagnostic => (diagnostic.Location.Text, diagnostic.Message)));
        Assert.All(found.Where(diagnostic => diagnostic.Descriptor.Id == "NL0021"), diagnostic => Assert.Equal(".netlint.yaml", diagnostic.Path));
    }

    [Fact]
    public void SelectedCasesCanStillBeSilenced()
    {
        var configuration = Lint.Configuration("overrides: [{ files: [examples/**], rules: { NL7001: off } }]");
        var found = Lint.Run(Files, configuration with { Rules = configuration.Rules with { Select = [new RuleSelector("NL7001")] } }).Diagnostics;
        Assert.Equal([false, true], found.Select(diagnostic => diagnostic.Suppression is not null));
    }

    [Fact]
    public void IgnoredCasesAreNotRaised()
    {
        var configuration = Lint.Configuration("overrides: [{ files: ['**'], rules: { NL7002: error } }]");
        var ignoring = configuration with { Rules = configuration.Rules with { Ignore = [new RuleSelector("NL7002")] } };
        Assert.True(configuration.CanBeReported(EveryName.Rule));
        Assert.False(ignoring.CanBeReported(EveryName.Rule));
        Assert.DoesNotContain(Lint.Run(Files, ignoring).Diagnostics, diagnostic => diagnostic.Descriptor.Id == "NL7002");
    }
}
