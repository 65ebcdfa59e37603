using System.Collections.Immutable;
using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using static NetLint.Kubernetes.Tests.Semantics.TestModel;

namespace NetLint.Kubernetes.Tests.Semantics;

public sealed class PodLookupTests
{
    [Theory]
    [InlineData("a/service.yaml", "a/deployment.yaml")]
    [InlineData("a/service.yaml", "b/c/deployment.yaml")]
    [InlineData("service.yaml", "deep/er/deployment.yaml")]
    public void PodsAreFoundInEveryCircle(string service, string deployment)
    {
        var found = Assert.IsType<Found<PodTemplate>>(Of($"#- {service}\n{Service("app: web")}\n#- {deployment}\n{Deployment("app: web, tier: x")}").PodsOf("web"));
        Assert.Equal("web", Assert.Single(found.Items).Owner.Name);
    }

    [Fact]
    public void TheNearestCircleWins()
    {
        var found = Assert.IsType<Found<PodTemplate>>(Of(
            $"#- a/x/service.yaml\n{Service("app: web")}\n#- a/x/near.yaml\n{Deployment("app: web", "near")}\n#- b/far.yaml\n{Deployment("app: web", "far")}").PodsOf("web"));
        Assert.Equal(["near"], found.Items.Select(pod => pod.Owner.Name));
    }

    [Fact]
    public void FileAndDirectoryAreOneCircle()
    {
        var found = Assert.IsType<Found<PodTemplate>>(Of(
            $"#- a/all.yaml\n{Service("app: web")}\n---\n{Deployment("app: web", "blue")}\n#- a/more.yaml\n{Deployment("app: web", "green")}").PodsOf("web"));
        Assert.Equal(["blue", "green"], found.Items.Select(pod => pod.Owner.Name));
    }

    [Fact]
    public void SeveralWorkloadsFarAwayLeaveOpenWhichIsMeant() => Assert.IsType<Unknown<PodTemplate>>(Of(
        $"#- a/x/service.yaml\n{Service("app: web")}\n#- a/one/d.yaml\n{Deployment("app: web", "one")}\n#- a/two/d.yaml\n{Deployment("app: web", "two")}").PodsOf("web"));

    [Fact]
    public void WhatIsUnseenNearbyMayHoldThePodsThatAreMeant()
    {
        const string Operator = "{ apiVersion: operators.coreos.com/v1alpha1, kind: ClusterServiceVersion, metadata: { name: web.v2 } }";
        var example = $"#- examples/d.yaml\n{Deployment("app: web")}";
        Assert.IsType<Found<PodTemplate>>(Of($"#- bundle/s.yaml\n{Service("app: web")}\n{example}").PodsOf("web"));
        Assert.IsType<Unknown<PodTemplate>>(Of($"#- bundle/s.yaml\n{Service("app: web")}\n#- bundle/v.yaml\n{Operator}\n{example}").PodsOf("web"));
    }

    [Fact]
    public void JobsAreNoSignOfThePodsOfAService()
    {
        const string Job = "{ apiVersion: batch/v1, kind: Job, metadata: { name: setup }, spec: { template: { metadata: { labels: { app: web, part: setup } } } } }";
        Assert.IsType<Unknown<PodTemplate>>(Of($"{Service("app: web, part: server")}\n---\n{Job}").PodsOf("web"));
        var missing = Assert.IsType<Missing<PodTemplate>>(Of($"{Service("app: web, part: server")}\n---\n{Job}\n---\n{Deployment("app: worker", "worker")}").PodsOf("web"));
        Assert.Empty(missing.NearMisses);
    }

    [Fact]
    public void AlternativesDoNotSeeEachOther()
    {
        // Both files declare the Service, so a cluster gets one of them; the pods of the other are no evidence either.
        var model = Of($"#- a/one.yaml\n{Service("app: web", "shared")}\n---\n{Service("app: web")}\n#- a/two.yaml\n{Service("app: web", "shared")}\n---\n{Deployment("app: web")}");
        Assert.IsType<Unknown<PodTemplate>>(model.PodsOf("web"));
    }

