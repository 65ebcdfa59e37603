using System.Collections.Immutable;
using NetLint.Syntax.Text;
using YamlDotNet.Core;

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

        var text = source.Content.AsMemory(span.Start, span.Length);
        var feed = DocumentFeed.IsJson(text.Span) ? DocumentFeed.WithoutTabs(text) : text;
        var errors = ImmutableArray.CreateBuilder<YamlError>();
        char[]? blanked = null;
        for (var attempt = 0; ; attempt++)
        {
            var builder = new YamlTreeBuilder(source, span, options, feed);
            try
            {
                var root = builder.Build();
                return new YamlDocument(source, span, index, isRead: true, root, errors.DrainToImmutable(), isRecovered: attempt > 0);
            }
            catch (YamlLimitException limit)
            {
                errors.Add(new YamlError(YamlErrorKind.Limit, limit.Span, limit.Message));
                break;
            }
            catch (Exception exception) when (exception is YamlException or InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
            {
                // YamlDotNet reports most trouble as YamlException; a few malformed escapes and directives surface as others.
                var failure = ParseFailure.Locate(exception, source, span, builder.LastOffset);
                if (errors.Count == 0 || errors[^1].Span != failure.Span)
                    errors.Add(failure.ToError(source));
                if (attempt >= options.MaxRecoveries || (long)attempt * span.Length > MaxRecoveredCharacters)
                    break;
                blanked ??= feed.ToArray();
                if (!DocumentFeed.BlankLine(blanked, failure, span))
                    break;
                feed = blanked;
            }
        }

        return new YamlDocument(source, span, index, isRead: true, root: null, errors.DrainToImmutable(), isRecovered: true);
    }

    /// <summary>Bounds the work of recovery: attempts times document length.</summary>
    private const long MaxRecoveredCharacters = 8_000_000;
}
