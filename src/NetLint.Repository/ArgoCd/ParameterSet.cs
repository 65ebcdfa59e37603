using System.Collections.Immutable;
using System.Globalization;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.ArgoCd;

/// <summary>The parameters of one application.</summary>
/// <param name="Values">
/// The values by name. For the plain templates names are flat (<c>path.basename</c>) and values strings; for Go templates values are objects and lists.
/// </param>
/// <param name="IsOpen">True when it stands for any number of sets that hold these values and others that are not known.</param>
/// <param name="IsAssumed">True when the files it comes from are only assumed to be those of the repository that is named.</param>
internal sealed record ParameterSet(YamlMapping Values, bool IsOpen = false, bool IsAssumed = false)
{
    /// <summary>The values with all names joined by dots, as selectors see them.</summary>
    public IEnumerable<KeyValuePair<string, string>> Flatten()
    {
        var flat = new List<KeyValuePair<string, string>>();
        Flatten("", Values, flat);
        return flat;
    }

    /// <summary>Joins names of nested values with dots and positions of lists as numbers.</summary>
    internal static void Flatten(string prefix, YamlNode node, List<KeyValuePair<string, string>> flat)
    {
        switch (node)
        {
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                    Flatten(Join(prefix, entry.Name ?? ""), entry.Value, flat);
                break;
            case YamlSequence sequence:
                for (var i = 0; i < sequence.Items.Length; i++)
                    Flatten(Join(prefix, i.ToString(CultureInfo.InvariantCulture)), sequence.Items[i], flat);
                break;
            case YamlScalar scalar:
                flat.Add(new(prefix, Print(scalar) ?? scalar.Value));
                break;
        }
    }

    /// <summary>The text of a scalar as Go prints it; null for numbers whose form in Go is not certain.</summary>
    public static string? Print(YamlScalar scalar)
    {
        var value = scalar.Resolve();
        return value.Kind switch
        {
            ScalarKind.String => scalar.Value,
            ScalarKind.Null => "<nil>",
            ScalarKind.Boolean => value.Boolean ? "true" : "false",
            // Numbers are doubles on the way, which Go prints with an exponent from seven digits on.
            ScalarKind.Integer when value.Integer > -1_000_000 && value.Integer < 1_000_000 => value.Integer.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    /// <summary>Both sets together; values of the other win. Objects are merged member by member when <paramref name="isDeep"/>.</summary>
    public ParameterSet With(ParameterSet other, bool isDeep) =>
        new(Merge(Values, other.Values, isDeep), IsOpen || other.IsOpen, IsAssumed || other.IsAssumed);

    private static YamlMapping Merge(YamlMapping target, YamlMapping added, bool isDeep)
    {
        var entries = target.Entries.ToBuilder();
        var positions = new Dictionary<string, int>(entries.Count, StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
            positions[entries[i].Name ?? ""] = i;
        foreach (var entry in added.Entries)
        {
            if (positions.TryAdd(entry.Name ?? "", entries.Count))
                entries.Add(entry);
            else if (positions[entry.Name ?? ""] is var at && isDeep && entry.Value is YamlMapping inner && entries[at].Value is YamlMapping present)
                entries[at] = entries[at] with { Value = Merge(present, inner, isDeep) };
            // The library that merges for Go templates takes an empty value for none.
            else if (!isDeep || !IsEmpty(entry.Value))
                entries[at] = entry;
        }

        return target.WithEntries(entries.DrainToImmutable());
    }

    /// <summary>True for what Go takes for the zero of its type.</summary>
    internal static bool IsEmpty(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.Entries.IsEmpty,
        YamlSequence sequence => sequence.Items.IsEmpty,
        YamlScalar scalar => scalar.Resolve() switch
        {
            { Kind: ScalarKind.Null } => true,
            { Kind: ScalarKind.String } value => value.Text.Length == 0,
            { Kind: ScalarKind.Boolean } value => !value.Boolean,
            { Kind: ScalarKind.Integer } value => value.Integer.IsZero,
            _ => false,
        },
        _ => true,
    };

    private static string Join(string prefix, string name) => prefix.Length == 0 ? name : prefix + "." + name;
}

/// <summary>Makes nodes for values that are computed and have the place of what they are computed from.</summary>
internal static class ParameterNodes
{
    public static YamlScalar Text(YamlNode place, string value) => new(place.Source, place.Span, null, value, ScalarStyle.DoubleQuoted);

    public static YamlMapping Object(YamlNode place, IEnumerable<KeyValuePair<string, YamlNode>> members) =>
        new(place.Source, place.Span, null, [.. members.Select(member => new YamlMappingEntry(Text(place, member.Key), member.Value, member.Key))]);

    public static YamlSequence List(YamlNode place, IEnumerable<string> items) =>
        new(place.Source, place.Span, null, [.. items.Select(item => Text(place, item)).ToImmutableArray<YamlNode>()]);

    /// <summary>The name with everything else replaced that a name in Kubernetes cannot hold, as <c>basenameNormalized</c> is made.</summary>
    public static string Normalize(string name)
    {
        var characters = name.ToLowerInvariantAscii().Select(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.' ? c : '-').Take(253);
        return string.Concat(characters).Trim('-', '.');
    }

    private static string ToLowerInvariantAscii(this string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = char.ToLowerInvariant(source[i]);
    });
}
