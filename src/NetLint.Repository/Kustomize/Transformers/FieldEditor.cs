using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Configuration;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>What is made where a field is missing.</summary>
internal enum CreatedField
{
    /// <summary>Nothing: a missing field is left alone.</summary>
    None,

    /// <summary>An empty scalar.</summary>
    Scalar,

    /// <summary>An empty mapping.</summary>
    Mapping,
}

/// <summary>
/// Changes the fields that a field specification names. Where a path meets a list, every item is followed. The source of the rules is
/// kustomize's <c>api/filters/fieldspec</c>.
/// </summary>
internal sealed class FieldEditor
{
    private readonly FieldSpec _spec;
    private readonly CreatedField _created;
    private readonly Origin _decidedAt;
    private readonly Func<YamlNode, YamlNode> _change;

    /// <summary>Makes an editor.</summary>
    /// <param name="spec">The field.</param>
    /// <param name="created">What is made where the field is missing and the specification allows it.</param>
    /// <param name="decidedAt">The place that wants the change; what is made carries it.</param>
    /// <param name="change">Gives the new value for a value; returns the same node to leave it.</param>
    public FieldEditor(FieldSpec spec, CreatedField created, Origin decidedAt, Func<YamlNode, YamlNode> change)
    {
        _spec = spec;
        _created = spec.Create ? created : CreatedField.None;
        _decidedAt = decidedAt;
        _change = change;
    }

    /// <summary>Changes an object if the specification is for its kind.</summary>
    public void Apply(KustomizeObject item)
    {
        if (_spec.Kind.Selects(item.Kind))
            ApplyToAnyKind(item);
    }

    /// <summary>Changes an object of any kind.</summary>
    public void ApplyToAnyKind(KustomizeObject item)
    {
        var changed = Edit(item.Root, _spec.Segments.AsSpan());
        if (!ReferenceEquals(changed, item.Root))
            item.Root = (YamlMapping)changed;
    }

    private YamlNode Edit(YamlNode node, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
            return _change(node);
        if (node.IsNull)
            return node;
        return node switch
        {
            YamlSequence sequence => EditItems(sequence, path),
            YamlMapping mapping => EditField(mapping, path),
            _ => throw new RenderException($"considering field '{_spec.Path}': expected sequence or mapping node", node.Origin),
        };
    }

    private YamlSequence EditItems(YamlSequence sequence, ReadOnlySpan<string> path)
    {
        ImmutableArray<YamlNode>.Builder? items = null;
        for (var i = 0; i < sequence.Items.Length; i++)
        {
            var changed = Edit(sequence.Items[i], path);
            if (ReferenceEquals(changed, sequence.Items[i]))
                continue;
            items ??= sequence.Items.ToBuilder();
            items[i] = changed;
        }

        return items is null ? sequence : sequence.WithItems(items.DrainToImmutable());
    }

    private YamlMapping EditField(YamlMapping mapping, ReadOnlySpan<string> path)
    {
        var isList = path[0].EndsWith("[]", StringComparison.Ordinal);
        var name = isList ? path[0][..^2] : path[0];
        if (name.Length == 0)
            throw new RenderException($"considering field '{_spec.Path}': cannot set or create an empty field name", _decidedAt);
        var field = mapping[name];
        var isLast = path.Length == 1;
        var created = isList ? CreatedField.None : isLast || _created == CreatedField.None ? _created : CreatedField.Mapping;
        if (field is null || field.IsNull)
        {
            if (created != CreatedField.None)
                field = created == CreatedField.Mapping ? Rendered.Mapping(_decidedAt) : field ?? Rendered.Plain("", _decidedAt);
            else if (field is null)
                return mapping;
            else if (isList)
                field = new YamlSequence(field.Source, field.Span, null, []);
        }

        var edited = Edit(field, path[1..]);
        return ReferenceEquals(edited, mapping[name]) ? mapping : mapping.With(Rendered.Plain(name, _decidedAt), edited);
    }
}
