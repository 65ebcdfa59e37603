using System.Collections.Immutable;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Replacements;

/// <summary>
/// A scalar that a replacement made. kustomize gives it no type, so that it takes that of its text: the string "8080" becomes a number here,
/// while a field that exists stays what it was.
/// </summary>
internal sealed class UntaggedScalar(Origin origin, string value, ImmutableArray<Origin> earlier)
    : YamlScalar(origin.Source, origin.Span, tag: null, value, ScalarStyle.Plain)
{
    /// <inheritdoc/>
    public override ImmutableArray<Origin> EarlierOrigins => earlier;
}
