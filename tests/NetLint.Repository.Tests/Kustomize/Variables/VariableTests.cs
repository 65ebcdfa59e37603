using System.Collections.Frozen;
using NetLint.Repository.Kustomize.Variables;

namespace NetLint.Repository.Tests.Kustomize.Variables;

public sealed class VariableTests
{
    private const string Objects = """
        apiVersion: v1
        kind: Service
        metadata: { name: db, annotations: { ratio: "0.5" } }
        spec: { ports: [{ name: sql, port: 5432 }] }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: app }
        spec:
          containers:
          - name: app
            command: ["--db=$(HOST)", "$(PORT)"]
        """;

    private static readonly FrozenDictionary<string, VariableValue> Values = new Dictionary<string, VariableValue>
    {
        ["A"] = VariableValue.Of(Documents.Mapping("v: one")["v"]!)!,
        ["N"] = VariableValue.Of(Documents.Mapping("v: 1e6")["v"]!)!,
        ["M"] = VariableValue.Of(Documents.Mapping("v: { k: w }")["v"]!)!,
    }.ToFrozenDictionary();

    [Theory]
    [InlineData("$(A)", "one")]
    [InlineData("x$(A)y$(A)", "xoneyone")]
    [InlineData("$$(A)", "$(A)")]
    [InlineData("$$$(A)", "$one")]
    [InlineData("$(B)", "$(B)")]
    [InlineData("$(M)", "$(M)")]
    [InlineData("$(A", "$(A")]
    [InlineData("$A$", "$A$")]
    [InlineData("$()", "$()")]
    [InlineData("$(N)", "1000000")]
    [InlineData("n=$(N)", "n=1e+06")]
    public void KnownNamesAreReplaced(string text, string expected) => Assert.Equal(expected, VariableText.Expand(text, Values).Value);

    [Fact]
    public void TheTextThatUsesAVariableDecidesAndTheFieldOfTheObjectFollows()
    {
        var result = Rendering.Of(isPartial: false, ("kustomization.yaml", """
            namePrefix: prod-
            resources: [objects.yaml]
            vars:
            - name: HOST
              objref: { apiVersion: v1, kind: Service, name: db }
            - name: PORT
              objref: { apiVersion: v1, kind: Service, name: db }
              fieldref: { fieldpath: "spec.ports[0].port" }
            """), ("objects.yaml", Objects));
        Assert.Contains("- --db=prod-db\n    - 5432\n", result.Print().Text, StringComparison.Ordinal);
        Assert.Equal(
            ["objects.yaml:12 \"--db=$(HOST)\"", "objects.yaml:3 db", "kustomization.yaml:1 prod-"],
            Rendering.Sources(result, "prod-app", "/spec/containers/0/command/0"));
    }

    [Theory]
    [InlineData("{ kind: Service, name: none, apiVersion: v1 }", "", "var 'V' (Service.v1.[noGrp]/none.[noNs] metadata.name) cannot be mapped to a field")]
    [InlineData("{ kind: Service, name: db, apiVersion: v1 }", "spec.none", "field specified in var 'V' not found")]
    [InlineData("{ kind: Service, name: db, apiVersion: v1, labels: x }", "", "unknown field 'labels'")]
    public void AVariableWithoutAValueIsRefused(string target, string path, string message)
    {
        var problem = Rendering.Problem(("kustomization.yaml", $$"""
            resources: [objects.yaml]
            vars:
            - name: V
              objref: {{target}}
              fieldref: { fieldPath: "{{path}}" }
            """), ("objects.yaml", Objects));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal("kustomization.yaml", problem.Origin.Source.Id.Path);
    }
}
