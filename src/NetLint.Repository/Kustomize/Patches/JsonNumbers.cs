using System.Collections.Immutable;
using System.Numerics;
using NetLint.Repository.Kustomize.Output;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>
/// What becomes of long numbers in an object that a JSON patch is applied to: kustomize reads it as JSON, where a number is a double.
/// </summary>
internal static class JsonNumbers
{
    /// <summary>Integers with fewer characters are exact.</summary>
    private const int ShortestInexact = 16;

    /// <summary>Rounds the integers that no double holds.</summary>
    public static YamlMapping Round(YamlMapping root)
    {
        var rounded = new Dictionary<YamlNode, YamlNode>(ReferenceEqualityComparer.Instance);
        return (YamlMapping)Visit(root);

        YamlNode Visit(YamlNode node)
        {
            if (node is YamlScalar scalar)
                return Round(scalar);
            if (rounded.TryGetValue(node, out var known))
                return known;
            var result = node switch
            {
                YamlMapping mapping => VisitMapping(mapping),
                YamlSequence sequence => VisitSequence(sequence),
                _ => node,
            };
            rounded.Add(node, result);
            return result;
        }

        YamlNode VisitMapping(YamlMapping mapping)
        {
            var entries = mapping.Entries.Select(entry => entry with { Value = Visit(entry.Value) }).ToImmutableArray();
            return entries.SequenceEqual(mapping.Entries) ? mapping : mapping.WithEntries(entries);
        }

        YamlNode VisitSequence(YamlSequence sequence)
        {
            var items = sequence.Items.Select(Visit).ToImmutableArray();
            return items.SequenceEqual(sequence.Items) ? sequence : sequence.WithItems(items);
        }
    }

    private static YamlScalar Round(YamlScalar scalar)
    {
        if (scalar.Value.Length < ShortestInexact || scalar.Style != ScalarStyle.Plain)
            return scalar;
        var value = scalar.Resolve();
        if (value.Kind != ScalarKind.Integer || new BigInteger((double)value.Integer) == value.Integer)
            return scalar;
        return new TracedScalar(scalar.Origin, null, GoNumber.ToJson((double)value.Integer), ScalarStyle.Plain, scalar.EarlierOrigins);
    }
}
