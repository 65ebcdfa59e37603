using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;

namespace NetLint.Kubernetes.Tests.Semantics;

public sealed class NameLookupTests
{
    private const string Ingress = "{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: asker } }\n";

    [Fact]
    public void The_nearest_circle_answers()
    {
        var world = NameLookupWorld.Repository(
            ("a/ingress.yaml", Ingress),
            ("a/service.yaml", Service("web")),
            ("b/service.yaml", Service("web")));
        var found = Assert.IsType<Found<Service>>(world.Find<Service>("a/ingress.yaml", "web"));
        Assert.Equal("a/service.yaml", Assert.Single(found.Items).Source.Id.Path);
    }

    [Fact]
    public void Several_far_away_are_ambiguous() => AssertUnknown(UnknownReason.Ambiguous, NameLookupWorld.Repository(
        ("a/ingress.yaml", Ingress),
        ("b/x/service.yaml", Service("web")),
        ("b/y/other.yaml", Service("web", "web-2"))).Find<Service>("a/ingress.yaml", "web"));

    [Fact]
    public void A_named_namespace_against_an_unnamed_one_is_ambiguous() => AssertUnknown(UnknownReason.Ambiguous, NameLookupWorld.Closed(
        ("ingress.yaml", Ingress),
        ("service.yaml", Service("web", "web", "shop"))).Find<Service>("ingress.yaml", "web"));

    [Fact]
    public void Without_evidence_nothing_is_missing() => AssertUnknown(UnknownReason.NoEvidence, NameLookupWorld.Repository(
        ("ingress.yaml", Ingress),
        ("service.yaml", Service("cart"))).Find<Service>("ingress.yaml", "web"));

    [Fact]
    public void A_service_in_the_same_file_is_evidence() =>
        Assert.Empty(Assert.IsType<Missing<Service>>(NameLookupWorld.Repository(("all.yaml", Ingress + "---\n" + Service("cart"))).Find<Service>("all.yaml", "web")).NearMisses);

    [Fact]
    public void A_near_miss_is_evidence_and_the_nearest_comes_first()
    {
        var world = NameLookupWorld.Repository(("ingress.yaml", Ingress), ("services.yaml", Service("frontends") + "---\n" + Service("frotned")));
        var missing = Assert.IsType<Missing<Service>>(world.Find<Service>("ingress.yaml", "frontend"));
        Assert.Equal(["frontends", "frotned"], missing.NearMisses.Select(miss => miss.Actual));
    }

    [Fact]
    public void Another_namespace_is_told()
    {
        var world = NameLookupWorld.Closed(
            ("ingress.yaml", "{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: asker, namespace: shop } }"),
            ("service.yaml", Service("web", "web", "edge")));
        Assert.Equal("edge", Assert.Single(Assert.IsType<Missing<Service>>(world.Find<Service>("ingress.yaml", "web")).Elsewhere).Namespace);
    }

    [Fact]
    public void Rewritten_files_are_unseen()
    {
        var files = new[] { ("ingress.yaml", Ingress), ("service.yaml", Service("web")) };
        AssertUnknown(UnknownReason.Unseen, new NameLookupWorld(UnitOpenness.Closed, ["ingress.yaml"], files).Find<Service>("ingress.yaml", "api"));
        AssertUnknown(UnknownReason.Ambiguous, new NameLookupWorld(UnitOpenness.Closed, ["service.yaml"], files).Find<Service>("ingress.yaml", "web"));
    }

    [Fact]
    public void An_open_unit_misses_nothing() =>
        AssertUnknown(UnknownReason.NoEvidence, new NameLookupWorld(UnitOpenness.Open, [], ("all.yaml", Ingress + "---\n" + Service("cart"))).Find<Service>("all.yaml", "web"));

    [Fact]
    public void Alternatives_neither_answer_nor_prove()
    {
        var world = NameLookupWorld.Repository(("a.yaml", Ingress + "---\n" + Service("web")), ("b.yaml", Ingress));
        AssertUnknown(UnknownReason.NoEvidence, world.Find<Service>("b.yaml", "web"));
        AssertUnknown(UnknownReason.NoEvidence, world.Find<Service>("b.yaml", "wbe"));
    }

    [Fact]
    public void A_variable_is_unseen() =>
        AssertUnknown(UnknownReason.Unseen, NameLookupWorld.Closed(("ingress.yaml", Ingress)).Find<Service>("ingress.yaml", "${NAME}"));

    private static void AssertUnknown(UnknownReason reason, Lookup<Service> lookup) => Assert.Equal(reason, Assert.IsType<Unknown<Service>>(lookup).Reason);

    private static string Service(string name, string label = "x", string? ns = null) =>
        $"{{ apiVersion: v1, kind: Service, metadata: {{ name: {name}, labels: {{ app: {label} }}{(ns is null ? "" : $", namespace: {ns}")} }} }}\n";
}
