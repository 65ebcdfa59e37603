using System.Globalization;
using NetLint.Repository.Discovery;

namespace NetLint.Repository.Tests.Discovery;

public sealed class IncrementalDiscoveryTests
{
    private const int Overlays = 20;

    [Fact]
    public void AChangedLeafRendersItsRootAndNoBase()
    {
        var repository = new LiveRepository(Shop());
        Assert.Equal((Overlays, Overlays, 1), (repository.State.RootCount, repository.State.RootsRendered, repository.State.BasesMade));
        var state = repository.Edit("overlays/o7/patch.yaml", Service("web", 81));
        Assert.Equal((Overlays, 1, 0), (state.RootCount, state.RootsRendered, state.BasesMade));
        Assert.Contains("81", UnitPrinter.Print(state.Units.Where(unit => unit.Root == "overlays/o7")), StringComparison.Ordinal);
        repository.Confirm();
    }

    [Fact]
    public void AChangedBaseIsMadeOnceAndRendersItsUsers()
    {
        var repository = new LiveRepository(Shop());
        var state = repository.Edit("base/web.yaml", Service("web", 8080));
        Assert.Equal((Overlays, 1), (state.RootsRendered, state.BasesMade));
        repository.Confirm();
    }

    [Theory]
    [InlineData("notes/readme.yaml", "kind: none\n")]
    [InlineData("other/service.yaml", "apiVersion: v1\nkind: Service\nmetadata: { name: other }\n")]
    [InlineData("base/unused.yaml", "apiVersion: v1\nkind: Service\nmetadata: { name: unused }\n")]
    [InlineData("overlays/o3/binary.dat", "whatever")]
    public void AFileThatNobodyUsesRendersNothing(string path, string text)
    {
        var repository = new LiveRepository(Shop());
        foreach (var content in (string?[])[text, text + "# again\n", null])
        {
            var state = repository.Edit(path, content);
            Assert.Equal((0, 0), (state.RootsRendered, state.BasesMade));
            repository.Confirm();
        }
    }

    [Fact]
    public void UnitsThatNothingTouchesKeepTheirResources()
    {
        var repository = new LiveRepository(Shop());
        var before = repository.State.Units;
        var after = repository.Edit("overlays/o7/patch.yaml", Service("web", 81)).Units;
        Assert.Equal(before.Select(unit => unit.Name), after.Select(unit => unit.Name));
        Assert.Equal(
            ["overlays/o7"],
            before.Zip(after).Where(pair => pair.First.Resources.Zip(pair.Second.Resources).Any(both => !ReferenceEquals(both.First, both.Second))).Select(pair => pair.First.Root));
    }

    [Fact]
    public void AFileThatARootMissedRendersThatRoot()
    {
        var repository = new LiveRepository([.. Shop(), new("late/kustomization.yaml", "resources: [missing.yaml, ../base]\n")]);
        Assert.NotEmpty(repository.State.Units.Single(unit => unit.Root == "late").Problems);
        var state = repository.Edit("late/missing.yaml", Service("late", 82));
        Assert.Equal((1, 0), (state.RootsRendered, state.BasesMade));
        Assert.Equal(2, state.Units.Single(unit => unit.Root == "late").Resources.Length);
        repository.Confirm();
        Assert.Equal(1, repository.Edit("late/missing.yaml", null).RootsRendered);
        repository.Confirm();
    }

    [Fact]
    public void ADirectoryThatARootMissedRendersThatRoot()
    {
        var repository = new LiveRepository([.. Shop(), new("late/kustomization.yaml", "resources: [../missing]\n")]);
        var state = repository.Edit([new("missing/kustomization.yaml", "resources: [a.yaml]\n"), new("missing/a.yaml", Service("late", 82))]);
        Assert.Equal((1, 1), (state.RootsRendered, state.BasesMade));
        repository.Confirm();
    }

    [Fact]
    public void TheFoundationOfADiamondIsMadeOnce()
    {
        var repository = new LiveRepository(
        [
            new("foundation/kustomization.yaml", "resources: [web.yaml]\n"),
            new("foundation/web.yaml", Service("web", 80)),
            new("left/kustomization.yaml", "resources: [../foundation]\nnamePrefix: l-\n"),
            new("right/kustomization.yaml", "resources: [../foundation]\nnamePrefix: r-\n"),
            new("top/kustomization.yaml", "resources: [../left, ../right]\n"),
        ]);
        Assert.Equal((1, 3), (repository.State.RootsRendered, repository.State.BasesMade));
        // Only what lies above the change is made again: the right side and the foundation are not.
        var state = repository.Edit("left/kustomization.yaml", "resources: [../foundation]\nnamePrefix: ll-\n");
        Assert.Equal((1, 1), (state.RootsRendered, state.BasesMade));
        repository.Confirm();
    }

    [Fact]
    public void AGeneratedInputThatIsNoManifestCounts()
    {
        var repository = new LiveRepository([.. Shop(), new("gen/kustomization.yaml", "configMapGenerator: [{ name: s, envs: [s.env] }]\n"), new("gen/s.env", "A=1\n")]);
        var name = repository.State.Units.Single(unit => unit.Root == "gen").Resources.Single().Name;
        var state = repository.Edit("gen/s.env", "A=2\n");
        Assert.Equal((1, 0), (state.RootsRendered, state.BasesMade));
        Assert.NotEqual(name, state.Units.Single(unit => unit.Root == "gen").Resources.Single().Name);
        repository.Confirm();
    }

