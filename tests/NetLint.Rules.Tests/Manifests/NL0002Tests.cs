using NetLint.Testing;
using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.Manifests.DuplicateKey>;

namespace NetLint.Rules.Tests.Manifests;

public sealed class NL0002Tests
{
    [Fact]
    public void LaterKeyIsReportedAndTheFirstRelated()
    {
        var found = Assert.Single(Verify.Reported(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: web }
            spec:
              selector: { matchLabels: { app: web } }
              replicas: 2
              [|selector|]: { matchLabels: { app: web } }
            """));
        Assert.Equal("The key 'selector' is in this mapping already; only one of its values can count", found.Message);
        Assert.Equal(4, Assert.Single(found.Related).Origin.LineSpan.Start.Line);
    }

    [Theory]
    [InlineData("{ a: 1, [|a|]: 2, [|a|]: 3 }")]
    [InlineData("{ on: 1, [|yes|]: 2 }")]
    [InlineData("{ 80: a, [|\"80\"|]: b }")]
    [InlineData("[{ x: { b: 1, [|b|]: 2 } }]")]
    [InlineData("{ a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1, h: 1, i: 1, j: 1, k: 1, l: 1, m: 1, [|c|]: 2 }")]
    public void KeyThatIsTheSameForJsonIsReported(string value) => Verify.Reported($"{{ apiVersion: example.org/v1, kind: Thing, metadata: {{ name: a }}, spec: {value} }}");

    [Fact]
    public void AnchoredMappingIsReportedWhereItIsWritten() => Verify.Reported(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
          labels: &labels { app: web, [|app|]: shop }
          annotations: *labels
        """);

    [Theory]
    [InlineData("{ <<: &base { a: 1 }, a: 2 }")]
    [InlineData("{ a: 1, A: 2 }")]
    [InlineData("[{ a: 1 }, { a: 1 }]")]
    public void DifferentMappingsAndMergedKeysAreSilent(string value) => Verify.Silent($"{{ apiVersion: example.org/v1, kind: Thing, metadata: {{ name: a }}, spec: {value} }}");

    [Fact]
    public void OnlyManifestsAreRead() => Verify.Silent("kind: settings\nport: 80\nport: 81\n");

    [Fact]
    public void KustomizeRefusesRepeatedKeys() => Verify.Reported(
        """
        #- kustomization.yaml
        resources: [web.yaml]
        #- web.yaml
        apiVersion: v1
        kind: Service
        metadata: { name: web, [|name|]: web }
        """,
        World.Repository);

    [Fact]
    public void AnObjectThatBeginsAgainIsOneMissingMarker()
    {
        var found = Verify.Reported(
            """
            apiVersion: v1
            kind: Service
            metadata: { name: web }
            spec: { ports: [{ port: 8080 }] }
            [|apiVersion|]: apps/v1
            kind: Deployment
            metadata: { name: web }
            spec: {}
            """);
        Assert.Equal("The key 'apiVersion' is in this mapping already; only one of its values can count; '---' seems to be missing before it", Assert.Single(found).Message);
    }
}
