using NetLint.Analysis.Configuration;
using NetLint.Analysis.Diagnostics;
using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository;
using NetLint.Syntax.Text;
using NetLint.Testing;

namespace NetLint.Analysis.Tests;

public sealed class ConfigurationReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# nothing here\n")]
    [InlineData("---\n")]
    [InlineData("# head\n---\n# tail\n")]
    [InlineData("null\n")]
    public void AnEmptyFileIsTheDefault(string text) => Assert.Same(LintConfiguration.Default, Lint.Configuration(text));

    [Theory]
    [InlineData("1.34", 34)]
    [InlineData("\"1.34\"", 34)]
    [InlineData("1.30", 30)]
    [InlineData("v1.29.3", 29)]
    [InlineData("'1.31.2-gke.100'", 31)]
    [InlineData("1.99", 99)]
    public void VersionIsReadAsWritten(string text, int minor) =>
        Assert.Equal(new KubernetesVersion(1, minor), Good($"kubernetesVersion: {text}\n").Profile.KubernetesVersion);

    [Fact]
    public void EveryKeyIsRead()
    {
        var configuration = Good(
            """
            kubernetesVersion: "1.33"
            nodePortRange: 20000-22767
            ingressClasses:
              - name: public
                controller: k8s.io/ingress-nginx
                default: true
              - name: private
            external:
              - kind: Secret
                namespace: shop-*
                name: "*-tls"
              - kind: "*"
            include: [deploy/**, "*.yml"]
            exclude:
              - "**/testdata/**"
            rules:
              all: info
              NL7002: on
              correctness: off
            overrides:
              - files: [examples/**]
                rules: { NL7001/bad: off, bad-word: warning }
                reason: not deployed
            """);
        Assert.Equal(new KubernetesVersion(1, 33), configuration.Profile.KubernetesVersion);
        Assert.Equal(new PortRange(20000, 22767), configuration.Profile.NodePortRange);
        Assert.Equal([new ConfiguredIngressClass("public", "k8s.io/ingress-nginx", true), new ConfiguredIngressClass("private", null, false)], configuration.Profile.IngressClasses);
        Assert.Equal([new ExternalResource("Secret", "shop-*", "*-tls"), new ExternalResource("*", null, null)], configuration.Repository.External);
        Assert.Equal(["deploy/**", "*.yml"], configuration.Repository.Include);
        Assert.Equal(["**/testdata/**"], configuration.Repository.Exclude);
        Assert.Equal(
            [(new RuleSelector("all"), RuleSetting.Info), (new RuleSelector("NL7002"), RuleSetting.On), (new RuleSelector("correctness"), RuleSetting.Off)],
            configuration.Rules.Settings);
        var single = Assert.Single(configuration.Overrides);
        Assert.True(single.Files.Matches("examples/a/b.yaml"));
        Assert.Equal("not deployed", single.Reason);
        Assert.Equal([("NL7001/bad", RuleSetting.Off, "NL7001/bad"), ("bad-word", RuleSetting.Warning, "bad-word")], single.Settings.Select(setting => (setting.Selector.Text, setting.Setting, setting.Origin.Text)));
    }

    [Fact]
    public void NoClassesIsNotTheSameAsNothingKnown()
    {
        Assert.True(LintConfiguration.Default.Profile.IngressClasses.IsDefault);
        Assert.Empty(Good("ingressClasses: []").Profile.IngressClasses);
    }

    [Fact]
    public void AnchorsAndMergeKeysWork() => Assert.Equal(2, Good(
        """
        overrides:
          - &base { files: [a/**], rules: { NL7001: off } }
          - { <<: *base, files: [b/**] }
        """).Overrides.Length);

    [Theory]
    [InlineData("[|kubernetesversion|]: 1.34", "the configuration has no key 'kubernetesversion'; did you mean 'kubernetesVersion'")]
    [InlineData("rules: {}\n[|colour|]: red", "the configuration has no key 'colour'; its keys are kubernetesVersion, nodePortRange, ingressClasses, external, units, clusters, repository, include, exclude, rules, overrides")]
    [InlineData("rules: {}\n[|rules|]: {}", "the key 'rules' is written twice")]
    [InlineData("rules: { NL7001: off, NL7002: on, [|NL7001|]: on }", "the key 'NL7001' is written twice")]
    [InlineData("? [|[a]|]\n: b", "a key must be a text")]
    [InlineData("[|just text|]", "the configuration must be a mapping of keys to values")]
    [InlineData("[|-|] rules", "the configuration must be a mapping of keys to values")]
    [InlineData("kubernetesVersion: [|newest|]", "'kubernetesVersion' must be a version of Kubernetes such as \"1.34\", not 'newest'")]
    [InlineData("kubernetesVersion: [|134|]", "'kubernetesVersion' must be a version of Kubernetes such as \"1.34\", not '134'")]
    [InlineData("kubernetesVersion: [|2.1|]", "'kubernetesVersion' must be a version of Kubernetes such as \"1.34\", not '2.1'")]
    [InlineData("[|kubernetesVersion|]:", "'kubernetesVersion' must be a version of Kubernetes such as \"1.34\"")]
    [InlineData("[|kubernetesVersion|]: [1.34]", "'kubernetesVersion' must be a version of Kubernetes such as \"1.34\"")]
    [InlineData("nodePortRange: [|30000|]", "'nodePortRange' must be two ports such as \"30000-32767\", not '30000'")]
    [InlineData("nodePortRange: [|\"30000-99999\"|]", "'nodePortRange' must be two ports such as \"30000-32767\", not '30000-99999'")]
    [InlineData("nodePortRange: [|32767-30000|]", "'nodePortRange' begins with port 32767, which is above its last port 30000")]
    [InlineData("ingressClasses: [|nginx|]", "'ingressClasses' must be a list")]
    [InlineData("ingressClasses: [[|nginx|]]", "an ingress class must be a mapping of keys to values")]
    [InlineData("ingressClasses: [{ [|controller|]: a/b }]", "an ingress class lacks the key 'name'")]
    [InlineData("ingressClasses: [[|{}|]]", "an ingress class lacks the key 'name'")]
    [InlineData("ingressClasses: [{ name: [|on|] }]", "'name' must be a text; put it in quotes")]
    [InlineData("ingressClasses: [{ [|name|]: }]", "'name' must be a text")]
    [InlineData("ingressClasses: [{ name: a, default: [|yes|] }]", "'default' must be true or false")]
    [InlineData("ingressClasses: [{ name: a, [|deflaut|]: true }]", "an ingress class has no key 'deflaut'; did you mean 'default'")]
    [InlineData("ingressClasses: [{ name: a }, { name: [|a|] }]", "the ingress class 'a' is written twice")]
    [InlineData("external: [{ kind: [|Servce|] }]", "an external resource cannot be of kind 'Servce'; did you mean 'Service'")]
    [InlineData("external: [{ [|name|]: a }]", "an external resource lacks the key 'kind'")]
    [InlineData("include: [[|../other/**|]]", "'../other/**' cannot be used: the glob leaves the repository")]
    [InlineData("exclude: [[|'*.{yml,yaml}'|]]", "'*.{yml,yaml}' cannot be used: the glob uses brackets or braces; only * and ** have a meaning")]
    [InlineData("exclude: [|'*.yaml'|]", "'exclude' must be a list")]
    [InlineData("exclude: [{ [|a|]: b }]", "'exclude' must list globs such as \"deploy/**/*.yaml\"")]
    [InlineData("rules: { [|NL7999|]: off }", "there is no rule 'NL7999'")]
    [InlineData("rules: { [|reliabilty|]: off }", "there is no rule 'reliabilty'; did you mean 'reliability'")]
    [InlineData("rules: { [|NL7001/bed|]: off }", "rule 'NL7001' has no case 'bed'; it has 'NL7001/bad', 'NL7001/poor'")]
    [InlineData("rules: { NL7001: [|warn|] }", "the setting of 'NL7001' must be off, on, info, warning or error, not 'warn'; did you mean 'warning'")]
    [InlineData("rules: { NL7001: [|false|] }", "the setting of 'NL7001' must be off, on, info, warning or error, not 'false'; did you mean 'off'")]
    [InlineData("rules: { NL7001: [|Error|] }", "the setting of 'NL7001' must be off, on, info, warning or error, not 'Error'; did you mean 'error'")]
    [InlineData("rules: { NL7001: [|3|] }", "the setting of 'NL7001' must be off, on, info, warning or error, not '3'")]
    [InlineData("rules: { [|NL7001|]: { severity: off } }", "the setting of 'NL7001' must be off, on, info, warning or error")]
    [InlineData("[|rules|]: [NL7001]", "'rules' must map rules to settings, such as \"NL1004: off\"")]
    [InlineData("overrides: [{ [|files|]: [a] }]", "an override lacks the key 'rules'")]
    [InlineData("overrides: [{ [|rules|]: { NL7001: off } }]", "an override lacks the key 'files'")]
    [InlineData("overrides: [{ [|files|]: [], rules: { NL7001: off } }]", "an override without files has no effect")]
    [InlineData("overrides: [{ files: [a], rules: { [|NL9|]: off } }]", "there is no rule 'NL9'")]
    [InlineData("overrides: [{ files: [a], rules: { NL7001: off }, reason: [|2|] }]", "'reason' must be a text; put it in quotes")]
    [InlineData("rules: {}\n[|--- # two|]\nrules: {}\n", "the configuration is one YAML document; this is another one")]
    public void ProblemsAreReportedAtTheirPlace(string markup, string message)
    {
        var fixture = Fixture.Parse(markup);
        var problem = Assert.Single(Lint.Configuration(fixture.Files[0].Value).Problems);
        Assert.Equal(message, problem.Message);
        var expected = Assert.Single(fixture.Expected);
        Assert.Equal((expected.Start, expected.Length), (problem.Origin.Span.Start, problem.Origin.Span.Length));
    }

    [Fact]
    public void EveryProblemIsReportedInOrder()
    {
        var problems = Lint.Configuration(
            """
            overrides: no
            rules: { NL7001: loud, NL7: no }
            unknown: 1
            """).Problems;
        Assert.Equal(["no", "loud", "no", "unknown"], problems.Select(problem => problem.Origin.Text));
    }

    [Theory]
    [InlineData("rules: [")]
    [InlineData("rules: {\n  NL7001: \"off\n")]
    [InlineData("\tkey: value: other")]
    [InlineData("{{ template }}")]
    [InlineData("a: *missing")]
    [InlineData("\0\u0001")]
    public void TextThatIsNoYamlIsAProblem(string text)
    {
        var configuration = Lint.Configuration(text);
        Assert.NotEmpty(configuration.Problems);
        Assert.All(configuration.Problems, problem => Assert.True(problem.Origin.Span.End <= text.Length));
        Assert.Equal(LintConfiguration.Default with { Problems = configuration.Problems }, configuration);
    }

    [Fact]
    public void ProblemsBecomeFindings()
    {
        var configuration = Lint.Configuration("rules: { NL7999: off, bad: on }\n\"a\\u001bb\": 1\n");
        var found = ConfigurationDiagnostics.From(configuration);
        Assert.Equal(3, found.Length);
        Assert.All(found, diagnostic => Assert.Equal(("NL0023", DiagnosticSeverity.Error, ".netlint.yaml"), (diagnostic.Descriptor.Id, diagnostic.Severity, diagnostic.Path)));
        Assert.Equal(3, found.Select(diagnostic => diagnostic.Fingerprint).Distinct().Count());
        Assert.Contains("'a\\u001Bb'", found[2].Message, StringComparison.Ordinal);
        Assert.Empty(ConfigurationDiagnostics.From(LintConfiguration.Default));
    }

    [Fact]
    public void AliasesThatMultiplyDoNotStopTheReader()
    {
        var text = "rules: &a { NL7001: loud }\noverrides:\n" + string.Concat(Enumerable.Repeat("  - { files: [x], rules: *a }\n", 2000));
        var source = SourceText.From(new SourceId(".netlint.yaml"), text);
        Assert.Single(ConfigurationReader.Read(source, Lint.Known).Problems);
    }

    private static LintConfiguration Good(string text)
    {
        var configuration = Lint.Configuration(text);
        Assert.Empty(configuration.Problems);
        return configuration;
    }
}
