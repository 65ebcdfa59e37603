using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>
/// One operation of a JSON patch, as written: what is wrong with it counts only when it is applied, as in the library that kustomize uses.
/// </summary>
/// <param name="Node">The operation.</param>
/// <param name="Kind">Its <c>op</c>; "unknown" when it has none that is a string.</param>
/// <param name="PathNode">Its <c>path</c>, or null.</param>
/// <param name="FromNode">Its <c>from</c>, or null.</param>
/// <param name="Value">Its <c>value</c>; null when there is none, which adds a null and cannot be tested for.</param>
internal sealed record JsonPatchOperation(YamlNode Node, string Kind, YamlNode? PathNode, YamlNode? FromNode, YamlNode? Value)
{
    /// <summary>The place to show: the path, else the operation.</summary>
    public Origin Origin => (PathNode ?? Node).Origin;

    /// <summary>The path.</summary>
    /// <exception cref="RenderException">There is none.</exception>
    public string Path => TextOf(PathNode) ?? throw new RenderException($"the '{Kind}' operation has no path", Node.Origin);

    /// <summary>Where a <c>move</c> or <c>copy</c> takes its value.</summary>
    /// <exception cref="RenderException">It does not say.</exception>
    public string From => TextOf(FromNode) ?? throw new RenderException($"the '{Kind}' operation has no 'from'", Origin);

    /// <summary>Reads an operation from a mapping whose scalars are as JSON has them.</summary>
    public static JsonPatchOperation Of(YamlMapping node) =>
        new(node, TextOf(node["op"]) ?? "unknown", node["path"], node["from"], node["value"]);

    private static string? TextOf(YamlNode? node) => node is YamlScalar scalar && scalar.Resolve().Kind == ScalarKind.String ? scalar.Value : null;
}
