using NetLint.Repository.Kustomize.Output;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Replacements;

/// <summary>The text of a list's item that <c>[key=value]</c> is compared with: kustomize prints it first, so that quotes are part of it.</summary>
internal static class ElementText
{
    /// <summary>The text; "" for a collection, whose printed form nobody compares with.</summary>
    public static string Of(YamlNode node)
    {
        if (node is not YamlScalar scalar)
            return "";
        var text = scalar.Style switch
        {
            ScalarStyle.Plain => KustomizeScalar.IsString(scalar) && GoScalar.Read(scalar.Value).Tag != "!!str" ? InDoubleQuotes(scalar.Value) : scalar.Value,
            ScalarStyle.SingleQuoted => $"'{scalar.Value.Replace("'", "''", StringComparison.Ordinal)}'",
            ScalarStyle.DoubleQuoted => InDoubleQuotes(scalar.Value),
            var style => $"{(style == ScalarStyle.Folded ? '>' : '|')}{Chomping(scalar.Value)}\n    {scalar.Value.TrimEnd('\n').Replace("\n", "\n    ", StringComparison.Ordinal)}",
        };
        return text.Trim();
    }

    private static string InDoubleQuotes(string value) =>
        $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";

    private static string Chomping(string value) => value is [.., '\n', '\n'] ? "+" : value is [.., '\n'] ? "" : "-";
}
