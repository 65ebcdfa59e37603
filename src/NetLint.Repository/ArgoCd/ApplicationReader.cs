using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Repository.Kustomize;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.ArgoCd;

/// <summary>Reads Argo CD Applications.</summary>
public static class ApplicationReader
{
    /// <summary>True for an Application.</summary>
    public static bool IsApplication(Resource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return resource is { Group: "argoproj.io", Kind: "Application" };
    }

    /// <summary>Reads an Application, or the template of one.</summary>
    /// <param name="node">A mapping with <c>metadata</c> and <c>spec</c>.</param>
    public static Application Read(YamlMapping node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var metadata = node.Mapping("metadata");
        var spec = node.Mapping("spec");
        var destination = spec.Mapping("destination");
        return new Application(node)
        {
            Name = metadata.Text("name"),
            Namespace = metadata.Text("namespace"),
            Project = spec.Text("project"),
            Destination = new ApplicationDestination(destination.Text("server"), destination.Text("name"), destination.Text("namespace")),
            Sources = [.. SourcesOf(spec).Select(ReadSource)],
        };
    }

    /// <summary>
    /// A hydrator wins over several sources, and these over a single one. Of a hydrator the dry source counts: what is synced is rendered from
    /// it, and a person edits the dry one.
    /// </summary>
    private static ImmutableArray<YamlMapping> SourcesOf(YamlMapping? spec)
    {
        if (spec.Mapping("sourceHydrator") is { } hydrator)
            return hydrator.Mapping("drySource") is { } dry ? [dry] : [];
        if (spec.Mappings("sources") is { IsEmpty: false } sources)
            return sources;
        return spec.Mapping("source") is { } source ? [source] : [];
    }

    /// <summary>Reads a source.</summary>
    internal static ApplicationSource ReadSource(YamlMapping node) => new(node)
    {
        RepoUrl = node.Text("repoURL"),
        Path = node.Text("path"),
        TargetRevision = node.Text("targetRevision"),
        Chart = node.Text("chart"),
        Ref = node.Text("ref"),
        Helm = node.Mapping("helm") is { } helm ? ReadHelm(helm) : null,
        Kustomize = node.Mapping("kustomize") is { } kustomize ? ReadKustomize(kustomize) : null,
        Directory = node.Mapping("directory") is { } directory ? new ApplicationDirectory(directory) : null,
        Plugin = node.Mapping("plugin"),
    };

    private static ApplicationHelm ReadHelm(YamlMapping node) => new(
        node,
        node.Text("releaseName"),
        node.Text("namespace"),
        node.Texts("valueFiles"),
        node.Text("values"),
        node.Mapping("valuesObject"),
        node.Mappings("parameters"),
        node.Flag("ignoreMissingValueFiles"));

    private static KustomizeOverrides ReadKustomize(YamlMapping node) => new()
    {
        Namespace = node.Text("namespace"),
        NamePrefix = node.Text("namePrefix"),
        NameSuffix = node.Text("nameSuffix"),
        Images = [.. node.Texts("images").Select(ReadImage)],
        Patches = [.. node.Mappings("patches")],
        Components = node.Texts("components"),
        IgnoresMissingComponents = node.Flag("ignoreMissingComponents"),
        Replicas = node.Mappings("replicas"),
        Labels = NotEmpty(node.Mapping("commonLabels")),
        LabelsWithoutSelectors = node.Flag("labelWithoutSelector"),
        LabelsInTemplates = node.Flag("labelIncludeTemplates"),
        ForcesLabels = node.Flag("forceCommonLabels"),
        Annotations = NotEmpty(node.Mapping("commonAnnotations")),
        ForcesAnnotations = node.Flag("forceCommonAnnotations"),
    };

    private static YamlMapping? NotEmpty(YamlMapping? mapping) => mapping is { Entries.IsEmpty: false } ? mapping : null;

    /// <summary>An image is <c>[name=]newName[:tag][@digest]</c>; the parts keep the place of the whole.</summary>
    private static YamlMapping ReadImage(YamlScalar image)
    {
        var equals = image.Value.IndexOf('=', StringComparison.Ordinal);
        var rest = image.Value[(equals + 1)..];
        var at = rest.IndexOf('@', StringComparison.Ordinal);
        var digest = at < 0 ? "" : rest[(at + 1)..];
        rest = at < 0 ? rest : rest[..at];
        // A colon before a slash belongs to the port of a registry.
        var colon = rest.IndexOf(':', rest.LastIndexOf('/') + 1);
        var tag = colon < 0 ? "" : rest[(colon + 1)..];
        var name = colon < 0 ? rest : rest[..colon];
        var entries = ImmutableArray.CreateBuilder<YamlMappingEntry>();
        Add("name", equals < 0 ? name : image.Value[..equals]);
        Add("newName", equals < 0 ? "" : name);
        Add("newTag", tag);
        Add("digest", digest);
        return new YamlMapping(image.Source, image.Span, null, entries.DrainToImmutable());

        void Add(string field, string value)
        {
            if (value.Length > 0)
                entries.Add(new YamlMappingEntry(new YamlScalar(image.Source, image.Span, null, field, ScalarStyle.Plain), new YamlScalar(image.Source, image.Span, null, value, ScalarStyle.DoubleQuoted), field));
        }
    }
}
