using NetLint.Repository.Flux;

namespace NetLint.Repository.Tests.Flux;

public sealed class FluxReaderTests
{
    [Fact]
    public void AKustomizationIsReadWhole()
    {
        var read = FluxReader.ReadKustomization(Yaml.Mapping(
            """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: { name: apps, namespace: flux-system }
            spec:
              path: ./apps/production
              targetNamespace: shop
              namePrefix: eu-
              sourceRef: { kind: OCIRepository, name: bundle, namespace: sources }
              dependsOn: [{ name: infra }, { name: crds, namespace: other }]
              components: [../component]
              ignoreMissingComponents: true
              patches: [{ patch: x, target: { kind: Service } }]
              images: [{ name: web, newTag: v2 }]
              commonMetadata: { labels: { team: web } }
              kubeConfig: { secretRef: { name: prod } }
              decryption: { provider: sops }
              prune: true
              suspend: true
              postBuild: { substituteFrom: [{ kind: Secret, name: s, optional: true }] }
            """));
        Assert.Equal(("apps", "flux-system", "apps/production", "shop"), (read.Name!.Value, read.Namespace!.Value, read.Directory, read.TargetNamespace!.Value));
        Assert.Equal(("OCIRepository", "bundle", "sources"), (read.Source.Kind!.Value, read.Source.Name!.Value, read.Source.Namespace!.Value));
        Assert.Equal(["infra", "crds"], read.DependsOn.Select(item => item.Name!.Value));
        Assert.Equal(("shop", "eu-", 1, 1, true), (read.Overrides.Namespace!.Value, read.Overrides.NamePrefix!.Value, read.Overrides.Patches.Length, read.Overrides.Images.Length, read.Overrides.IgnoresMissingComponents));
        Assert.Equal((true, true, true, true), (read.IsSuspended, read.IsPruning, read.IsDecrypting, read.KubeConfig is not null));
        Assert.True(Assert.Single(read.PostBuild!.SubstituteFrom).IsOptional);
        Assert.Equal("web", read.CommonLabels!.Text("team")!.Value);
        Assert.Equal("apps", read.Origin.Text);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("./", "")]
    [InlineData("/apps//web/", "apps/web")]
    [InlineData("../../etc", "etc")]
    [InlineData("apps/../../../infra", "infra")]
    public void ThePathStaysWithinTheSource(string path, string expected) =>
        Assert.Equal(expected, FluxReader.ReadKustomization(Yaml.Mapping($"spec: {{ path: '{path}' }}")).Directory);

    [Theory]
    [InlineData("{}", "podinfo")]
    [InlineData("{ targetNamespace: web }", "web-podinfo")]
    [InlineData("{ targetNamespace: web, releaseName: front }", "front")]
    [InlineData("{ targetNamespace: some-front-appended-namespace-release-with-long }", "some-front-appended-namespace-release-wi-bfd8c9919f5b")]
    public void TheReleaseIsNamedAsFluxDoes(string spec, string expected) =>
        Assert.Equal(expected, FluxReader.ReadHelmRelease(Yaml.Mapping($"metadata: {{ name: podinfo }}\nspec: {spec}")).ReleaseName);

    [Fact]
    public void AHelmReleaseIsReadWithEitherKindOfChart()
    {
        var inline = FluxReader.ReadHelmRelease(Yaml.Mapping("spec: { chart: { spec: { chart: ./charts/web, version: 1.x, sourceRef: { kind: GitRepository, name: flux-system } } }, valuesFrom: [{ kind: ConfigMap, name: v }] }"));
        Assert.Equal(("./charts/web", "1.x", "GitRepository", null), (inline.Chart!.Value, inline.Version!.Value, inline.Source!.Kind!.Value, inline.ChartReference));
        var reference = FluxReader.ReadHelmRelease(Yaml.Mapping("spec: { chartRef: { kind: OCIRepository, name: app-template }, postRenderers: [{ kustomize: {} }] }"));
        Assert.Equal(("app-template", null, true), (reference.ChartReference!.Name!.Value, reference.Source, reference.HasPostRenderers));
    }

    [Fact]
    public void NothingWrittenIsReadAsNothing()
    {
        var empty = FluxReader.ReadKustomization(Yaml.Mapping("kind: Kustomization\nspec: [no, mapping]"));
        Assert.Equal((null, "", true, null), (empty.Name, empty.Directory, empty.Overrides.IsEmpty, empty.PostBuild));
        Assert.Null(FluxReader.ReadHelmRelease(Yaml.Mapping("a: b")).ReleaseName);
    }
}
