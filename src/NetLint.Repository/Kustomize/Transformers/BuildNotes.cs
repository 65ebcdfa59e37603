using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>
/// kustomize keeps what <c>buildMetadata</c> asks for among the annotations of objects while it builds, where patches meet it: one that
/// replaces all annotations takes it away.
/// </summary>
internal static class BuildNotes
{
    private static readonly YamlMapping s_empty = new(SourceText.From(new SourceId(""), ""), default, null, []);

    /// <summary>True for a transformer that may take notes away.</summary>
    public static bool MayBeLostTo(ITransformer transformer) =>
        transformer is PatchTransformer or PatchJson6902Transformer or PatchStrategicMergeTransformer;

    /// <summary>Writes what is noted into the annotations.</summary>
    public static void Write(ObjectList objects)
    {
        foreach (var item in objects.Objects)
        {
            if (item is not { Provenance: { } provenance, Metadata: { } metadata } || metadata["annotations"] is not (null or { IsNull: true } or YamlMapping))
                continue;
            var annotations = metadata["annotations"] as YamlMapping ?? s_empty;
            if (provenance.Source is not null)
                annotations = annotations.With(Key(BuildMetadata.SourceKey, metadata), Rendered.String(provenance.SourceText, metadata.Origin));
            if (!provenance.Transformations.IsEmpty)
                annotations = annotations.With(Key(BuildMetadata.TransformationsKey, metadata), Rendered.String(provenance.TransformationsText, metadata.Origin));
            Put(item, metadata, annotations);
        }
    }

    /// <summary>Takes the annotations out again, and forgets what is no longer among them.</summary>
    public static void Read(ObjectList objects)
    {
        foreach (var item in objects.Objects)
        {
            if (item is not { Provenance: { } provenance, Metadata: { } metadata } || metadata["annotations"] is not (null or { IsNull: true } or YamlMapping))
                continue;
            var annotations = metadata["annotations"] as YamlMapping ?? s_empty;
            if (annotations[BuildMetadata.SourceKey] is null)
                provenance = provenance with { Source = null };
            if (annotations[BuildMetadata.TransformationsKey] is null)
                provenance = provenance with { Transformations = [] };
            item.Provenance = provenance;
            var own = annotations.Without(BuildMetadata.SourceKey).Without(BuildMetadata.TransformationsKey);
            if (!ReferenceEquals(own, annotations))
                Put(item, metadata, own);
        }
    }

    private static void Put(KustomizeObject item, YamlMapping metadata, YamlMapping annotations)
    {
        var changed = annotations.Entries.IsEmpty ? metadata.Without("annotations") : metadata.With(Key("annotations", metadata), annotations);
        item.Root = item.Root.With(Key("metadata", metadata), changed);
    }

    private static YamlScalar Key(string name, YamlMapping near) => Rendered.Plain(name, near.Origin);
}
