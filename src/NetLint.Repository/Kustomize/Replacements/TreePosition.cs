using System.Collections.Immutable;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Replacements;

/// <summary>
/// Where a node stands in a tree: the number of the entry or item at each level. It stays good while the tree around is changed, as long as
/// nothing is taken out of it.
/// </summary>
/// <param name="Steps">The numbers, from the root.</param>
internal readonly record struct TreePosition(ImmutableArray<int> Steps)
{
    /// <summary>True when this position is another one, or above it.</summary>
    public bool IsAtOrAbove(TreePosition other) => other.Steps.AsSpan().StartsWith(Steps.AsSpan());

    /// <summary>The node at the position.</summary>
    public YamlNode In(YamlNode root)
    {
        foreach (var step in Steps)
            root = root is YamlMapping mapping ? mapping.Entries[step].Value : ((YamlSequence)root).Items[step];
        return root;
    }

    /// <summary>The tree with another node at the position.</summary>
    public YamlNode Replace(YamlNode root, YamlNode value) => Replace(root, Steps.AsSpan(), value);

    private static YamlNode Replace(YamlNode node, ReadOnlySpan<int> steps, YamlNode value)
    {
        if (steps.IsEmpty)
            return value;
        if (node is YamlMapping mapping)
        {
            var entry = mapping.Entries[steps[0]];
            return mapping.WithEntries(mapping.Entries.SetItem(steps[0], entry with { Value = Replace(entry.Value, steps[1..], value) }));
        }

        var sequence = (YamlSequence)node;
        return sequence.WithItems(sequence.Items.SetItem(steps[0], Replace(sequence.Items[steps[0]], steps[1..], value)));
    }
}
