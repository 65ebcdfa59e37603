using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NetLint.Analysis.Configuration;
using NetLint.Analysis.Diagnostics;
using NetLint.Rules;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;
using NJsonSchema;

namespace NetLint.Analysis.Tests;

public sealed partial class ConfigurationSchemaTests
{
    private static async Task<bool> IsValid(string text, IEnumerable<DiagnosticDescriptor> known)
    {
        var schema = await JsonSchema.FromJsonAsync(ConfigurationSchema.Write(known), TestContext.Current.CancellationToken);
        return schema.Validate(Json(text)).Count == 0;
    }

    [Theory]
    [InlineData("kubernetesVersion: \"1.34\"")]
    [InlineData("kubernetesVersion: 1.30")]
    [InlineData("kubernetesVersion: v1.31.4")]
    [InlineData("nodePortRange: 20000-22767")]
    [InlineData("ingressClasses: []")]
    [InlineData("ingressClasses: [{ name: a, controller: b.io/c, default: false }]")]
    [InlineData("external: [{ kind: Secret, namespace: shop-*, name: '*-tls' }, { kind: '*' }]")]
    [InlineData("units: [{ path: deploy/shop, name: shop, kind: directory, recurse: true, namespace: shop, cluster: eu }, { path: ., kind: auto }, { path: 'a/*/b..c' }, { path: examples/**, ignore: true }]")]
    [InlineData("clusters: [{ name: eu, paths: [overlays/*/eu, ./x/], namespace: shop-1 }]")]
    [InlineData("repository: { urls: [https://git.example.org/shop/deploy, 'git@example.org:shop/deploy.git'] }")]
    [InlineData("repository: { urls: [] }\nunits: []\nclusters: []")]
    [InlineData("include: [deploy/**]\nexclude: ['**/testdata/**', '*.yml']")]
    [InlineData("rules: { all: info, NL: on, NL7: off, NL7001: error, NL7001/bad: warning, bad-word: on, correctness: off, NL0021: off }")]
    [InlineData("overrides: [{ files: [a], rules: { NL7001: off }, reason: b }]")]
    [InlineData("{}")]
    public async Task SchemaAndReaderAccept(string text)
    {
        Assert.Empty(Lint.Configuration(text).Problems);
        Assert.True(await IsValid(text, Lint.Known));
    }

    [Theory]
    [InlineData("kubernetesVersion: newest")]
    [InlineData("kubernetesVersion: 1")]
    [InlineData("kubernetesVersion: 2.1")]
    [InlineData("kubernetesVersion: ''")]
    [InlineData("kubernetesVersion:")]
    [InlineData("nodePortRange: 30000")]
    [InlineData("nodePortRange: all")]
    [InlineData("ingressClasses: nginx")]
    [InlineData("ingressClasses: [nginx]")]
    [InlineData("ingressClasses: [{ controller: b.io/c }]")]
    [InlineData("ingressClasses: [{ name: a, default: maybe }]")]
    [InlineData("ingressClasses: [{ name: a, kind: b }]")]
    [InlineData("ingressClasses: [{ name: 5 }]")]
    [InlineData("external: [{ kind: Servce }]")]
    [InlineData("external: [{ name: a }]")]
    [InlineData("units: { path: a }")]
    [InlineData("units: [{ name: a }]")]
    [InlineData("units: [{ path: /a }]")]
    [InlineData("units: [{ path: a/../b }]")]
    [InlineData("units: [{ path: ../b }]")]
    [InlineData("units: [{ path: a/.. }]")]
    [InlineData("units: [{ path: 'a{b,c}' }]")]
    [InlineData("units: [{ path: '' }]")]
    [InlineData("units: [{ path: a, kind: helm }]")]
    [InlineData("units: [{ path: a, recurse: deep }]")]
    [InlineData("units: [{ path: a, namespace: Shop }]")]
    [InlineData("units: [{ path: a, namespace: -a }]")]
    [InlineData("clusters: [{ name: a }]")]
    [InlineData("clusters: [{ paths: [a] }]")]
    [InlineData("clusters: [{ name: a, paths: [] }]")]
    [InlineData("clusters: [{ name: a, paths: [/b] }]")]
    [InlineData("clusters: { a: [b] }")]
    [InlineData("repository: { url: https://a/b }")]
    [InlineData("repository: {}")]
    [InlineData("repository: { urls: [deploy] }")]
    [InlineData("include: '*.yaml'")]
    [InlineData("include: ['[ab].yaml']")]
    [InlineData("include: ['']")]
    [InlineData("rules: [NL7001]")]
    [InlineData("rules: { NL7999: off }")]
    [InlineData("rules: { NL9: off }")]
    [InlineData("rules: { NL7001: loud }")]
    [InlineData("rules: { NL7001: true }")]
    [InlineData("rules: { style: on }")]
    [InlineData("overrides: [{ files: [a] }]")]
    [InlineData("overrides: [{ rules: { NL7001: off } }]")]
    [InlineData("overrides: [{ files: [], rules: { NL7001: off } }]")]
    [InlineData("overrides: [{ files: [a], rules: { NL7001: off }, reason: 5 }]")]
    [InlineData("failOn: error")]
    [InlineData("- rules")]
    [InlineData("text")]
    public async Task SchemaAndReaderRefuse(string text)
    {
        Assert.NotEmpty(Lint.Configuration(text).Problems);
        Assert.False(await IsValid(text, Lint.Known));
    }

