using System.Globalization;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Analysis.Diagnostics;

/// <summary>The path of a place within a resource, in two spellings.</summary>
/// <param name="Path">With indexes, as kubectl writes it.</param>
/// <param name="KeyedPath">With items of lists named by their merge key or value, so that it survives reordering.</param>
internal readonly record struct FieldLocation(string Path, string KeyedPath);

/// <summary>Finds the path of the node at a place.</summary>
internal static class FieldLocator
{
    /// <summary>Keys that tell the items of a list apart, the strongest first.</summary>
    private static readonly string[] MergeKeys = ["name", "containerPort", "port", "host", "path", "secretName", "key", "ip", "cidr"];

    /// <summary>The innermost node at a place, or null when the place is outside the root.</summary>
    /// <param name="root">The root of the resource.</param>
    /// <param name="place">A span of a key, a value or a zero-width place within a mapping.</param>
    /// <param name="absentField">A field that is absent at the place; null when the place is that of a written node.</param>
    public static FieldLocation? Find(YamlNode root, Origin place, string? absentField)
    {
        var path = "";
        var keyed = "";
        var node = root;
        // Each step goes one level down, and nesting is bounded by the reader.
        while (true)
        {
            if (node is YamlScalar)
                break;
            if (!TryStep(node, place, out var next, out var step, out var keyedStep))
                break;
            path = step.Name is { } name ? YamlPath.Append(path, name) : YamlPath.Append(path, step.Index);
            keyed = keyedStep is null ? path : keyed + keyedStep;
            node = next;
        }

        if (absentField is not null)
        {
            path = YamlPath.Append(path, absentField);
            keyed += "." + absentField;
        }

        return new FieldLocation(path, keyed);
    }

    private static bool TryStep(YamlNode node, Origin place, out YamlNode next, out (string? Name, int Index) step, out string? keyed)
    {
        next = node;
        step = default;
        keyed = null;
        switch (node)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    var isKey = ReferenceEquals(entry.Key.Source, place.Source) && entry.Key.Span == place.Span && !place.Span.IsEmpty;
                    if (!isKey && !Holds(entry.Value, place))
                        continue;
                    next = isKey ? entry.Key : entry.Value;
                    step = (entry.Name ?? "?", 0);
                    keyed = "." + entry.Name;
                    return true;
                }

                return false;
            case YamlSequence sequence:
                for (var i = 0; i < sequence.Items.Length; i++)
                {
                    if (!Holds(sequence.Items[i], place))
                        continue;
                    next = sequence.Items[i];
                    step = (null, i);
                    keyed = "[" + KeyOf(next, i) + "]";
                    return true;
                }

                return false;
            default:
                return false;
        }
    }

    private static bool Holds(YamlNode node, Origin place) =>
        ReferenceEquals(node.Source, place.Source) && node.Span.Contains(place.Span) && (!place.Span.IsEmpty || !node.Span.IsEmpty);

    private static string KeyOf(YamlNode item, int index)
    {
        if (item is YamlScalar scalar)
            return scalar.Value;
        if (item is YamlMapping mapping)
        {
            foreach (var key in MergeKeys)
            {
                if (mapping[key] is YamlScalar value)
                    return key + "=" + value.Value;
            }
        }

        return index.ToString(CultureInfo.InvariantCulture);
    }
}
