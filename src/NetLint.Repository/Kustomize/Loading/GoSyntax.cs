using System.Collections.Immutable;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Loading;

/// <summary>What YAML allows, and the reader of kustomize does not.</summary>
internal static class GoSyntax
{
    /// <summary>
    /// Confirms that no document begins with a directive: kustomize cuts a file at its markers first, so the directive stands alone.
    /// </summary>
    /// <exception cref="RenderException">The first document does. Directives further down stand behind the end of a document, and are not looked at.</exception>
    public static void CheckDirectives(ImmutableArray<YamlDocument> documents)
    {
        if (documents is not [var document, ..])
            return;
        var rest = document.Source.Content.AsSpan(document.Span.Start, document.Span.Length);
        var at = document.Span.Start;
        foreach (var line in rest.EnumerateLines())
        {
            if (line is ['%', ..])
                throw new RenderException($"MalformedYAMLError: did not find expected <document start> in file '{document.Source.Id.Path}'", new Origin(document.Source, new TextSpan(at, line.Length)));
            if (!line.IsWhiteSpace() && line is not ['#', ..])
                return;
            at += line.Length;
            at += document.Source.Content.AsSpan(at) is ['\r', '\n', ..] ? 2 : 1;
        }
    }

    /// <summary>
    /// Confirms that no quoted text holds an escape that only newer versions of YAML, and JSON, know, and that no tab stands in the
    /// indentation of a block text.
    /// </summary>
    /// <exception cref="RenderException">There is one.</exception>
    public static void CheckTexts(YamlDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = document.Source.Content.AsSpan(document.Span.Start, document.Span.Length);
        if (document.Root is not { } root || (!text.Contains('\t') && !text.Contains("\\/", StringComparison.Ordinal)))
            return;
        var seen = new HashSet<YamlNode>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<(YamlNode Node, int Outer)>([(root, -1)]);
        while (pending.TryPop(out var next))
        {
            if (!seen.Add(next.Node))
                continue;
            switch (next.Node)
            {
                case YamlScalar scalar:
                    Check(scalar, next.Outer);
                    break;
                case YamlSequence sequence:
                    foreach (var item in sequence.Items)
                        pending.Push((item, ColumnOf(sequence)));
                    break;
                case YamlMapping mapping:
                    foreach (var entry in mapping.Written)
                    {
                        pending.Push((entry.Key, next.Outer));
                        pending.Push((entry.Value, ColumnOf(entry.Key)));
                    }

                    break;
            }
        }
    }

    private static void Check(YamlScalar scalar, int outer)
    {
        if (scalar.Style == ScalarStyle.DoubleQuoted && FindEscapedSlash(scalar) is var at and >= 0)
            throw new RenderException("MalformedYAMLError: found unknown escape character '\\/'", new Origin(scalar.Source, new TextSpan(at, 2)));
        if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded && BlockIndentation.FindTab(scalar, outer) is { } tab)
            throw new RenderException("MalformedYAMLError: found a tab character where an indentation space is expected", tab);
    }

    private static int ColumnOf(YamlNode node)
    {
        var start = node.Span.Start;
        return start - 1 - node.Source.Content.AsSpan(0, start).LastIndexOf('\n');
    }

    private static int FindEscapedSlash(YamlScalar scalar)
    {
        var text = scalar.Source.Content.AsSpan(0, scalar.Span.End);
        for (var i = scalar.Span.Start; i + 1 < text.Length; i++)
        {
            if (text[i] != '\\')
                continue;
            if (text[i + 1] == '/')
                return i;
            i++;
        }

        return -1;
    }
}
