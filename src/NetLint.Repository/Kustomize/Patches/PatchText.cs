using System.Collections.Immutable;
using System.Text.Json;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>
/// The text of a patch, in a kustomization or a file: strategic-merge patches, or one JSON patch. kustomize reads it as both, and takes the
/// reading that succeeds.
/// </summary>
internal sealed class PatchText
{
    /// <summary>Lists within lists are taken apart one level after the other.</summary>
    private const int MaxPatches = 100_000;

    private PatchText(ImmutableArray<YamlMapping> merges, JsonPatch? operations)
    {
        Merges = merges;
        Operations = operations;
    }

    /// <summary>The strategic-merge patches; empty when the text is a JSON patch, or nothing.</summary>
    public ImmutableArray<YamlMapping> Merges { get; }

    /// <summary>The JSON patch; null when there are strategic-merge patches. A text that holds nothing is a JSON patch without operations.</summary>
    public JsonPatch? Operations { get; }

    /// <summary>Reads a patch that is written in a kustomization.</summary>
    /// <exception cref="RenderException">It is neither kind of patch, or both.</exception>
    public static PatchText Read(YamlScalar patch)
    {
        ArgumentNullException.ThrowIfNull(patch);
        return Read(EmbeddedYaml.Read(patch, trim: true).Documents, patch.Value.Trim(), patch.Origin);
    }

