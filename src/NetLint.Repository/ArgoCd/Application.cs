using System.Collections.Immutable;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.ArgoCd;

/// <summary>An Argo CD Application: what is deployed from where to where. Scalars are null when they are not written, empty or of the wrong type.</summary>
/// <param name="Node">The object.</param>
public sealed record Application(YamlMapping Node)
{
    /// <summary>Its name.</summary>
    public YamlScalar? Name { get; init; }

    /// <summary>The namespace it lives in, which is that of Argo CD.</summary>
    public YamlScalar? Namespace { get; init; }

    /// <summary>The project.</summary>
    public YamlScalar? Project { get; init; }

    /// <summary>Where its objects go.</summary>
    public required ApplicationDestination Destination { get; init; }

    /// <summary>Where its objects come from, in order; of two sources that hold the same object the later one counts.</summary>
    public ImmutableArray<ApplicationSource> Sources { get; init; } = [];

    /// <summary>The place of the ApplicationSet that makes it; null for one that is written.</summary>
    public Origin? GeneratedBy { get; init; }

    /// <summary>
    /// True when it stands for any number of applications, as the parameters of an ApplicationSet are not all known: what holds text that is not
    /// filled in differs from one to the next, and what does not is common to all.
    /// </summary>
    public bool IsOpen { get; init; }

    /// <summary>True when its parameters were taken from files that are only assumed to be those of the repository the ApplicationSet names.</summary>
    public bool IsAssumed { get; init; }

    /// <summary>True when a patch of the ApplicationSet, which is not applied, may change anything of it but the project.</summary>
    public bool IsPatched { get; init; }

    /// <summary>The smallest place that names it.</summary>
    public Origin Origin => Name?.Origin ?? Node.Origin;
}

/// <summary>The cluster and namespace of an Application.</summary>
/// <param name="Server">The address of the API server.</param>
/// <param name="Name">The name of the cluster; one of the two is given.</param>
/// <param name="Namespace">The namespace of objects that name none.</param>
public sealed record ApplicationDestination(YamlScalar? Server, YamlScalar? Name, YamlScalar? Namespace);

/// <summary>One source of an Application.</summary>
/// <param name="Node">Where it is written.</param>
public sealed record ApplicationSource(YamlMapping Node)
{
    /// <summary>The address of the repository: git, a Helm repository or a registry.</summary>
    public YamlScalar? RepoUrl { get; init; }

    /// <summary>The directory within a git repository.</summary>
    public YamlScalar? Path { get; init; }

    /// <summary>The branch, tag or commit, or the version of the chart.</summary>
    public YamlScalar? TargetRevision { get; init; }

    /// <summary>The chart of a Helm repository.</summary>
    public YamlScalar? Chart { get; init; }

    /// <summary>The name by which other sources reach the files of this one, as <c>$name/path</c>.</summary>
    public YamlScalar? Ref { get; init; }

    /// <summary>Options of Helm; null when none are written.</summary>
    public ApplicationHelm? Helm { get; init; }

    /// <summary>What is changed of the kustomization; null when no options of kustomize are written.</summary>
    public Kustomize.KustomizeOverrides? Kustomize { get; init; }

    /// <summary>Options of a directory of plain manifests; null when none are written.</summary>
    public ApplicationDirectory? Directory { get; init; }

    /// <summary>The options of a plugin; null when none are written.</summary>
    public YamlMapping? Plugin { get; init; }

    /// <summary>True when the source only lends its files to others and deploys nothing.</summary>
    public bool IsReferenceOnly => Ref is not null && Path is null && Chart is null;
}

/// <summary>Options of Helm.</summary>
/// <param name="Node">Where they are written.</param>
/// <param name="ReleaseName">The name of the release; null for that of the Application.</param>
/// <param name="Namespace">The namespace given to the templates; null for that of the destination.</param>
/// <param name="ValueFiles">Files of values, relative to the chart or <c>$ref/path</c>, later ones winning.</param>
/// <param name="Values">Values as text.</param>
/// <param name="ValuesObject">Values as an object, which wins over the text.</param>
/// <param name="Parameters">Values one by one, which win over all others: <c>name</c>, <c>value</c>, <c>forceString</c>.</param>
/// <param name="IgnoresMissingValueFiles">True when files of values that do not exist are left out.</param>
public sealed record ApplicationHelm(
    YamlMapping Node,
    YamlScalar? ReleaseName,
    YamlScalar? Namespace,
    ImmutableArray<YamlScalar> ValueFiles,
    YamlScalar? Values,
    YamlMapping? ValuesObject,
    ImmutableArray<YamlMapping> Parameters,
    bool IgnoresMissingValueFiles);
