using System.Text;
using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Generators;
using NetLint.Repository.Kustomize.Output;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Tests.Kustomize.Generators;

/// <summary>The expected texts were printed by <c>kubectl kustomize</c> 1.35 for the same input.</summary>
public sealed class ObjectGeneratorTests
{
    private static readonly Dictionary<string, byte[]> Files = new(StringComparer.Ordinal)
    {
        ["motd.txt"] = "hello\nworld\n"u8.ToArray(),
        ["logo.bin"] = [0xFF, 0x00, 0x01],
        ["app.env"] = [0xEF, 0xBB, 0xBF, .. "# comment\nPORT=8080\n  HOST = a b \n\nEMPTY\n=ignored\n"u8],
        ["long.txt"] = Encoding.ASCII.GetBytes(new string('x', 60)),
        ["broken.env"] = [.. "OK=1\nBAD="u8, 0xFF, (byte)'\n'],
    };

    [Fact]
    public void AConfigMapTakesLiteralsFilesAndEnvironments()
    {
        var made = Make(
            """
            name: settings
            namespace: shop
            literals: [mode=fast, "quote='x y'"]
            files: [motd.txt, logo=logo.bin]
            envs: [app.env]
            options:
              labels: {tier: own}
              annotations: {note: "yes"}
              immutable: true
            """,
            options: "labels: {team: edge, tier: common}");
        Assert.True(made.NeedsHash);
        Assert.Equal("87c92kg28k", NameHash.Of(made.Root));
        Assert.Equal(
            """
            apiVersion: v1
            binaryData:
              logo: /wAB
            data:
              EMPTY: ""
              'HOST ': ' a b '
              PORT: "8080"
              mode: fast
              motd.txt: |
                hello
                world
              quote: x y
            immutable: true
            kind: ConfigMap
            metadata:
              annotations:
                note: "yes"
              labels:
                team: edge
                tier: own
              name: settings
              namespace: shop

            """,
            KustomizeYaml.Write([made.Root]));
    }

    [Fact]
    public void ASecretIsEncoded()
    {
        var made = Make("name: token\ntype: example.com/token\nliterals: [user=admin]", GeneratorKind.Secret);
        Assert.Equal("47h2d7m898", NameHash.Of(made.Root));
        Assert.Equal("apiVersion: v1\ndata:\n  user: YWRtaW4=\nkind: Secret\nmetadata:\n  name: token\ntype: example.com/token\n", KustomizeYaml.Write([made.Root]));
    }

    [Fact]
    public void LongSecretsAreBrokenIntoLines()
    {
        var made = Make("name: plain\nfiles: [key=long.txt]\noptions: {disableNameSuffixHash: true}", GeneratorKind.Secret);
        Assert.False(made.NeedsHash);
        Assert.Contains("  key: |\n    eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eH\n    h4eHh4eHh4\n", KustomizeYaml.Write([made.Root]), StringComparison.Ordinal);
    }

    [Fact]
    public void ASecretWithoutSourcesHasEmptyData() =>
        Assert.Contains("data: {}\n", KustomizeYaml.Write([Make("name: hollow", GeneratorKind.Secret).Root]), StringComparison.Ordinal);

    [Fact]
    public void EveryValueKnowsWhereItCameFrom()
    {
        var root = Make("name: settings\nnamespace: shop\nliterals:\n- mode=fast\nfiles: [motd.txt, logo=logo.bin]\nenv: app.env\n").Root;
        var places = JsonPointers.Walk(root).ToDictionary(found => found.Pointer, found => Parsed.Place(found.Scalar.Origin));
        Assert.Equal("kustomization.yaml:1:7", places["/metadata/name"]);
        Assert.Equal("kustomization.yaml:1:7", places["/kind"]);
        Assert.Equal("kustomization.yaml:2:12", places["/metadata/namespace"]);
        Assert.Equal("kustomization.yaml:4:3", places["/data/mode"]);
        Assert.Equal("base/motd.txt:1:1", places["/data/motd.txt"]);
        Assert.Equal("base/logo.bin:1:1", places["/binaryData/logo"]);
        Assert.Equal("base/app.env:2:6", places["/data/PORT"]);
        Assert.Equal("base/app.env:3:9", places["/data/HOST "]);
        Assert.Equal("base/app.env:5:6", places["/data/EMPTY"]);
    }

