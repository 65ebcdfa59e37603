using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using static NetLint.Kubernetes.Tests.Semantics.TestModel;

namespace NetLint.Kubernetes.Tests.Semantics;

public sealed class EndpointsLookupTests
{
    private const string Db = "{ apiVersion: v1, kind: Service, metadata: { name: db }, spec: { ports: [{ port: 5432 }] } }";

    [Theory]
    [InlineData("a/e.yaml", "{ apiVersion: v1, kind: Endpoints, metadata: { name: db } }", typeof(Found<Resource>))]
    [InlineData("far/away/e.yaml", "{ apiVersion: v1, kind: Endpoints, metadata: { name: db } }", typeof(Found<Resource>))]
    [InlineData("a/e.yaml", "{ apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: { name: x, labels: { kubernetes.io/service-name: db } } }", typeof(Found<Resource>))]
    [InlineData("a/e.yaml", "{ apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: { name: db } }", typeof(Unknown<Resource>))]
    [InlineData("a/e.yaml", "{ apiVersion: v1, kind: Endpoints, metadata: { name: db, namespace: data } }", typeof(Unknown<Resource>))]
    [InlineData("a/e.yaml", "{ apiVersion: v1, kind: Endpoints, metadata: { name: bd-main } }", typeof(Unknown<Resource>))]
    public void EndpointsGoByNameAndSlicesByLabel(string path, string other, Type answer) =>
        Assert.IsType(answer, Of($"#- a/s.yaml\n{Db}\n#- {path}\n{other}").EndpointsOf("db"));

    [Fact]
    public void EndpointsOfAnAlternativeAreNotSeen() => Assert.IsType<Unknown<Resource>>(Of(
        $"#- a/one.yaml\n{Db}\n---\n{Deployment("app: x", "x")}\n#- a/two.yaml\n{Deployment("app: x", "x")}\n---\n{{ apiVersion: v1, kind: Endpoints, metadata: {{ name: db }} }}").EndpointsOf("db"));

    [Fact]
    public void ANearMissHasTheNameItBelongsTo()
    {
        var missing = Assert.IsType<Missing<Resource>>(Of(
            "{ apiVersion: v1, kind: Service, metadata: { name: ledger }, spec: { ports: [{ port: 1 }] } }\n---\n{ apiVersion: v1, kind: Endpoints, metadata: { name: leger } }").EndpointsOf("ledger"));
        Assert.Equal(("leger", "ledger"), (missing.NearMisses[0].Actual, missing.NearMisses[0].Expected));
    }

    [Theory]
    [InlineData("roles", "[endpoints]", "[create]", typeof(Unknown<Resource>))]
    [InlineData("roles", "['*']", "['*']", typeof(Unknown<Resource>))]
    [InlineData("roles", "[endpoints]", "[get, list, watch]", typeof(Missing<Resource>))]
    [InlineData("roles", "[pods]", "[create]", typeof(Missing<Resource>))]
    public void WhoMayWriteEndpointsIsAGap(string name, string resources, string verbs, Type answer) => Assert.IsType(answer, Of(
        $"{Db}\n---\n{Deployment("app: db", "db")}\n---\n{{ apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {{ name: {name} }}, rules: [{{ resources: {resources}, verbs: {verbs} }}] }}").EndpointsOf("db"));
}
