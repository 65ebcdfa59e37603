using NetLint.Testing;
using Verify = NetLint.Testing.RuleVerifier<NetLint.Rules.Services.NoSelectorNoEndpoints>;

namespace NetLint.Rules.Tests.Services;

public sealed class NL1011Tests
{
    [Theory]
    [InlineData("databse", "database")]
    [InlineData("Payments-db", "payments-db")]
    public void EndpointsOfANameSpelledAlikeAreNamed(string written, string service) => Verify.Message(
        $$"""
        #- service.yaml
        { apiVersion: v1, kind: Service, metadata: { name: {{service}} }, spec: { [||]ports: [{ port: 5432 }] } }
        #- endpoints.yaml
        { apiVersion: v1, kind: Endpoints, metadata: { name: {{written}} }, subsets: [{ addresses: [{ ip: 192.0.2.4 }], ports: [{ port: 5432 }] }] }
        """,
        $"Service '{service}' has no selector, and no Endpoints or EndpointSlice belongs to it: Endpoints '{written}' belongs to '{written}'",
        World.Repository);

    [Fact]
    public void SlicesGoByTheirLabelAndNotTheirName()
    {
        var found = Verify.Reported(
            """
            apiVersion: v1
            kind: Service
            metadata: { name: legacy }
            spec: { selector: [|{}|], ports: [{ port: 80 }] }
            ---
            apiVersion: discovery.k8s.io/v1
            kind: EndpointSlice
            metadata: { name: legacy, labels: { kubernetes.io/service-name: lgeacy } }
            addressType: IPv4
            endpoints: [{ addresses: [192.0.2.9] }]
            """,
            World.Repository);
        Assert.EndsWith("EndpointSlice 'legacy' belongs to 'lgeacy'", found[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AWorkloadOfTheSameNameShowsThatTheSelectorWasForgotten() => Verify.Message(
        """
        apiVersion: v1
        kind: Service
        metadata: { name: api }
        spec:
          [||]type: ClusterIP
          ports: [{ port: 8443 }]
        ---
        { apiVersion: apps/v1, kind: Deployment, metadata: { name: api }, spec: { template: { metadata: { labels: { app: api } } } } }
        """,
        "Service 'api' has no selector, and no Endpoints or EndpointSlice belongs to it",
        World.Repository);

    [Fact]
    public void AStatefulSetThatReliesOnTheServiceShowsItToo() => Verify.Reported(
        """
        { apiVersion: v1, kind: Service, metadata: { name: peers }, spec: { [||]clusterIP: None, ports: [{ port: 7000 }] } }
        ---
        { apiVersion: apps/v1, kind: StatefulSet, metadata: { name: db }, spec: { serviceName: peers, template: { metadata: { labels: { app: db } } } } }
        """,
        World.Repository);

    [Fact]
    public void AServiceBesideEndpointsOfOthersIsReported() => Verify.Reported(
        """
        { apiVersion: v1, kind: Service, metadata: { name: primary }, spec: { ports: [{ port: 5432 }] } }
        ---
        { apiVersion: v1, kind: Endpoints, metadata: { name: primary } }
        ---
        { apiVersion: v1, kind: Service, metadata: { name: reporting }, spec: { [||]ports: [{ port: 5432 }] } }
        """,
        World.Repository);

    [Theory]
    [InlineData("{ apiVersion: v1, kind: Endpoints, metadata: { name: db } }")]
    [InlineData("{ apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: { name: x, labels: { kubernetes.io/service-name: db } }, addressType: IPv4 }")]
    [InlineData("{ apiVersion: v1, kind: Endpoints, metadata: { name: db, namespace: data } }")] // perhaps the same namespace
    [InlineData("{ apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: { name: r }, rules: [{ apiGroups: [''], resources: [endpoints], verbs: [get, update] }] }")] // elects a leader
    [InlineData("{ apiVersion: split.smi-spec.io/v1alpha2, kind: TrafficSplit, metadata: { name: r }, spec: { service: db, backends: [] } }")]
    [InlineData("{ apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: { name: r }, spec: { hosts: [db.data.svc.cluster.local] } }")]
    [InlineData("{ apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: { name: r }, spec: { parentRefs: [{ group: '', kind: Service, name: db }] } }")]
    public void EndpointsThatExistOrAreMadeOtherwiseAreSilent(string other)
    {
        var text =
            $$"""
            { apiVersion: v1, kind: Service, metadata: { name: db }, spec: { ports: [{ port: 5432 }] } }
            ---
            { apiVersion: apps/v1, kind: Deployment, metadata: { name: db }, spec: { template: { metadata: { labels: { app: db } } } } }
            ---
            {{other}}
            """;
        Verify.Silent(text);
        Verify.Silent(text, World.Repository);
    }

    [Theory]
    [InlineData("{ name: db }", "{ selector: { app: db }, ports: [{ port: 80 }] }")]
    [InlineData("{ name: db }", "{ selector: app, ports: [{ port: 80 }] }")]
    [InlineData("{ name: db }", "{ type: ExternalName, externalName: db.example.com }")]
    [InlineData("{ name: db }", "{ type: NodePort }")] // a fragment
    [InlineData("{ name: db }", "null")]
    [InlineData("{ name: db }", "{ clusterIP: None }")] // there to be named, not to be dialled
    [InlineData("{ name: db }", "{ clusterIP: None, ports: [] }")]
    [InlineData("{ name: db }", "{ type: [NodePort], ports: [{ port: 80 }] }")]
    [InlineData("{ name: '${NAME}' }", "{ ports: [{ port: 80 }] }")]
    [InlineData("{ name: kubernetes }", "{ ports: [{ port: 443 }] }")]
    [InlineData("{ name: kubernetes, namespace: default }", "{ ports: [{ port: 443 }] }")]
    [InlineData("{ name: db, annotations: { service.cilium.io/global: 'true' } }", "{ ports: [{ port: 80 }] }")]
    [InlineData("{ name: db, labels: { mirror.linkerd.io/cluster-name: west } }", "{ ports: [{ port: 80 }] }")]
    [InlineData("{ name: db, ownerReferences: [{ kind: Database, name: db }] }", "{ ports: [{ port: 80 }] }")]
    public void OtherServicesAreSilent(string metadata, string spec) => Verify.Silent(
        $$"""
        { apiVersion: v1, kind: Service, metadata: {{metadata}}, spec: {{spec}} }
        """);

    [Fact]
    public void ARouteOfAGatewayIsNoRouteOfTheService() => Verify.Reported(
        """
        { apiVersion: v1, kind: Service, metadata: { name: db }, spec: { [||]ports: [{ port: 5432 }] } }
        ---
        { apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: { name: r }, spec: { parentRefs: [{ name: db }] } }
        """);

    [Fact]
    public void InACompleteWorldAnAbsenceNeedsNoEvidence() => Verify.Reported(
        "{ apiVersion: v1, kind: Service, metadata: { name: db }, spec: { [||]ports: [{ port: 5432 }] } }");

    [Fact]
    public void InARepositoryItDoes() => Verify.Silent(
        """
        { apiVersion: v1, kind: Service, metadata: { name: db }, spec: { ports: [{ port: 5432 }] } }
        ---
        { apiVersion: apps/v1, kind: Deployment, metadata: { name: web }, spec: { template: { metadata: { labels: { app: web } } } } }
        """,
        World.Repository);

    [Fact]
    public void SystemNamespacesAreNeverClosed() => Verify.Silent(
        """
        { apiVersion: v1, kind: Service, metadata: { name: kubelet, namespace: kube-system }, spec: { ports: [{ port: 10250 }] } }
        ---
        { apiVersion: apps/v1, kind: DaemonSet, metadata: { name: kubelet, namespace: kube-system }, spec: { template: { metadata: { labels: { app: kubelet } } } } }
        """,
        World.Repository);

    [Fact]
    public void EndpointsOfAnotherServiceAreNoMisspelling() => Verify.Silent(
        """
        #- service.yaml
        { apiVersion: v1, kind: Service, metadata: { name: db-east }, spec: { ports: [{ port: 5432 }] } }
        #- other.yaml
        { apiVersion: v1, kind: Service, metadata: { name: db-east2 }, spec: { ports: [{ port: 5432 }] } }
        ---
        { apiVersion: v1, kind: Service, metadata: { name: db-eastx }, spec: { ports: [{ port: 5432 }] } }
        ---
        { apiVersion: v1, kind: Endpoints, metadata: { name: db-eastx } }
        ---
        { apiVersion: v1, kind: Endpoints, metadata: { name: db-east2 } }
        """,
        World.Repository);

    [Fact]
    public void SelectorThatIsFilledInIsSilent() => Verify.Silent(
        """
        apiVersion: v1
        kind: Service
        metadata:
          name: {{ service }}
        spec:
          selector:
            run: {{ service }}
          ports:
            - port: 8000
        ---
        { apiVersion: v1, kind: Pod, metadata: { name: web, labels: { run: web } } }
        """,
        World.Repository);
}
