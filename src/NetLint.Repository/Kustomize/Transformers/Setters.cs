using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>The changes that transformers make to a field.</summary>
internal static class Setters
{
    /// <summary>Puts a string in the place of a scalar.</summary>
    public static Func<YamlNode, YamlNode> Text(string value, Origin decidedAt, string field) =>
        node => node is YamlScalar ? Rendered.String(value, decidedAt, node) : throw NotA("scalar", node, field);

    /// <summary>The same where the value is empty.</summary>
    public static Func<YamlNode, YamlNode> TextIfEmpty(string value, Origin decidedAt, string field)
    {
        var set = Text(value, decidedAt, field);
        return node => node is YamlScalar { IsNull: false, Value.Length: > 0 } ? node : set(node);
    }

    private static RenderException NotA(string expected, YamlNode node, string field) =>
        new($"the field '{field}' must be a {expected}", node.Origin);
}