    [Fact]
    public void SchemaNamesEveryShippedRule()
    {
        var text = ConfigurationSchema.Write(RuleCatalog.Descriptors);
        Assert.Equal(text, ConfigurationSchema.Write(RuleCatalog.Descriptors));
        var rules = JsonNode.Parse(text)!["definitions"]!["rules"]!["properties"]!.AsObject();
        foreach (var descriptor in RuleCatalog.Descriptors)
        {
            Assert.True(rules.ContainsKey(descriptor.Id));
            Assert.True(rules.ContainsKey(descriptor.FullId));
            Assert.Equal(descriptor.Title, (string?)rules[descriptor.FullId]!["description"]);
            Assert.True(rules.ContainsKey(descriptor.Slug));
            Assert.True(rules.ContainsKey(descriptor.Category.ToString().ToLowerInvariant()));
        }
    }

    [Fact]
    public void EveryKeyIsDescribed()
    {
        var undescribed = new List<string>();
        Visit(JsonNode.Parse(ConfigurationSchema.Write(Lint.Known))!, "");
        Assert.Empty(undescribed);

        void Visit(JsonNode node, string path)
        {
            if (node is not JsonObject value)
                return;
            foreach (var (name, property) in value["properties"] as JsonObject ?? [])
            {
                if (property!["description"] is null)
                    undescribed.Add($"{path}.{name}");
                Visit(property, $"{path}.{name}");
                if (property["items"] is { } items)
                    Visit(items, $"{path}.{name}");
            }
        }
    }

    [Fact]
    public void StartingConfigurationIsTheDefault() =>
        Assert.Same(LintConfiguration.Default, ConfigurationReader.Read(SourceText.From(new SourceId(".netlint.yaml"), StartingConfiguration.Text), RuleCatalog.Descriptors));

    [Fact]
    public async Task ExamplesOfTheStartingConfigurationAreGood()
    {
        var text = Example().Replace(StartingConfiguration.Text, "");
        var configuration = ConfigurationReader.Read(SourceText.From(new SourceId(".netlint.yaml"), text), RuleCatalog.Descriptors);
        Assert.Empty(configuration.Problems);
        Assert.True(await IsValid(text, RuleCatalog.Descriptors));
        // Every key has an example.
        Assert.Equal(
            JsonNode.Parse(ConfigurationSchema.Write(Lint.Known))!["properties"]!.AsObject().Select(property => property.Key).Order(),
            ((YamlMapping)Root(text)).Entries.Select(entry => entry.Name).Order());
    }

    [Fact]
    public void StartingConfigurationIsPlainText()
    {
        Assert.EndsWith("complete\n", StartingConfiguration.Text, StringComparison.Ordinal);
        Assert.All(StartingConfiguration.Text.TrimEnd('\n').Split('\n'), line => Assert.True(line.Length == 0 || line.StartsWith("## ", StringComparison.Ordinal) || line.StartsWith("# ", StringComparison.Ordinal), line));
    }

    /// <summary>JSON as an editor's YAML 1.2 parser makes it: <c>on</c> and <c>off</c> are texts.</summary>
    private static string Json(string text) => Convert(Root(text))?.ToJsonString() ?? "null";

    private static YamlNode Root(string text) => YamlReader.Read(SourceText.From(new SourceId("a"), text)).Documents.Single(document => document.Root is not null).Root!;

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(((YamlScalar)entry.Key).Value, Convert(entry.Value)))),
        YamlSequence sequence => new JsonArray([.. sequence.Items.Select(Convert)]),
        YamlScalar { IsNull: true } => null,
        YamlScalar { Style: ScalarStyle.Plain, Value: "true" or "false" } scalar => JsonValue.Create(scalar.Value == "true"),
        YamlScalar { Style: ScalarStyle.Plain } scalar when scalar.Resolve().Kind is ScalarKind.Integer or ScalarKind.Float => JsonNode.Parse(scalar.Value),
        YamlScalar scalar => JsonValue.Create(scalar.Value),
        _ => throw new InvalidOperationException(),
    };

    [GeneratedRegex("^# ", RegexOptions.Multiline)]
    private static partial Regex Example();
}
