using NetLint.Repository.Flux;
using NetLint.Repository.Kustomize;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Tests.Flux;

public sealed class PostBuildSubstitutionTests
{
    private const string Variables = "HOST: shop.example.org, PORT: \"8443\", EMPTY: \"\", NAME: Web-Front, LIST: \"[a, b]\", TRUTH: \"true\", DIR: a/b/c.tar.gz, LONG: \"one\\ntwo\"";

    [Theory]
    [InlineData("${HOST}", "\"shop.example.org\"")]
    [InlineData("www.${HOST}/x", "\"www.shop.example.org/x\"")]
    [InlineData("$HOST", "\"$HOST\"")]
    [InlineData("$${HOST}", "\"${HOST}\"")]
    [InlineData("a$$b", "\"a$b\"")]
    [InlineData("$$$${HOST} $$${HOST}", "\"$${HOST} $shop.example.org\"")]
    [InlineData("${NOPE}", "null")]
    [InlineData("x${NOPE}y", "\"xy\"")]
    [InlineData("${NOPE:=fallback}", "\"fallback\"")]
    [InlineData("${NOPE:-8080}", "8080")]
    [InlineData("${NOPE=80}", "80")]
    [InlineData("${EMPTY:=full}", "\"full\"")]
    [InlineData("${HOST:=other}", "\"shop.example.org\"")]
    [InlineData("${HOST:+other}", "\"shop.example.org\"")]
    [InlineData("${NOPE:=${EMPTY:=inner}-${NAME}}", "\"inner-Web-Front\"")]
    [InlineData("${NOPE:=}", "null")]
    [InlineData("${#HOST}", "16")]
    [InlineData("${NAME,}", "\"web-Front\"")]
    [InlineData("${NAME,,}", "\"web-front\"")]
    [InlineData("${NAME^^}", "\"WEB-FRONT\"")]
    [InlineData("${NAME^,}", "\"Web-Front\"")]
    [InlineData("${NAME:4}", "\"Front\"")]
    [InlineData("${NAME:0:3}", "\"Web\"")]
    [InlineData("${NAME:-3}", "\"Web-Front\"")]
    [InlineData("${NAME: -3}", "\"Web-Front\"")]
    [InlineData("${NAME:50}", "null")]
    [InlineData("${NAME:4:50}", "\"Front\"")]
    [InlineData("${NAME/-/_}", "\"Web_Front\"")]
    [InlineData("${HOST//o/0}", "\"sh0p.example.0rg\"")]
    [InlineData("${HOST/#shop/www}", "\"www.example.org\"")]
    [InlineData("${HOST/%org/net}", "\"shop.example.net\"")]
    [InlineData("${HOST/shop./}", "\"example.org\"")]
    [InlineData("${DIR/\\//-}", "\"a-b/c.tar.gz\"")]
    [InlineData("${DIR#*/}", "\"b/c.tar.gz\"")]
    [InlineData("${DIR##*/}", "\"c.tar.gz\"")]
    [InlineData("${DIR%.*}", "\"a/b/c.tar\"")]
    [InlineData("${DIR%%.*}", "\"a/b/c\"")]
    [InlineData("${LONG}", "\"onetwo\"")]
    [InlineData("${LIST}", "[\"a\",\"b\"]")]
    [InlineData("${TRUTH}", "true")]
    [InlineData("yes ${TRUTH}", "\"yes true\"")]
    [InlineData("#${PORT}", "\"#8443\"")]
    [InlineData("a: ${PORT}", "\"a: 8443\"")]
    [InlineData("it's: ${PORT}", "\"it's: 8443\"")]
    [InlineData("line\n${PORT}\n", "\"line\n8443\n\"")]
    [InlineData("\t${PORT}", "\"\t8443\"")]
    public void TextIsFilledInAsFluxDoes(string text, string expected)
    {
        var result = Apply(Resource(text), $"substitute: {{ {Variables} }}");
        Assert.Null(result.Problem);
        Assert.Equal(expected, Yaml.Json(result.Node["value"]));
    }

    [Theory]
    [InlineData("${HOST-x}")]
    [InlineData("${HOST+x}")]
    [InlineData("${HOST")]
    [InlineData("${}")]
    [InlineData("${!HOST}")]
    [InlineData("${HOST:}")]
    [InlineData("${HOST#}")]
    [InlineData("${HOST/a}")]
    [InlineData("${#}")]
    [InlineData("${HOST:=a")]
    [InlineData("${NAME:4:-9}")]
    public void WhatFluxRefusesIsAProblemAtItsPlace(string text)
    {
        var result = Apply(Resource(text), $"substitute: {{ {Variables} }}");
        Assert.Equal((RenderProblemKind.Invalid, Resource(text)["value"]!.Origin.Span), (result.Problem!.Kind, result.Problem.Origin.Span));
        Assert.Equal(Yaml.Json(Resource(text)), Yaml.Json(result.Node));
    }

    [Fact]
    public void QuotesInTheResourceDoNotMatterAsItIsPrintedAgain()
    {
        var result = Apply(Yaml.Mapping("port: \"${PORT}\"\nlabels: { '${NAME}': 'p-${PORT}' }\nlist: [\"${PORT}\", plain]"), $"substitute: {{ {Variables} }}");
        Assert.Equal("{port:8443,labels:{Web-Front:\"p-8443\"},list:[8443,\"plain\"]}", Yaml.Json(result.Node));
    }

    [Fact]
    public void TextThatBreaksTheYamlIsAProblem()
    {
        var result = Apply(Resource("${X}"), "substitute: { X: 'a: b' }");
        Assert.Contains("no YAML", result.Problem!.Message, StringComparison.Ordinal);
        Assert.Null(Apply(Yaml.Mapping("list: ['${X}']"), "substitute: { X: 'a: b' }").Problem);
    }

