using NetLint.Testing;
using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.Ingresses.BackendPortMissing>;

namespace NetLint.Rules.Tests.Ingresses;

public sealed class NL2005Tests
{
    [Theory]
    [InlineData("number: [|8081|]", "8081", "[{ port: 80 }]", "only port 80", "")]
    [InlineData("number: [|8080|]", "8080", "[{ port: 80, targetPort: 8080 }]", "only port 80", "; 8080 is the targetPort of port 80")]
    [InlineData("number: [|30443|]", "30443", "[{ port: 443, nodePort: 30443, name: tls }]", "only port 443 ('tls')", "; 30443 is the nodePort of port 443")]
    [InlineData("name: [|http|]", "'http'", "[{ port: 80 }]", "only port 80", "")]
    [InlineData("name: [|web|]", "'web'", "[{ port: 81, targetPort: web, name: http }]", "only port 81 ('http')", "; 'web' is the targetPort of port 81")]
    [InlineData("name: [|htpp|]", "'htpp'", "[{ port: 9000, name: http }, { port: 9001, name: admin }]", "only ports 9000 ('http'), 9001 ('admin')", "; 'http' comes near")]
    [InlineData("name: [|grpc|]", "'grpc'", "[{ port: 1, name: a }, { port: 2, name: b }, { port: 3, name: c }, { port: 4, name: d }, { port: 5, name: e }]", "only ports 1 ('a'), 2 ('b'), 3 ('c'), 4 ('d') and more", "")]
    public void PortThatTheServiceLacksIsReported(string port, string text, string ports, string has, string hint) => Verify.Message(
        $$"""
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec: { ports: {{ports}} }
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec: { defaultBackend: { service: { name: web, port: { {{port}} } } } }
        """,
        $"Ingress 'shop' routes to port {text} of Service 'web', which has {has}{hint}",
        World.Repository);

    [Fact]
    public void OldFormIsReported() => Verify.Reported(
        """
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec: { ports: [{ port: 80, name: http }] }
        ---
        apiVersion: extensions/v1beta1
        kind: Ingress
        metadata: { name: shop }
        spec:
          backend: { serviceName: web, servicePort: [|8080|] }
          rules:
            - http: { paths: [{ backend: { serviceName: web, servicePort: [|https|] } }, { backend: { serviceName: web, servicePort: http } }] }
        """);

    [Fact]
    public void OnePortIsOneFinding()
    {
        var found = Verify.Reported(
            """
            apiVersion: v1
            kind: Service
            metadata: { name: web }
            spec: { ports: [{ port: 3000, targetPort: 80 }] }
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: { name: shop }
            spec:
              rules:
                - http:
                    paths:
                      - { path: /a, pathType: Prefix, backend: { service: { name: web, port: { number: [|80|] } } } }
                      - { path: /b, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }
            """,
            World.Repository);
        Assert.Equal(["port 3000 of Service 'web'", "port 80 is named here too"], found[0].Related.Select(related => related.Message));
    }

    [Fact]
    public void ServiceInASiblingDirectoryIsFound() => Verify.Reported(
        """
        #- k8s/services/web.yaml
        apiVersion: v1
        kind: Service
        metadata: { name: web, namespace: shop }
        spec: { ports: [{ port: 80 }] }
        #- k8s/ingresses/web.yaml
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: web, namespace: shop }
        spec: { defaultBackend: { service: { name: web, port: { number: [|8080|] } } } }
        """,
        World.Repository);

    [Theory]
    [InlineData("number: 80", "[{ port: 80 }]")]
    [InlineData("number: 443", "[{ port: 80 }, { port: 443, name: s }]")]
    [InlineData("name: http", "[{ port: 80, name: http }]")]
    [InlineData("name: use-annotation", "[{ port: 80 }]")]
    [InlineData("name: http, number: 81", "[{ port: 80 }]")]
    [InlineData("number: 0", "[{ port: 80 }]")]
    [InlineData("number: 70000", "[{ port: 80 }]")]
    [InlineData("name: \"8080\"", "[{ port: 80 }]")]
    [InlineData("name: \"${PORT}\"", "[{ port: 80 }]")]
    [InlineData("number: 81", "[]")]
    [InlineData("number: 81", "80")]
    [InlineData("number: 81", "[80]")]
    [InlineData("number: 81", "[{ port: \"${PORT}\" }]")]
    [InlineData("number: 81", "[{ port: \"81\" }]")]
    [InlineData("name: http", "[{ port: 80, name: \"{{ .name }}\" }]")]
    [InlineData("number: 81", "[{ port: 80, name: [http] }]")]
    public void ServedOrUnclearPortsAreSilent(string port, string ports) => Verify.Silent(
        $$"""
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec: { ports: {{ports}} }
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec: { defaultBackend: { service: { name: web, port: { {{port}} } } } }
        """);

    [Theory]
    [InlineData("type: ExternalName, externalName: shop.example.org")]
    [InlineData("type: ExternalName, externalName: shop.example.org, ports: [{ port: 443 }]")]
    public void ExternalNameIsDialledAtAnyNumber(string spec) => Verify.Silent(
        $$"""
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec: { {{spec}} }
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec: { defaultBackend: { service: { name: web, port: { number: 8443 } } } }
        """);

    [Fact]
    public void MissingServiceIsNotThisRules() => Verify.Silent(
        "{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: shop }, spec: { defaultBackend: { service: { name: web, port: { number: 8443 } } } } }");

    [Fact]
    public void FarFoldersReuseNames() => Verify.Silent(
        """
        #- a/b/c/web.yaml
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec: { ports: [{ port: 80 }] }
        #- d/e/ingress.yaml
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec: { defaultBackend: { service: { name: web, port: { number: 8443 } } } }
        """,
        World.Repository);

    [Fact]
    public void KustomizedServiceIsUnknown() => Verify.Silent(
        """
        #- base/kustomization.yaml
        resources: [web.yaml]
        #- base/web.yaml
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec: { ports: [{ port: 80 }] }
        #- ingress.yaml
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec: { defaultBackend: { service: { name: web, port: { number: 8443 } } } }
        """,
        World.Repository);
}
