using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Fuzz;

/// <summary>The promises of the YAML layer: never an exception, spans inside the text, children inside parents, scalars that say what stands at their span.</summary>
public sealed class SyntaxTarget : IFuzzTarget
{
    private const int MaxPaths = 40;

    /// <inheritdoc/>
    public string Name => "syntax";

    /// <inheritdoc/>
    public string? Check(SourceText text)
    {
        var at = 0;
        foreach (var document in YamlReader.Read(text).Documents)
        {
            if (document.Span.Start < at || document.Span.End > text.Length)
                return $"document out of place: {document.Span}";
            at = document.Span.End;
            if (Check(document) is { } problem)
                return problem;
        }

        return null;
    }

    private static string? Check(YamlDocument document)
    {
        foreach (var error in document.Errors)
        {
            if (!document.Span.Contains(error.Span))
                return $"error out of place: {error}";
            if (error.Message.Length == 0 || error.Message.EndsWith('.') || error.Message.Contains("Exception", StringComparison.Ordinal))
                return $"poor message: {error.Message}";
            _ = document.Source.GetLineSpan(error.Span);
        }

        if (document.Errors.IsEmpty == document.IsRecovered)
            return "recovery without an error, or an error without recovery: ";
        var comments = YamlComments.Of(document);
        for (var i = 0; i < comments.Length; i++)
        {
            var span = comments[i].Span;
            if (!document.Span.Contains(span) || document.Source.Content[span.Start] != '#' || (i > 0 && span.Start < comments[i - 1].Span.End))
                return $"comment out of place: {span}";
        }

        if (document.Root is not { } root)
            return null;
        var seen = new HashSet<YamlNode>(ReferenceEqualityComparer.Instance);
        var paths = 0;
        return Check(root, document, document.Span, seen, ref paths);
    }

    private static string? Check(YamlNode node, YamlDocument document, TextSpan parent, HashSet<YamlNode> seen, ref int paths)
    {
        // An alias stands for a node that was checked where it is written.
        if (!seen.Add(node))
            return null;
        if (!parent.Contains(node.Span))
            return $"child outside its parent: {node.GetType().Name} {node.Span} in {parent}";
        if (paths++ < MaxPaths && YamlPath.Find(document.Root!, node) is null && !IsMergeKeyOrBelow(document, node))
            return $"no path: {node.Span}";
        switch (node)
        {
            case YamlScalar scalar:
                _ = scalar.Resolve();
                return IsComparable(scalar, document) && !ScalarText.Agrees(scalar) ? $"scalar unlike its text: {scalar.Style} '{scalar.Value}' at {scalar.Span}" : null;
            case YamlSequence sequence:
                return CheckAll(sequence.Items, node, document, seen, ref paths);
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    if (entry.Name is { } name && mapping.Find(name) is null)
                        return $"lost entry: {name}";
                }

                return CheckAll(mapping.Written.SelectMany(entry => (YamlNode[])[entry.Key, entry.Value]), node, document, seen, ref paths);
            default:
                return "unknown node: ";
        }
    }

    private static string? CheckAll(IEnumerable<YamlNode> children, YamlNode parent, YamlDocument document, HashSet<YamlNode> seen, ref int paths)
    {
        var at = parent.Span.Start;
        foreach (var child in children)
        {
            var isNew = !seen.Contains(child);
            if (Check(child, document, parent.Span, seen, ref paths) is { } problem)
                return problem;
            if (!isNew)
                continue;
            if (child.Span.Start < at)
                return $"children out of order: {child.Span} before {at}";
            at = child.Span.End;
        }

        return null;
    }

    /// <summary>A line that was left out inside a multi-line scalar is missing from its value.</summary>
    private static bool IsComparable(YamlScalar scalar, YamlDocument document) =>
        !document.IsRecovered || !scalar.Source.Content.AsSpan(scalar.Span.Start, scalar.Span.Length).ContainsAny("\n\r\u0085\u2028\u2029");

    /// <summary>Paths follow the entries that count, so a merge key and entries that own keys replace have none.</summary>
    private static bool IsMergeKeyOrBelow(YamlDocument document, YamlNode node)
    {
        var pending = new Stack<(YamlNode Node, bool IsMerged)>();
        pending.Push((document.Root!, false));
        var seen = new HashSet<YamlNode>(ReferenceEqualityComparer.Instance);
        while (pending.TryPop(out var next))
        {
            if (ReferenceEquals(next.Node, node))
                return next.IsMerged;
            if (!seen.Add(next.Node))
                continue;
            if (next.Node is YamlSequence sequence)
            {
                foreach (var item in sequence.Items)
                    pending.Push((item, next.IsMerged));
            }
            else if (next.Node is YamlMapping mapping)
            {
                foreach (var entry in mapping.Written)
                {
                    // A key that is itself a collection has no path either: JSON has no such member.
                    var isComplex = entry.Name is null;
                    pending.Push((entry.Value, next.IsMerged || entry.Name == "<<"));
                    pending.Push((entry.Key, next.IsMerged || isComplex || entry.Name == "<<"));
                }
            }
        }

        return true;
    }
}
