using System.Collections.Immutable;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Output;

/// <summary>
/// What brackets do to the values between them. Before kustomize prints an object it writes it once more in the style it was read in, and
/// between brackets its writer puts quotes around what could be mistaken there: an empty text is then no null, and a time with colons no time.
/// </summary>
internal static class FlowStyle
{
    /// <summary>True for a collection that is written in brackets or braces.</summary>
    public static bool Has(YamlNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var text = node.Source.Content;
        var at = node.Span.Start;
        // An anchor or tag may stand before the bracket.
        while (at < node.Span.End && text[at] is '&' or '!')
        {
            var end = text.AsSpan(at, node.Span.End - at).IndexOfAny(" \t\r\n");
            if (end < 0)
                return false;
            at += end;
            while (at < node.Span.End && text[at] is ' ' or '\t' or '\r' or '\n')
                at++;
        }

        return at < node.Span.End && text[at] is '{' or '[';
    }

    /// <summary>A value with quotes where it would be given them between brackets. Trees are as deep as their reader allows, which bounds this recursion.</summary>
    public static YamlNode Quote(YamlNode node)
    {
        switch (node)
        {
            case YamlScalar scalar when Quotes(scalar):
                return new TracedScalar(scalar.Origin, tag: null, scalar.Value, ScalarStyle.DoubleQuoted, scalar.EarlierOrigins);
            case YamlSequence sequence:
                ImmutableArray<YamlNode>.Builder? items = null;
                for (var i = 0; i < sequence.Items.Length; i++)
                {
                    if (Quote(sequence.Items[i]) is var item && !ReferenceEquals(item, sequence.Items[i]))
                        (items ??= sequence.Items.ToBuilder())[i] = item;
                }

                return items is null ? sequence : sequence.WithItems(items.DrainToImmutable());
            case YamlMapping mapping:
                ImmutableArray<YamlMappingEntry>.Builder? entries = null;
                for (var i = 0; i < mapping.Entries.Length; i++)
                {
                    var entry = mapping.Entries[i];
                    if (Quote(entry.Value) is var value && !ReferenceEquals(value, entry.Value))
                        (entries ??= mapping.Entries.ToBuilder())[i] = entry with { Value = value };
                }

                return entries is null ? mapping : mapping.WithEntries(entries.DrainToImmutable());
            default:
                return node;
        }
    }

    /// <summary>True when a scalar without quotes is given them between brackets, so that it is a string whatever it looks like.</summary>
    public static bool Quotes(YamlScalar scalar)
    {
        ArgumentNullException.ThrowIfNull(scalar);
        return scalar is { Style: ScalarStyle.Plain, Tag: null or "!" }
            && (scalar.Value.Length == 0 || (scalar.Value.Contains(':', StringComparison.Ordinal) && GoTimestamp.Matches(scalar.Value)));
    }
}
