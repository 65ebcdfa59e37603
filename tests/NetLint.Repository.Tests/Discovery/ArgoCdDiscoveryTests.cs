using NetLint.Kubernetes.Semantics;

namespace NetLint.Repository.Tests.Discovery;

public sealed class ArgoCdDiscoveryTests
{
    private const string Here = "https://git.example.org/team/fleet.git";

    [Theory]
    [InlineData("", "apps/web/a.yaml")]
    [InlineData("directory: { recurse: true }", "apps/web/a.yaml apps/web/sub/b.yaml apps/web/sub/c.json")]
    [InlineData("directory: { recurse: true, include: '*.json' }", "apps/web/sub/c.json")]
    [InlineData("directory: { recurse: true, exclude: 'sub/*' }", "apps/web/a.yaml")]
    public void ADirectoryIsDeployedAsItsOptionsSay(string options, string expected)
    {
        var units = Loaded.UnitsAt(Here,
            $$"""
            #- root/app.yaml
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: { name: web, namespace: argocd }
            spec:
              destination: { name: blue, namespace: shop }
              source:
                repoURL: git@git.example.org:team/fleet
                path: apps/web
                {{options}}
            #- apps/web/a.yaml
            { apiVersion: v1, kind: Service, metadata: { name: a } }
            #- apps/web/sub/b.yaml
            { apiVersion: v1, kind: Service, metadata: { name: b } }
            #- apps/web/sub/c.json
            { "apiVersion": "v1", "kind": "Service", "metadata": { "name": "c" } }
            """);
        var unit = Assert.Single(units, unit => unit.Kind == UnitKind.ArgoCd);
        Assert.Equal(("Application argocd/web", "apps/web", "shop", "blue", false), (unit.Name, unit.Root, unit.Namespace, unit.Cluster, unit.IsAssumed));
        Assert.Equal((UnitOpenness.Rendered, "Application argocd/web", "web"), (unit.Scope.Openness, unit.FoundBy, unit.FoundAt!.Value.Text));
        Assert.Equal(expected.Split(' '), unit.Resources.Select(resource => resource.Source.Id.Path));
        Assert.DoesNotContain(units.Where(other => other.Kind == UnitKind.Plain).SelectMany(other => other.Resources), resource => expected.Split(' ').Contains(resource.Source.Id.Path));
    }

    [Fact]
    public void KustomizeOptionsChangeWhatIsDeployed()
    {
        var units = Loaded.UnitsAt(Here,
            """
            #- root/app.yaml
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: { name: web }
            spec:
              destination: { server: 'https://kubernetes.default.svc', namespace: elsewhere }
              source:
                repoURL: https://git.example.org/team/fleet
                path: overlays/web
                kustomize: { namePrefix: eu-, namespace: eu }
            #- overlays/web/kustomization.yaml
            namePrefix: us-
            resources: [web.yaml]
            #- overlays/web/web.yaml
            { apiVersion: v1, kind: Service, metadata: { name: web } }
            """);
        Assert.DoesNotContain(units, unit => unit.Kind == UnitKind.Kustomization);
        var unit = Assert.Single(units, unit => unit.Kind == UnitKind.ArgoCd);
        var service = Assert.Single(unit.Resources);
        // The address of its own cluster says nothing as long as nobody says where the Application lives.
        Assert.Equal(("eu-web", "eu", null), (service.Name, service.Namespace, unit.Cluster));
        Assert.Equal(["web.yaml", "overlays/web"], unit.Ways[service].Select(place => place.Text));
    }

    [Fact]
    public void OptionsWithoutAKustomizationAreTroubleAtTheApplication()
    {
        var units = Loaded.UnitsAt(Here,
            """
            #- root/app.yaml
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: { name: web }
            spec:
              destination: { name: blue, namespace: shop }
              source: { repoURL: 'https://git.example.org/team/fleet', path: apps/web, kustomize: { components: [../gone] } }
            #- apps/web/web.yaml
            { apiVersion: v1, kind: Service, metadata: { name: web } }
            """);
        var unit = Assert.Single(units, unit => unit.Kind == UnitKind.ArgoCd);
        Assert.Equal("root/app.yaml", Assert.Single(unit.Problems).Origin.Source.Id.Path);
    }

