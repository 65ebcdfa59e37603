using System.Diagnostics;
using NetLint.Repository.ArgoCd;
using NetLint.Repository.Kustomize;

namespace NetLint.Repository.Tests.ArgoCd;

public sealed class ApplicationSetExpansionTests
{
    private const string Here = "https://github.com/acme/shop.git";

    private static readonly Dictionary<string, string> Files = new()
    {
        ["apps/web/kustomization.yaml"] = "",
        ["apps/web/base/a.yaml"] = "",
        ["apps/My_DB/a.yaml"] = "",
        ["apps/.hidden/a.yaml"] = "",
        ["infra/dns/a.yaml"] = "",
        ["clusters/eu/config.json"] = """{ "name": "eu", "port": 8443, "tls": true, "nested": { "list": ["x", "y"] } }""",
        ["clusters/us/deep/config.json"] = """[{ "name": "us-1" }, { "name": "us-2", "port": 1000000 }]""",
        ["clusters/broken/config.yaml"] = "name: [",
        ["top.yaml"] = "name: top",
    };

    [Fact]
    public void AListFillsThePlainTemplate()
    {
        var result = Expand("[{ list: { elements: [{ name: web, values: { port: '80' } }, { name: db }] } }]", "{{name}}-{{ values.port }}", "apps/{{name}}");
        Assert.Equal([("web-80", "apps/web"), ("db-{{ values.port }}", "apps/db")], NamesAndPaths(result));
        Assert.Empty(result.Unresolved);
        var path = result.Applications[0].Sources[0].Path!;
        Assert.Equal(("apps/{{name}}", "web"), (path.Origin.Text.Trim('\''), Assert.Single(path.EarlierOrigins).Text));
    }

    [Fact]
    public void AListFillsAGoTemplate()
    {
        var result = Expand("[{ list: { elements: [{ name: Web, env: { port: 80, hosts: [a, b] } }] } }]", "{{ .name | lower }}-{{.env.port}}", "{{- /* which */ -}} apps/{{ index .env.hosts 1 }}/{{ .name | replace \"W\" \"w\" | trimSuffix \"b\" }}", isGo: true);
        Assert.Equal([("web-80", "apps/b/we")], NamesAndPaths(result));
    }

    [Theory]
    [InlineData("{{ .name }}", "Web_1")]
    [InlineData("{{.name|upper}}", "WEB_1")]
    [InlineData("{{ normalize .name }}", "web-1")]
    [InlineData("{{ (index .env \"a.b\") }}", "c")]
    [InlineData("{{ printf \"%s-%s\" .name .env.x }}", "Web_1-y")]
    [InlineData("{{ .name | trunc 3 }}", "Web")]
    [InlineData("{{ .empty | default \"none\" }}", "none")]
    [InlineData("{{ .id }}/{{ .flag }}", "42/true")]
    [InlineData("a {{- .name -}} b", "aWeb_1b")]
    [InlineData("{{ \"{{\" }}x", "{{x")]
    [InlineData("{{ `raw` | quote }}", "\"raw\"")]
    [InlineData("{{ base \"a/b\" }}{{ dir \"a/b/c\" }}", "ba/b")]
    public void GoTemplatesThatAreUnderstood(string template, string expected) => Assert.Equal(expected, GoName(template));

    [Theory]
    [InlineData("{{ .missing }}")]
    [InlineData("{{ .env }}")]
    [InlineData("{{ .big }}")]
    [InlineData("{{ .fraction }}")]
    [InlineData("{{ if .name }}x{{ end }}")]
    [InlineData("{{ range .env }}x{{ end }}")]
    [InlineData("{{ .name | sha256sum }}")]
    [InlineData("{{ $x := .name }}")]
    [InlineData("{{ .name")]
    [InlineData("{{ lower .id }}")]
    [InlineData("{{ index .env 7 }}")]
    [InlineData("{{ .name .env }}")]
    [InlineData("{{ }}")]
    public void OtherGoTemplatesStayAsTheyAre(string template) => Assert.Equal(template, GoName(template));

    [Fact]
    public void DirectoriesAreListedAsArgoCdDoes()
    {
        var result = Expand($"[{{ git: {{ repoURL: '{Here}', directories: [{{ path: apps/* }}, {{ path: infra/dns }}] }} }}]", "{{path.basename}}.{{path.basenameNormalized}}.{{path[0]}}", "{{path}}");
        Assert.Equal([("My_DB.my-db.apps", "apps/My_DB"), ("web.web.apps", "apps/web"), ("dns.dns.infra", "infra/dns")], NamesAndPaths(result));
        Assert.DoesNotContain(result.Applications, application => application.IsAssumed || application.IsOpen);
    }

