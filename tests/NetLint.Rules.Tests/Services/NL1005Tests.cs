using NetLint.Testing;
using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.Services.NamedTargetPortMissing>;

namespace NetLint.Rules.Tests.Services;

public sealed class NL1005Tests
{
    [Theory]
    [InlineData("http", "TCP", "name: metrics, containerPort: 9090", "")]
    [InlineData("http", "TCP", "containerPort: 8080", "")]
    [InlineData("http", "TCP", "name: htpp, containerPort: 8080", ": Deployment 'web' declares 'htpp'")]
    [InlineData("grpc", "UDP", "name: grpc, containerPort: 7000", " for UDP: Deployment 'web' declares it for TCP")]
    [InlineData("HTTP", "TCP", "name: http, containerPort: 8080", ": Deployment 'web' declares 'http'")]
    [InlineData("'8080'", "TCP", "name: http, containerPort: 8080", ", because in quotes it is a name and no number")]
    [InlineData("dns", "TCP", "name: dns, containerPort: 53, protocol: UDP", " for TCP: Deployment 'web' declares it for UDP")]
    public void ANameThatNoPodDeclaresIsReported(string name, string protocol, string port, string hint) => Verify.Message(
        $$"""
        { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { selector: { app: web }, ports: [{ port: 80, protocol: {{protocol}}, targetPort: {|NL1005/no-pod:{{name}}|} }] } }
        ---
        { apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: { template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, ports: [{ {{port}} }] }] } } } }
        """,
        $"targetPort '{name.Trim('\'')}' of Service 'web' is declared by no pod it selects{hint}",
        World.Repository);

    [Fact]
    public void AContainerWithoutPortsDeclaresNone() => Verify.Reported(
        """
        { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { selector: { app: web }, ports: [{ port: 443, targetPort: [|https|] }] } }
        ---
        { apiVersion: v1, kind: Pod, metadata: { name: web, labels: { app: web } }, spec: { containers: [{ name: web }] } }
        """);

    [Fact]
    public void AnInitContainerThatEndsDeclaresNothing() => Verify.Reported(
        """
        { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { selector: { app: web }, ports: [{ port: 443, targetPort: [|setup|] }] } }
        ---
        { apiVersion: v1, kind: Pod, metadata: { name: web, labels: { app: web } }, spec: { initContainers: [{ name: s, ports: [{ name: setup, containerPort: 1 }] }], containers: [{ name: web }] } }
        """);

    [Fact]
    public void PodsThatLackWhatOthersDeclareAreTold()
    {
        var found = Verify.Reported(
            """
            { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { selector: { app: web }, ports: [{ port: 80, targetPort: {|NL1005/some-pods:http|} }] } }
            ---
            { apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: { template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }] }] } } } }
            ---
            { apiVersion: batch/v1, kind: Job, metadata: { name: migrate }, spec: { template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: migrate }] } } } }
            """);
        Assert.Equal("targetPort 'http' of Service 'web' is not declared by Job 'migrate', which the Service selects too", found[0].Message);
        Assert.Equal("migrate", Assert.Single(found[0].Related).Origin.Text);
    }

    [Theory]
    [InlineData("targetPort: http", "containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }] }]")]
    [InlineData("targetPort: http, protocol: UDP", "containers: [{ name: web, ports: [{ name: http, containerPort: 8080, protocol: UDP }] }]")]
    [InlineData("targetPort: http", "containers: [{ name: a }, { name: b, ports: [{ name: http, containerPort: 8080 }] }]")]
    [InlineData("targetPort: http", "initContainers: [{ name: s, restartPolicy: Always, ports: [{ name: http, containerPort: 8080 }] }], containers: [{ name: a }]")]
    [InlineData("targetPort: 8080", "containers: [{ name: web, ports: [{ name: http, containerPort: 80 }] }]")]
    [InlineData("targetPort: \"\"", "containers: [{ name: web }]")] // the same as none
    [InlineData("targetPort: null", "containers: [{ name: web }]")]
    [InlineData("name: http", "containers: [{ name: web }]")]
    [InlineData("targetPort: ${PORT_NAME}", "containers: [{ name: web }]")]
    [InlineData("targetPort: http, protocol: [TCP]", "containers: [{ name: web }]")]
    [InlineData("targetPort: http, protocol: $PROTOCOL", "containers: [{ name: web }]")]
    [InlineData("targetPort: http", "containers: [{ name: web, ports: [{ name: \"${PORT}\", containerPort: 80 }] }]")]
    [InlineData("targetPort: http", "containers: [{ name: web, ports: http }]")]
    [InlineData("targetPort: http", "containers: [{ name: web, ports: [http] }]")]
    [InlineData("targetPort: http", "containers: [{ name: web, ports: [{ name: 80, containerPort: 80 }] }]")]
    [InlineData("targetPort: http", "containers: []")]
    [InlineData("targetPort: http", "volumes: []")]
    [InlineData("targetPort: http-envoy-prom", "containers: [{ name: web }]")] // of an injected sidecar
    public void DeclaredUnnamedAndUnknownPortsAreSilent(string port, string spec) => Verify.Silent(
        $$"""
        { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { selector: { app: web }, ports: [{ port: 80, {{port}} }] } }
        ---
        { apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: { template: { metadata: { labels: { app: web } }, spec: { {{spec}} } } } }
        """);

    [Fact]
    public void APodThatMayDeclareItKeepsTheOthersSilent() => Verify.Silent(
        """
        { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { selector: { app: web }, ports: [{ port: 80, targetPort: http }] } }
        ---
        { apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: { template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web }] } } } }
        ---
        { apiVersion: kubevirt.io/v1, kind: VirtualMachine, metadata: { name: vm }, spec: { template: { metadata: { labels: { app: web } }, spec: { domain: {} } } } }
        """);

    [Fact]
    public void WithoutPodsThereIsNothingToSay() => Verify.Silent(
        "{ apiVersion: v1, kind: Service, metadata: { name: web }, spec: { selector: { app: web }, ports: [{ port: 80, targetPort: http }] } }");

    [Fact]
    public void AlternativesAreNotMixed() => Verify.Silent(
        """
        #- service.yaml
        { apiVersion: v1, kind: Service, metadata: { name: web }, spec: { selector: { app: web }, ports: [{ port: 80, targetPort: http }] } }
        ---
        { apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: { template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web, ports: [{ name: http, containerPort: 8080 }] }] } } } }
        #- old.yaml
        { apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: { template: { metadata: { labels: { app: web } }, spec: { containers: [{ name: web }] } } } }
        """,
        World.Repository);
}
