using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;

namespace NetLint.Kubernetes.Tests.Semantics;

public sealed class PortResolutionTests
{
    [Theory]
    [InlineData("containers: [{ ports: [{ name: http, containerPort: 80 }] }]", "http", "TCP", true)]
    [InlineData("containers: [{ ports: [{ name: http, containerPort: 80 }] }]", "http", "UDP", false)]
    [InlineData("containers: [{ ports: [{ name: http, containerPort: 80, protocol: UDP }] }]", "http", "UDP", true)]
    [InlineData("containers: [{ ports: [{ name: http, containerPort: 80, protocol: '' }] }]", "http", "TCP", true)]
    [InlineData("containers: [{ name: a }]", "http", "TCP", false)]
    [InlineData("containers: [{ ports: null }]", "http", "TCP", false)]
    [InlineData("containers: []", "http", "TCP", null)]
    [InlineData("volumes: []", "http", "TCP", null)]
    [InlineData("containers: [{ ports: [{ name: '${X}', containerPort: 80 }] }]", "http", "TCP", null)]
    [InlineData("containers: [{ ports: [8080] }]", "http", "TCP", null)]
    [InlineData("containers: [{ name: a }], initContainers: [{ restartPolicy: Always, ports: [{ name: http, containerPort: 80 }] }]", "http", "TCP", true)]
    [InlineData("containers: [{ name: a }], initContainers: [{ ports: [{ name: http, containerPort: 80 }] }]", "http", "TCP", false)]
    [InlineData("containers: [{ name: a }]", "linkerd-admin", "TCP", null)]
    public void ANameIsDeclaredOrNotOrNotKnown(string spec, string name, string protocol, bool? expected) =>
        Assert.Equal(expected, PortResolution.Declares(Pod(spec), name, protocol));

    [Fact]
    public void TheFirstContainerWins() => Assert.Equal(
        1, PortResolution.FindNamed(Pod("initContainers: [{ restartPolicy: Always, ports: [{ name: x, containerPort: 3 }] }], containers: [{ ports: [{ name: x, containerPort: 1 }] }, { ports: [{ name: x, containerPort: 2 }] }]"), "x", "TCP")!.Number.Value);

    [Theory]
    [InlineData("port: 80", "80")]
    [InlineData("port: 80, targetPort: 0", "80")]
    [InlineData("port: 80, targetPort: ''", "80")]
    [InlineData("port: 80, targetPort: null", "80")]
    [InlineData("port: 80, targetPort: 8080", "8080")]
    [InlineData("port: 80, targetPort: http", "http")]
    [InlineData("port: 80, targetPort: [1]", null)]
    [InlineData("targetPort: [1]", null)]
    [InlineData("name: x", null)]
    public void TheTargetIsDefaultedFromThePort(string port, string? expected)
    {
        var service = TestModel.Of($"{{ apiVersion: v1, kind: Service, metadata: {{ name: a }}, spec: {{ ports: [{{ {port} }}] }} }}").The<Service>("a");
        Assert.Equal(expected, PortResolution.TargetOf(service.Spec.Ports[0])?.ToString());
    }

    private static PodTemplate Pod(string spec) =>
        TestModel.Of($"{{ apiVersion: v1, kind: Pod, metadata: {{ name: a }}, spec: {{ {spec} }} }}").The<Workload>("a").PodTemplates[0];
}
