using NetLint.Repository.Kustomize.Patches;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>Applies a JSON patch to an object.</summary>
internal static class ObjectPatch
{
    /// <summary>Applies a patch.</summary>
    /// <param name="item">The object.</param>
    /// <param name="patch">The patch.</param>
    /// <param name="hasAnnotations">
    /// True when the tool keeps notes of its own in the annotations at this point, so that there are annotations a patch can add to.
    /// </param>
    public static void Apply(KustomizeObject item, JsonPatch patch, bool hasAnnotations)
    {
        var root = item.Root;
        if (hasAnnotations && item.Metadata is { } metadata && metadata["annotations"] is null or { IsNull: true })
            root = root.With(Rendered.Plain("metadata", item.Metadata.Origin), item.Metadata.With(Rendered.Plain("annotations", item.Metadata.Origin), Rendered.Mapping(item.Metadata.Origin)));
        item.Root = patch.Apply(root);
    }
}
