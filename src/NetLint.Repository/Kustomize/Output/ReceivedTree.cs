using System.Collections.Immutable;
using System.Globalization;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Output;

/// <summary>
/// The tree as the API server receives it through kustomize. Rules read scalars the way kubectl does; where kustomize reads and prints
/// something else, as it does for <c>on</c> and for timestamps, the scalar is replaced by one that kubectl reads as what was printed.
/// </summary>
internal static class ReceivedTree
{
    /// <summary>The tree, made of the same nodes wherever nothing changes.</summary>
    /// <exception cref="RenderException">The tree holds what kustomize cannot print.</exception>
    public static YamlMapping Of(YamlMapping root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return OfMapping(root, isRoot: true, isInFlow: false);
    }

    /// <summary>Trees are as deep as their reader allows, which bounds this recursion.</summary>
    private static YamlNode OfNode(YamlNode node, bool isInFlow) => node switch
    {
        YamlMapping mapping => OfMapping(mapping, isRoot: false, isInFlow),
        YamlSequence sequence => OfSequence(sequence, isInFlow),
        YamlScalar scalar => OfScalar(scalar, isInFlow),
        _ => node,
    };

    private static YamlMapping OfMapping(YamlMapping mapping, bool isRoot, bool isInFlow)
    {
        isInFlow |= FlowStyle.Has(mapping);
        KustomizeMember.CheckDistinct(mapping);
        ImmutableArray<YamlMappingEntry>.Builder? changed = null;
        for (var i = 0; i < mapping.Entries.Length; i++)
        {
            var entry = mapping.Entries[i];
            var name = KustomizeMember.NameOf(entry, isRoot);
            var value = OfNode(entry.Value, isInFlow);
            if (name == entry.Name && ReferenceEquals(value, entry.Value))
            {
                changed?.Add(entry);
                continue;
            }

            changed ??= Begin(mapping.Entries, i);
            // What is dropped is not received; a key is received as the string that is printed.
            if (name is not null)
                changed.Add(name == entry.Name ? entry with { Value = value } : new YamlMappingEntry(Quoted((YamlScalar)entry.Key, name), value, name));
        }

        return changed is null ? mapping : mapping.WithEntries(changed.DrainToImmutable());
    }

    private static YamlSequence OfSequence(YamlSequence sequence, bool isInFlow)
    {
        isInFlow |= FlowStyle.Has(sequence);
        ImmutableArray<YamlNode>.Builder? changed = null;
        for (var i = 0; i < sequence.Items.Length; i++)
        {
            var item = OfNode(sequence.Items[i], isInFlow);
            if (changed is null && !ReferenceEquals(item, sequence.Items[i]))
                changed = Begin(sequence.Items, i);
            changed?.Add(item);
        }

        return changed is null ? sequence : sequence.WithItems(changed.DrainToImmutable());
    }

    private static YamlScalar OfScalar(YamlScalar scalar, bool isInFlow)
    {
        var printed = KustomizeScalar.Of(scalar, isInFlow);
        var read = scalar.Resolve();
        // Numbers are equal whichever of the two forms they have: JSON knows one sort.
        var isSame = printed.Kind switch
        {
            ScalarKind.String => read.Kind == ScalarKind.String && read.Text == printed.Text,
            ScalarKind.Boolean => read.Kind == ScalarKind.Boolean && read.Boolean == (printed.Text == "true"),
            ScalarKind.Integer when read.Kind == ScalarKind.Integer => read.Integer.ToString(CultureInfo.InvariantCulture) == printed.Text,
            ScalarKind.Integer or ScalarKind.Float => read.Kind is ScalarKind.Integer or ScalarKind.Float,
            _ => read.Kind == printed.Kind,
        };
        if (isSame)
            return scalar;
        return printed.Kind == ScalarKind.String ? Quoted(scalar, printed.Text) : With(scalar, printed.Text, ScalarStyle.Plain);
    }

    private static YamlScalar Quoted(YamlScalar scalar, string text) => With(scalar, text, ScalarStyle.DoubleQuoted);

    private static YamlScalar With(YamlScalar scalar, string text, ScalarStyle style) => scalar.EarlierOrigins.IsEmpty
        ? new YamlScalar(scalar.Source, scalar.Span, tag: null, text, style)
        : new TracedScalar(scalar.Origin, tag: null, text, style, scalar.EarlierOrigins);

    private static ImmutableArray<T>.Builder Begin<T>(ImmutableArray<T> items, int count)
    {
        var builder = ImmutableArray.CreateBuilder<T>(items.Length);
        builder.AddRange(items, count);
        return builder;
    }
}
