using NetLint.Syntax.Yaml;

namespace NetLint.Kubernetes.Resources;

/// <summary>
/// Follows a path of the knowledge tables: segments joined by dots, <c>[]</c> after a segment for every item of a list, a segment <c>*</c>
/// for every value of a mapping. An empty path is the node itself.
/// </summary>
public static class FieldPath
{
    /// <summary>The nodes at a path, in order.</summary>
    public static IEnumerable<YamlNode> Select(YamlNode root, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        IEnumerable<YamlNode> nodes = [root];
        if (path.Length == 0)
            return nodes;
        foreach (var segment in path.Split('.'))
        {
            var isList = segment.EndsWith("[]", StringComparison.Ordinal);
            var name = isList ? segment[..^2] : segment;
            nodes = nodes.SelectMany(node => Step(node, name, isList));
        }

        return nodes;
    }

    /// <summary>The text of the scalars at a path; nulls are left out.</summary>
    public static IEnumerable<string> SelectText(YamlNode root, string path) =>
        Select(root, path).OfType<YamlScalar>().Where(scalar => !scalar.IsNull).Select(scalar => scalar.Value);

    private static IEnumerable<YamlNode> Step(YamlNode node, string name, bool isList)
    {
        if (node is not YamlMapping mapping)
            return [];
        if (name == "*")
            return mapping.Entries.Select(entry => entry.Value);
        return mapping[name] switch
        {
            null => [],
            YamlSequence sequence when isList => sequence.Items,
            _ when isList => [],
            var value => [value],
        };
    }
}