    [Fact]
    public void OfSeveralSourcesTheLaterOneWins()
    {
        var units = Loaded.UnitsAt(Here,
            """
            #- root/app.yaml
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: { name: web }
            spec:
              destination: { name: blue, namespace: shop }
              sources:
                - { repoURL: 'https://git.example.org/team/fleet', path: common }
                - { repoURL: 'https://charts.example.org', chart: redis, targetRevision: 1.2.3 }
                - { repoURL: 'https://git.example.org/team/fleet', path: own }
            #- common/all.yaml
            { apiVersion: v1, kind: Service, metadata: { name: web } }
            ---
            { apiVersion: v1, kind: Service, metadata: { name: api } }
            #- own/web.yaml
            { apiVersion: v1, kind: Service, metadata: { name: web } }
            """);
        var unit = Assert.Single(units, unit => unit.Kind == UnitKind.ArgoCd);
        Assert.Equal([("api", "common/all.yaml"), ("web", "own/web.yaml")], unit.Resources.Select(resource => (resource.Name, resource.Source.Id.Path)));
        var gap = Assert.Single(unit.Gaps);
        Assert.Equal((GapCode.Application, "shop"), (gap.Code, gap.Namespace));
    }

    [Theory]
    [InlineData("path: charts/web")]
    [InlineData("path: apps/web, plugin: { name: cue }")]
    [InlineData("chart: redis, targetRevision: 8.1.0")]
    public void WhatIsNotRenderedIsAGapInItsNamespace(string source)
    {
        var units = Loaded.UnitsAt(Here,
            $$"""
            #- root/app.yaml
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: { name: web }
            spec:
              destination: { name: blue, namespace: data }
              source: { repoURL: 'https://git.example.org/team/fleet', {{source}} }
            #- apps/web/web.yaml
            { apiVersion: v1, kind: Service, metadata: { name: web } }
            #- charts/web/Chart.yaml
            { apiVersion: v2, name: web, version: 1.0.0 }
            """);
        var unit = Assert.Single(units, unit => unit.Kind == UnitKind.ArgoCd);
        Assert.Empty(unit.Resources);
        Assert.Equal("data", Assert.Single(unit.Gaps).Namespace);
    }

    [Fact]
    public void ApplicationsOfApplicationsAreFollowed()
    {
        static string App(string name, string path) =>
            $$"""
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: { name: {{name}}, namespace: argocd }
            spec: { destination: { name: blue, namespace: {{name}} }, source: { repoURL: 'https://git.example.org/team/fleet', path: {{path}} } }
            """;
        var units = Loaded.UnitsAt(Here,
            $$"""
            #- bootstrap.yaml
            {{App("root", "level/one")}}
            #- level/one/app.yaml
            {{App("one", "level/two")}}
            #- level/two/kustomization.yaml
            resources: [app.yaml]
            #- level/two/app.yaml
            {{App("two", "level/three")}}
            #- level/three/web.yaml
            { apiVersion: v1, kind: Service, metadata: { name: web } }
            """);
        Assert.Equal(
            [(UnitKind.Plain, "."), (UnitKind.ArgoCd, "Application argocd/root"), (UnitKind.ArgoCd, "Application argocd/one"), (UnitKind.ArgoCd, "Application argocd/two")],
            units.Select(unit => (unit.Kind, unit.Name)));
        Assert.Equal(["root", "one", "two"], units.Where(unit => unit.Kind == UnitKind.ArgoCd).Select(unit => unit.Namespace));
        Assert.Equal("web", Assert.Single(units[^1].Resources).Name);
    }

    [Fact]
    public void AnApplicationThatDeploysItsOwnDirectoryIsOneUnit()
    {
        var units = Loaded.UnitsAt(Here,
            """
            #- argocd/self.yaml
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: { name: self, namespace: argocd }
            spec: { destination: { name: blue, namespace: argocd }, source: { repoURL: 'https://git.example.org/team/fleet', path: argocd } }
            #- argocd/web.yaml
            { apiVersion: v1, kind: Service, metadata: { name: web } }
            """);
        var unit = Assert.Single(units);
        Assert.Equal(("Application argocd/self", "blue", 2), (unit.Name, unit.Cluster, unit.Resources.Length));
    }

    [Fact]
    public void ApplicationsThatDeployEachOtherEnd()
    {
        static string App(string name, string path) =>
            $$"""
            { apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: { name: {{name}} }, spec: { destination: { namespace: x }, source: { repoURL: 'https://git.example.org/team/fleet', path: {{path}} } } }
            """;
        var units = Loaded.UnitsAt(Here, $"#- a/app.yaml\n{App("to-b", "b")}\n#- b/app.yaml\n{App("to-a", "a")}\n");
        Assert.Equal(["Application to-b", "Application to-a"], units.Select(unit => unit.Name));
    }

