using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;

namespace NetLint.Kubernetes.Tests.Semantics;

public sealed class GapTests
{
    private const string Asker = "{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: asker, namespace: shop } }\n---\n"
        + "{ apiVersion: v1, kind: Service, metadata: { name: other, namespace: shop } }\n---\n{ apiVersion: v1, kind: Secret, metadata: { name: other, namespace: shop } }\n";

    [Theory]
    [InlineData("db-rw", false)]
    [InlineData("db-ro", false)]
    [InlineData("api", true)]
    public void Names_of_what_an_operator_makes_keep_its_gap_narrow(string name, bool isMissing)
    {
        var world = NameLookupWorld.Closed(
            ("ingress.yaml", Asker),
            ("far/away/db.yaml", "{ apiVersion: postgresql.cnpg.io/v1, kind: Cluster, metadata: { name: db, namespace: shop } }"));
        Assert.Equal(isMissing, world.Find<Service>("ingress.yaml", name) is Missing<Service>);
    }

    [Theory]
    [InlineData("queue", false)]
    [InlineData("queue-main", false)]
    [InlineData("the-broker-0", false)]
    [InlineData("exposed", false)]
    [InlineData("api", true)]
    public void Services_of_an_unknown_controller_are_named_for_its_object(string name, bool isMissing)
    {
        var world = NameLookupWorld.Repository(
            ("ingress.yaml", Asker),
            ("queue.yaml", "{ apiVersion: mq.acme.dev/v1, kind: Broker, metadata: { name: queue }, spec: { listeners: [{ as: exposed }] } }"));
        Assert.Equal(isMissing, world.Find<Service>("ingress.yaml", name) is Missing<Service>);
        Assert.IsType<Unknown<Secret>>(world.Find<Secret>("ingress.yaml", name));
    }

    [Fact]
    public void An_unknown_controller_matters_in_its_directory_only()
    {
        var world = NameLookupWorld.Repository(
            ("a/ingress.yaml", Asker),
            ("b/queue.yaml", "{ apiVersion: mq.acme.dev/v1, kind: Broker, metadata: { name: queue, namespace: elsewhere } }"));
        Assert.IsType<Missing<Secret>>(world.Find<Secret>("a/ingress.yaml", "queue"));
    }

    [Theory]
    [InlineData("shop", false)]
    [InlineData("edge", true)]
    public void A_release_matters_in_its_namespace_wherever_it_is_written(string ns, bool isMissing)
    {
        var world = NameLookupWorld.Repository(
            ("a/ingress.yaml", Asker),
            ("releases/chart.yaml", $"{{ apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {{ name: any, namespace: {ns} }} }}"));
        Assert.Equal(isMissing, world.Find<Service>("a/ingress.yaml", "api") is Missing<Service>);
    }

    [Fact]
    public void Policies_that_clone_secrets_reach_every_namespace_but_make_no_services()
    {
        var world = NameLookupWorld.Repository(
            ("a/ingress.yaml", Asker),
            ("policies/clone.yaml", "{ apiVersion: kyverno.io/v1, kind: ClusterPolicy, metadata: { name: clone }, spec: { rules: [{ generate: { kind: Secret } }] } }"));
        Assert.IsType<Unknown<Secret>>(world.Find<Secret>("a/ingress.yaml", "wildcard"));
        Assert.IsType<Missing<Service>>(world.Find<Service>("a/ingress.yaml", "api"));
    }

    [Theory]
    [InlineData("reflector.v1.k8s.emberstack.com/reflection-allowed: \"true\"", false)]
    [InlineData("reflector.v1.k8s.emberstack.com/reflection-allowed: \"false\"", true)]
    [InlineData("team: edge", true)]
    public void Copies_of_a_secret_that_a_certificate_makes(string annotation, bool isMissing)
    {
        var world = NameLookupWorld.Repository(
            ("a/ingress.yaml", Asker),
            ("edge/tls.yaml", $"{{ apiVersion: cert-manager.io/v1, kind: Certificate, metadata: {{ name: w, namespace: edge }}, spec: {{ secretName: wildcard, secretTemplate: {{ annotations: {{ {annotation} }} }} }} }}"));
        Assert.Equal(isMissing, world.Find<Secret>("a/ingress.yaml", "wildcard") is Missing<Secret>);
    }

    [Theory]
    [InlineData("{ apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: { name: any, namespace: edge } }", true)]
    [InlineData("{ apiVersion: cert-manager.io/v1, kind: Certificate, metadata: { name: w }, spec: { secretName: w } }", false)]
    public void Kinds_without_a_namespace_are_sought_in_every_gap(string other, bool mayExist)
    {
        var (model, _) = NameLookupWorld.Repository(("a/ingress.yaml", Asker), ("far/other.yaml", other)).At("a/ingress.yaml");
        Assert.Equal(mayExist, model.MayExistUnseenInCluster(ProducedKinds.IngressClasses));
    }
}