    [Fact]
    public void AnExcludedDirectoryIsLeftOutWhereverItIsIncluded()
    {
        var result = Expand($"[{{ git: {{ repoURL: '{Here}', directories: [{{ path: apps/web }}, {{ path: '*/*' }}, {{ path: apps/*, exclude: true }}, {{ path: 'clusters/*', exclude: true }}] }} }}]", "x", "{{.path.path}}/{{ index .path.segments 1 }}", isGo: true);
        Assert.Equal(["infra/dns/dns"], NamesAndPaths(result).Select(pair => pair.Path));
    }

    [Fact]
    public void FilesAreReadFlatForThePlainTemplate()
    {
        var result = Expand($"[{{ git: {{ repoURL: '{Here}', files: [{{ path: 'clusters/*/config.json' }}], values: {{ v: 'v-{{{{name}}}}' }} }} }}]", "{{name}}-{{port}}-{{tls}}-{{nested.list.1}}-{{values.v}}", "{{path}}/{{path.filename}}/{{path.basename}}");
        Assert.Equal(
            [("eu-8443-true-y-v-eu", "clusters/eu/config.json/eu"), ("us-1-{{port}}-{{tls}}-{{nested.list.1}}-v-us-1", "clusters/us/deep/config.json/deep"), ("us-2-{{port}}-{{tls}}-{{nested.list.1}}-v-us-2", "clusters/us/deep/config.json/deep")],
            NamesAndPaths(result));
    }

    [Fact]
    public void FilesAreReadNestedForGoTemplates()
    {
        var result = Expand($"[{{ git: {{ repoURL: '{Here}', pathParamPrefix: my, files: [{{ path: clusters/eu }}, {{ path: top.yaml, exclude: true }}] }} }}]", "{{ index .nested.list 0 }}{{ .port }}", "{{ .my.path.path }}", isGo: true);
        Assert.Equal([("x8443", "clusters/eu")], NamesAndPaths(result));
        Assert.Equal("clusters/eu/config.json", result.Applications[0].Name!.EarlierOrigins[0].Source.Id.Path);
    }

