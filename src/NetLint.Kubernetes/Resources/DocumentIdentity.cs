using System.Collections.Immutable;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Kubernetes.Resources;

/// <summary>Finds the identity of a block-style document in its lines, without parsing the rest of it.</summary>
public static class DocumentIdentity
{
    /// <summary>The value of the top-level <c>kind</c> key when it is written in block style; empty otherwise.</summary>
    public static ReadOnlySpan<char> KindOf(ReadOnlySpan<char> document)
    {
        foreach (var line in document.EnumerateLines())
        {
            if (line.StartsWith("kind:", StringComparison.Ordinal))
                return ValueOf(line[5..]);
        }

        return [];
    }

    /// <summary>Builds a mapping with only <c>apiVersion</c>, <c>kind</c> and the identifying metadata; false when there is no kind.</summary>
    internal static bool TryRead(YamlDocument document, out YamlMapping identity)
    {
        var entries = ImmutableArray.CreateBuilder<YamlMappingEntry>();
        var metadata = ImmutableArray.CreateBuilder<YamlMappingEntry>();
        YamlScalar? metadataKey = null;
        var inMetadata = false;
        var content = document.Source.Content;
        var at = document.Span.Start;
        while (at < document.Span.End)
        {
            var length = content.AsSpan(at, document.Span.End - at).IndexOfAny('\n', '\r');
            var end = length < 0 ? document.Span.End : at + length;
            var line = content.AsSpan(at, end - at);
            if (!line.IsEmpty && line[0] is not (' ' or '#' or '\t'))
            {
                inMetadata = line.StartsWith("metadata:", StringComparison.Ordinal);
                if (inMetadata)
                    metadataKey = new YamlScalar(document.Source, new TextSpan(at, 8), null, "metadata", ScalarStyle.Plain);
                else if (line.StartsWith("apiVersion:", StringComparison.Ordinal) || line.StartsWith("kind:", StringComparison.Ordinal))
                    Add(entries, document.Source, line, at);
            }
            else if (inMetadata && (line.StartsWith("  name:", StringComparison.Ordinal) || line.StartsWith("  namespace:", StringComparison.Ordinal)))
            {
                Add(metadata, document.Source, line, at);
            }

            at = end + 1;
        }

        if (metadataKey is not null && metadata.Count > 0)
        {
            var span = TextSpan.FromBounds(metadata[0].Key.Span.Start, metadata[^1].Value.Span.End);
            entries.Add(new YamlMappingEntry(metadataKey, new YamlMapping(document.Source, span, null, metadata.DrainToImmutable()), "metadata"));
        }

        identity = new YamlMapping(document.Source, document.Span, null, entries.DrainToImmutable());
        return identity["kind"] is not null;
    }

    private static void Add(ImmutableArray<YamlMappingEntry>.Builder entries, SourceText source, ReadOnlySpan<char> line, int at)
    {
        var indent = line.IndexOfAnyExcept(' ');
        var colon = line.IndexOf(':');
        var value = ValueOf(line[(colon + 1)..]);
        var name = line[indent..colon].ToString();
        var start = value.IsEmpty ? at + colon + 1 : at + line.IndexOf(value, StringComparison.Ordinal);
        var key = new YamlScalar(source, TextSpan.FromBounds(at + indent, at + colon), null, name, ScalarStyle.Plain);
        entries.Add(new YamlMappingEntry(key, new YamlScalar(source, new TextSpan(start, value.Length), null, value.ToString(), ScalarStyle.Plain), name));
    }

    private static ReadOnlySpan<char> ValueOf(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text is ['"', .., '"'] or ['\'', .., '\''])
            return text[1..^1];
        var comment = text.IndexOf(" #", StringComparison.Ordinal);
        return comment < 0 ? text : text[..comment].TrimEnd();
    }
}
