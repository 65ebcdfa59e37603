using System.Collections.Immutable;
using System.Globalization;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>
/// Turns the values of a JSON patch into what JSON makes of them. A patch in YAML is converted by YAML 1.1's rules, while resources are read
/// by those of YAML 1.2, so <c>on</c> is true in one and a string in the other; after this, a value means the same in both.
/// </summary>
internal sealed class JsonValues(bool isJson)
{
    private readonly Dictionary<YamlNode, YamlNode> _converted = new(ReferenceEqualityComparer.Instance);

    /// <summary>Converts a value; nodes that mean the same by both sets of rules stay.</summary>
    public YamlNode Convert(YamlNode node)
    {
        if (node is YamlScalar scalar)
            return ConvertScalar(scalar);
        if (_converted.TryGetValue(node, out var known))
            return known;
        YamlNode converted = node switch
        {
            YamlSequence sequence => ConvertSequence(sequence),
            YamlMapping mapping => ConvertMapping(mapping),
            _ => node,
        };
        _converted.Add(node, converted);
        return converted;
    }

    private YamlSequence ConvertSequence(YamlSequence sequence)
    {
        var items = sequence.Items.Select(Convert).ToImmutableArray();
        return items.SequenceEqual(sequence.Items) ? sequence : sequence.WithItems(items);
    }

    private YamlMapping ConvertMapping(YamlMapping mapping)
    {
        var entries = ImmutableArray.CreateBuilder<YamlMappingEntry>(mapping.Entries.Length);
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key is not YamlScalar key || entry.Name is null)
                throw new RenderException("a JSON patch cannot hold a key that is no scalar", entry.Key.Origin);
            var name = key.Value == entry.Name && !NeedsQuotes(key) ? key : Text(key, entry.Name);
            entries.Add(new YamlMappingEntry(name, Convert(entry.Value), entry.Name));
        }

        return mapping.WithEntries(entries.DrainToImmutable());
    }

    private YamlScalar ConvertScalar(YamlScalar scalar)
    {
        if (isJson || (scalar.Style != ScalarStyle.Plain && scalar.Tag is null))
            return scalar;
        var value = scalar.Resolve();
        return value.Kind switch
        {
            ScalarKind.Null => Plain(scalar, "null"),
            ScalarKind.Boolean => Plain(scalar, value.Boolean ? "true" : "false"),
            ScalarKind.Integer => Plain(scalar, value.Integer.ToString(CultureInfo.InvariantCulture)),
            ScalarKind.String when NeedsQuotes(scalar) => Text(scalar, scalar.Value),
            _ => scalar,
        };
    }

    /// <summary>A plain text that begins like a number may be a date to one reader and a string to the other.</summary>
    private static bool NeedsQuotes(YamlScalar scalar) =>
        scalar.Style == ScalarStyle.Plain && (scalar.Tag is not null || scalar.Value is [(>= '0' and <= '9') or '+' or '-' or '.', ..]);

    private static YamlScalar Plain(YamlScalar scalar, string value) =>
        scalar.Value == value && scalar.Tag is null ? scalar : new YamlScalar(scalar.Source, scalar.Span, null, value, ScalarStyle.Plain);

    private static YamlScalar Text(YamlScalar scalar, string value) => new(scalar.Source, scalar.Span, null, value, ScalarStyle.DoubleQuoted);
}