    [Fact]
    public void AFileThatCannotBeReadIsTold()
    {
        var result = Expand($"[{{ git: {{ repoURL: '{Here}', files: [{{ path: clusters/broken/* }}] }} }}]", "x", "y");
        Assert.Empty(result.Applications);
        Assert.Contains("clusters/broken/config.yaml", Assert.Single(result.Unresolved).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void OfAnotherRepositoryOneApplicationStandsForAll()
    {
        var application = Assert.Single(Expand("[{ git: { repoURL: 'https://github.com/acme/other', directories: [{ path: apps/* }] } }]", "{{path.basename}}", "charts/fixed").Applications);
        Assert.Equal((true, "{{path.basename}}", "charts/fixed"), (application.IsOpen, application.Name!.Value, application.Sources[0].Path!.Value));
    }

    [Fact]
    public void WithoutAnAddressPathsOfTwoSegmentsAreAssumed()
    {
        var set = Set("[{ git: { repoURL: 'https://github.com/acme/shop', directories: [{ path: 'apps/*' }] } }, { git: { repoURL: 'https://github.com/acme/shop', directories: [{ path: '*' }] } }]", "x", "{{path}}", false);
        var result = ApplicationSetExpansion.Expand(set, RepositoryIdentity.Unknown, new RepositoryPaths(Files.Keys), new InMemoryKustomizeFiles(Files));
        Assert.Equal([("apps/My_DB", true, false), ("apps/web", true, false), ("{{path}}", false, true)], result.Applications.Select(application => (application.Sources[0].Path!.Value, application.IsAssumed, application.IsOpen)));
    }

    [Theory]
    [InlineData("clusters: {}")]
    [InlineData("pullRequest: { github: {} }")]
    [InlineData("scmProvider: {}")]
    [InlineData("clusterDecisionResource: {}")]
    [InlineData("plugin: {}")]
    public void GeneratorsThatAskOthersLeaveWhatIsFixedKnown(string generator)
    {
        var result = Expand($"[{{ {generator.TrimEnd('}')} values: {{ tier: web }} }} }}]".Replace("{} values", "{}, values", StringComparison.Ordinal), "{{name}}", "apps/{{values.tier}}");
        Assert.Equal([("{{name}}", "apps/web")], NamesAndPaths(result));
        Assert.True(Assert.Single(result.Applications).IsOpen);
        Assert.Single(result.Unresolved);
    }

    [Fact]
    public void AMatrixMultipliesAndFillsItsSecondGenerator()
    {
        var result = Expand(
            $"[{{ matrix: {{ generators: [{{ list: {{ elements: [{{ top: apps, env: eu }}, {{ top: infra, env: us }}] }} }}, {{ git: {{ repoURL: '{Here}', directories: [{{ path: '{{{{top}}}}/*' }}] }} }}] }} }}]",
            "{{env}}-{{path.basename}}", "{{path}}");
        Assert.Equal([("eu-My_DB", "apps/My_DB"), ("eu-web", "apps/web"), ("us-dns", "infra/dns")], NamesAndPaths(result));
    }

    [Fact]
    public void AMatrixWithClustersKeepsThePathsKnown()
    {
        var result = Expand($"[{{ matrix: {{ generators: [{{ git: {{ repoURL: '{Here}', directories: [{{ path: infra/* }}] }} }}, {{ clusters: {{}} }}] }} }}]", "{{ .path.basename }}-{{ .name }}", "{{ .path.path }}", isGo: true);
        Assert.Equal([("{{ .path.basename }}-{{ .name }}", "infra/dns")], NamesAndPaths(result));
        Assert.True(result.Applications[0].IsOpen);
    }

    [Fact]
    public void MatricesAndMergesNest()
    {
        const string List = "list: { elements: [{ k: a, v: '1' }, { k: b, v: '2' }] }";
        var result = Expand(
            $"[{{ matrix: {{ generators: [{{ merge: {{ mergeKeys: [k], generators: [{{ {List} }}, {{ list: {{ elements: [{{ k: b, v: '9' }}, {{ k: c, v: '3' }}] }} }}] }} }}, {{ list: {{ elements: [{{ x: p }}, {{ x: q }}] }} }}] }} }}]",
            "{{k}}{{v}}", "{{x}}");
        Assert.Equal([("a1", "p"), ("a1", "q"), ("b9", "p"), ("b9", "q")], NamesAndPaths(result));
    }

    [Fact]
    public void AMergeOverUnknownClustersForgetsWhatMayBeOverridden()
    {
        var result = Expand("[{ merge: { mergeKeys: [server], generators: [{ clusters: { values: { a: 'x', b: 'y' } } }, { list: { elements: [{ server: s, values: { a: z } }] } }] } }]", "{{values.a}}", "{{values.b}}");
        Assert.Equal([("{{values.a}}", "y")], NamesAndPaths(result));
    }

    [Theory]
    [InlineData("[{ matrix: { generators: [{ list: { elements: [] } }] } }]")]
    [InlineData("[{ merge: { mergeKeys: [k], generators: [{ list: { elements: [{ k: a }, { k: a }] } }, { list: { elements: [] } }] } }]")]
    [InlineData("[{ merge: { generators: [{ list: { elements: [] } }, { list: { elements: [] } }] } }]")]
    [InlineData("[{ matrix: { generators: [{ list: { elements: [{ a: x }] } }, { list: { elements: [{ a: y }] } }] } }]")]
    [InlineData("[{ list: { elements: [{ port: 80 }] } }]")]
    [InlineData("[{ matrix: { generators: [{ list: { elements: [{ a: x }] }, git: {} }, { list: { elements: [] } }] } }]")]
    public void WhatArgoCdRefusesMakesNothingAndIsTold(string generators)
    {
        var result = Expand(generators, "x", "y");
        Assert.Empty(result.Applications);
        Assert.Single(result.Unresolved);
    }

    [Fact]
    public void ASelectorKeepsSomeSets()
    {
        var result = Expand("[{ list: { elements: [{ id: a, e: { t: x } }, { id: b, e: { t: y } }, { id: c }] }, selector: { matchLabels: { e.t: x } } }, { list: { elements: [{ id: d }, { id: e }] }, selector: { matchExpressions: [{ key: id, operator: NotIn, values: [d] }] } }, { clusters: {}, selector: { matchLabels: { id: z } } }]", "{{ .id }}", "p", isGo: true);
        Assert.Equal(["a", "e", "{{ .id }}"], NamesAndPaths(result).Select(pair => pair.Name));
    }

    [Fact]
    public void TheTemplateOfAGeneratorWins()
    {
        var result = Expand("[{ list: { elements: [{ id: a }], template: { metadata: {}, spec: { source: { path: own/{{id}} }, destination: { namespace: '' } } } } }]".Replace("own/{{id}}", "'own/{{id}}'", StringComparison.Ordinal), "{{id}}", "common");
        Assert.Equal([("a", "own/a")], NamesAndPaths(result));
        Assert.Equal((Here, "target"), (result.Applications[0].Sources[0].RepoUrl!.Value, result.Applications[0].Destination.Namespace!.Value));
    }

    [Fact]
    public void ElementsThatAreTextHaveThePlaceOfTheText()
    {
        var result = Expand("[{ list: { elementsYaml: '[{ id: a, deep: { x: 1 } }]' } }, { list: { elementsYaml: '{{ .list | toJson }}' } }]", "{{ .id }}{{ .deep.x }}", "p", isGo: true);
        Assert.Equal([("a1", false), ("{{ .id }}{{ .deep.x }}", true)], result.Applications.Select(application => (application.Name!.Value, application.IsOpen)));
        Assert.Equal("'[{ id: a, deep: { x: 1 } }]'", result.Applications[0].Name!.EarlierOrigins[0].Text);
    }

    [Theory]
    [InlineData("spec:\n  syncPolicy:\n    {{- if .auto }}\n    automated: {}\n    {{- end }}", false)]
    [InlineData("spec: { source: { path: x } }", true)]
    [InlineData("spec:\n  {{ .patch }}", true)]
    [InlineData("spec: {{ .patch | toYaml }}", true)]
    public void APatchMattersWhereItMayChangeWhatIsDeployed(string patch, bool isPatched)
    {
        var set = Set("[{ list: { elements: [{ id: a }] } }]", "x", "y", true) with { TemplatePatch = new(Yaml.Mapping("a: b").Source, new(0, 1), null, patch, NetLint.Syntax.Yaml.ScalarStyle.Literal) };
        var result = Expand(set);
        Assert.Equal(isPatched, Assert.Single(result.Applications).IsPatched);
        Assert.Equal(isPatched ? 1 : 0, result.Unresolved.Length);
    }

    [Fact]
    public void AMatrixThatExplodesIsAProblemInBoundedTime()
    {
        var elements = string.Join(",", Enumerable.Range(0, 3_000).Select(i => $"{{ a{i % 7}: '{i}' }}"));
        var inner = $"{{ matrix: {{ generators: [{{ list: {{ elements: [{elements}] }} }}, {{ list: {{ elements: [{elements}] }} }}] }} }}";
        var clock = Stopwatch.StartNew();
        var result = Expand($"[{{ matrix: {{ generators: [{inner}, {inner}] }} }}]", "x", "y", isGo: true);
        Assert.Equal(RenderProblemKind.Limit, result.Problem!.Kind);
        Assert.Contains("'set' is not expanded", result.Problem.Message, StringComparison.Ordinal);
        Assert.True(result.Applications.Length <= 2_000);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"It took {clock.Elapsed}.");
    }

    [Fact]
    public void TextThatGrowsIsAProblem()
    {
        var result = Expand($"[{{ list: {{ elements: [{{ id: '{new string('x', 100_000)}' }}] }} }}]", string.Concat(Enumerable.Repeat("{{id}}", 1_000)), "y");
        Assert.Equal(RenderProblemKind.Limit, result.Problem!.Kind);
    }

    private static string GoName(string template)
    {
        var result = Expand("[{ list: { elements: [{ name: Web_1, id: 42, flag: true, empty: '', big: 12345678, fraction: 1.5, env: { a.b: c, x: 'y' } }] } }]", template, "p", isGo: true);
        return Assert.Single(result.Applications).Name!.Value;
    }

    private static IEnumerable<(string? Name, string? Path)> NamesAndPaths(ApplicationSetResult result) =>
        result.Applications.Select(application => (application.Name?.Value, application.Sources[0].Path?.Value));

    private static ApplicationSet Set(string generators, string name, string path, bool isGo) => ApplicationSetReader.Read(Yaml.Mapping(
        $"""
        metadata: {'{'} name: set, namespace: argocd {'}'}
        spec:
          goTemplate: {(isGo ? "true" : "false")}
          generators: {generators}
          template:
            metadata: {'{'} name: '{name.Replace("'", "''", StringComparison.Ordinal)}' {'}'}
            spec:
              source: {'{'} repoURL: '{Here}', path: '{path}' {'}'}
              destination: {'{'} namespace: target {'}'}
        """,
        "set.yaml"));

    private static ApplicationSetResult Expand(string generators, string name, string path, bool isGo = false) => Expand(Set(generators, name, path, isGo));

    private static ApplicationSetResult Expand(ApplicationSet set) =>
        ApplicationSetExpansion.Expand(set, RepositoryIdentity.Of([Here]), new RepositoryPaths(Files.Keys), new InMemoryKustomizeFiles(Files));
}
