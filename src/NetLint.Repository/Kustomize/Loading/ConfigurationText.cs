using System.Globalization;
using NetLint.Repository.Kustomize.Output;
using NetLint.Repository.Kustomize.Transformers;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Loading;

/// <summary>
/// Texts in files that configure transformers and replacements. There, unlike in a kustomization, kustomize takes a number or truth value for
/// a text where it wants one.
/// </summary>
internal static class ConfigurationText
{
    /// <summary>A mapping with numbers and truth values turned into texts.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="fields">The fields that are texts; none for all.</param>
    public static YamlMapping Coerce(YamlMapping mapping, params ReadOnlySpan<string> fields)
    {
        var entries = mapping.Entries;
        for (var i = 0; i < entries.Length; i++)
        {
            if ((fields.IsEmpty || fields.Contains(entries[i].Name, StringComparer.OrdinalIgnoreCase)) && entries[i].Value is YamlScalar scalar && Coerce(scalar) is var text && !ReferenceEquals(text, scalar))
                entries = entries.SetItem(i, entries[i] with { Value = text });
        }

        return entries == mapping.Entries ? mapping : mapping.WithEntries(entries);
    }

    /// <summary>A list with its numbers and truth values turned into texts.</summary>
    public static YamlSequence Coerce(YamlSequence list) =>
        list.WithItems([.. list.Items.Select(item => item is YamlScalar scalar ? Coerce(scalar) : item)]);

    /// <summary>A scalar, as text where it is a number or truth value.</summary>
    public static YamlScalar Coerce(YamlScalar scalar)
    {
        var value = scalar.Resolve();
        var text = value.Kind switch
        {
            ScalarKind.Integer => value.Integer.ToString(CultureInfo.InvariantCulture),
            ScalarKind.Float => GoNumber.Decimal(scalar.Value) is { } number ? GoNumber.ToYaml(number) : scalar.Value,
            ScalarKind.Boolean => value.Boolean ? "true" : "false",
            _ => null,
        };
        return text is null ? scalar : Rendered.Scalar(text, ScalarStyle.DoubleQuoted, scalar.Origin, scalar.EarlierOrigins);
    }
}
