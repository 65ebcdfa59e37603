using System.Globalization;
using NetLint.Analysis.Driver;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Analysis.Diagnostics;

/// <summary>The path of a place within a resource, in two spellings.</summary>
/// <param name="Path">With indexes, as kubectl writes it.</param>
/// <param name="KeyedPath">With items of lists named by their merge key or value, so that it survives reordering.</param>
/// <param name="Node">The node there.</param>
internal readonly record struct FieldLocation(string Path, string KeyedPath, YamlNode Node);

/// <summary>Finds the path of the node at a place.</summary>
internal static class FieldLocator
{
    /// <summary>An object with more nodes is not searched to its end; its findings then lack a path.</summary>
    private const int MaxNodesSought = 20_000;

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
        while (node is not YamlScalar && TryStep(node, place, out var next, out var step, out var keyedStep))
        {
            (path, keyed) = Append(path, keyed, step, keyedStep);
            node = next;
        }

        // The parts of a rendered object come from several files, so that what holds a place need not lie around it.
        if (node.Origin != place && Search(root, place) is { } found)
            (path, keyed, node) = found;

        if (absentField is not null)
        {
            path = YamlPath.Append(path, absentField);
            keyed += "." + absentField;
        }

        return new FieldLocation(path, keyed, node);
    }

    private static (string Path, string Keyed) Append(string path, string keyed, (string? Name, int Index) step, string? keyedStep)
    {
        var next = step.Name is { } name ? YamlPath.Append(path, name) : YamlPath.Append(path, step.Index);
        return (next, keyedStep is null ? next : keyed + keyedStep);
    }

    /// <summary>The node that is written exactly at a place, sought through the whole tree; null when there is none.</summary>
    private static (string Path, string Keyed, YamlNode Node)? Search(YamlNode root, Origin place)
    {
        var pending = new Stack<(string Path, string Keyed, YamlNode Node)>([("", "", root)]);
        for (var visited = 0; visited < MaxNodesSought && pending.TryPop(out var at); visited++)
        {
            if (visited > 0 && at.Node.Origin == place)
                return at;
            switch (at.Node)
            {
                case YamlMapping mapping:
                    for (var i = mapping.Entries.Length - 1; i >= 0; i--)
                    {
                        var entry = mapping.Entries[i];
                        var (path, keyed) = Append(at.Path, at.Keyed, (entry.Name ?? "?", 0), "." + entry.Name);
                        pending.Push((path, keyed, entry.Value));
                        if (entry.Key.Origin == place)
                            return (path, keyed, entry.Value);
                    }

                    break;
                case YamlSequence sequence:
                    for (var i = sequence.Items.Length - 1; i >= 0; i--)
                    {
                        var (path, keyed) = Append(at.Path, at.Keyed, (null, i), "[" + KeyOf(sequence.Items[i], i, place.Source) + "]");
                        pending.Push((path, keyed, sequence.Items[i]));
                    }

                    break;
            }
        }

        return null;
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
                    keyed = "[" + KeyOf(next, i, place.Source) + "]";
                    return true;
                }

                return false;
            default:
                return false;
        }
    }

    private static bool Holds(YamlNode node, Origin place) =>
        ReferenceEquals(node.Source, place.Source) && node.Span.Contains(place.Span) && (!place.Span.IsEmpty || !node.Span.IsEmpty);

    private static string KeyOf(YamlNode item, int index, SourceText source)
    {
        if (item is YamlScalar scalar)
            return WrittenKey.Of(scalar, source);
        if (item is YamlMapping mapping)
        {
            foreach (var key in MergeKeys)
            {
                if (mapping[key] is YamlScalar value)
                    return key + "=" + WrittenKey.Of(value, source);
            }
        }

        return index.ToString(CultureInfo.InvariantCulture);
    }
}
