using System.Diagnostics;
using System.Text;
using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Testing;

namespace NetLint.Repository.Tests.Kustomize;

/// <summary>Kustomizations that are made to take all time or memory there is, or to read what they should not: each ends soon, and says why.</summary>
public sealed class HostileTests
{
    /// <summary>Far more than any of these takes on a slow machine that is busy with other tests.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private static readonly string Map = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web}\n";

    [Theory]
    [InlineData(".")]
    [InlineData("../")]
    [InlineData("../shop/../")]
    public void IncludesItself(string path)
    {
        var problem = Problem("shop", ("shop/kustomization.yaml", $"resources: ['{path}']\n"), ("kustomization.yaml", "resources: [shop]\n"));
        Assert.Equal(RenderProblemKind.Invalid, problem.Kind);
        Assert.Contains("cycle detected", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoIncludeEachOtherWhoeverAsksFirst()
    {
        var renderer = Renderer(
            new KustomizeOptions(),
            ("a/kustomization.yaml", "resources: [../b]\n"),
            ("b/kustomization.yaml", "resources: [../a, ../c]\n"),
            ("c/kustomization.yaml", "resources: [../b]\n"));
        var results = new RenderResult[60];
        Parallel.For(0, results.Length, i => results[i] = renderer.Render(((string[])["a", "b", "c"])[i % 3]));
        Assert.All(results, result => Assert.Contains("cycle detected", Assert.Single(result.Problems).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void ComponentsIncludeEachOther()
    {
        const string Component = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n";
        var problem = Problem(
            "shop",
            ("shop/kustomization.yaml", "components: [../one]\n"),
            ("one/kustomization.yaml", Component + "components: [../two]\n"),
            ("two/kustomization.yaml", Component + "components: [../one]\n"));
        Assert.Contains("cycle detected", problem.Message, StringComparison.Ordinal);
        Assert.Equal("two/kustomization.yaml", problem.Origin.Source.Id.Path);
    }

    [Fact]
    public void ChainsHaveAnEnd()
    {
        var files = Chain(150, (i, lower) => $"resources: [../{lower}]\n", "resources: [map.yaml]\n");
        var problem = Problem("l150", files);
        Assert.Equal(RenderProblemKind.Limit, problem.Kind);
        Assert.Empty(Renderer(new KustomizeOptions(), files).Render("l90").Problems);
    }

    [Theory]
    [InlineData("resources: [../../../etc/passwd]\n", "leads out of the repository")]
    [InlineData("resources: [/etc/passwd]\n", "absolute")]
    [InlineData("configMapGenerator: [{name: a, files: [/etc/passwd]}]\n", "absolute")]
    [InlineData("configMapGenerator: [{name: a, envs: [../../../proc/self/environ]}]\n", "leads out of the repository")]
    [InlineData("patches: [{path: ../../../etc/passwd}]\n", "leads out of the repository")]
    [InlineData("components: [../../..]\n", "leads out of the repository")]
    [InlineData("openapi: {path: /etc/passwd}\n", "absolute")]
    [InlineData("replacements: [{path: /dev/zero}]\n", "absolute")]
    [InlineData("transformers: [../../../etc]\n", "leads out of the repository")]
    public void NothingOutsideOfTheRepositoryIsRead(string kustomization, string reason)
    {
        var problem = Problem("shop", ("shop/kustomization.yaml", kustomization));
        Assert.Equal(RenderProblemKind.Unsupported, problem.Kind);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("resources: [../shared]\n")]
    [InlineData("resources: [../shared/map.yaml]\n")]
    [InlineData("components: [../shared]\n")]
    [InlineData("configMapGenerator: [{name: a, files: [pipe]}]\n")]
    public void LinksAndPipesAreNotFollowed(string kustomization)
    {
        var files = new Refusing(new InMemoryFileSystem([KeyValuePair.Create("shop/kustomization.yaml", kustomization), KeyValuePair.Create("shop/pipe", "x")]));
        var result = new KustomizeRenderer(new KustomizeFiles(files, 1000), new KustomizeOptions { LoadRestriction = LoadRestriction.None }).Render("shop");
        var problem = Assert.Single(result.Problems);
        Assert.Equal(RenderProblemKind.Unsupported, problem.Kind);
        Assert.Contains("through a symbolic link to a directory", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AHundredThousandMissingFiles()
    {
        var list = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"- f{i}.yaml\n"));
        Assert.Contains("f0.yaml", Problem("", ("kustomization.yaml", "resources:\n" + list)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSameFileAHundredThousandTimes()
    {
        var list = string.Concat(Enumerable.Repeat("- map.yaml\n", 100_000));
        var problem = Problem("", ("kustomization.yaml", "resources:\n" + list), ("map.yaml", Map));
        Assert.Contains("already registered id", problem.Message, StringComparison.Ordinal);
        Assert.Equal(2, problem.Origin.LineSpan.Start.Line);
    }

    [Fact]
    public void AHundredThousandFiles()
    {
        var list = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"- f{i}.yaml\n"));
        var files = Enumerable.Range(0, 100_000).Select(i => ($"f{i}.yaml", Map.Replace("web", $"m{i}", StringComparison.Ordinal)));
        var problem = Problem("", [("kustomization.yaml", "resources:\n" + list), .. files]);
        Assert.Equal(RenderProblemKind.Limit, problem.Kind);
        Assert.Contains("20000 objects", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("buildMetadata: [originAnnotations]\n")]
    [InlineData("openapi: {version: v1.21.2}\n")]
    public void EachLevelTakesTheOneBelowTwice(string options)
    {
        var files = new List<(string, string)> { ("l0/kustomization.yaml", "resources: [map.yaml]\n"), ("l0/map.yaml", Map) };
        for (var i = 1; i < 60; i++)
        {
            foreach (var half in (string[])["a", "b"])
                files.Add(($"{half}{i}/kustomization.yaml", $"namePrefix: {half}-\nresources: [../l{i - 1}]\n"));
            files.Add(($"l{i}/kustomization.yaml", $"{options}resources: [../a{i}, ../b{i}]\n"));
        }

        Assert.Equal(RenderProblemKind.Limit, Problem("l59", [.. files]).Kind);
    }

    [Fact]
    public void EachLevelTakesTheOneBelowTwiceAndDeletesWhatItBrings()
    {
        var patch = "patches: [{patch: '{apiVersion: v1, kind: ConfigMap, metadata: {name: x}, $patch: delete}', target: {kind: ConfigMap}}]\n";
        var files = new List<(string, string)> { ("l0/kustomization.yaml", "resources: [map.yaml]\nopenapi: {version: v1.21.2}\n" + patch), ("l0/map.yaml", Map) };
        for (var i = 1; i < 60; i++)
            files.Add(($"l{i}/kustomization.yaml", $"openapi: {{version: v1.21.2}}\nresources: [../l{i - 1}, ../l{i - 1}/../l{i - 1}]\n"));
        Assert.Equal(RenderProblemKind.Limit, Problem("l59", [.. files]).Kind);
    }

    [Fact]
    public void ComponentsTakeTheOneBelowTwice()
    {
        const string Component = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n";
        var files = new List<(string, string)> { ("l0/kustomization.yaml", Component + "namePrefix: a\n") };
        for (var i = 1; i < 60; i++)
            files.Add(($"l{i}/kustomization.yaml", $"{Component}components: [../l{i - 1}, ../l{i - 1}]\n"));
        files.Add(("shop/kustomization.yaml", "components: [../l59]\nresources: [map.yaml]\n"));
        files.Add(("shop/map.yaml", Map));
        Assert.Equal(RenderProblemKind.Limit, Problem("shop", [.. files]).Kind);
    }

    [Theory]
    [InlineData("resources: [map.yaml]\npatches: [{path: laughs.yaml}]\n")]
    [InlineData("resources: [map.yaml, laughs.yaml]\n")]
    [InlineData("resources: [map.yaml]\nreplacements: [{path: laughs.yaml}]\n")]
    [InlineData("resources: [map.yaml]\ntransformers: [laughs.yaml]\n")]
    public void ABillionLaughs(string kustomization)
    {
        var laughs = new StringBuilder(Map).Append("a0: &a0 [ha, ha]\n");
        for (var i = 1; i < 40; i++)
            laughs.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        Assert.NotEmpty(Problem("", ("kustomization.yaml", kustomization), ("map.yaml", Map), ("laughs.yaml", laughs.ToString())).Message);
    }

    [Fact]
    public void CopiesOfCopiesByReplacements()
    {
        var text = new StringBuilder("resources: [map.yaml]\nreplacements:\n");
        for (var i = 0; i < 60; i++)
            text.Append($"- source: {{kind: ConfigMap, name: web, fieldPath: data}}\n  targets: [{{select: {{kind: ConfigMap}}, fieldPaths: [data.x{i}], options: {{create: true}}}}]\n");
        Assert.Equal(RenderProblemKind.Limit, Problem("", ("kustomization.yaml", text.ToString()), ("map.yaml", Map + "data: {a: b, c: d}\n")).Kind);
    }

    [Fact]
    public void APathOfTenThousandSegments()
    {
        var path = string.Concat(Enumerable.Repeat("/a", 10_000));
        var kustomization = $"resources: [map.yaml]\npatches: [{{target: {{kind: ConfigMap}}, patch: '[{{\"op\": \"add\", \"path\": \"{path}\", \"value\": 1}}]'}}]\n";
        Assert.Contains("has no place", Problem("", ("kustomization.yaml", kustomization), ("map.yaml", Map)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AHugePrefixOnManyNames()
    {
        var kustomization = $"namePrefix: {new string('a', 1_000_000)}\nresources: [maps.yaml]\n";
        var problem = Problem("", ("kustomization.yaml", kustomization), ("maps.yaml", Maps(10_000)));
        Assert.Equal(RenderProblemKind.Limit, problem.Kind);
        Assert.Equal("kustomization.yaml", problem.Origin.Source.Id.Path);
    }

    [Fact]
    public void TenThousandLabelsOnTenThousandObjects()
    {
        var labels = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"    l{i}: x\n"));
        var problem = Problem("", ("kustomization.yaml", "labels:\n- pairs:\n" + labels + "resources: [maps.yaml]\n"), ("maps.yaml", Maps(10_000)));
        Assert.Equal(RenderProblemKind.Limit, problem.Kind);
    }

    [Fact]
    public void NamesThatMayMeanThousandsOfObjects()
    {
        var pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n  - name: c\n    envFrom:\n"
            + string.Concat(Enumerable.Repeat("    - configMapRef: {name: web}\n", 500));
        var files = new List<(string, string)> { ("base/kustomization.yaml", "resources: [all.yaml]\n"), ("base/all.yaml", Map + "---\n" + pod) };
        var list = new StringBuilder("resources:\n");
        for (var i = 0; i < 3000; i++)
        {
            files.Add(($"o{i}/kustomization.yaml", $"namePrefix: p{i}-\nresources: [../base]\n"));
            list.Append($"- ../o{i}\n");
        }

        files.Add(("all/kustomization.yaml", list.ToString()));
        Assert.Equal(RenderProblemKind.Limit, Problem("all", [.. files]).Kind);
    }

    [Fact]
    public void ThousandsOfPatchesForThousandsOfObjects()
    {
        var patches = string.Concat(Enumerable.Repeat("- {target: {name: 'm.*'}, patch: '[{\"op\": \"add\", \"path\": \"/data\", \"value\": {}}]'}\n", 5000));
        var problem = Problem("", ("kustomization.yaml", "resources: [maps.yaml]\npatches:\n" + patches), ("maps.yaml", Maps(10_000)));
        Assert.Equal(RenderProblemKind.Limit, problem.Kind);
    }

    [Fact]
    public void ThousandsOfImagesForThousandsOfObjects()
    {
        var images = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"- {{name: i{i}, newTag: x}}\n"));
        var problem = Problem("", ("kustomization.yaml", "resources: [maps.yaml]\nimages:\n" + images), ("maps.yaml", Maps(10_000)));
        Assert.Equal(RenderProblemKind.Limit, problem.Kind);
    }

    [Fact]
    public void ManyLargeObjects()
    {
        var data = "data:\n" + string.Concat(Enumerable.Range(0, 1000).Select(i => $"  k{i}: v\n"));
        var options = new KustomizeOptions { MaxNodes = 100_000 };
        var files = new (string, string)[] { ("kustomization.yaml", "resources: [maps.yaml]\n"), ("maps.yaml", string.Concat(Enumerable.Range(0, 200).Select(i => $"---\n{Map.Replace("web", $"m{i}", StringComparison.Ordinal)}{data}"))) };
        var problem = Assert.Single(Renderer(options, files).Render("").Problems);
        Assert.Equal(RenderProblemKind.Limit, problem.Kind);
        Assert.Contains("100000 nodes", problem.Message, StringComparison.Ordinal);
    }

    private static string Maps(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"---\n{Map.Replace("web", $"m{i}", StringComparison.Ordinal)}"));

    private static (string, string)[] Chain(int length, Func<int, string, string> layer, string first) =>
    [
        ("l0/kustomization.yaml", first), ("l0/map.yaml", Map),
        .. Enumerable.Range(1, length).Select(i => ($"l{i}/kustomization.yaml", layer(i, $"l{i - 1}"))),
    ];

    private static RenderProblem Problem(string target, params (string Path, string Text)[] files)
    {
        var renderer = Renderer(new KustomizeOptions(), files);
        var watch = Stopwatch.StartNew();
        var result = renderer.Render(target);
        var problem = result.Problems.IsEmpty ? result.Print().Problem : Assert.Single(result.Problems);
        Assert.True(watch.Elapsed < Patience, $"it took {watch.Elapsed.TotalSeconds:F0} s");
        return Assert.IsType<RenderProblem>(problem);
    }

    private static KustomizeRenderer Renderer(KustomizeOptions options, params (string Path, string Text)[] files) =>
        new(new KustomizeFiles(new InMemoryFileSystem(files.Select(file => KeyValuePair.Create(file.Path, file.Text))), new RepositoryOptions().MaxFileLength), options);

    /// <summary>A repository in which <c>shared</c> is a link to a directory, and <c>pipe</c> a pipe.</summary>
    private sealed class Refusing(IFileSystem inner) : IFileSystem
    {
        public FileListing List(CancellationToken cancellationToken) => inner.List(cancellationToken);

        public PathKind KindOf(string path) =>
            path.StartsWith("shared", StringComparison.Ordinal) || path.EndsWith("/pipe", StringComparison.Ordinal) ? PathKind.Refused : inner.KindOf(path);

        public FileContent Read(string path) => KindOf(path) == PathKind.Refused ? throw new InvalidOperationException($"'{path}' was opened") : inner.Read(path);
    }
}
