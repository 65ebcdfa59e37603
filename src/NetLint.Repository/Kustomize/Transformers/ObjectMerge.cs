using NetLint.Repository.Kustomize.Patches;
using NetLint.Repository.Kustomize.Schema;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>Merges strategic-merge patches into objects. The source is <c>ApplySmPatch</c> of kustomize's <c>api/resource/resource.go</c>.</summary>
internal sealed class ObjectMerge(SchemaScope schemas)
{
    /// <summary>True when a patch may rename what it changes.</summary>
    public bool AllowsNameChange { get; init; }

    /// <summary>True when a patch may make another kind of what it changes.</summary>
    public bool AllowsKindChange { get; init; }

    /// <summary>Merges a patch into selected objects, whatever the patch is named, and takes out those it deletes.</summary>
    public void ApplyTo(ObjectList objects, IReadOnlyCollection<KustomizeObject> selected, YamlMapping patch, Origin place)
    {
        var texts = WithTextLabels(patch);
        foreach (var item in selected)
            Apply(item, item.Root["apiVersion"] is { } version ? texts.With(Rendered.Plain("apiVersion", version.Origin), version) : texts);
        objects.RemoveWhere(item => item.Root.Entries.IsEmpty);
        objects.NamesChanged();
        if (objects.FindConflict() is { } conflict)
            throw new RenderException($"may not add resource with an already registered id: {conflict.Second.Id}", place);
    }

    /// <summary>Merges a patch into one object. An object that the patch deletes is left without entries.</summary>
    public void Apply(KustomizeObject item, YamlMapping patch)
    {
        var (kind, name, @namespace) = (item.Root["kind"], item.Metadata?["name"], item.Metadata?["namespace"]);
        if (AllowsNameChange || AllowsKindChange)
            item.RememberName();
        var merged = StrategicMerge.Apply(item.Root, patch, schemas.For(item.Kind), schemas.For);
        if (merged is null || merged.Entries.IsEmpty)
        {
            item.Root = item.Root.WithEntries([]);
            return;
        }

        if (!AllowsKindChange && kind is not null)
            merged = merged.With(Rendered.Plain("kind", kind.Origin), kind);
        if (merged["metadata"] is YamlMapping metadata)
        {
            if (!AllowsNameChange && name is not null)
                metadata = metadata.With(Rendered.Plain("name", name.Origin), name);
            metadata = @namespace is YamlScalar { IsNull: false, Value.Length: > 0 }
                ? metadata.With(Rendered.Plain("namespace", @namespace.Origin), @namespace)
                : metadata.Without("namespace");
            merged = merged.With(Rendered.Plain("metadata", metadata.Origin), metadata);
        }

        item.Root = merged;
    }

    /// <summary>A patch that is applied by a selection has its labels and annotations written anew, as strings.</summary>
    private static YamlMapping WithTextLabels(YamlMapping patch)
    {
        if (patch["metadata"] is not YamlMapping metadata)
            return patch;
        foreach (var field in (ReadOnlySpan<string>)["labels", "annotations"])
        {
            if (metadata[field] is not { } node)
                continue;
            metadata = node is YamlMapping { Entries.IsEmpty: false } mapping
                ? metadata.With(Rendered.Plain(field, mapping.Origin), AsTexts(mapping))
                : metadata.Without(field);
        }

        return patch.With(Rendered.Plain("metadata", metadata.Origin), metadata);
    }

    private static YamlMapping AsTexts(YamlMapping mapping) => mapping.WithEntries([.. mapping.Entries.Select(entry => entry.Value switch
    {
        YamlScalar { Style: not ScalarStyle.Plain } => entry,
        YamlScalar scalar => entry with { Value = Rendered.Scalar(scalar.Value, ScalarStyle.DoubleQuoted, scalar.Origin, scalar.EarlierOrigins) },
        _ => entry with { Value = Rendered.String("", entry.Value.Origin) },
    })]);
}
