using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Schema;

namespace NetLint.Repository.Tests.Kustomize.Schema;

/// <summary>What counts was asked of kustomize 5.7.1.</summary>
public sealed class CustomSchemaTests
{
    private const string Merging = "{type: array, items: {type: object}, x-kubernetes-patch-strategy: merge, x-kubernetes-patch-merge-key: id}";
    private static readonly ObjectKind Till = ObjectKind.Of("shop.example/v3", "Till");

    [Theory]
    [InlineData($"{{type: object, properties: {{drawers: {Merging}}}}}", "merge", "id")]
    [InlineData("{properties: {drawers: {x-kubernetes-patch-strategy: merge, x-kubernetes-patch-merge-key: id}}}", "merge", "id")]
    [InlineData("{properties: {drawers: {type: array, x-kubernetes-patch-strategy: merge, x-kubernetes-list-map-keys: [id, side], x-kubernetes-patch-merge-key: no}}}", "merge", "id,side")]
    [InlineData("{properties: {drawers: {type: array, x-kubernetes-list-map-keys: [id]}}}", "", "")]
    [InlineData($"{{additionalProperties: {Merging}}}", "merge", "id")]
    [InlineData("{$ref: '#/definitions/Spec'}", "merge", "id")]
    [InlineData("{properties: {drawers: {$ref: 'other.json#/definitions/Spec/properties/drawers'}}}", "merge", "id")]
    [InlineData("{properties: {drawers: {$ref: '#/definitions/Plain', x-kubernetes-patch-strategy: merge, x-kubernetes-patch-merge-key: id}}}", "", "")]
    [InlineData("{$ref: '#/definitions/Nothing'}", null, "")]
    [InlineData("{$ref: '#/definitions/Round'}", null, "")]
    [InlineData($"{{allOf: [{{properties: {{drawers: {Merging}}}}}]}}", null, "")]
    public void AFieldHasTheSchemaThatIsWritten(string spec, string? strategy, string keys)
    {
        var drawers = Read(Definitions(spec)).For(Till)?.Field("spec")?.Field("drawers");

        Assert.Equal(strategy, drawers?.Strategy);
        Assert.Equal(keys, string.Join(',', drawers?.MergeKeys ?? []));
    }

    [Fact]
    public void ItemsOfListsHaveTheirSchemaAndOtherTypesHaveNoItems()
    {
        var list = Read(Definitions("{type: array, items: {properties: {coins: {}}}}")).For(Till)?.Field("spec");
        var noList = Read(Definitions("{type: object, items: {properties: {coins: {}}}}")).For(Till)?.Field("spec");

        Assert.NotNull(list?.Elements?.Field("coins"));
        Assert.NotNull(noList);
        Assert.Null(noList.Elements);
    }

    [Fact]
    public void JsonIsReadAsWell() => Assert.NotNull(Read(
        """{"definitions":{"F":{"x-kubernetes-group-version-kind":[{"group":"shop.example","version":"v3","kind":"Till"}],"properties":{"spec":{}}}}}""").For(Till)?.Field("spec"));

    [Fact]
    public void AFileTakesThePlaceOfTheKindsOfKubernetesButNotOfTheirNamespaces()
    {
        var schemas = Read(Definitions("{}"));

        Assert.Null(schemas.For(ObjectKind.Of("apps/v1", "Deployment")));
        Assert.NotNull(schemas.For(ObjectKind.Of("kustomize.config.k8s.io/v1beta1", "Kustomization")));
        Assert.True(schemas.IsNamespaceScoped(ObjectKind.Of("apps/v1", "Deployment")));
    }

    [Fact]
    public void PathsTellWhereKindsLive()
    {
        var schemas = Read("""
            paths:
              /apis/shop.example/v3/tills: {get: {x-kubernetes-group-version-kind: {group: shop.example, version: v3, kind: Till}}}
              /apis/shop.example/v3/namespaces/{namespace}/tills: {get: {x-kubernetes-group-version-kind: {group: shop.example, version: v3, kind: Till}}}
              /apis/shop.example/v3/shops: {get: {x-kubernetes-group-version-kind: {group: shop.example, version: v3, kind: Shop}}}
              /apis/shop.example/v3/clerks: {post: {x-kubernetes-group-version-kind: {group: shop.example, version: v3, kind: Clerk}}}
            """);

        Assert.True(schemas.IsNamespaceScoped(Till));
        Assert.True(schemas.IsCertainlyClusterScoped(Till with { Kind = "Shop" }));
        Assert.Null(schemas.IsNamespaceScoped(Till with { Kind = "Clerk" }));
    }

    [Theory]
    [InlineData("definitions: [", "cannot", false)]
    [InlineData("definitions: []", "'definitions' is no mapping", true)]
    [InlineData("", "it is empty", true)]
    [InlineData("definitions: {A: 5}", "'A' is no mapping", true)]
    [InlineData("definitions: {A: {properties: []}}", "'properties' is no mapping", true)]
    [InlineData("definitions: {A: {properties: {b: {type: 5}}}}", "'type' is neither", true)]
    [InlineData("definitions: {A: {x-kubernetes-group-version-kind: [{group: a, version: v1}]}}", "has no 'kind'", true)]
    public void WhatKustomizeStopsAtIsRefused(string text, string message, bool isExact)
    {
        var problem = Assert.Throws<RenderException>(() => Read(text)).Problem;

        Assert.StartsWith("invalid schema file 'schema.yaml'", problem.Message, StringComparison.Ordinal);
        Assert.True(!isExact || problem.Message.Contains(message, StringComparison.Ordinal), problem.Message);
    }

    [Theory]
    [InlineData("# nothing")]
    [InlineData("definitions: {A: }")]
    [InlineData("definitions: {A: {properties: }}")]
    [InlineData("definitions: {A: {type: unheard}}")]
    [InlineData("definitions: {A: {x-kubernetes-group-version-kind: {group: shop.example, version: v3, kind: Till}}}")]
    [InlineData("definitions: {A: {x-kubernetes-group-version-kind: [x]}}")]
    public void FilesThatSayNothingOfAKindAreTaken(string text) => Assert.Null(Read(text).For(Till));

    [Theory]
    [InlineData("{properties: {drawers: {x-kubernetes-patch-strategy: 5}}}")]
    [InlineData("{properties: {drawers: {x-kubernetes-patch-strategy: merge, x-kubernetes-list-map-keys: id}}}")]
    public void ExtensionsOfTheWrongTypeAreRefusedWhenTheyAreNeeded(string spec)
    {
        var drawers = Read(Definitions(spec)).For(Till)?.Field("spec")?.Field("drawers");

        Assert.NotNull(drawers);
        Assert.Throws<RenderException>(() => drawers.Strategy + drawers.MergeKeys.Length);
    }

    internal static string Definitions(string spec) => $$$"""
        definitions:
          Till:
            x-kubernetes-group-version-kind: [{group: shop.example, version: v3, kind: Till}]
            properties: {spec: {{{spec}}}}
          Spec: {properties: {drawers: {{{Merging}}}}}
          Plain: {type: array, items: {type: object}}
          Round: {$ref: '#/definitions/Round'}
        """;

    private static SchemaSet Read(string text) => SchemaSet.KustomizeOnly.WithCustom(Documents.Stream(text, "schema.yaml"), Documents.Somewhere);
}
