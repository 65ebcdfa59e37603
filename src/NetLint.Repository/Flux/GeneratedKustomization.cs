using System.Collections.Immutable;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Flux;

/// <summary>The kustomization that Flux writes for a directory that has none: every YAML file below it, and directories that have one as a whole.</summary>
public static class GeneratedKustomization
{
    /// <summary>The resources it lists, relative to the directory, in the order Flux walks them.</summary>
    /// <param name="directory">The directory; "" for the root of the repository.</param>
    /// <param name="files">The paths of all files of the repository.</param>
    public static ImmutableArray<string> ResourcesOf(string directory, IEnumerable<string> files)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(files);
        var below = files
            .Where(file => RelativePath.IsAtOrBelow(file, directory))
            .Select(file => directory.Length == 0 ? file : file[(directory.Length + 1)..])
            .ToImmutableArray();
        var roots = below
            .Where(static file => FileClassifier.IsKustomizationName(FileClassifier.NameOf(file)) && file.Contains('/', StringComparison.Ordinal))
            .Select(FileClassifier.DirectoryOf)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. below.Select(file => TopmostRoot(file, roots) ?? (IsManifestName(file) ? file : null)).OfType<string>().Distinct()
                .OrderBy(static path => path.Replace('/', '\0'), StringComparer.Ordinal),
        ];
    }

    /// <summary>The kustomization as a tree; what it lists has the place of the object that asks for it.</summary>
    /// <param name="place">The path of the Kustomization, or the Kustomization itself.</param>
    /// <param name="resources">The resources it lists.</param>
    public static YamlMapping Of(YamlNode place, ImmutableArray<string> resources)
    {
        ArgumentNullException.ThrowIfNull(place);
        ImmutableArray<YamlNode> items = [.. resources.Select(resource => Text(place, resource))];
        return new YamlMapping(place.Source, place.Span, null, [new YamlMappingEntry(Text(place, "resources"), new YamlSequence(place.Source, place.Span, null, items), "resources")]);
    }

    /// <summary>The outermost directory with a kustomization that a file lies in; null when there is none.</summary>
    private static string? TopmostRoot(string file, HashSet<string> roots)
    {
        string? topmost = null;
        for (var at = FileClassifier.DirectoryOf(file); at.Length > 0; at = FileClassifier.DirectoryOf(at))
        {
            if (roots.Contains(at))
                topmost = at;
        }

        return topmost;
    }

    private static bool IsManifestName(string file) => file.EndsWith(".yaml", StringComparison.Ordinal) || file.EndsWith(".yml", StringComparison.Ordinal);

    private static YamlScalar Text(YamlNode place, string value) => new(place.Source, place.Span, null, value, ScalarStyle.DoubleQuoted);
}
