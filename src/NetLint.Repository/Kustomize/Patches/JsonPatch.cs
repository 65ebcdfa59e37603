using System.Collections.Immutable;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>
/// A JSON patch (RFC 6902) with the leniencies of the library that kustomize uses: a negative index counts from the end, <c>replace</c>
/// adds a missing member, <c>copy</c> of a missing member adds a null, and what stands before the first slash of a path is ignored.
/// </summary>
internal sealed class JsonPatch
{
    private JsonPatch(ImmutableArray<JsonPatchOperation> operations, bool isJson)
    {
        Operations = operations;
        IsJson = isJson;
    }

    /// <summary>The operations in order.</summary>
    public ImmutableArray<JsonPatchOperation> Operations { get; }

    /// <summary>True when the patch is written in JSON.</summary>
    public bool IsJson { get; }

    /// <summary>Reads a patch.</summary>
    /// <param name="root">The root of the document; null for an empty one.</param>
    /// <param name="isJson">True when the patch is written in JSON, where a number stays as it is written.</param>
    /// <exception cref="RenderException">It is no list of operations.</exception>
    public static JsonPatch Parse(YamlNode? root, bool isJson = false)
    {
        if (root is null or { IsNull: true })
            return new JsonPatch([], isJson);
        if (root is not YamlSequence sequence)
            throw new RenderException("a JSON patch must be a list of operations", root.Origin);
        var values = new JsonValues(isJson);
        var operations = ImmutableArray.CreateBuilder<JsonPatchOperation>(sequence.Items.Length);
        foreach (var item in sequence.Items)
        {
            operations.Add(item switch
            {
                YamlMapping mapping => JsonPatchOperation.Of((YamlMapping)values.Convert(mapping)),
                { IsNull: true } => new JsonPatchOperation(item, "unknown", null, null, null),
                _ => throw new RenderException("an operation of a JSON patch must be a mapping", item.Origin),
            });
        }

        return new JsonPatch(operations.DrainToImmutable(), isJson);
    }

    /// <summary>Applies the operations in order.</summary>
    /// <param name="target">The object.</param>
    /// <param name="isAnnotated">
    /// True when kustomize keeps notes of its own in the annotations of the object, as it always does for a patch of <c>patches</c>: an
    /// operation then finds annotations where none are written.
    /// </param>
    /// <exception cref="RenderException">An operation does not apply, or the result goes over a limit.</exception>
    public YamlMapping Apply(YamlMapping target, bool isAnnotated)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (Operations.IsEmpty)
            return target;
        var document = new PatchedDocument(isAnnotated ? MetadataTexts.WithAnnotations(target) : target, this);
        foreach (var operation in Operations)
            document.Apply(operation);
        var patched = JsonNumbers.Round(document.ToMapping());
        CheckIdentity(patched);
        return MetadataTexts.WithAnnotationTexts(patched);
    }

    /// <summary>Without a kind and a name kustomize cannot go on.</summary>
    private void CheckIdentity(YamlMapping patched)
    {
        if (IsMissing(patched["kind"]))
            throw new RenderException("the JSON patch takes away the kind of the object", Operations[^1].Origin);
        if (IsMissing((patched["metadata"] as YamlMapping)?["name"]))
            throw new RenderException("the JSON patch takes away the metadata.name of the object", Operations[^1].Origin);

        static bool IsMissing(YamlNode? node) => node is not YamlScalar { IsNull: false, Value.Length: > 0 };
    }
}
