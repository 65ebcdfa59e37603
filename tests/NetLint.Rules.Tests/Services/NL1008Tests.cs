using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.Services.DuplicatePort>;

namespace NetLint.Rules.Tests.Services;

public sealed class NL1008Tests
{
    [Theory]
    [InlineData("port: 80", "port: [|80|], protocol: TCP", "port 80/TCP")]
    [InlineData("port: 5353, protocol: UDP", "port: [|5353|], protocol: UDP", "port 5353/UDP")]
    [InlineData("port: 80, protocol: ''", "port: [|0x50|]", "port 80/TCP")]
    [InlineData("name: web, port: 80", "name: [|web|], port: 81", "the port name 'web'")]
    [InlineData("name: dns, port: 53", "name: [|dns|], port: 53, protocol: UDP", "the port name 'dns'")]
    [InlineData("name: all, port: 443", "name: all, port: [|443|]", "port 443/TCP")] // one mistake, one finding
    public void ARepeatedPortOrNameIsReported(string first, string second, string what)
    {
        var found = Verify.Reported(
            $$"""
            { apiVersion: v1, kind: Service, metadata: { name: shop }, spec: { ports: [{ name: other, port: 9999 }, { {{first}} }, { {{second}} }] } }
            """);
        Assert.Equal($"Service 'shop' declares {what} twice", found[0].Message);
        Assert.True(Assert.Single(found[0].Related).Origin.Span.Start < found[0].Location.Span.Start);
    }

    [Theory]
    [InlineData("name: a, port: 53, protocol: TCP", "name: b, port: 53, protocol: UDP")]
    [InlineData("name: a, port: 80", "name: b, port: 80, protocol: SCTP")]
    [InlineData("name: a, port: 80, targetPort: web", "name: b, port: 81, targetPort: web")]
    [InlineData("port: 80", "port: 81")] // two without a name: refused for that
    [InlineData("name: '', port: 80", "name: '', port: 81")]
    [InlineData("name: a", "name: b")]
    [InlineData("name: a, port: 80", "name: b, port: '80'")]
    [InlineData("name: a, port: 80", "name: b, port: 80, protocol: [UDP]")]
    [InlineData("name: Web, port: 80", "name: web, port: 81")]
    public void DifferentPortsAreSilent(string first, string second) => Verify.Silent(
        $$"""
        { apiVersion: v1, kind: Service, metadata: { name: shop }, spec: { ports: [{ {{first}} }, { {{second}} }] } }
        """);

    [Fact]
    public void ALineThatCouldNotBeReadIsSilent() => Verify.Silent(
        """
        apiVersion: v1
        kind: Service
        metadata: { name: dns }
        spec:
          ports:
            - port: 53
              name: dns
            - port: 53
              protocol: "UDP
              name: dns-udp
        """);

    [Fact]
    public void ALongListIsReportedOncePerPort() => Verify.Reported(
        """
        apiVersion: v1
        kind: Service
        metadata: { name: many }
        spec:
          ports:
            - port: 1000
            - port: [|1000|]
            - port: [|1000|]
            - port: 1001
        """);
}
