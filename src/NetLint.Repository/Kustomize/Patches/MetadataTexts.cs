using System.Globalization;
using NetLint.Repository.Kustomize.Output;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>Labels and annotations where kustomize reads them as a map of texts and writes them back: a number becomes a text, and so does a null.</summary>
internal static class MetadataTexts
{
    /// <summary>Metadata whose member is a map of texts; an empty one goes.</summary>
    public static YamlMapping Of(YamlMapping metadata, string name)
    {
        if (metadata.Find(name) is not { } entry)
            return metadata;
        if (entry.Value is not YamlMapping { Entries.IsEmpty: false } map)
            return metadata.Without(name);
        return With(metadata, entry with { Value = map.WithEntries([.. map.Entries.Select(item => item with { Value = TextOf(item.Value) })]) });
    }

    /// <summary>An object that has annotations, if only an empty map of them; an annotation without a value is an empty text.</summary>
    public static YamlMapping WithAnnotations(YamlMapping target)
    {
        if (target.Find("metadata") is not { Value: YamlMapping metadata } entry)
            return target;
        var written = metadata["annotations"] as YamlMapping;
        var annotations = written is null
            ? new YamlMapping(metadata.Source, metadata.Span, null, [])
            : written.WithEntries([.. written.Entries.Select(item => item.Value is YamlScalar { Value.Length: 0 } empty ? item with { Value = TextOf(empty) } : item)]);
        var key = new YamlScalar(metadata.Source, metadata.Span, null, "annotations", ScalarStyle.Plain);
        return With(target, entry with { Value = metadata.With(key, annotations) });
    }

    /// <summary>An object whose annotations are texts again after they went through JSON, where a number is a double; an empty map of them goes.</summary>
    public static YamlMapping WithAnnotationTexts(YamlMapping target)
    {
        if (target.Find("metadata") is not { Value: YamlMapping metadata } entry)
            return target;
        if (metadata.Find("annotations") is { Value: YamlMapping map } annotations)
        {
            var texts = map.WithEntries([.. map.Entries.Select(item => item with { Value = item.Value is YamlScalar scalar ? ThroughJson(scalar) : item.Value })]);
            metadata = With(metadata, annotations with { Value = texts });
        }

        return With(target, entry with { Value = Of(metadata, "annotations") });
    }

    /// <summary>A mapping with an entry in the place of the one of the same name, or at the end.</summary>
    public static YamlMapping With(YamlMapping mapping, YamlMappingEntry entry)
    {
        for (var i = 0; i < mapping.Entries.Length; i++)
        {
            if (mapping.Entries[i].Name == entry.Name)
                return ReferenceEquals(mapping.Entries[i].Value, entry.Value) ? mapping : mapping.WithEntries(mapping.Entries.SetItem(i, entry));
        }

        return mapping.WithEntries(mapping.Entries.Add(entry));
    }

    private static YamlScalar TextOf(YamlNode value) => value is YamlScalar scalar && scalar is { Style: not ScalarStyle.Plain, Tag: null }
        ? scalar
        : new TracedScalar(value.Origin, null, (value as YamlScalar)?.Value ?? "", ScalarStyle.DoubleQuoted, value.EarlierOrigins);

    private static YamlScalar ThroughJson(YamlScalar scalar)
    {
        var value = KustomizeScalar.Of(scalar);
        if (value.Kind == ScalarKind.String)
            return scalar;
        var text = value.Kind is ScalarKind.Integer or ScalarKind.Float ? GoNumber.ToYaml(double.Parse(value.Text, CultureInfo.InvariantCulture)) : value.Text;
        return new TracedScalar(scalar.Origin, null, text, ScalarStyle.DoubleQuoted, scalar.EarlierOrigins);
    }
}
