using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Flux;

/// <summary>The labels and annotations that a Flux Kustomization puts on every object it applies, in place of those of the same name.</summary>
public static class CommonMetadata
{
    /// <summary>The object with the labels and annotations; those of its pod template stay as they are.</summary>
    public static YamlMapping Apply(FluxKustomization kustomization, YamlMapping resource)
    {
        ArgumentNullException.ThrowIfNull(kustomization);
        ArgumentNullException.ThrowIfNull(resource);
        return Set(Set(resource, "labels", kustomization.CommonLabels), "annotations", kustomization.CommonAnnotations);
    }

    private static YamlMapping Set(YamlMapping resource, string field, YamlMapping? added)
    {
        if (added is null || resource.Mapping("metadata") is not { } metadata)
            return resource;
        var result = metadata.Mapping(field) ?? added.WithEntries([]);
        foreach (var entry in added.Entries)
        {
            if (entry is not { Key: YamlScalar key, Name: { } name, Value: YamlScalar value })
                continue;
            var replaced = result[name];
            result = result.With(key, replaced is null
                ? value
                : new TracedScalar(value.Origin, value.Tag, value.Value, value.Style, [.. value.EarlierOrigins, replaced.Origin, .. replaced.EarlierOrigins]));
        }

        var place = new YamlScalar(added.Source, added.Span, null, field, ScalarStyle.Plain);
        return resource.With(MetadataKey(resource), metadata.With(place, result));
    }

    private static YamlScalar MetadataKey(YamlMapping resource) => (YamlScalar)resource.Find("metadata")!.Value.Key;
}
