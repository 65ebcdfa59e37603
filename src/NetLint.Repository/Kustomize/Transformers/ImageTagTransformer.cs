using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Configuration;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>
/// Changes name, tag and digest of an image wherever a list named <c>containers</c> or <c>initContainers</c> holds it, and in the fields
/// that the configuration adds. The source is kustomize's <c>api/filters/imagetag</c>.
/// </summary>
internal sealed class ImageTagTransformer : ITransformer
{
    /// <summary>Looking through so many nodes is a step.</summary>
    private const int NodesOfStep = 8;

    /// <summary>Even an object without images takes some time.</summary>
    private const int StepsOfObject = 8;

    private readonly ImagePattern _matches;
    private readonly YamlMapping _entry;
    private readonly string _name;
    private readonly ImmutableArray<FieldSpec> _fields;
    private readonly YamlScalar? _newName;
    private readonly YamlScalar? _newTag;
    private readonly YamlScalar? _digest;
    private readonly YamlScalar? _tagSuffix;

    /// <summary>Makes a transformer from an entry of <c>images</c>.</summary>
    public ImageTagTransformer(YamlMapping entry, ImmutableArray<FieldSpec> fields)
    {
        _entry = entry;
        _fields = fields;
        var name = Loading.Fields.Text(entry, "name");
        _name = name?.Value ?? "";
        _newName = Filled("newName");
        _newTag = Filled("newTag");
        _digest = Filled("digest");
        _tagSuffix = Filled("tagSuffix");
        _matches = new ImagePattern(_name, (name ?? (YamlNode)entry).Origin);
    }

    /// <inheritdoc/>
    public string Kind => "ImageTagTransformer";

    /// <inheritdoc/>
    public void Apply(ObjectList objects)
    {
        foreach (var item in objects.Objects.Where(item => item.Kind.Kind != "CustomResourceDefinition"))
        {
            objects.Budget.Spend(StepsOfObject + item.Root.Weight / NodesOfStep, _entry.Origin);
            var changed = Walk(item.Root, objects.Budget);
            if (!ReferenceEquals(changed, item.Root))
                item.Root = (YamlMapping)changed;
            foreach (var field in _fields)
                new FieldEditor(field, CreatedField.None, _entry.Origin, node => SetImage(node, objects.Budget)).Apply(item);
        }
    }

    private YamlScalar? Filled(string field) => Loading.Fields.Text(_entry, field) is { Value.Length: > 0 } text ? text : null;

    private YamlNode Walk(YamlNode node, BuildBudget budget)
    {
        // Lists of containers lie deep; everything that cannot hold one is left as it is.
        if (node.Height < 2)
            return node;
        switch (node)
        {
            case YamlSequence sequence:
                {
                    var items = sequence.Items.Select(item => Walk(item, budget)).ToImmutableArray();
                    return items.AsSpan().SequenceEqual(sequence.Items.AsSpan()) ? node : sequence.WithItems(items);
                }

            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    if (entry.Name is null)
                        continue;
                    var value = Walk(entry.Value, budget);
                    if (entry.Name is "containers" or "initContainers" && value is YamlSequence containers)
                        value = containers.WithItems([.. containers.Items.Select(item => SetImageOf(item, budget))]);
                    if (!ReferenceEquals(value, entry.Value))
                    {
                        budget.Spend(mapping.Entries.Length, _entry.Origin);
                        mapping = mapping.With(Rendered.Plain(entry.Name, entry.Key.Origin), value);
                    }
                }

                return mapping;
            default:
                return node;
        }
    }

    private YamlNode SetImageOf(YamlNode container, BuildBudget budget) =>
        container is YamlMapping mapping && mapping["image"] is YamlScalar image
            ? mapping.With(Rendered.Plain("image", image.Origin), SetImage(image, budget))
            : container;

    private YamlNode SetImage(YamlNode node, BuildBudget budget)
    {
        if (node is not YamlScalar scalar)
            throw new RenderException("an image must be a scalar", node.Origin);
        if (!_matches.IsMatch(scalar.Value))
            return node;
        var image = ImageReference.Parse(scalar.Value);
        var changed = image with { Name = _newName?.Value ?? image.Name };
        changed = (_newTag, _digest, _tagSuffix) switch
        {
            ({ } tag, { } digest, _) => changed with { Tag = tag.Value, Digest = digest.Value },
            ({ } tag, null, _) => changed with { Tag = tag.Value, Digest = "" },
            (null, { } digest, _) => changed with { Tag = "", Digest = digest.Value },
            (null, null, { } suffix) => changed with { Tag = image.Tag + suffix.Value, Digest = "" },
            _ => changed,
        };
        if (changed == image)
            return node;
        var text = changed.ToString();
        budget.Write(text.Length, _entry.Origin);
        Origin[] by = [.. new[] { _newTag, _digest, _newName, _tagSuffix }.OfType<YamlScalar>().Select(part => part.Origin)];
        return Rendered.Extended(scalar, text, scalar.Style, by);
    }
}
