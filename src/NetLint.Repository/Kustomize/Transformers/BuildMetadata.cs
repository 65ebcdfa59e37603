using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Configuration;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>
/// The last step of a build: metadata it was asked to write is written, what it keeps for itself is taken out, and annotations become
/// strings, as they do when kustomize writes them back.
/// </summary>
internal sealed class BuildMetadata
{
    /// <summary>The annotation that says where an object comes from.</summary>
    public const string SourceKey = "config.kubernetes.io/origin";

    /// <summary>The annotation that lists what changed an object.</summary>
    public const string TransformationsKey = "alpha.config.kubernetes.io/transformations";

    private const string ManagedByKey = "app.kubernetes.io/managed-by";

    /// <summary>The release whose output is imitated.</summary>
    private const string ManagedBy = "kustomize-v5.7.1";

    private static readonly string[] s_internal =
    [
        "internal.config.kubernetes.io/previousKinds", "internal.config.kubernetes.io/previousNames", "internal.config.kubernetes.io/prefixes",
        "internal.config.kubernetes.io/suffixes", "internal.config.kubernetes.io/previousNamespaces", "internal.config.kubernetes.io/refBy",
        "internal.config.kubernetes.io/generatorBehavior", "internal.config.kubernetes.io/needsHashSuffix",
        "internal.config.kubernetes.io/allowNameChange", "internal.config.kubernetes.io/allowKindChange",
        "internal.config.kubernetes.io/path", "internal.config.kubernetes.io/index", "internal.config.kubernetes.io/seqindent",
        "internal.config.kubernetes.io/id", "internal.config.kubernetes.io/annotations-migration-resource-id",
        "config.kubernetes.io/path", "config.kubernetes.io/index", "config.k8s.io/id", SourceKey, TransformationsKey,
    ];

    private readonly ImmutableArray<YamlScalar> _options;

    /// <summary>Reads the options of a kustomization.</summary>
    public BuildMetadata(KustomizationFile file) => _options = file.Texts("buildMetadata");

    /// <summary>True when anything is asked for, so that the sources of objects must be tracked.</summary>
    public bool IsTracked => !_options.IsEmpty;

    /// <summary>Finishes the objects.</summary>
    public void Finish(ObjectList objects)
    {
        if (Option("managedByLabel") is { } managed)
        {
            var key = Rendered.Plain(ManagedByKey, managed.Origin);
            var field = new FieldSpec(new ObjectKind("", "", ""), "metadata/labels", Create: true);
            MetadataTransformer.Labels([(key, Rendered.String(ManagedBy, managed.Origin))], [field]).Apply(objects);
        }

        foreach (var item in objects.Objects)
            Finish(item);
    }

    private void Finish(KustomizeObject item)
    {
        if (item.Metadata is not { } metadata)
            return;
        var annotations = metadata["annotations"];
        var entries = annotations is YamlMapping mapping ? Clean(mapping) : [];
        if (item.Provenance is { Source: not null } provenance && Option("originAnnotations") is { } origin)
            entries = entries.Add(Entry(SourceKey, provenance.SourceText, origin));
        if (item.Provenance is { Transformations.IsEmpty: false } changed && Option("transformerAnnotations") is { } transformations)
            entries = entries.Add(Entry(TransformationsKey, changed.TransformationsText, transformations));
        if (entries.IsEmpty)
        {
            if (annotations is not null)
                item.Root = item.Root.With(Rendered.Plain("metadata", metadata.Origin), metadata.Without("annotations"));
            return;
        }

        if (annotations is YamlMapping old && old.Entries == entries)
            return;
        var holder = annotations as YamlMapping ?? Rendered.Mapping(entries[0].Value.Origin);
        item.Root = item.Root.With(
            Rendered.Plain("metadata", metadata.Origin),
            metadata.With(Rendered.Plain("annotations", holder.Origin), holder.WithEntries(entries)));
    }

    private static ImmutableArray<YamlMappingEntry> Clean(YamlMapping annotations)
    {
        var entries = annotations.Entries;
        if (entries.Any(entry => entry.Name is { } name && Array.IndexOf(s_internal, name) >= 0))
            entries = entries.RemoveAll(entry => Array.IndexOf(s_internal, entry.Name) >= 0);
        for (var i = 0; i < entries.Length; i++)
        {
            var value = entries[i].Value;
            if (value is YamlScalar { Style: not ScalarStyle.Plain })
                continue;
            if (value is YamlScalar scalar)
            {
                if (scalar.Resolve().Kind != ScalarKind.String)
                    entries = entries.SetItem(i, entries[i] with { Value = Rendered.Scalar(scalar.Value, ScalarStyle.DoubleQuoted, scalar.Origin, scalar.EarlierOrigins) });
            }
            else
            {
                entries = entries.SetItem(i, entries[i] with { Value = Rendered.String("", value.Origin) });
            }
        }

        return entries;
    }

    private YamlScalar? Option(string name) => _options.FirstOrDefault(option => option.Value == name);

    private static YamlMappingEntry Entry(string key, string value, YamlScalar option) =>
        new(Rendered.Plain(key, option.Origin), Rendered.String(value, option.Origin), key);
}