    /// <summary>Reads a patch that is a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="reference">Where the kustomization names it.</param>
    /// <exception cref="RenderException">It is neither kind of patch, or both.</exception>
    public static PatchText Read(YamlStream file, Origin reference)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Read(file.Documents, file.Source.Content, reference);
    }

    /// <summary>Reads a text that can only be a JSON patch, as <c>patchesJson6902</c> has it.</summary>
    /// <exception cref="RenderException">It is no JSON patch, or it has no operations.</exception>
    public static JsonPatch ReadOperations(YamlScalar patch)
    {
        ArgumentNullException.ThrowIfNull(patch);
        return ReadOperations(EmbeddedYaml.Read(patch).Documents, patch.Value, patch.Origin);
    }

    /// <inheritdoc cref="ReadOperations(YamlScalar)"/>
    public static JsonPatch ReadOperations(YamlStream file, Origin reference)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ReadOperations(file.Documents, file.Source.Content, reference);
    }

    /// <summary>Reads strategic-merge patches, as <c>patchesStrategicMerge</c> has them. Documents that hold nothing are left out.</summary>
    /// <exception cref="RenderException">A document is no patch: it cannot be read, or it lacks a kind or name.</exception>
    public static ImmutableArray<YamlMapping> ReadMerges(ImmutableArray<YamlDocument> documents)
    {
        var pending = new Queue<YamlNode>();
        GoSyntax.CheckDirectives(documents);
        foreach (var document in documents)
        {
            if (Failure(document) is { } failure)
                throw failure;
            GoSyntax.CheckTexts(document);
            if (document.Root is { } root)
                pending.Enqueue(root);
        }

        var isSingle = documents.Length == 1;
        var patches = ImmutableArray.CreateBuilder<YamlMapping>();
        while (pending.TryDequeue(out var node))
        {
            if (node.IsNull || node is YamlMapping { Entries.IsEmpty: true } or YamlSequence { Items.IsEmpty: true })
                continue;
            var patch = WithIdentity(node, isSingle);
            if (ItemsOf(patch) is not { } items)
            {
                patches.Add(patch);
                continue;
            }

            foreach (var item in items)
                pending.Enqueue(item);
            if (pending.Count + patches.Count > MaxPatches)
                throw new RenderException(new RenderProblem(RenderProblemKind.Limit, $"a patch holds more than {MaxPatches} objects", node.Origin));
        }

        return patches.DrainToImmutable();
    }

    private static PatchText Read(ImmutableArray<YamlDocument> documents, string text, Origin reference)
    {
        var merges = Try(() => ReadMerges(documents), out var mergeFailure);
        var operations = Try(() => ParseOperations(documents, text, reference), out var operationsFailure);
        if (mergeFailure is not null && operations is null)
            throw Neither(documents, mergeFailure, operationsFailure!);
        if (mergeFailure is null && !merges.IsEmpty && operations is { Operations.IsEmpty: false })
            throw new RenderException("the patch can be read both as a strategic-merge patch and as a JSON patch", reference);
        return mergeFailure is null && !merges.IsEmpty ? new PatchText(merges, null) : new PatchText([], operations ?? JsonPatch.Parse(null));
    }

    private static T? Try<T>(Func<T> read, out RenderException? failure)
    {
        try
        {
            failure = null;
            return read();
        }
        catch (RenderException exception) when (exception.Problem.Kind == RenderProblemKind.Invalid)
        {
            failure = exception;
            return default;
        }
    }

    /// <summary>What is wrong with a list is wrong with it as a JSON patch.</summary>
    private static RenderException Neither(ImmutableArray<YamlDocument> documents, RenderException asMerge, RenderException asOperations)
    {
        var cause = documents is [{ Root: YamlSequence }, ..] ? asOperations : asMerge;
        return new RenderException($"the patch is neither a strategic-merge patch nor a JSON patch: {cause.Message}", cause.Problem.Origin);
    }

    private static JsonPatch ReadOperations(ImmutableArray<YamlDocument> documents, string text, Origin reference)
    {
        var patch = ParseOperations(documents, text, reference);
        return patch.Operations.IsEmpty ? throw new RenderException("the JSON patch has no operations", reference) : patch;
    }

    /// <summary>A text that begins with a bracket must be JSON, and any other is YAML of which the first document counts.</summary>
    private static JsonPatch ParseOperations(ImmutableArray<YamlDocument> documents, string text, Origin reference)
    {
        if (text.Length == 0)
            throw new RenderException("the JSON patch is empty", reference);
        if (documents.IsEmpty)
            return JsonPatch.Parse(null);
        if (Failure(documents[0]) is { } failure)
            throw failure;
        var isJson = text[0] == '[';
        if (isJson)
            CheckJson(text, reference);
        else
            GoSyntax.CheckTexts(documents[0]);
        return JsonPatch.Parse(documents[0].Root, isJson);
    }

    private static void CheckJson(string text, Origin reference)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = YamlReadOptions.Default.MaxDepth });
        }
        catch (JsonException)
        {
            throw new RenderException("a JSON patch that begins with '[' must be valid JSON", reference);
        }
    }

    private static RenderException? Failure(YamlDocument document) =>
        document.Errors is [var error, ..] ? new RenderException($"the patch cannot be read: {error.Message}", new Origin(document.Source, error.Span)) : null;

    /// <summary>A patch says what it is for; a list of objects needs no name.</summary>
    private static YamlMapping WithIdentity(YamlNode node, bool isSingle)
    {
        if (node is not YamlMapping mapping)
            throw new RenderException("a strategic-merge patch must be a mapping with a kind and a name", node.Origin);
        var kind = TextOf(mapping["kind"]);
        if (isSingle && kind is "List" or "ResourceList" && ItemsOf(mapping) is not null)
            return mapping;
        if (kind.Length == 0)
            throw new RenderException("the strategic-merge patch has no kind", node.Origin);
        if (!kind.EndsWith("List", StringComparison.Ordinal) && TextOf((mapping["metadata"] as YamlMapping)?["name"]).Length == 0)
            throw new RenderException($"the strategic-merge patch of kind '{JsonPointer.Shorten(kind)}' has no metadata.name", (mapping["metadata"] ?? node).Origin);
        return mapping;
    }

    /// <summary>The objects of a list; null when a mapping is none.</summary>
    private static ImmutableArray<YamlNode>? ItemsOf(YamlMapping mapping)
    {
        if (!TextOf(mapping["kind"]).EndsWith("List", StringComparison.Ordinal))
            return null;
        return mapping["items"] switch
        {
            null => null,
            { IsNull: true } => [],
            YamlSequence sequence => sequence.Items,
            var other => throw new RenderException("the items of a list must be a list", other.Origin),
        };
    }

    private static string TextOf(YamlNode? node) => node is YamlScalar { IsNull: false } scalar ? scalar.Value : "";
}