    [Fact]
    public void ANamespaceThatFilesRepeatMakesThemNoAlternatives()
    {
        const string Space = "{ apiVersion: v1, kind: Namespace, metadata: { name: shop } }";
        Assert.IsType<Found<PodTemplate>>(Of($"#- a/one.yaml\n{Space}\n---\n{Service("app: web")}\n#- a/two.yaml\n{Space}\n---\n{Deployment("app: web")}").PodsOf("web"));
    }

    [Theory]
    [InlineData("shop", "shop", typeof(Found<PodTemplate>))]
    [InlineData(null, null, typeof(Found<PodTemplate>))]
    [InlineData("shop", null, typeof(Unknown<PodTemplate>))]
    [InlineData(null, "shop", typeof(Unknown<PodTemplate>))]
    [InlineData("shop", "${NAMESPACE}", typeof(Unknown<PodTemplate>))]
    [InlineData("shop", "store", typeof(Unknown<PodTemplate>))] // no evidence
    public void AnUnnamedNamespaceMayBeAnyOther(string? service, string? deployment, Type answer) =>
        Assert.IsType(answer, Of($"{Service("app: web", @namespace: service)}\n---\n{Deployment("app: web", @namespace: deployment)}").PodsOf("web"));

    [Fact]
    public void TheNamespaceOfTheUnitNamesTheUnnamed() =>
        Assert.IsType<Found<PodTemplate>>(Of($"{Service("app: web", @namespace: "shop")}\n---\n{Deployment("app: web")}", @namespace: "shop").PodsOf("web"));

    [Fact]
    public void InACompleteWorldPodsElsewhereAreTold()
    {
        var missing = Assert.IsType<Missing<PodTemplate>>(Of($"{Service("app: web", @namespace: "shop")}\n---\n{Deployment("app: web", @namespace: "store")}", UnitOpenness.Closed).PodsOf("web"));
        Assert.Equal("store", Assert.Single(missing.Elsewhere).Owner.Namespace);
    }

    [Fact]
    public void PodsInTheSameFileAreEvidence() =>
        Assert.IsType<Missing<PodTemplate>>(Of($"{Service("app: web")}\n---\n{Deployment("app: worker")}").PodsOf("web"));

    [Fact]
    public void PodsOfAnotherNamespaceInTheSameFileAreNone() =>
        Assert.IsType<Unknown<PodTemplate>>(Of($"{Service("app: web", @namespace: "a")}\n---\n{Deployment("app: worker", @namespace: "b")}").PodsOf("web"));

    [Theory]
    [InlineData("app: web", "app: Web")]
    [InlineData("app: frontend", "app: fronted")]
    [InlineData("app: web, tier: shop", "App: web, tier: shop")]
    [InlineData("app.kubernetes.io/name: web", "app.kubernetes.io/nme: web")]
    public void ANearMissBesideItIsEvidence(string selector, string labels)
    {
        var missing = Assert.IsType<Missing<PodTemplate>>(Of($"#- a/s.yaml\n{Service(selector)}\n#- a/d.yaml\n{Deployment(labels)}").PodsOf("web"));
        Assert.Single(missing.NearMisses);
    }

    [Theory]
    [InlineData("app: web", "app: worker")]
    [InlineData("app: web-1", "app: web-2")]
    [InlineData("app: web, extra: label", "app: web")]
    [InlineData("app: wbe, tier: frnt", "app: web, tier: front")] // two failures
    [InlineData("app: a", "app: b")]
    public void OtherDifferencesAreNone(string selector, string labels) =>
        Assert.IsType<Unknown<PodTemplate>>(Of($"#- a/s.yaml\n{Service(selector)}\n#- a/d.yaml\n{Deployment(labels)}").PodsOf("web"));

    [Fact]
    public void NearMissesFarAwayAreNone() =>
        Assert.IsType<Unknown<PodTemplate>>(Of($"#- a/b/c/d/s.yaml\n{Service("app: frontend")}\n#- x/d.yaml\n{Deployment("app: fronted")}").PodsOf("web"));

