using System.Collections.Immutable;
using NetLint.Repository;

namespace NetLint.Analysis.Configuration;

/// <summary>The form of a value in the configuration file.</summary>
internal enum ConfigurationShape
{
    /// <summary>A version of Kubernetes; an unquoted one is a YAML number.</summary>
    Version,

    /// <summary>Two ports with a hyphen between them.</summary>
    PortRange,

    /// <summary>A text that is not empty.</summary>
    Text,

    /// <summary>One of the kinds that external resources can have.</summary>
    Kind,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A list of globs over paths.</summary>
    Globs,

    /// <summary>A mapping of rule selectors to settings.</summary>
    Rules,

    /// <summary>A list of mappings.</summary>
    Objects,

    /// <summary>A mapping.</summary>
    Object,

    /// <summary>One of <see cref="ConfigurationKey.Choices"/>.</summary>
    Choice,

    /// <summary>A directory, or a glob of directories.</summary>
    Directory,

    /// <summary>A list of directories and globs of directories.</summary>
    Directories,

    /// <summary>The name of a namespace.</summary>
    NamespaceName,

    /// <summary>A list of addresses of repositories.</summary>
    Addresses,
}

/// <summary>A key of the configuration file. Reader, JSON Schema and suggestions are all made from these.</summary>
/// <param name="Name">The key.</param>
/// <param name="Shape">The form of its value.</param>
/// <param name="Description">What it is for: sentences for the schema.</param>
internal sealed record ConfigurationKey(string Name, ConfigurationShape Shape, string Description)
{
    /// <summary>True when the mapping is of no use without the key.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The keys of the mapping, or of the mappings in a list of them.</summary>
    public ImmutableArray<ConfigurationKey> Fields { get; init; } = [];

