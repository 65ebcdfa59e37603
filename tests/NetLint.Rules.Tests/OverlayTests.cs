using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Driver;
using NetLint.Rules.Ingresses;
using NetLint.Rules.Services;
using NetLint.Testing;

namespace NetLint.Rules.Tests;

/// <summary>Findings that are reached through overlays.</summary>
public sealed class OverlayTests
{
    private const string Base =
        """
        #- base/kustomization.yaml
        resources: [web.yaml]
        #- base/web.yaml
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec: { selector: { app: web }, ports: [{ port: 8081 }] }
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: web }
        spec:
          ingressClassName: internal
          tls: [{ hosts: [a.example.org], secretName: tls }]
          defaultBackend: { service: { name: weeb, port: { number: 8081 } } }

        """;

    [Fact]
    public void OneLineThroughThreeOverlaysIsOneFinding()
    {
        var found = Assert.Single(Missing(Base + Overlay("dev") + Overlay("live") + Overlay("qa")));
        Assert.Equal(("base/web.yaml", "weeb"), (found.Path, found.Location.Text));
        Assert.Equal(
            [("dev", "Ingress", "ns-dev", "dev-web"), ("live", "Ingress", "ns-live", "live-web"), ("qa", "Ingress", "ns-qa", "qa-web")],
            found.Instances.Select(instance => (instance.Unit, instance.Kind, instance.Namespace!, instance.Name)));
        // Names are those a person finds in the files.
        Assert.Contains("'weeb'", found.Message, StringComparison.Ordinal);
        Assert.Contains("'web'", found.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("dev-", found.Message, StringComparison.Ordinal);
        Assert.Equal(
            ["base/kustomization.yaml", "dev/kustomization.yaml", "live/kustomization.yaml", "qa/kustomization.yaml"],
            found.Related.Where(place => place.Role == RelatedRole.Origin).Select(place => place.Origin.Source.Id.Path).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AnotherOverlayAndAnotherPrefixKeepTheFingerprint()
    {
        var one = Assert.Single(Missing(Base + Overlay("live")));
        foreach (var files in (string[])[Base + Overlay("live") + Overlay("dev"), Base + Overlay("live").Replace("live-", "other-", StringComparison.Ordinal)])
        {
            var again = Assert.Single(Missing(files));
            Assert.Equal((one.Fingerprint, one.PathlessFingerprint, one.FieldPath), (again.Fingerprint, again.PathlessFingerprint, again.FieldPath));
        }
    }

    [Fact]
    public void TheKeyOfAListItemIsThatOfTheFile()
    {
        static Diagnostic Tls(string files) => Assert.Single(
            Lint(files).Diagnostics, diagnostic => diagnostic.Descriptor.Id == "NL2007");
        const string Secret = "#- base/secret.yaml\n{ apiVersion: v1, kind: Secret, metadata: { name: tlss }, type: kubernetes.io/tls }\n";
        var files = Base.Replace("[web.yaml]", "[web.yaml, secret.yaml]", StringComparison.Ordinal) + Secret;
        var one = Tls(files + Overlay("live"));
        var two = Tls(files + Overlay("live") + Overlay("dev"));
        Assert.Equal((one.Fingerprint, one.FieldPath), (two.Fingerprint, two.FieldPath));
        Assert.Equal(2, two.Instances.Length);
    }

    [Theory]
    [InlineData("- { op: replace, path: /spec/defaultBackend/service/name, value: wob }", "wob")]
    [InlineData("{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: web }, spec: { defaultBackend: { service: { name: wob } } } }", "wob")]
    public void TheLineOfThePatchThatDecidesIsReported(string patch, string text)
    {
        var files = Base.Replace("weeb", "web", StringComparison.Ordinal) +
            $$"""
            #- live/kustomization.yaml
            resources: [../base]
            patches: [{ target: { kind: Ingress }, path: patch.yaml }]
            #- live/patch.yaml
            {{patch}}
            """;
        var found = Assert.Single(Missing(files));
        Assert.Equal(("live/patch.yaml", text), (found.Path, found.Location.Text));
        Assert.Contains(found.Related, place => place.Role == RelatedRole.Origin && place.Origin.Source.Id.Path == "base/web.yaml" && place.Origin.Text == "web");
    }

    [Fact]
    public void ACommentInTheBaseSilencesAllOverlays()
    {
        var files = Base.Replace("  defaultBackend", "  # netlint-disable-next-line NL2004 -- made by hand\n  defaultBackend", StringComparison.Ordinal) + Overlay("dev") + Overlay("live");
        var result = Lint(files);
        Assert.NotNull(Assert.Single(result.Diagnostics, diagnostic => diagnostic.Descriptor.Id == "NL2004").Suppression);
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Descriptor.Id == "NL0021");
    }

    [Fact]
    public void AnAnnotationInTheBaseSilencesAllOverlays()
    {
        var files = Base.Replace("kind: Ingress\nmetadata: { name: web }", "kind: Ingress\nmetadata: { name: web, annotations: { netlint.io/ignore: NL2004 } }", StringComparison.Ordinal) + Overlay("dev") + Overlay("live");
        Assert.NotNull(Assert.Single(Lint(files).Diagnostics, diagnostic => diagnostic.Descriptor.Id == "NL2004").Suppression);
    }

    [Fact]
    public void EveryPlaceLiesInAFile()
    {
        var files = Fixture.Parse(Base + Overlay("dev") + Overlay("live")).Files;
        var lengths = files.ToDictionary(file => file.Key, file => file.Value.Length, StringComparer.Ordinal);
        var places = Lint(Base + Overlay("dev") + Overlay("live")).Diagnostics.SelectMany(diagnostic => diagnostic.Related.Select(place => place.Origin).Prepend(diagnostic.Location)).ToArray();
        Assert.NotEmpty(places);
        Assert.All(places, place => Assert.InRange(place.Span.End, 0, lengths[place.Source.Id.Path]));
    }

    [Fact]
    public void APlaceholderThatTheOverlayReplacesIsSilent() => Assert.Empty(Missing(
        Base.Replace("weeb", "placeholder", StringComparison.Ordinal) +
        """
        #- live/kustomization.yaml
        resources: [../base]
        components: [../route]
        #- route/kustomization.yaml
        apiVersion: kustomize.config.k8s.io/v1alpha1
        kind: Component
        patches:
          - target: { kind: Ingress }
            patch: '- { op: replace, path: /spec/defaultBackend/service/name, value: web }'
        """));

    [Fact]
    public void VariantsOfOneThingDoNotSeeEachOther()
    {
        var found = Assert.Single(Missing(
            Base.Replace("weeb", "extra", StringComparison.Ordinal) +
            """
            #- dev/kustomization.yaml
            resources: [../base, extra.yaml]
            #- dev/extra.yaml
            { apiVersion: v1, kind: Service, metadata: { name: extra }, spec: { ports: [{ port: 8081 }] } }
            #- live/kustomization.yaml
            resources: [../base]
            """));
        Assert.Equal("live", Assert.Single(found.Instances).Unit);
    }

    [Fact]
    public void KustomizationsOfDifferentThingsMayShareABase() => Assert.Empty(Missing(
        """
        #- common/kustomization.yaml
        resources: [account.yaml]
        #- common/account.yaml
        { apiVersion: v1, kind: ServiceAccount, metadata: { name: runner } }
        #- edge/kustomization.yaml
        resources: [../common, edge.yaml]
        #- edge/edge.yaml
        { apiVersion: v1, kind: Service, metadata: { name: edge }, spec: { ports: [{ port: 81 }] } }
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: edge }
        spec: { ingressClassName: internal, defaultBackend: { service: { name: shop, port: { number: 82 } } } }
        #- shop/kustomization.yaml
        resources: [../common, shop.yaml]
        #- shop/shop.yaml
        { apiVersion: v1, kind: Service, metadata: { name: shop }, spec: { ports: [{ port: 82 }] } }
        ---
        { apiVersion: v1, kind: ConfigMap, metadata: { name: shop } }
        """));

    private static string Overlay(string name) =>
        $"#- {name}/kustomization.yaml\nresources: [../base]\nnamePrefix: {name}-\nnamespace: ns-{name}\n";

    private static ImmutableArray<Diagnostic> Missing(string files) => [.. Lint(files).Diagnostics.Where(diagnostic => diagnostic.Descriptor.Id == "NL2004")];

    private static AnalysisResult Lint(string files) =>
        LintRun.Analyze(Fixture.Parse(files).Files, [new BackendServiceMissing(), new TlsSecretMissing(), new SelectorMatchesNoPods()], World.Repository);
}
