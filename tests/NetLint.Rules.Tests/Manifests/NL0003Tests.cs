using NetLint.Rules.Manifests;
using NetLint.Testing;
using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.Manifests.WrongType>;

namespace NetLint.Rules.Tests.Manifests;

public sealed class NL0003Tests
{
    [Theory]
    [InlineData("ports: [{ port: [|\"8080\"|] }]", "The field 'port' takes an integer, not the string '8080'; without quotes it is one")]
    [InlineData("ports: [{ port: [|http|] }]", "The field 'port' takes an integer, not the string 'http'")]
    [InlineData("ports: [{ port: [|80.5|] }]", "The field 'port' takes an integer, not the number '80.5'")]
    [InlineData("ports: [|{ port: 80 }|]", "The field 'ports' takes a list, not a map")]
    [InlineData("ports: [[|null|]]", "The field 'ports' takes a list of objects, not null as an item")]
    [InlineData("ports: [[|9090|]]", "The field 'ports' takes an object, not the number '9090'")]
    [InlineData("ports: [{ port: 80, name: [|8080|] }]", "The field 'name' takes a string, not the number '8080'; put it in quotes")]
    [InlineData("ports: [{ port: 80, targetPort: [|yes|] }]", "The field 'targetPort' takes an integer or a string, not the boolean 'yes'")]
    [InlineData("selector: [|[{ app: web }]|]", "The field 'selector' takes a map, not a list")]
    [InlineData("selector: { app: [|[web]|] }", "The field 'app' takes a string, not a list")]
    [InlineData("publishNotReadyAddresses: [|'true'|]", "The field 'publishNotReadyAddresses' takes a boolean, not the string 'true'; without quotes it is one")]
    [InlineData("externalIPs: [|10.1.2.3|]", "The field 'externalIPs' takes a list, not the string '10.1.2.3'")]
    [InlineData("sessionAffinityConfig: { clientIP: [|600|] }", "The field 'clientIP' takes an object, not the number '600'")]
    public void FieldOfAServiceIsReported(string spec, string message) =>
        Verify.Message($"{{ apiVersion: v1, kind: Service, metadata: {{ name: web }}, spec: {{ {spec} }} }}", message);

    [Theory]
    [InlineData("networking.k8s.io/v1", "Ingress", "defaultBackend: { service: { name: web, port: [|80|] } }")]
    [InlineData("networking.k8s.io/v1", "Ingress", "rules: [{ http: { paths: [{ path: /, backend: { service: { name: web, port: { number: [|'80'|] } } } }] } }]")]
    [InlineData("networking.k8s.io/v1", "Ingress", "tls: [{ hosts: [|shop.example.org|] }]")]
    [InlineData("networking.k8s.io/v1beta1", "Ingress", "backend: { serviceName: [|7|], servicePort: 80 }")]
    [InlineData("networking.k8s.io/v1", "IngressClass", "controller: [|true|]")]
    [InlineData("networking.k8s.io/v1", "NetworkPolicy", "podSelector: { matchLabels: [|[app]|] }")]
    [InlineData("networking.k8s.io/v1", "NetworkPolicy", "policyTypes: [|Ingress|]")]
    [InlineData("networking.k8s.io/v1", "NetworkPolicy", "ingress: [|{ from: [] }|]")]
    [InlineData("networking.k8s.io/v1", "NetworkPolicy", "egress: [{ to: [|{ podSelector: {} }|], ports: [{ endPort: [|'90'|] }] }]")]
    public void FieldOfAnotherNetworkingKindIsReported(string apiVersion, string kind, string spec) =>
        Verify.Reported($"{{ apiVersion: {apiVersion}, kind: {kind}, metadata: {{ name: web }}, spec: {{ {spec} }} }}");

    [Fact]
    public void EndpointsAndSlicesAreReported() => Verify.Reported(
        """
        apiVersion: v1
        kind: Endpoints
        metadata: { name: db }
        subsets: [{ addresses: [[|10.1.2.3|]], ports: [{ port: [|'5432'|] }] }]
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: { name: db-1 }
        addressType: IPv4
        endpoints: [{ addresses: [|10.1.2.3|], conditions: { ready: [|'true'|] } }]
        """);

    [Fact]
    public void NetworkingPartOfPodsIsReported() => Verify.Reported(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: web, labels: [|[web]|] }
        spec:
          template:
            metadata: { labels: { app: web } }
            spec:
              hostNetwork: [|"true"|]
              dnsConfig: { options: [{ name: ndots, value: [|2|] }] }
              hostAliases: [{ ip: 10.0.0.1, hostnames: [|db|] }]
              containers:
                - name: [|1|]
                  ports: [{ containerPort: [|"3000"|] }]
                  readinessProbe: { grpc: { port: [|grpc|] }, httpGet: { port: http, httpHeaders: [{ name: X-Probe, value: [|1|] }] } }
        ---
        apiVersion: v1
        kind: Pod
        metadata: { name: a }
        spec: { containers: [|{ name: a }|] }
        """);

    [Theory]
    [InlineData("ports: null, selector: null, externalIPs: null, type: null")]
    [InlineData("ports: [{ port: 80.0, targetPort: 8e3, nodePort: 0x7530 }]")]
    [InlineData("ports: [{ port: $PORT, targetPort: '8080' }]")]
    [InlineData("ports: [{ port: {{ port }} }]")]
    [InlineData("ports: [{ port: PORT, targetPort: PORT, nodePort: HTTP_NODE_PORT }]")]
    [InlineData("selector: { app: 1, tier: on }")]
    [InlineData("unknownField: [1]")]
    public void NullsCastsTemplatesAndFreeTextAreSilent(string spec) =>
        Verify.Silent($"{{ apiVersion: v1, kind: Service, metadata: {{ name: web }}, spec: {{ {spec} }} }}");

    [Theory]
    [InlineData("HTTP")]
    [InlineData("Port")]
    [InlineData("http_port")]
    public void NameIsNoPlaceholderOfANumber(string port) =>
        Verify.Reported($"{{ apiVersion: v1, kind: Service, metadata: {{ name: web }}, spec: {{ ports: [{{ port: [|{port}|] }}] }} }}");

    [Fact]
    public void CustomResourcesHaveSchemasOfTheirOwn() => Verify.Silent(
        """
        apiVersion: example.org/v1
        kind: Site
        metadata: { name: web }
        spec: { template: { spec: { containers: [{ ports: [{ containerPort: "3000" }] }] } } }
        """);

    [Fact]
    public void OnePlaceHasOneFinding()
    {
        const string text =
            """
            apiVersion: v1
            kind: Service
            metadata: { name: web, annotations: { a: 1 } }
            spec: { selector: { app: 2, tier: [x] }, ports: [{ port: 80, name: 3 }] }
            """;
        var found = LintRun.Analyze([KeyValuePair.Create("web.yaml", text)], [new WrongType(), new StringRequired()]).Diagnostics;
        Assert.Equal(["1 NL0004", "2 NL0004", "[x] NL0003", "3 NL0003"], found.Select(diagnostic => $"{diagnostic.Location.Text} {diagnostic.Descriptor.Id}"));
    }
}
