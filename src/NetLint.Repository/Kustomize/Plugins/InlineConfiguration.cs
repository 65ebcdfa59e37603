using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Plugins;

/// <summary>Entries of <c>transformers</c>, <c>generators</c> and <c>validators</c> that hold the configuration itself.</summary>
internal static class InlineConfiguration
{
    /// <summary>The objects that an entry holds; null when it is a path.</summary>
    /// <exception cref="RenderException">It is no path, and holds something that is no object.</exception>
    public static ImmutableArray<YamlMapping>? Read(YamlScalar entry)
    {
        var text = Fields.TextOf(entry);
        if (text.Length == 0)
            return [];
        if (!text.AsSpan().ContainsAny('\n', ':', '{'))
            return null;
        try
        {
            return ResourceFile.Read(EmbeddedYaml.Read(entry).Documents, entry.Source.Id.Path);
        }
        catch (RenderException) when (!text.Contains('\n', StringComparison.Ordinal))
        {
            // It is a path with such a character in it.
            return null;
        }
    }
}