    [Fact]
    public void APodThatAnotherServiceSelectsIsNoNearMissOfAService()
    {
        var text = $"#- a/s.yaml\n{Service("app: carts")}\n#- a/o.yaml\n{Service("app: cart", "cart")}\n#- a/d.yaml\n{Deployment("app: cart", "cart")}";
        Assert.IsType<Unknown<PodTemplate>>(Of(text).PodsOf("web"));

        // Of any other object it is: policies select pods that Services select.
        var model = Of(text);
        var from = model.The<Workload>("cart");
        Assert.IsType<Missing<PodTemplate>>(model.ModelOf(from).FindPods(from, model.The<Service>("web").Selector!));
    }

    [Fact]
    public void PodsOfTwoServicesInDifferentNamespacesAreApart() => Assert.IsType<Missing<PodTemplate>>(Of(
        $"#- a/s.yaml\n{Service("app: carts", @namespace: "shop")}\n#- a/o.yaml\n{Service("app: cart", "cart", "store")}\n#- a/d.yaml\n{Deployment("app: cart", "cart", "shop")}").PodsOf("web"));

    [Theory]
    [InlineData("app: web, statefulset.kubernetes.io/pod-name: web-0", typeof(Found<PodTemplate>))]
    [InlineData("statefulset.kubernetes.io/pod-name: web-0", typeof(Unknown<PodTemplate>))]
    [InlineData("app: wbe, pod-template-hash: abc", typeof(Unknown<PodTemplate>))]
    [InlineData("component: etcd, app: other", typeof(Unknown<PodTemplate>))]
    public void LabelsOfControllersCannotBeRead(string selector, Type answer) =>
        Assert.IsType(answer, Of($"{Service(selector)}\n---\n{Deployment("app: web")}").PodsOf("web"));

    [Theory]
    [InlineData("app: \"${APP}\"", "app: web")]
    [InlineData("\"{{ key }}\": web", "app: web")]
    [InlineData("app: web", "app: \"${APP}\"")]
    [InlineData("app: web", "\"$(KEY)\": web")]
    public void SubstitutionsMayBeAnything(string selector, string labels) =>
        Assert.IsType<Unknown<PodTemplate>>(Of($"{Service(selector)}\n---\n{Deployment(labels)}", UnitOpenness.Closed).PodsOf("web"));

    [Fact]
    public void ASubstitutionInAnotherLabelDoesNotMatter() =>
        Assert.IsType<Missing<PodTemplate>>(Of($"{Service("app: web")}\n---\n{Deployment("app: worker, version: \"${VERSION}\"")}").PodsOf("web"));

    [Fact]
    public void WhatIsRewrittenOnTheWayIsNotKnown()
    {
        Assert.IsType<Unknown<PodTemplate>>(Of($"#- a/s.yaml\n{Service("app: wbe")}\n---\n{Deployment("app: web")}", rewritten: "a/s.yaml").PodsOf("web"));
        Assert.IsType<Unknown<PodTemplate>>(Of($"#- a/s.yaml\n{Service("app: web")}\n#- a/d.yaml\n{Deployment("app: web")}", rewritten: "a/d.yaml").PodsOf("web"));
    }

    [Theory]
    [InlineData("kube-system", UnitOpenness.NeedsEvidence, typeof(Unknown<PodTemplate>))]
    [InlineData("kube-system", UnitOpenness.Closed, typeof(Missing<PodTemplate>))]
    [InlineData("shop", UnitOpenness.NeedsEvidence, typeof(Missing<PodTemplate>))]
    [InlineData("shop", UnitOpenness.Open, typeof(Unknown<PodTemplate>))]
    public void OpennessDecidesWhatAnAbsenceMeans(string @namespace, UnitOpenness openness, Type answer) =>
        Assert.IsType(answer, Of($"{Service("app: web", @namespace: @namespace)}\n---\n{Deployment("app: worker", @namespace: @namespace)}", openness).PodsOf("web"));

