using System.Collections.Frozen;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Loading;

/// <summary>
/// The fields a kustomization may have. The source is kustomize's <c>api/types/kustomization.go</c>; Go's JSON decoder takes their names
/// in any case and refuses every other name.
/// </summary>
internal static class KustomizationFields
{
    private static readonly FrozenDictionary<string, string> s_names = new[]
    {
        "apiVersion", "kind", "metadata", "openapi",
        "namePrefix", "nameSuffix", "namespace", "commonLabels", "labels", "commonAnnotations",
        "patchesStrategicMerge", "patchesJson6902", "patches", "images", "imageTags", "replacements", "replicas", "vars", "sortOptions",
        "resources", "components", "crds", "bases",
        "configMapGenerator", "secretGenerator", "helmGlobals", "helmCharts", "helmChartInflationGenerator", "generatorOptions",
        "configurations", "generators", "transformers", "validators", "buildMetadata",
    }.ToFrozenDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The mapping with its keys in their usual case.</summary>
    /// <exception cref="RenderException">There is a field that no kustomization has.</exception>
    public static YamlMapping Normalize(YamlMapping root)
    {
        var entries = root.Entries;
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i].Name is not { } name)
                continue;
            if (!s_names.TryGetValue(name, out var usual))
                throw new RenderException($"invalid Kustomization: unknown field '{name}'", entries[i].Key.Origin);
            if (usual != name)
                entries = entries.SetItem(i, entries[i] with { Name = usual });
        }

        return entries == root.Entries ? root : root.WithEntries(entries);
    }
}
