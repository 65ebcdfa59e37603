using System.Globalization;
using NetLint.Repository.Kustomize.Output;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Variables;

/// <summary>The value of a variable, as it stands alone and within a text.</summary>
/// <param name="Node">The field it comes from.</param>
/// <param name="Alone">The text where it stands alone; null for a collection, which is not put in.</param>
/// <param name="Within">The text within another; null for a collection.</param>
/// <param name="IsString">True for a string, false for a number or truth value.</param>
internal sealed record VariableValue(YamlNode Node, string? Alone, string? Within, bool IsString)
{
    /// <summary>The value of a field; null when kustomize cannot read it.</summary>
    public static VariableValue? Of(YamlNode node)
    {
        if (node is not YamlScalar scalar)
            return new VariableValue(node, null, null, IsString: true);
        switch (KustomizeScalar.Tag(scalar))
        {
            case "!!int":
                // Other bases than ten are not understood here, nor underscores.
                return long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    ? Typed(node, number.ToString(CultureInfo.InvariantCulture))
                    : null;
            case "!!float":
                return GoNumber.Decimal(scalar.Value) is { } value
                    ? new VariableValue(node, GoNumber.ToPositional(value), GoNumber.ToYaml(value), IsString: false)
                    : null;
            case "!!bool":
                return Typed(node, scalar.Value is "true" or "True" or "TRUE" ? "true" : "false");
            default:
                return new VariableValue(node, scalar.Value, scalar.Value, IsString: true);
        }
    }

    private static VariableValue Typed(YamlNode node, string text) => new(node, text, text, IsString: false);
}
