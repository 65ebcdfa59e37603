using System.Collections.Immutable;
using NetLint.Syntax.Text;

namespace NetLint.Syntax.Yaml;

/// <summary>
/// Reads YAML and JSON into immutable trees with exact spans. Never throws for any input: what does not parse becomes errors, and each
/// document is read on its own, so a broken one costs only itself.
/// </summary>
public static class YamlReader
{
    /// <summary>Reads the documents of a file.</summary>
    public static YamlStream Read(SourceText source, YamlReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        options ??= YamlReadOptions.Default;
        var spans = DocumentSplitter.Split(source.Content);
        var documents = ImmutableArray.CreateBuilder<YamlDocument>(Math.Min(spans.Count, options.MaxDocuments + 1));
        foreach (var span in spans)
        {
            if (documents.Count >= options.MaxDocuments)
            {
                var error = new YamlError(YamlErrorKind.Limit, new TextSpan(span.Start, 0), $"the file has more than {options.MaxDocuments} documents; the rest is not read");
                documents.Add(new YamlDocument(source, TextSpan.FromBounds(span.Start, source.Length), documents.Count, isRead: true, root: null, [error], isRecovered: true));
                break;
            }

            documents.Add(ReadDocument(source, span, documents.Count, options));
        }

        return new YamlStream(source, documents.DrainToImmutable());
    }

    private static YamlDocument ReadDocument(SourceText source, TextSpan span, int index, YamlReadOptions options)
    {
        if (options.Filter is { } filter && !filter(source.Content.AsSpan(span.Start, span.Length)))
            return new YamlDocument(source, span, index, isRead: false, root: null, [], isRecovered: false);
        return new DocumentReader(source, span, index, options).Read();
    }
}
