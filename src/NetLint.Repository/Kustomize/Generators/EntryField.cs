using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Generators;

/// <summary>Fields of a kustomization, which are read with kubectl's rules for scalars and must have the type that kustomize gives them.</summary>
internal static class EntryField
{
    /// <summary>A text; null when it is absent or null.</summary>
    public static YamlScalar? Text(YamlMapping owner, string name) => owner[name] is { IsNull: false } node ? TextOf(node, name) : null;

    /// <summary>A list of texts.</summary>
    public static IEnumerable<YamlScalar> Texts(YamlMapping owner, string name)
    {
        if (owner[name] is not { IsNull: false } node)
            return [];
        if (node is not YamlSequence sequence)
            throw Mistyped(node, name, "a list of strings");
        return sequence.Items.Select(item => TextOf(item, name));
    }

    /// <summary>A map of texts; a null in it is an empty text.</summary>
    public static IEnumerable<(YamlMappingEntry Entry, YamlScalar Value)> TextMap(YamlMapping owner, string name)
    {
        if (owner[name] is not { IsNull: false } node)
            return [];
        if (node is not YamlMapping mapping)
            throw Mistyped(node, name, "a map of strings");
        return mapping.Entries.Where(entry => entry.Name is not null).Select(entry => (entry, TextOf(entry.Value, name)));
    }

    /// <summary>A truth value; false when it is absent or null.</summary>
    public static bool Flag(YamlMapping owner, string name, out YamlScalar? at)
    {
        at = null;
        if (owner[name] is not { IsNull: false } node)
            return false;
        if (node is not YamlScalar scalar || scalar.Resolve() is not { Kind: ScalarKind.Boolean } value)
            throw Mistyped(node, name, "a boolean");
        at = scalar;
        return value.Boolean;
    }

    /// <summary>A mapping; null when it is absent or null.</summary>
    public static YamlMapping? Mapping(YamlMapping owner, string name) => owner[name] switch
    {
        null or { IsNull: true } => null,
        YamlMapping mapping => mapping,
        var node => throw Mistyped(node, name, "a map"),
    };

    /// <summary>A text made of one that was read; a null is an empty one.</summary>
    public static string ValueOf(YamlScalar scalar) => scalar.IsNull ? "" : scalar.Value;

    private static YamlScalar TextOf(YamlNode node, string name) => node is YamlScalar scalar && !scalar.Resolve().IsBooleanOrNumber
        ? scalar
        : throw Mistyped(node, name, "a string");

    private static RenderException Mistyped(YamlNode node, string name, string expected) =>
        new($"invalid Kustomization: '{name}' must be {expected}; put a number or a boolean in quotes", node.Origin);
}
