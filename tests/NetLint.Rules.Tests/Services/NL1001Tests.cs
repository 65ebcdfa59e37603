using NetLint.Analysis.Configuration;
using NetLint.Kubernetes.Semantics;
using NetLint.Rules.Services;
using NetLint.Testing;
using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.Services.NodePortOutOfRange>;

namespace NetLint.Rules.Tests.Services;

public sealed class NL1001Tests
{
    [Theory]
    [InlineData("29999")]
    [InlineData("32768")]
    [InlineData("80")]
    [InlineData("99999999999999999999")]
    [InlineData("-1")]
    [InlineData("0x50")]
    public void PortOutsideTheDefaultRangeIsReported(string port) => Verify.Reported(
        $$"""
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          type: NodePort
          ports:
            - port: 80
              nodePort: [|{{port}}|]
        """);

    [Theory]
    [InlineData("30000")]
    [InlineData("32767")]
    [InlineData("0")]
    [InlineData("null")]
    [InlineData("\"80\"")]
    public void PortInsideTheRangeOrUnsetIsSilent(string port) => Verify.Silent(
        $$"""
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          type: NodePort
          ports:
            - port: 80
              nodePort: {{port}}
        """);

    [Fact]
    public void HealthCheckNodePortIsReported() => Verify.Message(
        """
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec: { type: LoadBalancer, externalTrafficPolicy: Local, healthCheckNodePort: [|8080|], ports: [{ port: 80 }] }
        """,
        "healthCheckNodePort 8080 of Service 'web' is outside the node port range 30000-32767");

    [Fact]
    public void ConfiguredRangeCounts()
    {
        var world = World.Complete with { Configuration = LintConfiguration.Default with { Profile = ClusterProfile.Default with { NodePortRange = new PortRange(20000, 22767) } } };
        Verify.Reported("{ apiVersion: v1, kind: Service, metadata: { name: a }, spec: { type: NodePort, ports: [{ port: 1, nodePort: [|30000|] }, { port: 2, nodePort: 20000 }] } }", world);
    }
}
