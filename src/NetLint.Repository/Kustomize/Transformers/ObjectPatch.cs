using NetLint.Repository.Kustomize.Patches;

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
    public static void Apply(KustomizeObject item, JsonPatch patch, bool hasAnnotations) => item.Root = patch.Apply(item.Root, hasAnnotations);
}
