using System.Collections.Immutable;
using NetLint.Repository.Kustomize;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Flux;

/// <summary>The name of another Flux object.</summary>
/// <param name="Kind">Its kind; null when the field has a fixed kind.</param>
/// <param name="Name">Its name.</param>
/// <param name="Namespace">Its namespace as written; null for that of the object that refers to it.</param>
public sealed record FluxReference(YamlScalar? Kind, YamlScalar? Name, YamlScalar? Namespace);

/// <summary>A Flux Kustomization: a directory of a source, built and applied. Scalars are null when they are not written, empty or of the wrong type.</summary>
/// <param name="Node">The object.</param>
public sealed record FluxKustomization(YamlMapping Node)
{
    /// <summary>Its name.</summary>
    public YamlScalar? Name { get; init; }

    /// <summary>The namespace it lives in as written.</summary>
    public YamlScalar? Namespace { get; init; }

    /// <summary>The directory within the source as written; null for its root.</summary>
    public YamlScalar? Path { get; init; }

    /// <summary>The directory within the source, normal: <c>..</c> stops at the root, as for Flux; "" is the root.</summary>
    public string Directory { get; init; } = "";

    /// <summary>What holds the files: a GitRepository, OCIRepository, Bucket or ExternalArtifact.</summary>
    public required FluxReference Source { get; init; }

    /// <summary>The namespace of everything; null when objects stay where they say.</summary>
    public YamlScalar? TargetNamespace { get; init; }

    /// <summary>What is changed of the kustomization before it is built, <see cref="TargetNamespace"/> included.</summary>
    public KustomizeOverrides Overrides { get; init; } = KustomizeOverrides.None;

    /// <summary>Labels that every object gets after building; only the object's own metadata.</summary>
    public YamlMapping? CommonLabels { get; init; }

    /// <summary>Annotations that every object gets after building; only the object's own metadata.</summary>
    public YamlMapping? CommonAnnotations { get; init; }

    /// <summary>Variables that are filled in after building; null when none are.</summary>
    public PostBuild? PostBuild { get; init; }

    /// <summary>The Kustomizations that are applied first.</summary>
    public ImmutableArray<FluxReference> DependsOn { get; init; } = [];

    /// <summary>The credentials of another cluster; null when the objects go to the cluster the Kustomization lives in.</summary>
    public YamlMapping? KubeConfig { get; init; }

    /// <summary>True when nothing is applied for now.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>True when encrypted files are decrypted on the way.</summary>
    public bool IsDecrypting { get; init; }

    /// <summary>True when objects that are gone from the source are deleted.</summary>
    public bool IsPruning { get; init; }

    /// <summary>The smallest place that names it.</summary>
    public Origin Origin => Name?.Origin ?? Node.Origin;
}

/// <summary>What is filled in after building.</summary>
/// <param name="Node">Where it is written.</param>
/// <param name="IsAlways">True when text is filled in even where no variable is defined, so that defaults apply.</param>
/// <param name="Substitute">The variables that are written here; they win over all others.</param>
/// <param name="SubstituteFrom">The objects that hold further variables, later ones winning.</param>
public sealed record PostBuild(YamlMapping Node, bool IsAlways, YamlMapping? Substitute, ImmutableArray<SubstituteReference> SubstituteFrom);

/// <summary>An object of the Kustomization's namespace that holds variables.</summary>
/// <param name="Kind"><c>ConfigMap</c> or <c>Secret</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsOptional">True when it may be missing.</param>
public sealed record SubstituteReference(YamlScalar? Kind, YamlScalar? Name, bool IsOptional);

/// <summary>A GitRepository, OCIRepository, Bucket or HelmRepository.</summary>
/// <param name="Node">The object.</param>
/// <param name="Name">Its name.</param>
/// <param name="Namespace">The namespace it lives in as written.</param>
/// <param name="Url">Its address; of a Bucket, null.</param>
/// <param name="Includes">Other GitRepositories whose files are copied into this one.</param>
public sealed record FluxSource(YamlMapping Node, YamlScalar? Name, YamlScalar? Namespace, YamlScalar? Url, ImmutableArray<YamlMapping> Includes);

/// <summary>A HelmRelease.</summary>
/// <param name="Node">The object.</param>
public sealed record HelmRelease(YamlMapping Node)
{
    /// <summary>Its name.</summary>
    public YamlScalar? Name { get; init; }

    /// <summary>The namespace it lives in as written.</summary>
    public YamlScalar? Namespace { get; init; }

    /// <summary>The release name as written; see <see cref="ReleaseName"/>.</summary>
    public YamlScalar? WrittenReleaseName { get; init; }

    /// <summary>The namespace the chart is installed to as written; null for the one the HelmRelease lives in.</summary>
    public YamlScalar? TargetNamespace { get; init; }

    /// <summary>The namespace Helm keeps the release in as written; null for the one the HelmRelease lives in.</summary>
    public YamlScalar? StorageNamespace { get; init; }

    /// <summary>The name or path of the chart in <see cref="Source"/>; null when <see cref="ChartReference"/> names the chart.</summary>
    public YamlScalar? Chart { get; init; }

    /// <summary>The version of the chart.</summary>
    public YamlScalar? Version { get; init; }

    /// <summary>The HelmRepository, GitRepository or Bucket that holds the chart.</summary>
    public FluxReference? Source { get; init; }

    /// <summary>The HelmChart, OCIRepository or ExternalArtifact that is the chart.</summary>
    public FluxReference? ChartReference { get; init; }

    /// <summary>Values that are written here.</summary>
    public YamlMapping? Values { get; init; }

    /// <summary>Objects that hold further values, which those written here win over.</summary>
    public ImmutableArray<YamlMapping> ValuesFrom { get; init; } = [];

    /// <summary>The credentials of another cluster; null when the chart goes to the cluster the HelmRelease lives in.</summary>
    public YamlMapping? KubeConfig { get; init; }

    /// <summary>True when nothing is installed for now.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>True when patches change the manifests of the chart.</summary>
    public bool HasPostRenderers { get; init; }

    /// <summary>The smallest place that names it.</summary>
    public Origin Origin => Name?.Origin ?? Node.Origin;

    /// <summary>
    /// The name of the release: the one written, else the name of the HelmRelease after that of its target namespace. A name over 53 characters
    /// is cut and gets a hash at its end.
    /// </summary>
    public string? ReleaseName => HelmReleaseName.Of(WrittenReleaseName?.Value, TargetNamespace?.Value, Name?.Value);
}
