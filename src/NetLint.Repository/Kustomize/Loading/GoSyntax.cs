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

    /// <summary>Confirms that no quoted text holds an escape that only newer versions of YAML, and JSON, know.</summary>
    /// <exception cref="RenderException">A text does.</exception>
    public static void CheckEscapes(YamlDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Root is not { } root || !document.Source.Content.AsSpan(document.Span.Start, document.Span.Length).Contains("\\/", StringComparison.Ordinal))
            return;
        var seen = new HashSet<YamlNode>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<YamlNode>([root]);
        while (pending.TryPop(out var node))
        {
            if (!seen.Add(node))
                continue;
            switch (node)
            {
                case YamlScalar { Style: ScalarStyle.DoubleQuoted } scalar when FindEscapedSlash(scalar) is var at and >= 0:
                    throw new RenderException("found unknown escape character '\\/'", new Origin(scalar.Source, new TextSpan(at, 2)));
                case YamlSequence sequence:
                    foreach (var item in sequence.Items)
                        pending.Push(item);
                    break;
                case YamlMapping mapping:
                    foreach (var entry in mapping.Written)
                    {
                        pending.Push(entry.Key);
                        pending.Push(entry.Value);
                    }

                    break;
            }
        }
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
