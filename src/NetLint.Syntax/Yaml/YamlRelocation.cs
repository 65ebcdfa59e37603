using System.Collections.Immutable;
using NetLint.Syntax.Text;

namespace NetLint.Syntax.Yaml;

/// <summary>Copies trees to another source, every node to the place that a function gives for its span.</summary>
internal sealed class YamlRelocation(SourceText source, Func<TextSpan, TextSpan> place)
{
    /// <summary>An anchored collection stands in several places of a tree and must not be copied for each.</summary>
    private readonly Dictionary<YamlNode, YamlNode> _moved = new(ReferenceEqualityComparer.Instance);

    public YamlDocument Move(YamlDocument document)
    {
        var errors = document.Errors.Select(error => error with { Span = place(error.Span) }).ToImmutableArray();
        var root = document.Root is null ? null : Move(document.Root);
        return new YamlDocument(source, place(document.Span), document.Index, document.IsRead, root, errors, document.IsRecovered);
    }

    private YamlNode Move(YamlNode node)
    {
        if (node is YamlScalar scalar)
            return new YamlScalar(source, place(scalar.Span), scalar.Tag, scalar.Value, scalar.Style);
        if (_moved.TryGetValue(node, out var known))
            return known;
        YamlNode moved = node switch
        {
            YamlSequence sequence => new YamlSequence(source, place(node.Span), node.Tag, [.. sequence.Items.Select(Move)]),
            YamlMapping mapping => new YamlMapping(source, place(node.Span), node.Tag, [.. mapping.Written.Select(Move)]),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };
        _moved.Add(node, moved);
        return moved;
    }

    private YamlMappingEntry Move(YamlMappingEntry entry) => new(Move(entry.Key), Move(entry.Value), entry.Name);
}
