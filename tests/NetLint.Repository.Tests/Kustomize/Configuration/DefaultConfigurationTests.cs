using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Configuration;

namespace NetLint.Repository.Tests.Kustomize.Configuration;

public sealed class DefaultConfigurationTests
{
    private static readonly TransformerConfiguration Defaults = TransformerConfiguration.Default;

    [Fact]
    public void EveryTableHasAsManyRowsAsTheToolsOwn()
    {
        Assert.Equal(
            [1, 1, 3, 32, 0, 10, 9, 72, 6, 4],
            [
                Defaults.NamePrefix.Length, Defaults.NameSuffix.Length, Defaults.Namespace.Length, Defaults.CommonLabels.Length, Defaults.Labels.Length,
                Defaults.TemplateLabels.Length, Defaults.CommonAnnotations.Length, Defaults.VarReference.Length, Defaults.Images.Length, Defaults.Replicas.Length,
            ]);
        Assert.Equal(16, Defaults.NameReference.Length);
        Assert.Equal(167, Defaults.NameReference.Sum(reference => reference.Referrers.Length));
    }

    [Theory]
    [InlineData("", "v1", "ConfigMap", 52)]
    [InlineData("", "v1", "Secret", 70)]
    [InlineData("", "v1", "Service", 8)]
    [InlineData("", "v1", "ServiceAccount", 9)]
    [InlineData("", "v1", "PersistentVolumeClaim", 7)]
    [InlineData("rbac.authorization.k8s.io", "", "ClusterRole", 2)]
    [InlineData("networking.k8s.io/v1", "v1", "IngressClass", 1)]
    public void NamesOfAKindAreLookedForInSoManyFields(string group, string version, string kind, int fields) =>
        Assert.Equal(fields, Assert.Single(Defaults.NameReference, reference => reference.Referent == new ObjectKind(group, version, kind)).Referrers.Length);

    [Fact]
    public void SelectorsOfJobsAreNotMadeThoseOfDeploymentsAre()
    {
        bool Made(string kind, string path) => Assert.Single(Defaults.CommonLabels, spec => spec.Kind.Kind == kind && spec.Path == path).Create;

        Assert.True(Made("Deployment", "spec/selector/matchLabels"));
        Assert.True(Made("StatefulSet", "spec/volumeClaimTemplates[]/metadata/labels"));
        Assert.False(Made("Job", "spec/selector/matchLabels"));
        Assert.False(Made("NetworkPolicy", "spec/ingress/from/podSelector/matchLabels"));
        Assert.False(Made("Deployment", "spec/template/spec/topologySpreadConstraints/labelSelector/matchLabels"));
    }

    [Fact]
    public void ASlashInAnAnnotationStaysInItsName()
    {
        var secrets = Defaults.NameReference.Single(reference => reference.Referent.Kind == "Secret").Referrers;

        Assert.Contains(secrets, spec => spec.Segments is ["metadata", "annotations", "nginx.ingress.kubernetes.io/auth-tls-secret"]);
    }

    [Fact]
    public void KindsThatOthersReferToComeFirst() => Assert.Equal(
        ["StorageClass", "ServiceAccount", "Role", "ClusterRole", "ConfigMap", "Secret", "Service", "PriorityClass", "PersistentVolume"],
        Defaults.NameReference.Take(9).Select(reference => reference.Referent.Kind));
}
