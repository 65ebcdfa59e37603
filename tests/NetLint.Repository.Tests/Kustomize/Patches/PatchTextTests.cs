using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Patches;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Tests.Kustomize.Patches;

public sealed class PatchTextTests
{
    [Theory]
    [InlineData("kind: A\nmetadata: {name: b}", 1, -1)]
    [InlineData("kind: A\nmetadata: {name: b}\n---\n---\nkind: C\nmetadata: {name: d}", 2, -1)]
    [InlineData("kind: ThingList\nitems:\n- {kind: A, metadata: {name: b}}\n- {kind: C, metadata: {name: d}}", 2, -1)]
    [InlineData("- {op: remove, path: /a}", 0, 1)]
    [InlineData("[{\"op\": \"remove\", \"path\": \"/a\"}]", 0, 1)]
    [InlineData("# nothing", 0, 0)]
    [InlineData("[]", 0, 0)]
    public void The_reading_that_succeeds_is_taken(string text, int merges, int operations)
    {
        var patch = PatchFixture.Patch(text);
        Assert.Equal(merges, patch.Merges.Length);
        Assert.Equal(operations, patch.Operations?.Operations.Length ?? -1);
    }

    [Theory]
    [InlineData("kind: A", "metadata.name", 1)]
    [InlineData("metadata: {name: b}", "kind", 1)]
    [InlineData("a: [", "neither", 1)]
    [InlineData("- 5", "mapping", 1)]
    [InlineData("[{op: remove, path: /a}]", "JSON", 1)]
    [InlineData("kind: A\nmetadata: {name: b}\n---\nkind: C", "metadata.name", 4)]
    [InlineData("just text", "neither", 1)]
    public void What_is_no_patch_is_said_at_its_place(string text, string named, int line)
    {
        var problem = Assert.Throws<RenderException>(() => PatchFixture.Patch(text)).Problem;
        Assert.Contains(named, problem.Message, StringComparison.Ordinal);
        Assert.Equal(line, problem.Origin.LineSpan.Start.Line + 1);
    }

    [Fact]
    public void A_patch_in_a_kustomization_has_its_places_there()
    {
        var kustomization = PatchFixture.Read("patches:\n- patch: |-\n    kind: A\n    metadata:\n      name: b\n    spec: 5\n", "kustomization.yaml");
        var patch = PatchText.Read((YamlScalar)((YamlMapping)((YamlSequence)kustomization["patches"]!).Items[0])["patch"]!);
        Assert.Equal("5 kustomization.yaml:6", PatchFixture.Trace(Assert.Single(patch.Merges), "spec"));
    }

    [Theory]
    [InlineData("kind: Deploy.*", true)]
    [InlineData("kind: Deploy", false)]
    [InlineData("name: web|api", true)]
    [InlineData("name: old-.+", true)]
    [InlineData("name: we", false)]
    [InlineData("name: '[[:alpha:]]{3}'", true)]
    [InlineData("name: '(?P<x>w)\\Qe\\Eb$'", true)]
    [InlineData("name: '(?i)WEB'", true)]
    [InlineData("name: '[^\\W\\d]+'", true)]
    [InlineData("name: '\\x77\\x{65}\\142'", true)]
    [InlineData("name: '[a-z-[b]+'", true)]
    [InlineData("group: apps, version: v1", true)]
    [InlineData("group: batch", false)]
    [InlineData("namespace: default", true)]
    [InlineData("labelSelector: 'app=web,tier in (a,,b),!x'", true)]
    [InlineData("labelSelector: 'tier notin (a)'", false)]
    [InlineData("labelSelector: 'n>4, n<6'", true)]
    [InlineData("annotationSelector: 'note'", true)]
    [InlineData("annotationSelector: 'note!=x'", false)]
    [InlineData("labelSelector: ''", true)]
    public void Targets_select(string target, bool expected)
    {
        var labels = new Dictionary<string, string> { ["app"] = "web", ["tier"] = "a", ["n"] = "5" };
        var annotations = new Dictionary<string, string> { ["note"] = "x" };
        var selector = PatchTarget.Parse(PatchFixture.Read($"{{{target}}}"));
        Assert.Equal(expected, selector.Matches(new ObjectKind("apps", "v1", "Deployment"), ["old-web", "web"], ["default"], labels, annotations));
    }

    [Theory]
    [InlineData("name: 'a**'")]
    [InlineData("name: '(?=a)'")]
    [InlineData("name: '(a'")]
    [InlineData("name: 'a)'")]
    [InlineData("name: '(a)\\1'")]
    [InlineData("name: 'a{1001}'")]
    [InlineData("name: '((a{100}){100}){100}'")]
    [InlineData("name: '[z-a]'")]
    [InlineData("name: '[a'")]
    [InlineData("name: '*a'")]
    [InlineData("name: '\\'")]
    [InlineData("name: '\\Z'")]
    [InlineData("name: '(?<=a)b'")]
    [InlineData("kind: [a]")]
    [InlineData("labelSelector: 'a b'")]
    [InlineData("labelSelector: 'a in b'")]
    [InlineData("labelSelector: 'a,'")]
    [InlineData("labelSelector: '-a'")]
    [InlineData("labelSelector: 'a=b/c'")]
    [InlineData("annotationSelector: 'a in (b'")]
    [InlineData("labelSelector: '!a=b'")]
    public void Targets_that_Go_refuses_are_problems(string target)
    {
        var problem = Assert.Throws<RenderException>(() => PatchTarget.Parse(PatchFixture.Read(target, "kustomization.yaml"))).Problem;
        Assert.Equal(RenderProblemKind.Invalid, problem.Kind);
        Assert.Equal("kustomization.yaml", problem.Origin.Source.Id.Path);
    }
}