    [Fact]
    public void ADeploymentIsMadeAgainWhenItsFilesOrObjectsChange()
    {
        var repository = new LiveRepository(
        [
            .. Shop(),
            new("clusters/one/vars.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: vars, namespace: flux-system }\ndata: { PORT: '80' }\n"),
            new("clusters/one/web.yaml", Flux("web", "apps/web")),
            new("clusters/one/db.yaml", Flux("db", "apps/db")),
            new("clusters/one/argo.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: p }\nspec: { source: { path: apps/plain } }\n"),
            new("apps/web/web.yaml", "apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec:\n  ports:\n    - port: ${PORT}\n"),
            new("apps/db/db.yaml", Service("db", 5432)),
            new("apps/plain/p.yaml", Service("p", 1)),
        ]);
        Assert.Equal(3, repository.State.DeploymentsMade);
        Assert.Equal(0, repository.Edit("other/x.yaml", Service("x", 1)).DeploymentsMade);
        // A directory that is deployed as it is lists its files.
        Assert.Equal(1, repository.Edit("apps/web/more.yaml", Service("more", 83)).DeploymentsMade);
        repository.Confirm();
        Assert.Equal(1, repository.Edit("apps/plain/more.yaml", Service("more", 83)).DeploymentsMade);
        repository.Confirm();
        Assert.Equal(1, repository.Edit("clusters/one/db.yaml", Flux("db", "apps/db") + "# a comment\n").DeploymentsMade);
        repository.Confirm();
        // Both Kustomizations take variables from here.
        Assert.Equal(2, repository.Edit("clusters/one/vars.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: vars, namespace: flux-system }\ndata: { PORT: '8081' }\n").DeploymentsMade);
        repository.Confirm();
    }

    [Fact]
    public void AnApplicationSetKeepsTheApplicationsThatStayTheSame()
    {
        var repository = new LiveRepository(
        [
            new("set.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: { name: s }\nspec: { generators: [{ git: { directories: [{ path: 'apps/*' }] } }], template: { metadata: { name: '{{path.basename}}' }, spec: { source: { path: '{{path}}' } } } }\n"),
            new("apps/a/a.yaml", Service("a", 1)),
            new("apps/b/b.yaml", Service("b", 2)),
        ]);
        Assert.Equal(2, repository.State.DeploymentsMade);
        Assert.Equal(1, repository.Edit("apps/c/c.yaml", Service("c", 3)).DeploymentsMade);
        repository.Confirm();
        Assert.Equal(1, repository.Edit("apps/a/a.yaml", Service("a", 4)).DeploymentsMade);
        repository.Confirm();
    }

    [Fact]
    public void OtherOptionsFindEverythingAnew()
    {
        var repository = new LiveRepository(Shop());
        var options = new RepositoryOptions { RepositoryUrls = ["https://example.org/shop.git"] };
        var state = UnitDiscovery.Discover(repository.Snapshot, options, earlier: repository.State);
        Assert.Equal((Overlays, 1), (state.RootsRendered, state.BasesMade));
        Assert.Equal(0, UnitDiscovery.Discover(repository.Snapshot, options, earlier: state).RootsRendered);
    }

    [Fact]
    public void SnapshotsOfOneLineCanBeComparedInAnyOrder()
    {
        var repository = new LiveRepository(Shop());
        var (first, units) = (repository.Snapshot, UnitPrinter.Print(repository.State.Units));
        repository.Edit("overlays/o1/patch.yaml", Service("web", 81));
        var last = repository.Edit("overlays/o2/patch.yaml", null);
        var back = UnitDiscovery.Discover(first, RepositoryOptions.Default, earlier: last);
        Assert.Equal((2, units), (back.RootsRendered, UnitPrinter.Print(back.Units)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void EditsLeadToWhatAFreshStartFinds(int seed)
    {
        var random = new RandomRepository(seed);
        var choice = new Random(seed);
        var repository = new LiveRepository(random.Make());
        var (roots, rendered) = (0, 0);
        for (var step = 0; step < 15; step++)
        {
            var edits = new Dictionary<string, string?>(StringComparer.Ordinal);
            for (var i = choice.Next(3); i >= 0; i--)
            {
                var known = repository.Files.Keys.ElementAt(choice.Next(repository.Files.Count));
                var slash = known.LastIndexOf('/');
                switch (choice.Next(5))
                {
                    case 0 when repository.Files.Count > 10:
                        edits[known] = null;
                        break;
                    case 1:
                        edits[known] = repository.Files[known] + "# a comment\n";
                        break;
                    case 2:
                        var (path, text) = random.Next();
                        edits[path] = text;
                        break;
                    default:
                        edits[known] = random.Text(known[(slash + 1)..], slash < 0 ? "" : known[..slash]);
                        break;
                }
            }

            var state = repository.Edit(edits);
            repository.Confirm();
            (roots, rendered) = (roots + state.RootCount, rendered + state.RootsRendered);
        }

        Assert.InRange(rendered, 1, roots - 1);
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 20)];

    private static IEnumerable<KeyValuePair<string, string>> Shop()
    {
        yield return new("base/kustomization.yaml", "resources: [web.yaml]\n");
        yield return new("base/web.yaml", Service("web", 80));
        for (var i = 0; i < Overlays; i++)
        {
            yield return new($"overlays/o{i}/kustomization.yaml", $"resources: [../../base]\nnamePrefix: o{i}-\npatches: [{{ path: patch.yaml }}]\n");
            yield return new($"overlays/o{i}/patch.yaml", Service("web", 100 + i));
        }
    }

    private static string Service(string name, int port) =>
        string.Create(CultureInfo.InvariantCulture, $"apiVersion: v1\nkind: Service\nmetadata: {{ name: {name} }}\nspec: {{ ports: [{{ port: {port} }}] }}\n");

    private static string Flux(string name, string path) =>
        $"apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {{ name: {name}, namespace: flux-system }}\nspec: {{ path: ./{path}, postBuild: {{ substituteFrom: [{{ kind: ConfigMap, name: vars }}] }} }}\n";
}
