using System.Collections.Immutable;
using System.Text;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.ArgoCd;

/// <summary>A text with its parameters filled in.</summary>
/// <param name="Text">The text; null when a part of it is not known.</param>
/// <param name="Used">The values that were filled in.</param>
internal readonly record struct FilledText(string? Text, ImmutableArray<YamlNode> Used);

/// <summary>
/// Fills parameters into the strings of a tree. The deciding place of a value stays the scalar of the template; those of the parameters follow.
/// A string of which a part is not known stays as it is written, with its braces, and so is recognised as not filled in.
/// </summary>
internal sealed class ParameterTemplate(bool isGo, ExpansionBudget budget)
{
    /// <summary>True for Go templates.</summary>
    public bool IsGo => isGo;

    /// <summary>Fills a tree.</summary>
    public YamlNode Fill(YamlNode node, ParameterSet parameters)
    {
        if (budget.Exhausted is not null)
            return node;
        return node switch
        {
            YamlMapping mapping => FillMapping(mapping, parameters),
            YamlSequence sequence => FillSequence(sequence, parameters),
            YamlScalar scalar => FillScalar(scalar, parameters),
            _ => node,
        };
    }

    /// <summary>Fills a string.</summary>
    public YamlScalar FillScalar(YamlScalar scalar, ParameterSet parameters)
    {
        if (!scalar.Value.Contains("{{", StringComparison.Ordinal))
            return scalar;
        var filled = isGo ? GoTemplate.Fill(scalar.Value, parameters) : FillPlain(scalar.Value, parameters);
        if (filled.Text is not { } text || string.Equals(text, scalar.Value, StringComparison.Ordinal) || !budget.TakeCharacters(text.Length))
            return scalar;
        ImmutableArray<Origin> earlier = [.. filled.Used.SelectMany(node => (ImmutableArray<Origin>)[node.Origin, .. node.EarlierOrigins]).Distinct(), .. scalar.EarlierOrigins];
        // The fields of a template are strings whatever is filled in.
        return new TracedScalar(scalar.Origin, scalar.Tag, text, scalar.Style == ScalarStyle.Plain ? ScalarStyle.DoubleQuoted : scalar.Style, earlier);
    }

    /// <summary>The plain template: <c>{{ name }}</c> is a string parameter or stays as it is.</summary>
    private static FilledText FillPlain(string text, ParameterSet parameters)
    {
        var result = new StringBuilder(text.Length);
        var used = ImmutableArray.CreateBuilder<YamlNode>();
        var at = 0;
        while (text.IndexOf("{{", at, StringComparison.Ordinal) is var open and >= 0 && text.IndexOf("}}", open + 2, StringComparison.Ordinal) is var close and >= 0)
        {
            result.Append(text, at, open - at);
            if (parameters.Values[text[(open + 2)..close].Trim()] is YamlScalar value && value.Resolve().Kind == ScalarKind.String)
            {
                result.Append(value.Value);
                used.Add(value);
            }
            else
            {
                result.Append(text, open, close + 2 - open);
            }

            at = close + 2;
        }

        return new FilledText(result.Append(text, at, text.Length - at).ToString(), used.DrainToImmutable());
    }

    private YamlMapping FillMapping(YamlMapping mapping, ParameterSet parameters)
    {
        var entries = mapping.Entries;
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = entries[i];
            var value = Fill(entry.Value, parameters);
            var key = entry.Key is YamlScalar scalar ? FillScalar(scalar, parameters) : entry.Key;
            if (!ReferenceEquals(value, entry.Value) || !ReferenceEquals(key, entry.Key))
                entries = entries.SetItem(i, new YamlMappingEntry(key, value, ReferenceEquals(key, entry.Key) ? entry.Name : ((YamlScalar)key).Value));
        }

        return entries == mapping.Entries ? mapping : mapping.WithEntries(entries);
    }

    private YamlSequence FillSequence(YamlSequence sequence, ParameterSet parameters)
    {
        var items = sequence.Items;
        for (var i = 0; i < items.Length; i++)
        {
            var item = Fill(items[i], parameters);
            if (!ReferenceEquals(item, items[i]))
                items = items.SetItem(i, item);
        }

        return items == sequence.Items ? sequence : sequence.WithItems(items);
    }
}
