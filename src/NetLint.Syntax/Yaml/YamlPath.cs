using System.Globalization;
using System.Text;

namespace NetLint.Syntax.Yaml;

/// <summary>Paths of nodes, written the way kubectl does: <c>spec.ports[0].name</c>, <c>metadata.labels["a/b"]</c>.</summary>
public static class YamlPath
{
    /// <summary>The path from a root to one of its nodes (by reference); null when the node is not below the root.</summary>
    /// <param name="root">Where the path starts.</param>
    /// <param name="target">A value or key node.</param>
    public static string? Find(YamlNode root, YamlNode target)
    {
        ArgumentNullException.ThrowIfNull(root);
        var seen = new HashSet<YamlNode>(ReferenceEqualityComparer.Instance);
        var steps = new List<string>();
        if (!Search(root, target, seen, steps))
            return null;
        steps.Reverse();
        return Join(steps);
    }

    /// <summary>Appends a member name to a path, in brackets when it is no simple word.</summary>
    public static string Append(string path, string name) => path.Length == 0 ? Member(name).TrimStart('.') : path + Member(name);

    /// <summary>Appends an index to a path.</summary>
    public static string Append(string path, int index) => string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");

    private static bool Search(YamlNode node, YamlNode target, HashSet<YamlNode> seen, List<string> steps)
    {
        if (ReferenceEquals(node, target))
            return true;
        switch (node)
        {
            case YamlMapping mapping when seen.Add(mapping):
                foreach (var entry in mapping.Entries)
                {
                    if (ReferenceEquals(entry.Key, target) || Search(entry.Value, target, seen, steps))
                    {
                        steps.Add(Member(entry.Name ?? "?"));
                        return true;
                    }
                }

                return false;
            case YamlSequence sequence when seen.Add(sequence):
                for (var i = 0; i < sequence.Items.Length; i++)
                {
                    if (Search(sequence.Items[i], target, seen, steps))
                    {
                        steps.Add(string.Create(CultureInfo.InvariantCulture, $"[{i}]"));
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }

    private static string Member(string name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))
                return "[\"" + name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"]";
        }

        return "." + name;
    }

    private static string Join(List<string> steps)
    {
        var text = new StringBuilder();
        foreach (var step in steps)
            text.Append(text.Length == 0 && step[0] == '.' ? step[1..] : step);
        return text.ToString();
    }
}
