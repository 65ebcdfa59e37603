using System.Collections.Immutable;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository;

/// <summary>Gives a tree that was read from the text of a scalar the place of that scalar, which is what a person edits.</summary>
internal static class GraftedYaml
{
    /// <summary>The same tree with one place for all its nodes.</summary>
    public static YamlNode At(YamlNode node, Origin origin, ImmutableArray<Origin> earlier) => node switch
    {
        YamlMapping mapping => new YamlMapping(origin.Source, origin.Span, null, [.. mapping.Entries.Select(entry => entry with
        {
            Key = At(entry.Key, origin, earlier),
            Value = At(entry.Value, origin, earlier),
        })]),
        YamlSequence sequence => new YamlSequence(origin.Source, origin.Span, null, [.. sequence.Items.Select(item => At(item, origin, earlier))]),
        YamlScalar scalar => new TracedScalar(origin, scalar.Tag, scalar.Value, scalar.Style, earlier),
        _ => node,
    };
}
