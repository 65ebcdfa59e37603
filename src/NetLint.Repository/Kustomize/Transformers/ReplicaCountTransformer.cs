using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Configuration;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>Sets the number of replicas of the objects of a name.</summary>
internal sealed class ReplicaCountTransformer : ITransformer
{
    private readonly YamlMapping _entry;
    private readonly string _name;
    private readonly YamlScalar? _count;
    private readonly ImmutableArray<FieldSpec> _fields;

    /// <summary>Makes a transformer from an entry of <c>replicas</c>.</summary>
    public ReplicaCountTransformer(YamlMapping entry, ImmutableArray<FieldSpec> fields)
    {
        _entry = entry;
        _name = Loading.Fields.Text(entry, "name")?.Value ?? "";
        _count = entry["count"] switch
        {
            null or { IsNull: true } => null,
            YamlScalar scalar when scalar.Resolve().Kind == ScalarKind.Integer => scalar,
            var node => throw Loading.Fields.Wrong("replicas.count", "a whole number", node),
        };
        _fields = fields;
    }

    /// <inheritdoc/>
    public string Kind => "ReplicaCountTransformer";

    /// <inheritdoc/>
    public void Apply(ObjectList objects)
    {
        var count = (_count?.Resolve().Integer ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var place = (_count ?? (YamlNode)_entry).Origin;
        var isFound = false;
        foreach (var field in _fields)
        {
            var editor = new FieldEditor(field, CreatedField.Scalar, place, node => node is YamlScalar
                ? Rendered.Plain(count, place, node)
                : throw new RenderException($"the field '{field.Path}' must be a scalar", node.Origin));
            foreach (var item in objects.WithAnyId(id => id.Name == _name && field.Kind.Selects(id.Kind)))
            {
                isFound = true;
                editor.Apply(item);
            }
        }

        if (!isFound)
        {
            var kinds = string.Join(", ", _fields.Select(field => field.Kind.Kind).Distinct(StringComparer.Ordinal));
            throw new RenderException($"resource with name {_name} does not match a config with the following kinds: {kinds}", _entry.Origin);
        }
    }
}
