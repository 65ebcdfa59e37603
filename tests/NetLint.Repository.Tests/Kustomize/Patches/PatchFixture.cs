using System.Collections.Immutable;
using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Output;
using NetLint.Repository.Kustomize.Patches;
using NetLint.Repository.Kustomize.Schema;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Tests.Kustomize.Patches;

/// <summary>Applies patches that are written as text, and prints what comes out.</summary>
internal static class PatchFixture
{
    public static YamlMapping Read(string text, string file = "base.yaml") =>
        Assert.IsType<YamlMapping>(Assert.Single(YamlReader.Read(SourceText.From(new SourceId(file), text)).Documents).Root);

    public static YamlScalar Text(string text, string file = "patch.yaml")
    {
        var source = SourceText.From(new SourceId(file), text);
        return new YamlScalar(source, new TextSpan(0, text.Length), null, text, ScalarStyle.Plain);
    }

    public static PatchText Patch(string text) => PatchText.Read(YamlReader.Read(SourceText.From(new SourceId("patch.yaml"), text)), Text(text).Origin);

    public static YamlMapping? Apply(YamlMapping target, string patch, bool isSelected = false)
    {
        var text = Patch(patch);
        if (text.Operations is { } operations)
            return operations.Apply(target, isAnnotated: true);
        YamlMapping? result = target;
        foreach (var merge in text.Merges)
            result = result is null ? null : new StrategicMergePatch(merge).ApplyTo(result, TestSchema.For(KindOf(result)), TestSchema.For, isSelected);
        return result;
    }

    /// <summary>What kustomize would print.</summary>
    public static string Render(string target, string patch, bool isSelected = false) =>
        Apply(Read(target), patch, isSelected) is { } result ? KustomizeYaml.Write([result]) : "";

    public static RenderProblem Fail(string target, string patch) => Assert.Throws<RenderException>(() => Apply(Read(target), patch)).Problem;

    /// <summary>The value at a path, and where it comes from: <c>file:line</c>, the deciding place first.</summary>
    public static string Trace(YamlMapping root, params object[] path)
    {
        YamlNode node = root;
        foreach (var step in path)
            node = step is string name ? ((YamlMapping)node)[name]! : ((YamlSequence)node).Items[(int)step];
        var places = new[] { node.Origin }.Concat(node.EarlierOrigins).Select(origin => $"{origin.Source.Id.Path}:{origin.LineSpan.Start.Line + 1}");
        return $"{node} {string.Join(" ", places)}";
    }

    private static ObjectKind KindOf(YamlMapping root) => ObjectKind.Of(root["apiVersion"]!.ToString()!, root["kind"]!.ToString()!);
}

/// <summary>As much of the schemas of Kubernetes as these tests need.</summary>
internal sealed class TestSchema(string strategy, ImmutableArray<string> keys, PatchSchema? elements, ImmutableDictionary<string, PatchSchema> fields) : PatchSchema
{
    private static readonly TestSchema Metadata = Map(("finalizers", List([], Map())));

    private static readonly TestSchema Container = Map(
        ("env", List(["name"], Map())),
        ("ports", List(["containerPort", "protocol"], Map())));

    private static readonly TestSchema Pod = Map(("metadata", Metadata), ("spec", Map(("containers", List(["name"], Container)), ("volumes", List(["name"], Map())))));

    private static readonly TestSchema Service = Map(("metadata", Metadata), ("spec", Map(("ports", List(["port", "protocol"], Map())))));

    public override PatchSchema? Elements => elements;

    public override string Strategy => strategy;

    public override ImmutableArray<string> MergeKeys => keys;

    public override PatchSchema? Field(string name) => fields.GetValueOrDefault(name);

    public static PatchSchema? For(ObjectKind kind) => kind.Kind switch
    {
        "Pod" => Pod,
        "Service" => Service,
        _ => null,
    };

    private static TestSchema Map(params (string Name, PatchSchema Schema)[] members) =>
        new("", [], null, members.ToImmutableDictionary(member => member.Name, member => member.Schema));

    private static TestSchema List(ImmutableArray<string> keys, PatchSchema elements) => new("merge", keys, elements, ImmutableDictionary<string, PatchSchema>.Empty);
}
