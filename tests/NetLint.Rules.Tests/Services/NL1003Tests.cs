using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.Services.NodePortNotAllowed>;

namespace NetLint.Rules.Tests.Services;

public sealed class NL1003Tests
{
    [Theory]
    [InlineData("type: ClusterIP,", "30080", "")]
    [InlineData("", "31000", ", the default")]
    [InlineData("type: \"\",", "7", ", the default")]
    [InlineData("type: null,", "65536", ", the default")]
    [InlineData("clusterIP: None,", "30443", ", the default")]
    public void NodePortOnClusterIPIsReported(string type, string port, string tail) => Verify.Message(
        $$"""
        { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { {{type}} selector: { app: web }, ports: [{ port: 80, nodePort: [|{{port}}|] }] } }
        """,
        $"nodePort {port} is not allowed on Service 'web' of type ClusterIP{tail}");

    [Fact]
    public void EveryPortIsReported() => Verify.Reported(
        """
        { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { type: ClusterIP, ports: [{ port: 80, nodePort: [|30001|] }, { port: 81 }, { port: 82, nodePort: [|30002|] }] } }
        """);

    [Theory]
    [InlineData("type: NodePort", "30080")]
    [InlineData("type: LoadBalancer", "30080")]
    [InlineData("type: ExternalName", "30080")]
    [InlineData("type: clusterip", "30080")] // an unknown type is refused for that
    [InlineData("type: \"${SERVICE_TYPE}\"", "30080")]
    [InlineData("type: [ClusterIP]", "30080")]
    [InlineData("type: ClusterIP", "0")]
    [InlineData("type: ClusterIP", "null")]
    [InlineData("type: ClusterIP", "\"30080\"")] // a wrong type is refused for that
    public void OtherTypesAndUnsetPortsAreSilent(string type, string port) => Verify.Silent(
        $$"""
        { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { {{type}}, selector: { app: web }, ports: [{ port: 80, nodePort: {{port}} }] } }
        """);

    [Fact]
    public void AFragmentWithoutTypeAndSelectorIsSilent() => Verify.Silent(
        """
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          ports:
            - port: 80
              nodePort: 30080
        """);

    [Fact]
    public void ATypeThatCouldNotBeReadIsSilent() => Verify.Silent(
        """
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec:
          type: "NodePort
          selector: { app: web }
          ports:
            - port: 80
              nodePort: 30080
        """);
}
