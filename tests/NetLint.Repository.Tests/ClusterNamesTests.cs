using NetLint.Repository.ArgoCd;
using NetLint.Repository.Flux;

namespace NetLint.Repository.Tests;

public sealed class ClusterNamesTests
{
    [Theory]
    [InlineData("{ server: 'https://kubernetes.default.svc' }", "home")]
    [InlineData("{ server: 'https://kubernetes.default.svc/' }", "home")]
    [InlineData("{ name: in-cluster }", "home")]
    [InlineData("{ name: production }", "production")]
    [InlineData("{ server: 'https://10.0.0.1:6443' }", "10.0.0.1:6443")]
    [InlineData("{ server: '{{server}}' }", null)]
    [InlineData("{ name: a, server: b }", null)]
    [InlineData("{}", null)]
    public void ADestinationNamesACluster(string destination, string? expected)
    {
        var read = ApplicationReader.Read(Yaml.Mapping($"spec: {{ destination: {destination} }}")).Destination;
        Assert.Equal(expected, ClusterNames.OfDestination(read, "home"));
    }

    [Theory]
    [InlineData("", "home")]
    [InlineData(", kubeConfig: { secretRef: { name: prod } }", "home/team-a/prod")]
    [InlineData(", kubeConfig: { configMapRef: { name: eu } }", "home/team-a/eu")]
    [InlineData(", kubeConfig: { secretRef: { name: '${C}' } }", null)]
    public void CredentialsNameACluster(string kubeConfig, string? expected)
    {
        var read = FluxReader.ReadKustomization(Yaml.Mapping($"spec: {{ path: x{kubeConfig} }}"));
        Assert.Equal(expected, ClusterNames.OfKubeConfig(read.KubeConfig, "home", "team-a"));
    }

    [Theory]
    [InlineData("flux-system", "flux-system", "flux-system", true)]
    [InlineData("cluster-apps", "flux-system", "flux-system", false)]
    [InlineData("flux-system", "flux-system", "other", false)]
    public void TheRootOfABootstrapIsRecognised(string name, string space, string source, bool expected) =>
        Assert.Equal(expected, ClusterNames.IsFluxRoot(FluxReader.ReadKustomization(Yaml.Mapping($"metadata: {{ name: {name}, namespace: {space} }}\nspec: {{ sourceRef: {{ name: {source} }} }}"))));

    [Theory]
    [InlineData("clusters/production", "production")]
    [InlineData("fleet/clusters/eu/one", "eu/one")]
    [InlineData("kubernetes/flux/cluster", "kubernetes/flux/cluster")]
    [InlineData("clusters", "clusters")]
    [InlineData("", null)]
    public void ItsPathNamesTheCluster(string directory, string? expected) => Assert.Equal(expected, ClusterNames.OfFluxRoot(directory));
}
