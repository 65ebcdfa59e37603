using NetLint.Testing;
using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.Ingresses.BackendServiceMissing>;

namespace NetLint.Rules.Tests.Ingresses;

public sealed class NL2004Tests
{
    [Fact]
    public void MissingServiceIsReportedInACompleteWorld() => Verify.Message(
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop, namespace: store }
        spec:
          rules:
            - http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: [|api|], port: { number: 8080 } } } }] }
        """,
        "Ingress 'shop' routes to Service 'api', which does not exist in namespace 'store'");

    [Fact]
    public void DefaultBackendsAndOldFormsAreReported() => Verify.Reported(
        """
        apiVersion: extensions/v1beta1
        kind: Ingress
        metadata: { name: old }
        spec:
          backend: { serviceName: [|fallback|], servicePort: http }
          rules:
            - http: { paths: [{ backend: { serviceName: [|front|], servicePort: 3000 } }] }
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: new }
        spec: { defaultBackend: { service: { name: [|nobody|], port: { name: http } } } }
        """);

    [Fact]
    public void ServiceInTheSameFileIsEvidenceAndANearMissIsNamed()
    {
        var found = Verify.Reported(
            """
            apiVersion: v1
            kind: Service
            metadata: { name: catalogue }
            spec: { ports: [{ port: 7000 }] }
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: { name: shop }
            spec: { defaultBackend: { service: { name: [|catalouge|], port: { number: 7000 } } } }
            """,
            World.Repository);
        Assert.Equal("Ingress 'shop' routes to Service 'catalouge', which does not exist in the namespace of the Ingress; 'catalogue' comes near", found[0].Message);
        Assert.Equal("Service 'catalogue' comes near", Assert.Single(found[0].Related).Message);
    }

    [Fact]
    public void NearMissInTheDirectoryIsEvidence() => Verify.Reported(
        """
        #- shop/service.yaml
        apiVersion: v1
        kind: Service
        metadata: { name: Payments }
        spec: { ports: [{ port: 7000 }] }
        #- shop/ingress.yaml
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec: { defaultBackend: { service: { name: [|payments|], port: { number: 7000 } } } }
        """,
        World.Repository);

    [Fact]
    public void ServiceOfAnotherNamespaceIsNamed()
    {
        var found = Verify.Reported(
            """
            apiVersion: v1
            kind: Service
            metadata: { name: api, namespace: backend }
            spec: { ports: [{ port: 80 }] }
            ---
            apiVersion: v1
            kind: Service
            metadata: { name: web, namespace: frontend }
            spec: { ports: [{ port: 80 }] }
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: { name: shop, namespace: frontend }
            spec: { defaultBackend: { service: { name: [|api|], port: { number: 80 } } } }
            """,
            World.Repository);
        Assert.Equal("Ingress 'shop' routes to Service 'api', which does not exist in namespace 'frontend'; it exists in namespace 'backend' only, and an Ingress cannot reach another namespace", found[0].Message);
        Assert.Equal("Service 'api' of namespace 'backend'", Assert.Single(found[0].Related).Message);
    }

    [Fact]
    public void OneMissingServiceIsOneFinding()
    {
        var found = Verify.Reported(
            """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: { name: shop }
            spec:
              rules:
                - http:
                    paths:
                      - { path: /a, pathType: Prefix, backend: { service: { name: [|api|], port: { number: 80 } } } }
                      - { path: /b, pathType: Prefix, backend: { service: { name: api, port: { number: 81 } } } }
            """);
        Assert.Equal("Service 'api' is named here too", Assert.Single(found[0].Related).Message);
    }

    [Theory]
    [InlineData("resource: { apiGroup: k8s.example.com, kind: StorageBucket, name: static }")]
    [InlineData("service: { name: redirect, port: { name: use-annotation } }")]
    [InlineData("service: { name: \"${SERVICE}\", port: { number: 80 } }")]
    [InlineData("service: { name: \"\", port: { number: 80 } }")]
    [InlineData("service: { name: cm-acme-http-solver-x7k2p, port: { number: 8089 } }")]
    [InlineData("serviceName: 80, servicePort: 80")]
    [InlineData("service: web")]
    public void BackendsThatNameNoServiceToFindAreSilent(string backend) => Verify.Silent(
        $$"""
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec: { defaultBackend: { {{backend}} } }
        """);

    [Fact]
    public void WithoutEvidenceARepositoryIsSilent() => Verify.Silent(
        """
        #- shop/ingress.yaml
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec: { defaultBackend: { service: { name: api, port: { number: 80 } } } }
        #- shop/web.yaml
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec: { ports: [{ port: 80 }] }
        """,
        World.Repository);

    [Theory]
    [InlineData("kube-system")]
    [InlineData("openshift-console")]
    public void SystemNamespacesAreNeverWhole(string ns) => Verify.Silent(
        $$"""
        apiVersion: v1
        kind: Service
        metadata: { name: web, namespace: {{ns}} }
        spec: { ports: [{ port: 80 }] }
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop, namespace: {{ns}} }
        spec: { defaultBackend: { service: { name: dashboard, port: { number: 443 } } } }
        """,
        World.Repository);

    [Theory]
    [InlineData("apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata: { name: api }")]
    [InlineData("apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: anything }")]
    [InlineData("apiVersion: apps.acme.dev/v1\nkind: Backend\nmetadata: { name: api }")]
    [InlineData("apiVersion: apps.acme.dev/v1\nkind: Backend\nmetadata: { name: x }\nspec: { expose: { as: api } }")]
    public void WhatMakesTheServiceIsSilent(string producer) => Verify.Silent(
        $$"""
        {{producer}}
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec: { defaultBackend: { service: { name: api, port: { number: 80 } } } }
        """);

    [Fact]
    public void UnknownCustomResourceOfAnotherNameHidesNothing() => Verify.Reported(
        """
        apiVersion: apps.acme.dev/v1
        kind: Backend
        metadata: { name: search }
        spec: { replicas: 3 }
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec: { defaultBackend: { service: { name: [|api|], port: { number: 80 } } } }
        """);

    [Fact]
    public void KustomizedNamesAreUnknown() => Verify.Silent(
        """
        #- kustomization.yaml
        namePrefix: dev-
        resources: [all.yaml]
        #- all.yaml
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec: { ports: [{ port: 80 }] }
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec: { defaultBackend: { service: { name: dev-web, port: { number: 80 } } } }
        """,
        World.Repository);

    [Fact]
    public void AlternativesDoNotSeeEachOther() => Verify.Silent(
        """
        #- dev.yaml
        apiVersion: v1
        kind: Service
        metadata: { name: webs }
        spec: { ports: [{ port: 80 }] }
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec: { defaultBackend: { service: { name: webs, port: { number: 80 } } } }
        #- prod.yaml
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: shop }
        spec: { defaultBackend: { service: { name: web, port: { number: 80 } } } }
        """,
        World.Repository);
}
