using System.Collections.Immutable;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Loading;

/// <summary>Takes the objects out of a file of resources. The source is kustomize's <c>api/resource/factory.go</c>.</summary>
internal static class ResourceFile
{
    /// <summary>The objects of a file, items of lists one by one.</summary>
    /// <exception cref="RenderException">The file is not valid YAML, or holds something that is no object.</exception>
    public static ImmutableArray<YamlMapping> Read(YamlStream stream) => Read(stream.Documents, stream.Source.Id.Path);

    /// <summary>The objects of some documents, items of lists one by one.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="path">The path of their file.</param>
    public static ImmutableArray<YamlMapping> Read(ImmutableArray<YamlDocument> documents, string path)
    {
        GoSyntax.CheckDirectives(documents);
        foreach (var document in documents)
        {
            if (document.Errors.FirstOrDefault() is { } error)
                throw new RenderException($"MalformedYAMLError: {error.Message} in file '{path}'", new Origin(document.Source, error.Span));
            GoSyntax.CheckTexts(document);
        }

        var roots = documents.Select(document => document.Root).Where(root => root is { IsNull: false } and not YamlMapping { Entries.IsEmpty: true }).ToList();
        // A list that is alone in its file is opened before its items are looked at.
        if (roots is [YamlMapping { } list] && KindOf(list) is "List" or "ResourceList" && ((YamlMapping)roots[0]!)["items"] is YamlSequence alone)
            roots = [.. alone.Items];
        var pending = new Queue<YamlMapping>();
        foreach (var root in roots)
            Check(root!, pending);
        var objects = ImmutableArray.CreateBuilder<YamlMapping>(pending.Count);
        while (pending.TryDequeue(out var item))
        {
            if (!KindOf(item).EndsWith("List", StringComparison.Ordinal) || item["items"] is not { } items)
                objects.Add(item);
            else if (items is YamlSequence sequence)
                Enqueue(sequence, pending);
            else if (!items.IsNull)
                throw new RenderException($"expected array in {KindOf(item)}/items", items.Origin);
        }

        return objects.DrainToImmutable();
    }

    private static void Enqueue(YamlSequence items, Queue<YamlMapping> pending)
    {
        foreach (var item in items.Items)
            Check(item, pending);
    }

    private static void Check(YamlNode node, Queue<YamlMapping> pending)
    {
        if (node.IsNull || node is YamlMapping { Entries.IsEmpty: true })
            return;
        if (node is not YamlMapping mapping)
            throw new RenderException($"'{node.Source.Id}' holds something that is no object", node.Origin);
        var kind = KindOf(mapping);
        if (kind.Length == 0)
            throw new RenderException($"missing kind in object in '{node.Source.Id}'", node.Origin);
        if (!kind.EndsWith("List", StringComparison.Ordinal) && (mapping["metadata"] as YamlMapping)?["name"] is not YamlScalar { IsNull: false, Value.Length: > 0 })
            throw new RenderException($"missing metadata.name in object of kind {kind} in '{node.Source.Id}'", node.Origin);
        pending.Enqueue(mapping);
    }

    private static string KindOf(YamlMapping mapping) => mapping["kind"] is YamlScalar { IsNull: false } kind ? kind.Value : "";
}