    [Theory]
    [InlineData("a", typeof(Unknown<PodTemplate>))]
    [InlineData("b", typeof(Missing<PodTemplate>))]
    public void AnOperatorBesideTheServiceIsAGap(string directory, Type answer) => Assert.IsType(answer, Of(
        $"#- a/s.yaml\n{Service("app: web")}\n---\n{Deployment("app: worker")}\n#- {directory}/cr.yaml\n{{ apiVersion: monitoring.coreos.com/v1, kind: Prometheus, metadata: {{ name: k8s }} }}").PodsOf("web"));

    [Theory]
    [InlineData("shop", typeof(Unknown<PodTemplate>))]
    [InlineData("other", typeof(Missing<PodTemplate>))]
    public void AReleaseIntoANamedNamespaceIsAGapThereAlone(string target, Type answer) => Assert.IsType(answer, Of(
        $"#- a/s.yaml\n{Service("app: web", @namespace: "shop")}\n---\n{Deployment("app: worker", @namespace: "shop")}\n#- b/hr.yaml\n{{ apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {{ name: x, namespace: flux }}, spec: {{ targetNamespace: {target} }} }}").PodsOf("web"));

    [Fact]
    public void AReleaseFarAwayDoesNotSilenceTheUnnamedNamespaces() => Assert.IsType<Missing<PodTemplate>>(Of(
        $"#- a/s.yaml\n{Service("app: web")}\n---\n{Deployment("app: worker")}\n#- b/hr.yaml\n{{ apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {{ name: x }}, spec: {{ targetNamespace: y }} }}").PodsOf("web"));

    [Fact]
    public void InACompleteWorldAGapReachesEverywhere() => Assert.IsType<Unknown<PodTemplate>>(Of(
        $"#- a/s.yaml\n{Service("app: web")}\n#- b/cr.yaml\n{{ apiVersion: monitoring.coreos.com/v1, kind: Prometheus, metadata: {{ name: k8s }} }}", UnitOpenness.Closed).PodsOf("web"));

    [Fact]
    public void AKindNobodyKnowsIsAGapUnlessTheFileStandsAlone()
    {
        const string Unknown = "{ apiVersion: example.com/v1, kind: Thing, metadata: { name: thing } }";
        var service = $"{Service("app: web")}\n---\n{Deployment("app: worker", "shared")}";
        Assert.IsType<Unknown<PodTemplate>>(Of($"#- a/s.yaml\n{service}\n#- a/cr.yaml\n{Unknown}").PodsOf("web"));
        Assert.IsType<Missing<PodTemplate>>(Of($"#- a/s.yaml\n{service}\n#- a/cr.yaml\n{Unknown}\n#- a/t.yaml\n{Deployment("app: other", "shared")}").PodsOf("web"));
        Assert.IsType<Unknown<PodTemplate>>(Of($"#- a/s.yaml\n{service}\n---\n{Unknown}\n#- a/t.yaml\n{Deployment("app: other", "shared")}").PodsOf("web"));
    }

    [Fact]
    public void ADeclarationOfTheConfigurationIsAGap()
    {
        var external = new Gap(GapCode.External, "declared") { Kinds = ProducedKinds.Pods, Namespace = "shop", IsClusterWide = true };
        string Text(string @namespace) => $"{Service("app: web", @namespace: @namespace)}\n---\n{Deployment("app: worker", @namespace: @namespace)}";
        Assert.IsType<Unknown<PodTemplate>>(Of(Text("shop"), gaps: [external]).PodsOf("web"));
        Assert.IsType<Missing<PodTemplate>>(Of(Text("store"), gaps: [external]).PodsOf("web"));
    }

    [Fact]
    public void AWorkloadReadWithLinesLeftOutMayHaveTheLabel() => Assert.IsType<Unknown<PodTemplate>>(Of(
        $$"""
        #- a/s.yaml
        {{Service("app: web")}}
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          labels:
            app: "web
        """,
        UnitOpenness.Closed).PodsOf("web"));
}
