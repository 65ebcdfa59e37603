using System.Collections.Immutable;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>
/// A label or annotation that kustomize has put into several fields of an object at once. There these fields share one value, by mistake, and
/// whatever changes one of them changes all: a label that an overlay sets without selectors goes into the selectors that a base made.
/// </summary>
internal sealed class SharedScalar : YamlScalar
{
    /// <summary>Makes a value that several fields may hold.</summary>
    public SharedScalar(Origin origin, string value, ScalarStyle style, ImmutableArray<Origin> earlier)
        : base(origin.Source, origin.Span, tag: null, value, style) => EarlierOrigins = earlier;

    /// <inheritdoc/>
    public override ImmutableArray<Origin> EarlierOrigins { get; }
}
