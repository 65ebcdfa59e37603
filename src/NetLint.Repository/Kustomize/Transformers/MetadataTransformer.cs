using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Configuration;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>Sets labels or annotations in every field that holds them, selectors included where the field specifications say so.</summary>
internal sealed class MetadataTransformer : ITransformer
{
    private readonly ImmutableArray<(YamlScalar Key, YamlScalar Value)> _pairs;
    private readonly ImmutableArray<FieldSpec> _fields;

    private MetadataTransformer(string kind, ImmutableArray<(YamlScalar Key, YamlScalar Value)> pairs, ImmutableArray<FieldSpec> fields)
    {
        Kind = kind;
        _pairs = pairs;
        _fields = fields;
    }

    /// <inheritdoc/>
    public string Kind { get; }

    /// <summary>Sets labels.</summary>
    public static MetadataTransformer Labels(ImmutableArray<(YamlScalar Key, YamlScalar Value)> pairs, ImmutableArray<FieldSpec> fields) =>
        new("LabelTransformer", pairs, fields);

    /// <summary>Sets annotations.</summary>
    public static MetadataTransformer Annotations(ImmutableArray<(YamlScalar Key, YamlScalar Value)> pairs, ImmutableArray<FieldSpec> fields) =>
        new("AnnotationsTransformer", pairs, fields);

    /// <inheritdoc/>
    public void Apply(ObjectList objects)
    {
        foreach (var field in _fields)
        {
            foreach (var (key, value) in _pairs)
            {
                var set = Setters.Entry(key, value.IsNull ? "" : value.Value, value.Origin, field.Path);
                var editor = new FieldEditor(field, CreatedField.Mapping, value.Origin, set);
                foreach (var item in objects.Objects)
                    editor.Apply(item);
            }
        }
    }
}
