using NetLint.Testing;
using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.Services.NodePortConflict>;

namespace NetLint.Rules.Tests.Services;

public sealed class NL1002Tests
{
    [Theory]
    [InlineData("NodePort", "TCP", "TCP", 30080)]
    [InlineData("LoadBalancer", "TCP", "UDP", 31999)]
    [InlineData("NodePort", "SCTP", "TCP", 8080)]
    public void TwoServicesWithOneNodePortAreReportedWhateverTheProtocol(string type, string one, string other, int port)
    {
        var found = Verify.Reported(
            $$"""
            { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { type: {{type}}, ports: [{ port: 80, protocol: {{one}}, nodePort: {{port}} }] } }
            ---
            { apiVersion: v1, kind: Service, metadata: { name: api }, spec: { type: NodePort, ports: [{ port: 81, protocol: {{other}}, nodePort: [|{{port}}|] }] } }
            """);
        Assert.Equal($"nodePort {port} of Service 'api' is already claimed by Service 'web'", found[0].Message);
        Assert.Equal($"{port}", Assert.Single(found[0].Related).Origin.Text);
        Assert.Equal(0, found[0].Related[0].Origin.LineSpan.Start.Line);
    }

    [Fact]
    public void EveryLaterClaimIsReportedAgainstTheFirst()
    {
        var found = Verify.Reported(
            """
            #- a.yaml
            { apiVersion: v1, kind: Service, metadata: { name: first }, spec: { type: NodePort, ports: [{ port: 80, nodePort: 30001 }] } }
            #- b.yaml
            { apiVersion: v1, kind: Service, metadata: { name: second }, spec: { type: NodePort, ports: [{ port: 80, nodePort: [|30001|] }] } }
            #- c.yaml
            { apiVersion: v1, kind: Service, metadata: { name: third, namespace: other }, spec: { type: NodePort, ports: [{ port: 80, nodePort: [|30001|] }] } }
            """,
            World.Repository);
        Assert.All(found, diagnostic => Assert.EndsWith("claimed by Service 'first'", diagnostic.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void OneServiceSharesANodePortOverTwoProtocolsOnlyWithTheSamePort() => Verify.Message(
        """
        apiVersion: v1
        kind: Service
        metadata: { name: dns }
        spec:
          type: NodePort
          ports:
            - { name: dns, port: 53, protocol: UDP, nodePort: 30053 }
            - { name: dns-tcp, port: 53, protocol: TCP, nodePort: 30053 }
            - { name: metrics, port: 9153, nodePort: [|30053|] }
        """,
        "nodePort 30053 of Service 'dns' is already claimed by another port of the same Service");

    [Fact]
    public void HealthCheckNodePortCounts() => Verify.Message(
        """
        { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { type: NodePort, ports: [{ port: 80, nodePort: 32100 }] } }
        ---
        { apiVersion: v1, kind: Service, metadata: { name: lb }, spec: { type: LoadBalancer, externalTrafficPolicy: Local, healthCheckNodePort: [|32100|], ports: [{ port: 80 }] } }
        """,
        "healthCheckNodePort 32100 of Service 'lb' is already claimed by Service 'web'");

    [Theory]
    [InlineData("type: ClusterIP, ports: [{ port: 1, nodePort: 30001 }]")] // refused for itself
    [InlineData("ports: [{ port: 1, nodePort: 30001 }]")]
    [InlineData("type: NodePort, ports: [{ port: 1, nodePort: 0 }]")]
    [InlineData("type: NodePort, ports: [{ port: 1 }]")]
    [InlineData("type: NodePort, ports: [{ port: 1, nodePort: '30001' }]")]
    [InlineData("type: LoadBalancer, healthCheckNodePort: 30001, ports: [{ port: 1 }]")] // not allocated without Local
    [InlineData("type: NodePort, externalTrafficPolicy: Local, healthCheckNodePort: 30001, ports: [{ port: 1 }]")]
    [InlineData("type: NodePort, ports: [{ port: 1, nodePort: 30002 }]")]
    public void OtherClaimsAreSilent(string spec) => Verify.Silent(
        $$"""
        { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { type: NodePort, ports: [{ port: 80, nodePort: 30001 }, { name: zero, port: 82, nodePort: 0 }] } }
        ---
        { apiVersion: v1, kind: Service, metadata: { name: other }, spec: { {{spec}} } }
        """);

    [Fact]
    public void AlternativesAreSilent() => Verify.Silent(
        """
        #- minikube.yaml
        { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { type: NodePort, ports: [{ port: 80, nodePort: 30001 }] } }
        ---
        { apiVersion: v1, kind: ConfigMap, metadata: { name: settings } }
        #- kind.yaml
        { apiVersion: v1, kind: Service, metadata: { name: edge }, spec: { type: NodePort, ports: [{ port: 80, nodePort: 30001 }] } }
        ---
        { apiVersion: v1, kind: ConfigMap, metadata: { name: settings } }
        """);

    [Theory]
    [InlineData("", ", namespace: production")]
    [InlineData(", namespace: staging", ", namespace: production")]
    public void OneServiceInFilesForSeveralNamespacesIsSilent(string one, string other) => Verify.Silent(
        $$"""
        #- a.yaml
        { apiVersion: v1, kind: Service, metadata: { name: web{{one}} }, spec: { type: NodePort, ports: [{ port: 80, nodePort: 30001 }] } }
        #- b.yaml
        { apiVersion: v1, kind: Service, metadata: { name: web{{other}} }, spec: { type: NodePort, ports: [{ port: 80, nodePort: 30001 }] } }
        """);

    [Fact]
    public void OneNameInTwoNamespacesOfOneFileIsReported() => Verify.Reported(
        """
        { apiVersion: v1, kind: Service, metadata: { name: web, namespace: a }, spec: { type: NodePort, ports: [{ port: 80, nodePort: 30001 }] } }
        ---
        { apiVersion: v1, kind: Service, metadata: { name: web, namespace: b }, spec: { type: NodePort, ports: [{ port: 80, nodePort: [|30001|] }] } }
        """);

    [Fact]
    public void OtherDirectoriesAndFilesOfKustomizationsAreSilent() => Verify.Silent(
        """
        #- a/web.yaml
        { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { type: NodePort, ports: [{ port: 80, nodePort: 30001 }] } }
        #- b/api.yaml
        { apiVersion: v1, kind: Service, metadata: { name: api }, spec: { type: NodePort, ports: [{ port: 80, nodePort: 30001 }] } }
        #- b/edge.yaml
        { apiVersion: v1, kind: Service, metadata: { name: edge }, spec: { type: NodePort, ports: [{ port: 80, nodePort: 30001 }] } }
        #- b/kustomization.yaml
        resources: [edge.yaml]
        """);

    [Fact]
    public void ARepeatedPortIsNoConflictOfNodePorts() => Verify.Silent(
        "{ apiVersion: v1, kind: Service, metadata: { name: web }, spec: { type: NodePort, ports: [{ name: a, port: 80, nodePort: 30001 }, { name: b, port: 80, nodePort: 30001 }] } }");
}
