using NetLint.Testing;
using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.Manifests.StringRequired>;

namespace NetLint.Rules.Tests.Manifests;

public sealed class NL0004Tests
{
    [Theory]
    [InlineData("true", "boolean true")]
    [InlineData("on", "boolean true")]
    [InlineData("No", "boolean false")]
    [InlineData("100", "number 100")]
    [InlineData("0x10", "number 16")]
    [InlineData("010", "number 8")]
    [InlineData("1_000", "number 1000")]
    [InlineData("1e3", "number 1000")]
    [InlineData("1.10", "number 1.1")]
    public void MessageTellsWhatTheServerReceives(string value, string received) => Verify.Message(
        $$"""
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: web, annotations: { nginx.ingress.kubernetes.io/ssl-redirect: [|{{value}}|] } }
        """,
        $"The annotation 'nginx.ingress.kubernetes.io/ssl-redirect' takes a string, but '{value}' reaches the API server as the {received}");

    [Fact]
    public void EveryPlaceOfAWorkloadIsReported() => Verify.Reported(
        """
        apiVersion: batch/v1
        kind: CronJob
        metadata: { name: nightly, labels: { build: [|7|] } }
        spec:
          jobTemplate:
            metadata: { labels: { nightly: [|yes|] } }
            spec:
              selector: { matchLabels: { run: [|1|] }, matchExpressions: [{ key: shard, operator: In, values: [[|1|], "2"] }] }
              template:
                metadata: { annotations: { sidecar.istio.io/inject: [|false|] } }
                spec:
                  nodeSelector: { gpu: [|true|] }
                  initContainers: [{ env: [{ name: PORT, value: [|8080|] }] }]
                  containers: [{ env: [{ name: DEBUG, value: [|off|] }, { name: NAME, valueFrom: {} }] }]
        """);

    [Fact]
    public void SelectorsAndDataAreReported() => Verify.Reported(
        """
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec: { selector: { app: [|9|] } }
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: web }
        spec: { podSelector: { matchLabels: { app: [|9|] } }, ingress: [{ from: [{ namespaceSelector: { matchLabels: { open: [|true|] } } }] }] }
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: settings }
        data: { WORKERS: [|4|], RATIO: [|.5|], NAME: four }
        ---
        apiVersion: v1
        kind: Secret
        metadata: { name: login }
        stringData: { pin: [|0123|] }
        """);

    [Fact]
    public void ItemsOfAListAreReported() => Verify.Reported(
        """
        apiVersion: v1
        kind: List
        items:
          - { apiVersion: v1, kind: ConfigMap, metadata: { name: a }, data: { port: [|80|] } }
        """);

    [Theory]
    [InlineData("'true'")]
    [InlineData("\"100\"")]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("")]
    [InlineData("!!str 100")]
    [InlineData("1.2.3")]
    [InlineData("10m")]
    [InlineData("2024-01-01")]
    [InlineData("12:30:45")]
    [InlineData("1e3x")]
    public void StringsAndNullsAreSilent(string value) => Verify.Silent(
        $"""
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings
        data:
          value: {value}
        """);

    [Fact]
    public void FieldsOfCustomResourcesAreTheirDefinitionsMatter() => Verify.Reported(
        """
        apiVersion: example.org/v1
        kind: Site
        metadata: { name: web, labels: { build: [|12|] } }
        spec: { nodeSelector: { gpu: true }, env: [{ name: PORT, value: 80 }] }
        """);

    [Fact]
    public void KustomizeQuotesTheAnnotationsOfAnObject() => Verify.Reported(
        """
        #- kustomization.yaml
        resources: [web.yaml]
        #- web.yaml
        apiVersion: v1
        kind: Service
        metadata: { name: web, annotations: { scrape: true }, labels: { build: [|12|] } }
        """,
        World.Repository);
}