    /// <summary>The words the value can be.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    public static ConfigurationKey KubernetesVersion { get; } = new(
        "kubernetesVersion",
        ConfigurationShape.Version,
        "The Kubernetes version the manifests are meant for, such as \"1.34\". By default the newest version NetLint knows.");

    public static ConfigurationKey NodePortRange { get; } = new(
        "nodePortRange",
        ConfigurationShape.PortRange,
        "The ports the API server takes node ports from, as in its flag --service-node-port-range. By default \"30000-32767\".");

    public static ConfigurationKey ClassName { get; } = new(
        "name", ConfigurationShape.Text, "The name that ingressClassName refers to.")
    { IsRequired = true };

    public static ConfigurationKey ClassController { get; } = new(
        "controller", ConfigurationShape.Text, "The controller that serves the class, as in spec.controller of an IngressClass, such as \"k8s.io/ingress-nginx\".");

    public static ConfigurationKey ClassDefault { get; } = new(
        "default", ConfigurationShape.Flag, "True when Ingresses without a class get this one.");

    public static ConfigurationKey IngressClasses { get; } = new(
        "ingressClasses",
        ConfigurationShape.Objects,
        "The ingress classes of the cluster that no manifest of the repository declares. An empty list says that there are none.")
    {
        Fields = [ClassName, ClassController, ClassDefault],
    };

    public static ConfigurationKey ExternalKind { get; } = new(
        "kind", ConfigurationShape.Kind, "The kind of the resources; * stands for any kind.")
    { IsRequired = true };

    public static ConfigurationKey ExternalNamespace { get; } = new(
        "namespace", ConfigurationShape.Text, "The namespace they are in, where * stands for any text. By default any namespace.");

    public static ConfigurationKey ExternalName { get; } = new(
        "name", ConfigurationShape.Text, "Their name, where * stands for any text. By default any name.");

    public static ConfigurationKey External { get; } = new(
        "external",
        ConfigurationShape.Objects,
        "Resources that exist in the cluster and not in the repository. NetLint never reports a reference to them as broken.")
    {
        Fields = [ExternalKind, ExternalNamespace, ExternalName],
    };

    public static ConfigurationKey UnitPath { get; } = new(
        "path", ConfigurationShape.Directory, "The directory of the unit, from the root of the repository, where * stands for text within a segment and ** for any number of segments. With wildcards each directory is a unit. Of several entries for a directory the last counts.")
    { IsRequired = true };

    public static ConfigurationKey UnitName { get; } = new(
        "name", ConfigurationShape.Text, "What to call the unit. By default its directory.");

    public static ConfigurationKey UnitKind { get; } = new(
        "kind", ConfigurationShape.Choice, "How the unit is made. kustomization: it is rendered, also when another kustomization uses it. directory: its manifests are deployed as they are. auto, the default: rendered where there is a kustomization.")
    { Choices = UnitOverride.Kinds };

    public static ConfigurationKey UnitRecurse { get; } = new(
        "recurse", ConfigurationShape.Flag, "True when manifests in directories below belong to the unit as well.");

    public static ConfigurationKey UnitNamespace { get; } = new(
        "namespace", ConfigurationShape.NamespaceName, "The namespace that objects without one are applied to.");

    public static ConfigurationKey UnitCluster { get; } = new(
        "cluster", ConfigurationShape.Text, "The cluster the unit is applied to. Units of one cluster see each other.");

    public static ConfigurationKey UnitIgnore { get; } = new(
        "ignore", ConfigurationShape.Flag, "True when nothing in or below the directory is deployed: no unit is looked for there.");

    public static ConfigurationKey Units { get; } = new(
        "units",
        ConfigurationShape.Objects,
        "What is deployed together, where NetLint cannot find it out or finds out something else. 'netlint units' shows what it found.")
    {
        Fields = [UnitPath, UnitName, UnitKind, UnitRecurse, UnitNamespace, UnitCluster, UnitIgnore],
    };

    public static ConfigurationKey ClusterName { get; } = new(
        "name", ConfigurationShape.Text, "The name of the cluster.")
    { IsRequired = true };

    public static ConfigurationKey ClusterPaths { get; } = new(
        "paths", ConfigurationShape.Directories, "Units at or below these directories reach the cluster; wildcards as in the path of a unit. Of several clusters for a unit the last counts.")
    { IsRequired = true };

    public static ConfigurationKey ClusterNamespace { get; } = new(
        "namespace", ConfigurationShape.NamespaceName, "The namespace that objects without one are applied to, where their unit does not say.");

    public static ConfigurationKey Clusters { get; } = new(
        "clusters", ConfigurationShape.Objects, "Which units reach one API server. Units of one cluster see each other.")
    {
        Fields = [ClusterName, ClusterPaths, ClusterNamespace],
    };

    public static ConfigurationKey RepositoryUrls { get; } = new(
        "urls", ConfigurationShape.Addresses, "Addresses under which Argo CD and Flux know this repository, besides those of its git remotes.")
    { IsRequired = true };

    public static ConfigurationKey Repository { get; } = new(
        "repository", ConfigurationShape.Object, "What is known of the repository itself.")
    {
        Fields = [RepositoryUrls],
    };

    public static ConfigurationKey Include { get; } = new(
        "include",
        ConfigurationShape.Globs,
        "The files to read: * stands for text within a segment of a path, ** for any number of segments, and a glob without a slash matches at any depth. By default every YAML and JSON file.");

    public static ConfigurationKey Exclude { get; } = new(
        "exclude", ConfigurationShape.Globs, "The files to leave out, also of those that include names.");

    public static ConfigurationKey Rules { get; } = new(
        "rules",
        ConfigurationShape.Rules,
        "Which rules run and how grave their findings are. A key is an id (NL1004), a case (NL1012/ip-literal), the beginning of ids (NL1), a slug, a category or all. The narrowest key counts, and of equally narrow ones the last.");

    public static ConfigurationKey OverrideFiles { get; } = new(
        "files", ConfigurationShape.Globs, "The files the settings are for.")
    { IsRequired = true };

    public static ConfigurationKey OverrideRules { get; } = new(
        "rules",
        ConfigurationShape.Rules,
        "Settings as in the rules of the whole repository, which they follow. Findings of a rule that is off here are counted as suppressed.")
    { IsRequired = true };

    public static ConfigurationKey OverrideReason { get; } = new(
        "reason", ConfigurationShape.Text, "Why; it is kept with each suppressed finding.");

    public static ConfigurationKey Overrides { get; } = new(
        "overrides", ConfigurationShape.Objects, "Settings of rules for some files.")
    {
        Fields = [OverrideFiles, OverrideRules, OverrideReason],
    };

    /// <summary>The keys of the file.</summary>
    public static ImmutableArray<ConfigurationKey> All { get; } =
        [KubernetesVersion, NodePortRange, IngressClasses, External, Units, Clusters, Repository, Include, Exclude, Rules, Overrides];

    /// <summary>The words a rule can be set to, in the order of <see cref="RuleSetting"/>.</summary>
    public static ImmutableArray<(string Word, RuleSetting Setting, string Description)> Settings { get; } =
    [
        ("off", RuleSetting.Off, "Not reported."),
        ("on", RuleSetting.On, "Reported with its own severity, also when it is off by default."),
        ("info", RuleSetting.Info, "Reported as info."),
        ("warning", RuleSetting.Warning, "Reported as a warning."),
        ("error", RuleSetting.Error, "Reported as an error."),
    ];
}
