using System.Collections.Immutable;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>Nodes that a build makes, with the places that made them.</summary>
internal static class Rendered
{
    /// <summary>No value has more sources than this; further ones say nothing to a person.</summary>
    private const int MaxOrigins = 24;

    /// <summary>A string that was decided at a place and stands where another value stood.</summary>
    public static YamlScalar String(string value, Origin decidedAt, YamlNode? replaced = null) =>
        Scalar(value, ScalarStyle.DoubleQuoted, decidedAt, Sources(replaced));

    /// <summary>A scalar whose type follows from its form, decided at a place, in place of another value.</summary>
    public static YamlScalar Plain(string value, Origin decidedAt, YamlNode? replaced = null) =>
        Scalar(value, ScalarStyle.Plain, decidedAt, Sources(replaced));

    /// <summary>A value made from the one that is there and from further places: the place it is written at still decides.</summary>
    public static YamlScalar Extended(YamlScalar node, string value, ScalarStyle style, IEnumerable<Origin> further) =>
        Scalar(value, style, node.Origin, [.. further, .. node.EarlierOrigins]);

    /// <summary>A value with its further sources.</summary>
    public static YamlScalar Scalar(string value, ScalarStyle style, Origin decidedAt, ImmutableArray<Origin> earlier)
    {
        if (earlier.IsEmpty)
            return new YamlScalar(decidedAt.Source, decidedAt.Span, null, value, style);
        earlier = [.. earlier.Where(origin => origin != decidedAt).Distinct().Take(MaxOrigins)];
        return new TracedScalar(decidedAt, null, value, style, earlier);
    }

    /// <summary>An empty mapping that a transformer adds.</summary>
    public static YamlMapping Mapping(Origin decidedAt) => new(decidedAt.Source, decidedAt.Span, null, []);

    /// <summary>The places a value comes from, the deciding one first; empty for a collection, which no single place decides.</summary>
    public static ImmutableArray<Origin> Sources(YamlNode? node) => node is YamlScalar ? [node.Origin, .. node.EarlierOrigins] : [];
}
