using NetLint.Testing;
using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.Manifests.UnitDoesNotRender>;

namespace NetLint.Rules.Tests.Manifests;

public sealed class NL0020Tests
{
    private const string Service =
        """

        #- base/service.yaml
        apiVersion: v1
        kind: Service
        metadata: { name: web }
        spec: { ports: [{ port: 8080 }], selector: { app: web } }
        """;

    [Fact]
    public void MissingResourceIsReportedWhereItIsNamed() => Verify.Message(
        """
        #- base/kustomization.yaml
        resources:
          - service.yaml
          - [|deployment.yaml|]
        """ + Service,
        "The kustomization cannot be rendered: the file 'deployment.yaml' does not exist");

    [Fact]
    public void OneBaseOfTwoOverlaysIsOneFinding()
    {
        var found = Assert.Single(Verify.Reported(
            """
            #- dev/kustomization.yaml
            resources: [../base]
            #- prod/kustomization.yaml
            resources: [../base]
            #- base/kustomization.yaml
            resources: [service.yaml, [|ingress.yaml|]]
            """ + Service));
        Assert.Equal(["dev/kustomization.yaml", "prod/kustomization.yaml"], found.Related.Select(place => place.Origin.Source.Id.Path));
    }

    [Fact]
    public void CycleIsReported() => Verify.Reported(
        """
        #- a/kustomization.yaml
        resources: [../b]
        #- b/kustomization.yaml
        resources: [[|../a|]]
        #- top/kustomization.yaml
        resources: [../a]
        """);

    [Fact]
    public void PatchWithoutTargetIsReportedAtItsName() => Verify.Reported(
        """
        #- base/kustomization.yaml
        resources: [service.yaml]
        patches:
          - patch: |-
              apiVersion: v1
              kind: Service
              metadata:
                name: [|wbe|]
              spec: { type: NodePort }
        """ + Service);

    [Theory]
    [InlineData("resources: [service.yaml, 'https://github.com/example/shop//deploy?ref=v2']")]
    [InlineData("resources: [service.yaml, ../../elsewhere]")]
    [InlineData("resources: [service.yaml]\nhelmCharts: [{ name: shop, repo: https://charts.example.com }]")]
    [InlineData("resources: [service.yaml]\nnamePrefix: prod-")]
    public void WhatCannotBeSeenIsNoDefect(string kustomization) => Verify.Silent("#- base/kustomization.yaml\n" + kustomization + Service);

    [Fact]
    public void PatchForWhatARemoteBaseMayBringIsNoDefect() => Verify.Silent(
        """
        #- base/kustomization.yaml
        resources: [service.yaml, 'https://github.com/example/shop//deploy?ref=v2']
        patches:
          - patch: |-
              apiVersion: v1
              kind: Service
              metadata: { name: api }
              spec: { type: NodePort }
        """ + Service);

    [Fact]
    public void ComponentOnItsOwnIsNoUnit() => Verify.Silent(
        """
        #- component/kustomization.yaml
        apiVersion: kustomize.config.k8s.io/v1alpha1
        kind: Component
        patches:
          - patch: |-
              apiVersion: v1
              kind: Service
              metadata: { name: web }
              spec: { type: NodePort }
        """);
}
