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
        foreach (var (key, value) in _pairs)
        {
            var setter = new Setter(key, value, objects.Budget);
            var editors = _fields.Select(field => new FieldEditor(field, CreatedField.Mapping, value.Origin, node => setter.Set(node, field))).ToArray();
            foreach (var item in objects.Objects)
            {
                setter.Begin();
                foreach (var editor in editors)
                    editor.Apply(item);
                item.HasSharedValues |= setter.IsShared;
            }
        }
    }

    /// <summary>Sets one entry in all fields of an object. The fields that did not have it share what they get.</summary>
    private sealed class Setter(YamlScalar key, YamlScalar value, BuildBudget budget)
    {
        private readonly string _text = value.IsNull ? "" : value.Value;
        private SharedScalar? _added;

        public bool IsShared { get; private set; }

        public void Begin()
        {
            _added = null;
            IsShared = false;
        }

        public YamlMapping Set(YamlNode node, FieldSpec field)
        {
            if (node is not YamlMapping mapping)
                throw new RenderException($"the field '{field.Path}' must be a mapping", node.Origin);
            budget.Spend(1 + mapping.Entries.Length, value.Origin);
            if (mapping[key.Value] is { } replaced)
                return mapping.With(key, Rendered.String(_text, value.Origin, replaced));
            IsShared = _added is not null;
            _added ??= new SharedScalar(value.Origin, _text, ScalarStyle.DoubleQuoted, []);
            return mapping.With(key, _added);
        }
    }
}
