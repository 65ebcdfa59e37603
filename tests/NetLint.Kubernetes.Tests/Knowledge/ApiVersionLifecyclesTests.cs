using NetLint.Kubernetes.Knowledge;

namespace NetLint.Kubernetes.Tests.Knowledge;

public class ApiVersionLifecyclesTests
{
    [Theory]
    [InlineData("1.34", 1, 34)]
    [InlineData("v1.34", 1, 34)]
    [InlineData("1.34.2", 1, 34)]
    [InlineData("v1.9.11-gke.5", 1, 9)]
    [InlineData("1.30+k3s1", 1, 30)]
    [InlineData(" 1.37 ", 1, 37)]
    public void Reads_versions(string text, int major, int minor) =>
        Assert.Equal(new KubernetesVersion(major, minor), KubernetesVersion.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.")]
    [InlineData("1.x")]
    [InlineData("1.34.")]
    [InlineData("1.34x")]
    [InlineData("1.34-")]
    [InlineData("vv1.34")]
    [InlineData("-1.34")]
    [InlineData("1.99999999999")]
    public void Refuses_what_is_no_version(string? text)
    {
        Assert.False(KubernetesVersion.TryParse(text, out var version));
        Assert.Equal(default, version);
    }

    [Fact]
    public void Refusing_names_the_text() =>
        Assert.Contains("latest", Assert.Throws<FormatException>(() => KubernetesVersion.Parse("latest")).Message, StringComparison.Ordinal);

    [Fact]
    public void Orders_by_number_not_by_text()
    {
        Assert.True(new KubernetesVersion(1, 9) < new KubernetesVersion(1, 10));
        Assert.True(new KubernetesVersion(2, 0) > new KubernetesVersion(1, 37));
        Assert.True(new KubernetesVersion(1, 9) <= new KubernetesVersion(1, 9));
        Assert.True(new KubernetesVersion(1, 9) >= new KubernetesVersion(1, 9));
        Assert.Equal("1.37", KubernetesVersion.Newest.ToString());
    }

    [Theory]
    [InlineData("extensions/v1beta1", "Ingress", "1.14", "1.22", "networking.k8s.io/v1")]
    [InlineData("networking.k8s.io/v1beta1", "Ingress", "1.19", "1.22", "networking.k8s.io/v1")]
    [InlineData("networking.k8s.io/v1beta1", "IngressClass", "1.19", "1.22", "networking.k8s.io/v1")]
    [InlineData("networking.k8s.io/v1beta1", "ServiceCIDR", "1.34", "1.37", "networking.k8s.io/v1")]
    [InlineData("extensions/v1beta1", "NetworkPolicy", "1.9", "1.16", "networking.k8s.io/v1")]
    [InlineData("discovery.k8s.io/v1beta1", "EndpointSlice", "1.21", "1.25", "discovery.k8s.io/v1")]
    [InlineData("apps/v1beta2", "StatefulSet", "1.9", "1.16", "apps/v1")]
    [InlineData("batch/v1beta1", "CronJob", "1.21", "1.25", "batch/v1")]
    [InlineData("policy/v1beta1", "PodDisruptionBudget", "1.21", "1.25", "policy/v1")]
    [InlineData("policy/v1beta1", "PodSecurityPolicy", "1.21", "1.25", null)]
    [InlineData("autoscaling/v2beta2", "HorizontalPodAutoscaler", "1.23", "1.26", "autoscaling/v2")]
    [InlineData("apiextensions.k8s.io/v1beta1", "CustomResourceDefinition", "1.16", "1.22", "apiextensions.k8s.io/v1")]
    [InlineData("flowcontrol.apiserver.k8s.io/v1beta3", "FlowSchema", "1.29", "1.32", "flowcontrol.apiserver.k8s.io/v1")]
    [InlineData("v1", "Endpoints", "1.33", null, "discovery.k8s.io/v1")]
    public void Knows_when_versions_end(string apiVersion, string kind, string deprecated, string? removed, string? replacement)
    {
        Assert.True(ApiVersionLifecycles.TryGet(apiVersion, kind, out var lifecycle));
        Assert.Equal(KubernetesVersion.Parse(deprecated), lifecycle.DeprecatedIn);
        Assert.Equal(removed, lifecycle.RemovedIn?.ToString());
        Assert.Equal(replacement, lifecycle.Replacement);
    }

    [Theory]
    [InlineData("apps/v1", "Deployment")]
    [InlineData("networking.k8s.io/v1", "Ingress")]
    [InlineData("extensions/v1beta1", "Service")]
    [InlineData("gateway.networking.k8s.io/v1alpha2", "HTTPRoute")]
    [InlineData("APPS/v1beta1", "Deployment")]
    public void Says_nothing_of_other_versions(string apiVersion, string kind) => Assert.False(ApiVersionLifecycles.TryGet(apiVersion, kind, out _));

    [Fact]
    public void Judges_by_the_version_of_the_cluster()
    {
        Assert.True(ApiVersionLifecycles.TryGet("extensions/v1beta1", "Ingress", out var ingress));
        Assert.False(ingress.IsDeprecatedIn(new KubernetesVersion(1, 13)));
        Assert.True(ingress.IsDeprecatedIn(new KubernetesVersion(1, 21)));
        Assert.False(ingress.IsRemovedIn(new KubernetesVersion(1, 21)));
        Assert.True(ingress.IsRemovedIn(new KubernetesVersion(1, 22)));
        Assert.False(ingress.IsDeprecatedIn(new KubernetesVersion(1, 22)));
    }

    [Fact]
    public void Endpoints_become_another_kind()
    {
        Assert.True(ApiVersionLifecycles.TryGet("v1", "Endpoints", out var endpoints));
        Assert.Equal("EndpointSlice", endpoints.ReplacementKind);
    }

    [Fact]
    public void Rows_are_consistent()
    {
        Assert.True(ApiVersionLifecycles.All.Count > 100);
        foreach (var row in ApiVersionLifecycles.All)
        {
            Assert.True(row.DeprecatedIn <= KubernetesVersion.Newest, row.ToString());
            Assert.True(row.RemovedIn is null || row.DeprecatedIn <= row.RemovedIn, row.ToString());
            Assert.Equal(row.Replacement is null, row.ReplacementSince is null);
            Assert.True(row.ReplacementSince is null || row.ReplacementSince <= KubernetesVersion.Newest, row.ToString());

            // A replacement is never itself on its way out.
            if (row.Replacement is { } replacement) Assert.False(ApiVersionLifecycles.TryGet(replacement, row.ReplacementKind ?? row.Kind, out _));
        }
    }
}
