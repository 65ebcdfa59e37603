using System.Collections.Immutable;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Replacements;

/// <summary>
/// Finds the one field that a path leads to. The source of the rules is <c>PathGetter</c> of kustomize's <c>kyaml/yaml</c>.
/// </summary>
internal static class SourceField
{
    /// <summary>The position of a field; null when there is none.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="path">The path.</param>
    /// <param name="at">The place that gives the path.</param>
    /// <exception cref="RenderException">The path cannot be followed through what is there.</exception>
    public static TreePosition? Find(YamlNode root, ImmutableArray<string> path, Origin at)
    {
        var steps = ImmutableArray.CreateBuilder<int>(path.Length);
        var node = root;
        foreach (var part in path.Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            var step = StepTo(node, part, at);
            if (step < 0)
                return null;
            steps.Add(step);
            node = node is YamlMapping mapping ? mapping.Entries[step].Value : ((YamlSequence)node).Items[step];
        }

        return new TreePosition(steps.DrainToImmutable());
    }

    /// <summary>The number of the entry that has a key, as kustomize spells keys; -1 when there is none.</summary>
    public static int IndexOf(YamlMapping mapping, string key)
    {
        for (var i = mapping.Entries.Length - 1; i >= 0; i--)
        {
            if (mapping.Entries[i].Key is YamlScalar scalar && scalar.Value == key)
                return i;
        }

        return -1;
    }

    /// <summary>The problem of a path that meets something else than it expects.</summary>
    public static RenderException WrongKind(string expected, YamlNode node, string part, Origin at) =>
        new($"wrong node kind at '{part}' of the field path: expected {expected} but got {KindOf(node)}", at);

    private static int StepTo(YamlNode node, string part, Origin at)
    {
        if (FieldPath.IsInteger(part, out var index))
        {
            if (index < 0)
                throw new RenderException($"array index {index} cannot be negative", at);
            return Items(node, part, at) is { } items && index < items.Length ? (int)index : -1;
        }

        if (part == "-")
        {
            var items = Items(node, part, at);
            return items is { IsEmpty: false } ? items.Value.Length - 1 : throw new RenderException("the field path asks for the last item of an empty list", at);
        }

        if (part == "*")
            throw new RenderException("wildcard is not supported in the field path of a source", at);
        if (FieldPath.IsItems(part))
            return ItemWith(node, part, at);
        if (node.IsNull)
            return -1;
        return node is YamlMapping mapping ? IndexOf(mapping, part) : throw WrongKind("a mapping", node, part, at);
    }

    private static int ItemWith(YamlNode node, string part, Origin at)
    {
        var (field, value) = FieldPath.ItemsOf(part) ?? throw NoEqualsSign(part, at);
        if (Items(node, part, at) is not { } items)
            return -1;
        for (var i = 0; i < items.Length; i++)
        {
            if (field.Length == 0 ? TextOf(items[i]) == value : items[i] is YamlMapping item && IndexOf(item, field) is var found and >= 0 && TextOf(item.Entries[found].Value) == value)
                return i;
        }

        return -1;
    }

    /// <summary>The problem of brackets that say nothing of a value.</summary>
    public static RenderException NoEqualsSign(string part, Origin at) =>
        new($"the list path element '{part}' must contain fieldName=fieldValue for element to match", at);

    /// <summary>A null stands for a list without items.</summary>
    private static ImmutableArray<YamlNode>? Items(YamlNode node, string part, Origin at) => node switch
    {
        YamlSequence sequence => sequence.Items,
        { IsNull: true } => null,
        _ => throw WrongKind("a list", node, part, at),
    };

    private static string TextOf(YamlNode node) => node is YamlScalar scalar ? scalar.Value : "";

    private static string KindOf(YamlNode node) => node switch
    {
        YamlMapping => "a mapping",
        YamlSequence => "a list",
        _ => "a scalar",
    };
}
