using NetLint.Repository.Kustomize.Schema;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>A strategic-merge patch with its options: an object keeps its kind, name and namespace unless they are said to change.</summary>
/// <param name="Root">The patch.</param>
/// <param name="AllowsNameChange">True when the patch may give another name.</param>
/// <param name="AllowsKindChange">True when the patch may give another kind.</param>
internal sealed record StrategicMergePatch(YamlMapping Root, bool AllowsNameChange = false, bool AllowsKindChange = false)
{
    /// <summary>Applies the patch to an object.</summary>
    /// <param name="target">The object.</param>
    /// <param name="schema">The schema of its kind; null when it is not known.</param>
    /// <param name="schemas">The schemas of objects inside of others.</param>
    /// <param name="isSelected">
    /// True when a target selected the object, and not the name in the patch. The patch then has no API version of its own, and its labels
    /// and annotations are texts: a null among them deletes nothing.
    /// </param>
    /// <returns>The object, or null when the patch deletes it.</returns>
    /// <exception cref="RenderException">The patch does not fit the object, or goes over a limit.</exception>
    public YamlMapping? ApplyTo(YamlMapping target, PatchSchema? schema, Func<ObjectKind, PatchSchema?>? schemas, bool isSelected)
    {
        ArgumentNullException.ThrowIfNull(target);
        var patch = isSelected ? ForSelected(Root) : Root;
        if (StrategicMerge.Apply(target, patch, schema, schemas) is not { } merged)
            return null;
        if (!AllowsKindChange && target.Find("kind") is { } kind)
            merged = MetadataTexts.With(merged, kind);
        return Identified(merged, target);
    }

    private static YamlMapping ForSelected(YamlMapping patch)
    {
        var own = patch.Without("apiVersion");
        return own.Find("metadata") is { Value: YamlMapping metadata } entry
            ? MetadataTexts.With(own, entry with { Value = MetadataTexts.Of(MetadataTexts.Of(metadata, "labels"), "annotations") })
            : own;
    }

    /// <summary>Gives the object its name and namespace back; one without a namespace gets none.</summary>
    private YamlMapping Identified(YamlMapping merged, YamlMapping target)
    {
        if (target.Find("metadata") is not { Value: YamlMapping own } entry)
            return merged;
        var metadata = merged["metadata"] as YamlMapping ?? own.WithEntries([]);
        if (!AllowsNameChange && own.Find("name") is { } name)
            metadata = MetadataTexts.With(metadata, name);
        metadata = own.Find("namespace") is { Value: YamlScalar { IsNull: false, Value.Length: > 0 } } place ? MetadataTexts.With(metadata, place) : metadata.Without("namespace");
        return MetadataTexts.With(merged, entry with { Value = metadata });
    }
}