    [Fact]
    public void TheScalarDecidesAndThePlaceOfTheVariableFollows()
    {
        var resource = Yaml.Mapping("value: 'http://${HOST}:${PORT}'", "web.yaml");
        var settings = Yaml.Mapping("kind: ConfigMap\ndata: { HOST: shop.local }", "settings.yaml");
        var kustomization = Kustomization("substitute: { PORT: \"81\" }, substituteFrom: [{ kind: ConfigMap, name: settings }]");
        var value = (YamlScalar)PostBuildSubstitution.Of(kustomization, _ => settings)!.Apply(resource).Node["value"]!;
        Assert.Equal(("http://shop.local:81", "web.yaml", "'http://${HOST}:${PORT}'"), (value.Value, value.Origin.Source.Id.Path, value.Origin.Text));
        Assert.Equal(["shop.local", "\"81\""], value.EarlierOrigins.Select(origin => origin.Text));
    }

    [Fact]
    public void WhatCannotBeSeenStaysAndIsTold()
    {
        var result = Apply(
            Yaml.Mapping("a: ${SECRET}.${HOST}\nb: ${SECRET:=x}\nc: ${HOST:=${SECRET}}\nd: ${SECRET:=${OTHER}}\ne: fixed"),
            $"substitute: {{ {Variables} }}, substituteFrom: [{{ kind: Secret, name: cluster-secrets }}]");
        Assert.Equal("{a:\"${SECRET}.shop.example.org\",b:\"${SECRET:=x}\",c:\"shop.example.org\",d:\"${SECRET:=${OTHER}}\",e:\"fixed\"}", Yaml.Json(result.Node));
        Assert.Equal([("SECRET", "${SECRET}.${HOST}"), ("SECRET", "${SECRET:=x}"), ("OTHER", "${SECRET:=${OTHER}}"), ("SECRET", "${SECRET:=${OTHER}}")], result.Unresolved.Select(variable => (variable.Name, variable.Origin.Text)));
    }

    [Fact]
    public void LaterSourcesWinAndThoseWrittenWinOverAll()
    {
        var sources = new Dictionary<string, string>
        {
            ["one"] = "data: { A: one, B: one, C: one }",
            ["two"] = "data: { B: dHdv, C: dHdv, E: RU5DW0FFUw==, F: 'ENC[AES256,x]', G: '!' }\nstringData: { C: text }",
        };
        var kustomization = Kustomization("substitute: { A: own }, substituteFrom: [{ kind: ConfigMap, name: one }, { kind: Secret, name: two }]");
        var result = PostBuildSubstitution.Of(kustomization, reference => Yaml.Mapping(sources[reference.Name!.Value]))!
            .Apply(Resource("${A} ${B} ${C} ${D}${E}${F}${G}"));
        Assert.Equal("\"own two text ${E}${F}${G}\"", Yaml.Json(result.Node["value"]));
        Assert.Equal(["E", "F", "G"], result.Unresolved.Select(variable => variable.Name));
    }

    [Theory]
    [InlineData("labels")]
    [InlineData("annotations")]
    public void AnObjectCanBeSpared(string field)
    {
        var resource = Yaml.Mapping($"metadata: {{ {field}: {{ kustomize.toolkit.fluxcd.io/substitute: disabled }} }}\nvalue: ${{HOST}} ${{");
        Assert.Same(resource, Apply(resource, $"substitute: {{ {Variables} }}").Node);
    }

    [Fact]
    public void WithoutVariablesNothingIsFilledInUnlessAsked()
    {
        Assert.Null(PostBuildSubstitution.Of(FluxReader.ReadKustomization(Yaml.Mapping("spec: { path: ./x }")), _ => null));
        Assert.Null(PostBuildSubstitution.Of(Kustomization("substitute: {}"), _ => null));
        Assert.Equal("80", Yaml.Json(Apply(Resource("${P:=80}"), "substituteStrategy: Always").Node["value"]));
    }

    [Fact]
    public void ANameThatNoVariableCanHaveIsRefused()
    {
        var result = Apply(Resource("plain"), "substitute: { my-name: x }");
        Assert.Equal(("'my-name' cannot be the name of a variable", "my-name"), (result.Problem!.Message, result.Problem.Origin.Text));
    }

    [Fact]
    public void HostileTextIsBounded()
    {
        Assert.NotNull(Apply(Resource(string.Concat(Enumerable.Repeat("${A:=", 20_000))), $"substitute: {{ {Variables} }}").Problem);
        var big = "substitute: { BIG: '" + new string('x', 100_000) + "' }";
        Assert.Contains("too long", Apply(Resource(string.Concat(Enumerable.Repeat("${BIG}", 1_000))), big).Problem!.Message, StringComparison.Ordinal);
        Assert.Equal("\"${BIG%%x*a*b}\"", Yaml.Json(Apply(Resource("${BIG%%x*a*b}"), big).Node["value"]));
    }

    private static YamlMapping Resource(string value) =>
        new(Yaml.Mapping("value: x").Source, new(0, 8), null, [new(new YamlScalar(Yaml.Mapping("value: x").Source, new(0, 5), null, "value", ScalarStyle.Plain), new YamlScalar(Yaml.Mapping("value: x").Source, new(7, 1), null, value, ScalarStyle.DoubleQuoted), "value")]);

    private static FluxKustomization Kustomization(string postBuild) =>
        FluxReader.ReadKustomization(Yaml.Mapping($"spec: {{ postBuild: {{ {postBuild} }} }}", "flux.yaml"));

    private static SubstitutedResource Apply(YamlMapping resource, string postBuild) =>
        PostBuildSubstitution.Of(Kustomization(postBuild), _ => null)!.Apply(resource);
}
