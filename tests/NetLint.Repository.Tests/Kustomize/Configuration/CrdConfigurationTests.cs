using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Configuration;

namespace NetLint.Repository.Tests.Kustomize.Configuration;

/// <summary>What is found was asked of kustomize 5.7.1.</summary>
public sealed class CrdConfigurationTests
{
    private const string Types = """
        example.com/shop.Till:
          Schema:
            properties:
              kind: {type: string}
              apiVersion: {type: string}
              metadata: {}
              spec: {$ref: example.com/shop.TillSpec}
        example.com/shop.TillSpec:
          schema:
            properties:
              key: {x-kubernetes-object-ref-api-version: v1, x-kubernetes-object-ref-kind: Secret}
              chosen: {X-Kubernetes-Label-Selector: ""}
              notes: {x-kubernetes-annotation: ""}
              number: {x-kubernetes-identity: ""}
              inner: {properties: {chosen: {x-kubernetes-label-selector: ""}}}
        """;

    [Fact]
    public void ExtensionsSayWhatFieldsHold()
    {
        var read = Read(Types);

        Assert.Equal(new ObjectKind("", "", "Till"), read.CommonLabels.Single().Kind);
        Assert.Equal("spec/chosen", read.CommonLabels.Single().Path);
        Assert.Equal("spec/notes", read.CommonAnnotations.Single().Path);
        Assert.Equal("spec/number", read.NamePrefix.Single().Path);
        Assert.Empty(read.NameSuffix);
        var secrets = read.NameReference.Single();
        Assert.Equal(new ObjectKind("", "v1", "Secret"), secrets.Referent);
        Assert.Equal("spec/key/name", secrets.Referrers.Single().Path);
    }

    [Fact]
    public void TheKeyOfTheNameMayBeGiven() =>
        Assert.Equal("spec/key/title", Read(Types.Replace("Secret}", "Secret, x-kubernetes-object-ref-name-key: title}", StringComparison.Ordinal)).NameReference.Single().Referrers.Single().Path);

    [Theory]
    [InlineData("kind: {type: string}", "kinds: {type: string}")]
    [InlineData("$ref: example.com/shop.TillSpec", "$ref: '#/definitions/example.com/shop.TillSpec'")]
    [InlineData("$ref: example.com/shop.TillSpec", "$ref: example.com/shop.Shelf")]
    public void OnlyWhatAnObjectReachesCounts(string old, string changed)
    {
        var read = Read(Types.Replace(old, changed, StringComparison.Ordinal));

        Assert.Empty(read.CommonLabels);
        Assert.Empty(read.NameReference);
    }

    [Fact]
    public void ValuesThatAreNoStringsCountForNothing() =>
        Assert.Empty(Read(Types.Replace("x-kubernetes-annotation: \"\"", "x-kubernetes-annotation: true", StringComparison.Ordinal)).CommonAnnotations);

    [Theory]
    [InlineData("apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition", "'apiVersion' of 'types.yaml' is not a mapping")]
    [InlineData("[]", "'types.yaml' is not a mapping")]
    [InlineData("", "'types.yaml' of 'crds' is empty")]
    [InlineData("a: [", "'types.yaml' cannot be read")]
    [InlineData("a: {Schema: {properties: []}}", "'properties' of 'types.yaml' is not a mapping")]
    [InlineData("a: {Dependencies: 5}", "'Dependencies' of 'types.yaml' is not a list")]
    public void OtherFilesAreRefused(string text, string message) =>
        Assert.Contains(message, Assert.Throws<RenderException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("# nothing")]
    [InlineData("a: ")]
    [InlineData("a: {Schema: {}, Other: 1, Dependencies: [b]}")]
    public void FilesWithoutTypesAddNothing(string text) => Assert.Empty(Read(text).CommonLabels);

    [Fact]
    public void ATypeInsideItselfIsRefused() => Assert.Contains(
        "refers to itself",
        Assert.Throws<RenderException>(() => Read(Types + "\n      again: {$ref: example.com/shop.TillSpec}")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void TypesThatMultiplyAreBounded()
    {
        var types = string.Join('\n', Enumerable.Range(0, 60).Select(i =>
            $"t{i}: {{Schema: {{properties: {{kind: {{}}, apiVersion: {{}}, metadata: {{}}, a: {{$ref: t{i + 1}}}, b: {{$ref: t{i + 1}}}}}}}}}"));

        Assert.Equal(RenderProblemKind.Limit, Assert.Throws<RenderException>(() => Read(types)).Problem.Kind);
    }

    private static TransformerConfiguration Read(string text) => CrdConfiguration.Read(Documents.Stream(text, "types.yaml"), Documents.Somewhere);
}