    [Theory]
    [InlineData("literals: [a=b]", "a configmap must have a name", "literals: [a=b]")]
    [InlineData("name: s\nliterals: [ab]", "invalid literal source ab, expected key=value", "ab")]
    [InlineData("name: s\nliterals: ['=b']", "invalid literal source =b, expected key=value", "'=b'")]
    [InlineData("name: s\nliterals: [a=1, b=1, a=2]", "configmap s illegally repeats the key `a`", "a=2")]
    [InlineData("name: s\nliterals: [7]", "'literals' must be a string", "7")]
    [InlineData("name: s\nliterals: a=b", "'literals' must be a list of strings", "a=b")]
    [InlineData("name: y", "'name' must be a string", "y")]
    [InlineData("name: s\nfiles: ['=x']", "missing key name for file path \"x\" in source \"=x\"", "'=x'")]
    [InlineData("name: s\nfiles: ['x=']", "missing file path for key name \"x\" in source \"x=\"", "'x='")]
    [InlineData("name: s\nfiles: [a=b=c]", "source \"a=b=c\" key name or file path contains '='", "a=b=c")]
    [InlineData("name: s\nfiles: [absent]", "no such file 'absent'", "absent")]
    [InlineData("name: s\nenvs: [broken.env]", "invalid utf8", "BAD=\uFFFD")]
    [InlineData("name: s\noptions: {disableNameSuffixHash: 'true'}", "'disableNameSuffixHash' must be a boolean", "'true'")]
    [InlineData("name: s\noptions: {labels: {a: 1}}", "'labels' must be a string", "1")]
    public void ABadEntryIsRefusedAtItsPlace(string entry, string message, string place)
    {
        var exception = Assert.Throws<RenderException>(() => Make(entry));
        Assert.Contains(message, exception.Problem.Message, StringComparison.Ordinal);
        Assert.Equal(place, exception.Problem.Origin.Text);
    }

    [Theory]
    [InlineData("merge", GeneratorBehavior.Merge)]
    [InlineData("replace", GeneratorBehavior.Replace)]
    [InlineData("create", GeneratorBehavior.Create)]
    [InlineData("another", GeneratorBehavior.Create)]
    public void TheBehaviorIsRead(string written, object expected) => Assert.Equal(expected, Make($"name: s\nbehavior: {written}").Behavior);

    [Fact]
    public void AMergeKeepsTheOldNameAndTheDataOfBoth()
    {
        var old = Parsed.Mapping(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings, namespace: shop, labels: {a: old, c: "3"}, finalizers: [x]}
            data: {a: old, b: 1, d: null, f: {x: y}}
            immutable: true
            """,
            "base.yaml");
        var made = Make("name: settings\nliterals: [a=new, g=new]\noptions: {labels: {a: new}}").Root;
        var merged = GeneratedMerge.Apply(old, made, GeneratorBehavior.Merge);
        Assert.Equal(
            """
            apiVersion: v1
            data:
              a: new
              b: "1"
              d: ""
              f: ""
              g: new
            kind: ConfigMap
            metadata:
              labels:
                a: new
                c: "3"
              name: settings
              namespace: shop

            """,
            KustomizeYaml.Write([merged]));
        var value = ((YamlMapping)merged["data"]!)["a"]!;
        Assert.Equal(("kustomization.yaml:2:12", "base.yaml:4:11"), (Parsed.Place(value.Origin), Parsed.Place(Assert.Single(value.EarlierOrigins))));
        Assert.Equal("base.yaml:4:19", Parsed.Place(((YamlMapping)merged["data"]!)["b"]!.Origin));
    }

    [Fact]
    public void AReplacementDropsTheOldData()
    {
        var old = Make("name: token\ntype: example.com/old\nliterals: [a=1]\noptions: {labels: {kept: here}}", GeneratorKind.Secret).Root;
        var made = Make("name: token\nliterals: [b=2]", GeneratorKind.Secret).Root;
        Assert.Equal(
            "apiVersion: v1\ndata:\n  b: Mg==\nkind: Secret\nmetadata:\n  labels:\n    kept: here\n  name: token\ntype: Opaque\n",
            KustomizeYaml.Write([GeneratedMerge.Apply(old, made, GeneratorBehavior.Replace)]));
    }

    [Fact]
    public void AKeyThatLooksLikeANumberCannotBePrinted() =>
        Assert.Throws<RenderException>(() => KustomizeYaml.Write([Make("name: s\nliterals: [10=x]").Root]));

    [Fact]
    public void OtherKindsHaveNoHash()
    {
        var exception = Assert.Throws<RenderException>(() => NameHash.Of(Parsed.Mapping("kind: Widget")));
        Assert.Equal(RenderProblemKind.Unsupported, exception.Problem.Kind);
    }

    private static GeneratedObject Make(string entry, GeneratorKind kind = GeneratorKind.ConfigMap, string? options = null) =>
        ObjectGenerator.Make(kind, Parsed.Mapping(entry), options is null ? null : Parsed.Mapping(options), "base", Read);

    private static ReadOnlyMemory<byte> Read(Origin at, string path) =>
        Files.TryGetValue(path, out var bytes) ? bytes : throw new RenderException($"no such file '{path}'", at);
}
