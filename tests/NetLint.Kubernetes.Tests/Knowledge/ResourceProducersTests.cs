using NetLint.Kubernetes.Knowledge;

namespace NetLint.Kubernetes.Tests.Knowledge;

public class ResourceProducersTests
{
    [Theory]
    [InlineData("postgresql.cnpg.io", "Cluster", ProducedKinds.Pods | ProducedKinds.Services | ProducedKinds.Secrets)]
    [InlineData("kafka.strimzi.io", "Kafka", ProducedKinds.Pods | ProducedKinds.Services | ProducedKinds.Secrets)]
    [InlineData("monitoring.coreos.com", "Prometheus", ProducedKinds.Pods | ProducedKinds.Services)]
    [InlineData("elasticsearch.k8s.elastic.co", "Elasticsearch", ProducedKinds.Pods | ProducedKinds.Services)]
    [InlineData("helm.toolkit.fluxcd.io", "HelmRelease", ProducedKinds.Anything)]
    [InlineData("argoproj.io", "Application", ProducedKinds.Anything)]
    [InlineData("operators.coreos.com", "Subscription", ProducedKinds.Anything)]
    [InlineData("argoproj.io", "Workflow", ProducedKinds.Pods)]
    [InlineData("cert-manager.io", "Certificate", ProducedKinds.Secrets)]
    [InlineData("gateway.networking.k8s.io", "Gateway", ProducedKinds.Pods | ProducedKinds.Services)]
    [InlineData("capsule.clastix.io", "Tenant", ProducedKinds.Namespaces)]
    [InlineData("serving.knative.dev", "Service", ProducedKinds.Services)]
    public void Knows_what_controllers_create(string group, string kind, ProducedKinds atLeast)
    {
        Assert.True(ResourceProducers.TryGet(group, kind, out var producer));
        Assert.Equal(atLeast, producer.Produces & atLeast);
        Assert.False(ResourceProducers.IsInert(group, kind));
    }

    [Theory]
    [InlineData("database.aws.crossplane.io", "RDSInstance")]
    [InlineData("rds.aws.upbound.io", "Instance")]
    [InlineData("dbforpostgresql.azure.com", "FlexibleServer")]
    [InlineData("sql.cnrm.cloud.google.com", "SQLInstance")]
    public void Finds_groups_by_domain(string group, string kind)
    {
        Assert.True(ResourceProducers.TryGet(group, kind, out var producer));
        Assert.True(producer.IsWholeGroup);
        Assert.Equal(ProducedKinds.Secrets, producer.Produces & ProducedKinds.Secrets);
    }

    [Theory]
    [InlineData("monitoring.coreos.com", "ServiceMonitor")]
    [InlineData("networking.istio.io", "VirtualService")]
    [InlineData("gateway.networking.k8s.io", "HTTPRoute")]
    [InlineData("external-secrets.io", "ClusterSecretStore")]
    [InlineData("source.toolkit.fluxcd.io", "OCIRepository")]
    [InlineData("constraints.gatekeeper.sh", "K8sRequiredLabels")]
    [InlineData("operator.victoriametrics.com", "VMServiceScrape")]
    [InlineData("s3.services.k8s.aws", "Bucket")]
    [InlineData("policies.kyverno.io", "ValidatingPolicy")]
    public void Knows_what_creates_nothing(string group, string kind)
    {
        Assert.False(ResourceProducers.TryGet(group, kind, out _));
        Assert.True(ResourceProducers.IsInert(group, kind));
    }

    [Theory]
    [InlineData("example.com", "Widget")]
    [InlineData("", "Service")]
    [InlineData("apps", "Deployment")]
    [InlineData("argoproj.io", "Rollout")]
    [InlineData("crossplane.io", "Anything")]
    public void Says_nothing_of_what_it_does_not_know(string group, string kind)
    {
        Assert.False(ResourceProducers.TryGet(group, kind, out _));
        Assert.False(ResourceProducers.IsInert(group, kind));
    }

    [Theory]
    [InlineData("external-secrets.io", "ExternalSecret", "", "app")]
    [InlineData("external-secrets.io", "ExternalSecret", "spec.target.name=tls", "tls")]
    [InlineData("cert-manager.io", "Certificate", "spec.secretName=tls", "tls")]
    [InlineData("cert-manager.io", "Certificate", "", null)]
    [InlineData("isindir.github.com", "SopsSecret", "spec.secretTemplates[].name=a,b", "a b")]
    [InlineData("secrets-store.csi.x-k8s.io", "SecretProviderClass", "spec.secretObjects[].secretName=x", "x")]
    [InlineData("bitnami.com", "SealedSecret", "", "app")]
    [InlineData("postgresql.cnpg.io", "Cluster", "", "app-*")]
    public void Names_secrets(string group, string kind, string fields, string? expected)
    {
        Assert.True(ResourceProducers.TryGet(group, kind, out var producer));
        var values = fields.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=')).ToDictionary(pair => pair[0], pair => pair[1].Split(','));
        var names = producer.NamesOf(ProducedKinds.Secrets).SelectMany(name => name.Expand("app", path => values.GetValueOrDefault(path) ?? []));
        Assert.Equal(expected?.Split(' ') ?? [], names);
    }

    [Theory]
    [InlineData("app-*", "app-rw", true)]
    [InlineData("app-*", "app", false)]
    [InlineData("app", "app", true)]
    [InlineData("app", "App", false)]
    [InlineData("*", "", true)]
    [InlineData("*app*", "my-app-x", true)]
    [InlineData("a*b*c", "a-b-b-c", true)]
    [InlineData("a*b*c", "a-b-b-d", false)]
    [InlineData("", "x", false)]
    public void Matches_names(string pattern, string name, bool matches) => Assert.Equal(matches, ProducedName.Matches(pattern, name));

    [Fact]
    public void Says_into_which_namespace()
    {
        Assert.True(ResourceProducers.TryGet("helm.toolkit.fluxcd.io", "HelmRelease", out var release));
        Assert.Equal(["spec.targetNamespace"], release.NamespacePaths);
        Assert.False(release.AnyNamespace);
        Assert.True(ResourceProducers.TryGet("external-secrets.io", "ClusterExternalSecret", out var cluster));
        Assert.True(cluster.AnyNamespace);
    }

    [Fact]
    public void Pods_that_a_manifest_shows_are_not_counted()
    {
        Assert.DoesNotContain(
            ResourceProducers.All,
            row => row.Produces.HasFlag(ProducedKinds.Pods) && PodTemplateKinds.TryGet(row.Group, row.Kind, out var templates) && templates.CreatesPods);
    }

    [Fact]
    public void Is_broad_and_well_formed()
    {
        Assert.True(ResourceProducers.All.Count > 700, $"{ResourceProducers.All.Count} rows");
        foreach (var row in ResourceProducers.All)
        {
            Assert.NotEqual(ProducedKinds.None, row.Produces);
            Assert.DoesNotContain('/', row.Group);
            Assert.All(row.OwnedLabelPrefixes, prefix => Assert.True(prefix[^1] is '/' or '.' or '-', $"{row.Group}: {prefix}"));
            Assert.All(row.Names, name => Assert.NotEqual(ProducedKinds.None, name.Kinds & row.Produces));
            Assert.All(row.Names, name => Assert.Equal(name.Pattern.Count(c => c == '{'), name.Pattern.Count(c => c == '}')));
            Assert.All(row.Names, name => Assert.NotEqual("*", name.Pattern));
        }
    }
}
