using System.Collections.Immutable;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository;

/// <summary>Reads fields of the objects that deploy others. A field of the wrong type is read as absent: the API server refuses it.</summary>
internal static class MappingFields
{
    /// <summary>A string that is written and not empty; controllers take an empty one for an absent one.</summary>
    public static YamlScalar? Text(this YamlMapping? mapping, string name) =>
        mapping?[name] is YamlScalar { Value.Length: > 0 } scalar && scalar.Resolve().Kind == ScalarKind.String ? scalar : null;

    public static YamlMapping? Mapping(this YamlMapping? mapping, string name) => mapping?[name] as YamlMapping;

    public static YamlSequence? Sequence(this YamlMapping? mapping, string name) => mapping?[name] as YamlSequence;

    public static ImmutableArray<YamlMapping> Mappings(this YamlMapping? mapping, string name) =>
        mapping.Sequence(name) is { } sequence ? [.. sequence.Items.OfType<YamlMapping>()] : [];

    public static ImmutableArray<YamlScalar> Texts(this YamlMapping? mapping, string name) =>
        mapping.Sequence(name) is { } sequence ? [.. sequence.Items.OfType<YamlScalar>().Where(item => item.Resolve().Kind == ScalarKind.String)] : [];

    public static bool Flag(this YamlMapping? mapping, string name) =>
        mapping?[name] is YamlScalar scalar && scalar.Resolve() is { Kind: ScalarKind.Boolean, Boolean: true };
}
