using NetLint.Testing;
using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.Manifests.DuplicateResource>;

namespace NetLint.Rules.Tests.Manifests;

public sealed class NL0008Tests
{
    [Fact]
    public void LaterDeclarationIsReportedAndTheFirstRelated()
    {
        var found = Assert.Single(Verify.Reported(
            """
            apiVersion: v1
            kind: Service
            metadata: { name: web, namespace: shop }
            ---
            apiVersion: v1
            kind: Service
            metadata: { name: [|web|], namespace: shop }
            """));
        Assert.Equal("Service 'web' is declared in this file already; the later declaration overwrites the earlier one", found.Message);
        Assert.Equal(2, Assert.Single(found.Related).Origin.LineSpan.Start.Line);
    }

    [Fact]
    public void VersionsOfOneGroupAreOneObject() => Verify.Reported(
        """
        apiVersion: v1
        kind: List
        items:
          - { apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: web } }
          - { apiVersion: networking.k8s.io/v1beta1, kind: Ingress, metadata: { name: [|web|] } }
        """);

    [Theory]
    [InlineData("apiVersion: v1, kind: Service, metadata: { name: web, namespace: office }")]
    [InlineData("apiVersion: v1, kind: Service, metadata: { name: web }")]
    [InlineData("apiVersion: v1, kind: Service, metadata: { name: api, namespace: shop }")]
    [InlineData("apiVersion: v1, kind: Endpoints, metadata: { name: web, namespace: shop }")]
    [InlineData("apiVersion: serving.knative.dev/v1, kind: Service, metadata: { name: web, namespace: shop }")]
    public void OtherObjectsAreSilent(string other) => Verify.Silent(
        $$"""
        { apiVersion: v1, kind: Service, metadata: { name: web, namespace: shop } }
        ---
        { {{other}} }
        """);

    [Theory]
    [InlineData("apiVersion: batch/v1, kind: Job, metadata: { generateName: migrate- }")]
    [InlineData("apiVersion: v1, kind: Service, metadata: { name: '${NAME}' }")]
    [InlineData("apiVersion: v1, kind: Service, metadata: { name: web, namespace: $NAMESPACE }")]
    [InlineData("apiVersion: kustomize.config.k8s.io/v1beta1, kind: Kustomization, metadata: { name: web }")]
    [InlineData("kind: settings, metadata: { name: web }")]
    public void WhatHasNoKnownIdentityIsSilent(string both) => Verify.Silent($"{{ {both} }}\n---\n{{ {both} }}\n");

    [Fact]
    public void NamespaceInTheSameWordsIsSilent() => Verify.Silent(
        """
        # crds
        apiVersion: v1
        kind: Namespace
        metadata:
          name: gateway
        ---
        # webhook
        apiVersion: v1
        kind: Namespace
        metadata:
          name: gateway

        ---
        { apiVersion: v1, kind: Service, metadata: { name: web, namespace: gateway } }
        """,
        World.Repository);

    [Fact]
    public void NamespaceThatLosesItsLabelsIsReported() => Verify.Reported(
        """
        { apiVersion: v1, kind: Namespace, metadata: { name: blue, labels: { team: a } } }
        ---
        { apiVersion: v1, kind: Namespace, metadata: { name: [|blue|] } }
        """,
        World.Repository);

    [Fact]
    public void TwoFilesAreAlternatives() => Verify.Silent(
        """
        #- small.yaml
        { apiVersion: v1, kind: Service, metadata: { name: web } }
        #- large.yaml
        { apiVersion: v1, kind: Service, metadata: { name: web } }
        """);
}