    [Theory]
    [InlineData("https://github.com/other/thing", "apps/web", null)]
    [InlineData("https://github.com/fork/fleet", "apps/web", true)]
    [InlineData("https://github.com/fork/fleet", "web", null)]
    [InlineData("https://git.example.org/team/fleet", "web", false)]
    public void WhatIsOnlyAssumedToBeThisRepositoryIsOpen(string url, string path, bool? isAssumed)
    {
        var units = Loaded.UnitsAt(Here,
            $$"""
            #- root/app.yaml
            apiVersion: argoproj.io/v1alpha1
            kind: Application
            metadata: { name: web }
            spec: { destination: { name: blue, namespace: shop }, source: { repoURL: '{{url}}', path: {{path}} } }
            #- apps/web/web.yaml
            { apiVersion: v1, kind: Service, metadata: { name: web } }
            #- web/web.yaml
            { apiVersion: v1, kind: Service, metadata: { name: web } }
            """);
        var unit = Assert.Single(units, unit => unit.Kind == UnitKind.ArgoCd);
        if (isAssumed is null)
        {
            Assert.Empty(unit.Resources);
            Assert.Single(unit.Gaps);
            return;
        }

        Assert.Equal(path + "/web.yaml", Assert.Single(unit.Resources).Source.Id.Path);
        Assert.Equal((isAssumed.Value, isAssumed.Value ? UnitOpenness.Open : UnitOpenness.Rendered), (unit.IsAssumed, unit.Scope.Openness));
    }

    [Theory]
    [InlineData("{ list: { elements: [{ path: { path: apps/blue }, path.basename: blue }, { path: { path: apps/green }, path.basename: green }] } }")]
    [InlineData("{ git: { repoURL: 'https://git.example.org/team/fleet', revision: HEAD, directories: [{ path: 'apps/*' }, { path: apps/old, exclude: true }] } }")]
    [InlineData("{ git: { repoURL: 'https://git.example.org/team/fleet', revision: HEAD, files: [{ path: 'apps/*/app.json' }] } }")]
    public void ASetMakesApplications(string generator)
    {
        var units = Loaded.UnitsAt(Here,
            $$$"""
            #- sets/apps.yaml
            apiVersion: argoproj.io/v1alpha1
            kind: ApplicationSet
            metadata: { name: apps }
            spec:
              goTemplate: true
              generators:
                - {{{generator}}}
              template:
                metadata: { name: 'app-{{ base .path.path }}' }
                spec:
                  destination: { name: blue, namespace: '{{ base .path.path }}' }
                  source: { repoURL: 'https://git.example.org/team/fleet', path: '{{ .path.path }}' }
            #- apps/blue/web.yaml
            { apiVersion: v1, kind: Service, metadata: { name: blue } }
            #- apps/blue/app.json
            { "kind": "settings" }
            #- apps/green/web.yaml
            { apiVersion: v1, kind: Service, metadata: { name: green } }
            #- apps/green/app.json
            { "kind": "settings" }
            #- apps/old/web.yaml
            { apiVersion: v1, kind: Service, metadata: { name: old } }
            """);
        Assert.Equal(
            [("Application app-blue", "blue"), ("Application app-green", "green")],
            units.Where(unit => unit.Kind == UnitKind.ArgoCd).Select(unit => (unit.Name, unit.Namespace)));
        Assert.Contains(units, unit => unit is { Kind: UnitKind.Plain, Root: "apps/old" });
    }

    [Fact]
    public void AMatrixJoinsAndOneThatExplodesIsBounded()
    {
        static string Set(int count) =>
            $$$"""
            apiVersion: argoproj.io/v1alpha1
            kind: ApplicationSet
            metadata: { name: apps }
            spec:
              generators:
                - matrix:
                    generators:
                      - list: { elements: [{{{string.Join(", ", Enumerable.Range(0, count).Select(i => $"{{ cluster: c{i} }}"))}}}] }
                      - list: { elements: [{{{string.Join(", ", Enumerable.Range(0, count).Select(i => $"{{ app: a{i} }}"))}}}] }
              template:
                metadata: { name: '{{cluster}}-{{app}}' }
                spec: { destination: { name: '{{cluster}}', namespace: shop }, source: { repoURL: 'https://git.example.org/team/fleet', path: 'apps/{{app}}' } }
            """;
        var units = Loaded.UnitsAt(Here, $"#- set.yaml\n{Set(2)}\n#- apps/a0/x.yaml\n{{ apiVersion: v1, kind: Service, metadata: {{ name: x }} }}\n#- apps/a1/y.yaml\n{{ apiVersion: v1, kind: Service, metadata: {{ name: y }} }}\n");
        Assert.Equal(
            [("Application c0-a0", "c0"), ("Application c0-a1", "c0"), ("Application c1-a0", "c1"), ("Application c1-a1", "c1")],
            units.Where(unit => unit.Kind == UnitKind.ArgoCd).Select(unit => (unit.Name, unit.Cluster)));
        var bounded = Loaded.UnitsAt(Here, $"#- set.yaml\n{Set(400)}\n");
        Assert.InRange(bounded.Length, 1, 5_100);
        Assert.NotEmpty(bounded.Single(unit => unit.Kind == UnitKind.Plain).Gaps);
    }
}
