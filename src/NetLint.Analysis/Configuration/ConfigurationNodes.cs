using System.Collections.Immutable;
using NetLint.Kubernetes.Semantics;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Analysis.Configuration;

/// <summary>Reads nodes of the configuration file and collects what is wrong with them, each at its place.</summary>
internal sealed class ConfigurationNodes
{
    private readonly ImmutableArray<ConfigurationProblem>.Builder _problems = ImmutableArray.CreateBuilder<ConfigurationProblem>();

    /// <summary>The problems in the order of the text, each once: an anchored node is read as often as it is referred to.</summary>
    public ImmutableArray<ConfigurationProblem> Problems =>
        [.. _problems.Distinct().OrderBy(problem => problem.Origin.Span.Start).ThenBy(problem => problem.Origin.Span.Length)];

    public void Add(Origin place, string message) => _problems.Add(new ConfigurationProblem(place, message));

    /// <summary>The entries of a mapping by key. Unknown, repeated and missing keys are problems.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="keys">The keys it may have.</param>
    /// <param name="what">What the mapping is, to speak of it.</param>
    /// <param name="place">Where to report a node that is no mapping.</param>
    public Dictionary<string, YamlMappingEntry> Fields(YamlNode node, ImmutableArray<ConfigurationKey> keys, string what, Origin place)
    {
        var fields = new Dictionary<string, YamlMappingEntry>(StringComparer.Ordinal);
        if (node is not YamlMapping mapping)
        {
            Add(place, $"{what} must be a mapping of keys to values");
            return fields;
        }

        foreach (var (key, entry) in Entries(mapping))
        {
            if (keys.Any(known => known.Name == key.Value))
                fields[key.Value] = entry;
            else if (RuleNames.NearestOf(key.Value, keys.Select(known => known.Name)) is { } near)
                Add(key.Origin, $"{what} has no key '{key.Value}'; did you mean '{near}'");
            else
                Add(key.Origin, $"{what} has no key '{key.Value}'; its keys are {string.Join(", ", keys.Select(known => known.Name))}");
        }

        foreach (var missing in keys.Where(known => known.IsRequired && !fields.ContainsKey(known.Name)))
            Add(mapping.Written is [var first, ..] ? first.Key.Origin : mapping.Origin, $"{what} lacks the key '{missing.Name}'");
        return fields;
    }

    /// <summary>The entries of a mapping with scalar keys; other keys and repeated ones are problems.</summary>
    public IEnumerable<(YamlScalar Key, YamlMappingEntry Entry)> Entries(YamlMapping mapping)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key is not YamlScalar key)
                Add(entry.Key.Origin, "a key must be a text");
            else if (!seen.Add(key.Value))
                Add(key.Origin, $"the key '{key.Value}' is written twice");
            else
                yield return (key, entry);
        }
    }

    /// <summary>The items of a list.</summary>
    public IEnumerable<YamlNode> Items(YamlMappingEntry entry)
    {
        if (entry.Value is YamlSequence sequence)
            return sequence.Items;
        Add(PlaceOf(entry), $"'{entry.Name}' must be a list");
        return [];
    }

    /// <summary>A text as it is written, so that numbers and words such as <c>off</c> keep their spelling; null when the value is none.</summary>
    public string? Text(YamlMappingEntry entry, string what)
    {
        if (entry.Value is YamlScalar { IsNull: false, Value: var text } && !string.IsNullOrWhiteSpace(text))
            return text;
        Add(PlaceOf(entry), $"'{entry.Name}' must be {what}");
        return null;
    }

    /// <summary>A text that YAML does not take for anything else; null when the value is none.</summary>
    public string? String(YamlMappingEntry entry)
    {
        if (entry.Value is YamlScalar scalar && scalar.Resolve().Kind == ScalarKind.String && !string.IsNullOrWhiteSpace(scalar.Value))
            return scalar.Value;
        var isOther = entry.Value is YamlScalar value && value.Resolve().IsBooleanOrNumber;
        Add(PlaceOf(entry), isOther ? $"'{entry.Name}' must be a text; put it in quotes" : $"'{entry.Name}' must be a text");
        return null;
    }

    /// <summary>A boolean; null when the value is none.</summary>
    public bool? Flag(YamlMappingEntry entry)
    {
        if (entry.Value is YamlScalar { Style: ScalarStyle.Plain, Value: "true" or "false" } scalar)
            return scalar.Value == "true";
        Add(PlaceOf(entry), $"'{entry.Name}' must be true or false");
        return null;
    }

    /// <summary>The place of a value that can be shown on one line: a scalar's own, else that of its key.</summary>
    public static Origin PlaceOf(YamlMappingEntry entry) =>
        entry.Value is YamlScalar { Span.IsEmpty: false } ? entry.Value.Origin : entry.Key.Origin;

    /// <summary>The place of an item of a list: a scalar's own, else its first key or where it begins.</summary>
    public static Origin PlaceOf(YamlNode item) => item switch
    {
        YamlMapping { Written: [var first, ..] } => first.Key.Origin,
        YamlSequence => new Origin(item.Source, new TextSpan(item.Span.Start, Math.Min(1, item.Span.Length))),
        _ => item.Origin,
    };
}
