using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>What became of two values that were merged.</summary>
/// <param name="Node">The value; null when nothing is left.</param>
/// <param name="IsPatch">True when it is the patch's value, and not the target's with changes.</param>
internal readonly record struct Merged(YamlNode? Node, bool IsPatch)
{
    /// <summary>Nothing is left.</summary>
    public static Merged Nothing => default;

    /// <summary>The target's value, perhaps with changes.</summary>
    public static Merged Target(YamlNode? node) => new(node, IsPatch: false);

    /// <summary>The patch's value.</summary>
    public static Merged Patch(YamlNode? node) => new(node, IsPatch: true);
}
