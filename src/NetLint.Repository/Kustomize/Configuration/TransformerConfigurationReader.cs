using System.Collections.Immutable;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Configuration;

/// <summary>
/// Reads a file of <c>configurations</c>. As in kustomize, fields are found without regard to case, unknown and repeated ones are refused, and only the
/// first document counts.
/// </summary>
internal static class TransformerConfigurationReader
{
    /// <summary>Reads a file; an empty one adds nothing.</summary>
    public static TransformerConfiguration Read(YamlStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var shape = new JsonShape(stream.Source);
        var configuration = TransformerConfiguration.Empty;
        if (JsonShape.RootOf(stream) is not { } root)
            return configuration;
        RefuseRepeated(root);
        foreach (var entry in root.Entries)
        {
            var field = entry.Name ?? "";
            configuration = field.ToUpperInvariant() switch
            {
                "NAMEPREFIX" => configuration with { NamePrefix = Specs(shape, entry.Value, field) },
                "NAMESUFFIX" => configuration with { NameSuffix = Specs(shape, entry.Value, field) },
                "NAMESPACE" => configuration with { Namespace = Specs(shape, entry.Value, field) },
                "COMMONLABELS" => configuration with { CommonLabels = Specs(shape, entry.Value, field) },
                "LABELS" => configuration with { Labels = Specs(shape, entry.Value, field) },
                "TEMPLATELABELS" => configuration with { TemplateLabels = Specs(shape, entry.Value, field) },
                "COMMONANNOTATIONS" => configuration with { CommonAnnotations = Specs(shape, entry.Value, field) },
                "NAMEREFERENCE" => configuration with { NameReference = [.. shape.Items(entry.Value, field).Select(item => Names(shape, item, field))] },
                "VARREFERENCE" => configuration with { VarReference = Specs(shape, entry.Value, field) },
                "IMAGES" => configuration with { Images = Specs(shape, entry.Value, field) },
                "REPLICAS" => configuration with { Replicas = Specs(shape, entry.Value, field) },
                _ => throw shape.Unknown(entry),
            };
        }

        return configuration.Sorted();
    }

    /// <summary>The fields that a member of a kustomization or of a transformer's configuration lists; none when it is absent.</summary>
    public static ImmutableArray<FieldSpec> ReadFields(YamlMapping owner, string field) => Specs(new JsonShape(owner.Source), owner[field], field);

    private static ImmutableArray<FieldSpec> Specs(JsonShape shape, YamlNode? node, string field) =>
        [.. shape.Items(node, field).Select(item => Spec(shape, item, field))];

    private static FieldSpec Spec(JsonShape shape, YamlNode item, string field)
    {
        var kind = new ObjectKind("", "", "");
        var path = "";
        var create = false;
        foreach (var entry in Entries(shape, item, field))
        {
            var name = $"{field}.{entry.Name}";
            switch (entry.Name?.ToUpperInvariant())
            {
                case "PATH":
                    path = shape.Text(entry.Value, name, anyScalar: true);
                    break;
                case "CREATE":
                    create = shape.Flag(entry.Value, name);
                    break;
                default:
                    kind = PartOfKind(shape, kind, entry, name);
                    break;
            }
        }

        return new FieldSpec(kind, path, create);
    }

    private static NameReference Names(JsonShape shape, YamlNode item, string field)
    {
        var kind = new ObjectKind("", "", "");
        ImmutableArray<FieldSpec> referrers = [];
        foreach (var entry in Entries(shape, item, field))
        {
            var name = $"{field}.{entry.Name}";
            if (string.Equals(entry.Name, "fieldSpecs", StringComparison.OrdinalIgnoreCase))
                referrers = Specs(shape, entry.Value, name);
            else
                kind = PartOfKind(shape, kind, entry, name);
        }

        return new NameReference(kind, referrers);
    }

    private static ImmutableArray<YamlMappingEntry> Entries(JsonShape shape, YamlNode item, string field)
    {
        if (shape.MappingOrNull(item, field) is not { } mapping)
            return [];
        RefuseRepeated(mapping);
        return mapping.Entries;
    }

    private static ObjectKind PartOfKind(JsonShape shape, ObjectKind kind, YamlMappingEntry entry, string name) => entry.Name?.ToUpperInvariant() switch
    {
        "GROUP" => kind with { Group = shape.Text(entry.Value, name) },
        "VERSION" => kind with { Version = shape.Text(entry.Value, name) },
        "KIND" => kind with { Kind = shape.Text(entry.Value, name) },
        _ => throw shape.Unknown(entry),
    };

    private static void RefuseRepeated(YamlMapping mapping)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            if (entry.Name is { } name && !seen.Add(name))
                throw new RenderException($"key \"{name}\" of '{mapping.Source.Id.Path}' is already set", entry.Key.Origin);
        }
    }
}
