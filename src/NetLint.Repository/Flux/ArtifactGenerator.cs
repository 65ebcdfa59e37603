using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Flux;

/// <summary>Where the files of a directory of an artifact come from.</summary>
/// <param name="Source">The source that holds them.</param>
/// <param name="Directory">The directory within that source, normal; "" is its root.</param>
public sealed record ArtifactDirectory(FluxReference Source, string Directory);

/// <summary>An ArtifactGenerator of Flux: it copies directories of sources into artifacts, which Kustomizations name as an ExternalArtifact.</summary>
public sealed class ArtifactGenerator
{
    private readonly ImmutableDictionary<string, FluxReference> _sources;
    private readonly ImmutableDictionary<string, ImmutableArray<YamlMapping>> _copies;

    private ArtifactGenerator(YamlMapping node, ImmutableDictionary<string, FluxReference> sources, ImmutableDictionary<string, ImmutableArray<YamlMapping>> copies)
    {
        Node = node;
        Namespace = node.Mapping("metadata").Text("namespace");
        _sources = sources;
        _copies = copies;
    }

    /// <summary>The object.</summary>
    public YamlMapping Node { get; }

    /// <summary>The namespace it lives in as written, which is that of its artifacts.</summary>
    public YamlScalar? Namespace { get; }

    /// <summary>The names of its artifacts.</summary>
    public IEnumerable<string> Artifacts => _copies.Keys.Order(StringComparer.Ordinal);

    /// <summary>True for an ArtifactGenerator.</summary>
    public static bool IsArtifactGenerator(Resource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return resource is { Group: "source.extensions.fluxcd.io", Kind: "ArtifactGenerator" };
    }

    /// <summary>Reads an ArtifactGenerator.</summary>
    public static ArtifactGenerator Read(YamlMapping node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var sources = ImmutableDictionary.CreateBuilder<string, FluxReference>(StringComparer.Ordinal);
        foreach (var source in node.Mapping("spec").Mappings("sources"))
        {
            if (source.Text("alias") is { } alias)
                sources[alias.Value] = new FluxReference(source.Text("kind"), source.Text("name"), source.Text("namespace"));
        }

        var copies = ImmutableDictionary.CreateBuilder<string, ImmutableArray<YamlMapping>>(StringComparer.Ordinal);
        foreach (var artifact in node.Mapping("spec").Mappings("artifacts"))
        {
            if (artifact.Text("name") is { } name)
                copies[name.Value] = artifact.Mappings("copy");
        }

        return new ArtifactGenerator(node, sources.ToImmutable(), copies.ToImmutable());
    }

    /// <summary>
    /// The directory that one of an artifact is a copy of; null when it is none, when it is put together from several, or when files are left
    /// out or changed on the way.
    /// </summary>
    public ArtifactDirectory? Locate(string artifact, string directory)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        ArgumentNullException.ThrowIfNull(directory);
        if (!_copies.TryGetValue(artifact, out var copies))
            return null;
        ArtifactDirectory? found = null;
        foreach (var copy in copies)
        {
            if (Target(copy) is not var (source, from, to))
                return null;
            if (!RelativePath.IsAtOrBelow(directory, to))
            {
                // Something is copied into the directory besides what it is a copy of.
                if (RelativePath.IsAtOrBelow(to, directory))
                    return null;
                continue;
            }

            if (found is not null || copy.Sequence("exclude") is { Items.IsEmpty: false } || copy.Text("strategy") is { Value: not "Overwrite" })
                return null;
            found = new ArtifactDirectory(source, RelativePath.Combine(from, directory[to.Length..].TrimStart('/')) ?? "");
        }

        return found;
    }

    /// <summary>From which directory to which a copy goes; null for one that is not understood.</summary>
    private (FluxReference Source, string From, string To)? Target(YamlMapping copy)
    {
        if (copy.Text("from")?.Value is not ['@', .. var from] || copy.Text("to")?.Value is not { } to || !to.StartsWith("@artifact/", StringComparison.Ordinal))
            return null;
        var slash = from.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !_sources.TryGetValue(from[..slash], out var source))
            return null;
        var target = FluxReader.WithinRoot(to["@artifact/".Length..]);
        var pattern = from[(slash + 1)..];
        // The contents of a directory take the place of the target; a directory that is named keeps its name below it.
        if (pattern is "**" or "*" or "." or "./")
            return (source, "", target);
        if (pattern.EndsWith("/**", StringComparison.Ordinal) && pattern.AsSpan(0, pattern.Length - 3).IndexOfAny("*?[]") < 0)
            return (source, FluxReader.WithinRoot(pattern[..^3]), target);
        if (pattern.AsSpan().IndexOfAny("*?[]") >= 0)
            return null;
        var named = FluxReader.WithinRoot(pattern);
        return (source, named, FluxReader.WithinRoot(target + "/" + FileClassifier.NameOf(named)));
    }
}
