using System.Collections.Immutable;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>Keeps the places that a value had before a patch changed it.</summary>
internal static class OriginChain
{
    /// <summary>A value may be replaced as often as a patch has operations; who reads the chain needs only its near end.</summary>
    private const int Longest = 32;

    /// <summary>A value in the place of another one: its own place decides, and those of the replaced one follow.</summary>
    public static YamlNode Over(YamlNode value, YamlNode? replaced)
    {
        if (replaced is null || ReferenceEquals(value, replaced) || value is not YamlScalar scalar)
            return value;
        return Trace(scalar, [.. scalar.EarlierOrigins, replaced.Origin, .. replaced.EarlierOrigins]);
    }

    /// <summary>A value that a patch moved or copied: its own place decides, and the place that asked for it follows.</summary>
    public static YamlNode Via(YamlNode value, Origin step) =>
        value is YamlScalar scalar ? Trace(scalar, [step, .. scalar.EarlierOrigins]) : value;

    private static TracedScalar Trace(YamlScalar scalar, IEnumerable<Origin> earlier) =>
        new(scalar.Origin, scalar.Tag, scalar.Value, scalar.Style, [.. earlier.Where(origin => origin != scalar.Origin).Distinct().Take(Longest)]);
}
