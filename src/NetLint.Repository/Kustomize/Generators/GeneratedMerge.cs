using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Generators;

/// <summary>
/// Brings a generated object together with the one of its name. The new object stays, with the name and namespace of the old one and the
/// labels and annotations of both; with <c>merge</c> it takes the data of the old one too. Everything else of the old object is lost.
/// </summary>
internal static class GeneratedMerge
{
    /// <summary>The object that takes the place of the old one.</summary>
    /// <param name="old">The object that exists.</param>
    /// <param name="generated">The object that was made.</param>
    /// <param name="behavior"><see cref="GeneratorBehavior.Merge"/> or <see cref="GeneratorBehavior.Replace"/>.</param>
    public static YamlMapping Apply(YamlMapping old, YamlMapping generated, GeneratorBehavior behavior)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(generated);
        var oldMetadata = old["metadata"] as YamlMapping;
        var metadata = generated["metadata"] as YamlMapping ?? new Members(generated.Origin).ToMapping();
        metadata = WithMap(metadata, oldMetadata, "labels");
        metadata = WithMap(metadata, oldMetadata, "annotations");
        metadata = WithText(metadata, oldMetadata?["name"], "name");
        metadata = WithText(metadata, oldMetadata?["namespace"], "namespace");
        var result = generated.With(Key(generated, "metadata"), metadata);
        if (behavior != GeneratorBehavior.Merge)
            return result;
        return WithMap(WithMap(result, old, "data"), old, "binaryData");
    }

    /// <summary>Both maps together, all values texts; the field goes to the end, as it is made anew.</summary>
    private static YamlMapping WithMap(YamlMapping owner, YamlMapping? old, string field)
    {
        var mine = owner[field] as YamlMapping;
        var theirs = old?[field] as YamlMapping;
        var all = new SortedDictionary<string, YamlMappingEntry>(Utf8Order.Instance);
        foreach (var entry in theirs?.Entries ?? [])
        {
            if (entry.Key is YamlScalar key)
                all[key.Value] = entry with { Value = AsText(entry.Value) };
        }

        foreach (var entry in mine?.Entries ?? [])
        {
            if (entry.Key is not YamlScalar key)
                continue;
            var value = AsText(entry.Value);
            all[key.Value] = entry with { Value = all.TryGetValue(key.Value, out var replaced) ? Replacing((YamlScalar)replaced.Value, value) : value };
        }

        var without = owner.Without(field);
        if (all.Count == 0)
            return without;
        var members = new Members((mine ?? theirs)!.Origin);
        foreach (var (name, entry) in all)
            members.Add(name, entry.Value, entry.Key.Origin);
        return without.With(Key(mine ?? theirs!, field), members.ToMapping());
    }

    private static YamlMapping WithText(YamlMapping owner, YamlNode? old, string field)
    {
        // A namespace the old object does not have is taken off the new one; a name it always has.
        if (old is not YamlScalar { Value.Length: > 0 } scalar)
            return owner.Without(field);
        if (owner[field] is YamlScalar mine)
            return owner.With(Key(mine, field), new TracedScalar(scalar.Origin, scalar.Tag, scalar.Value, scalar.Style, [.. scalar.EarlierOrigins, mine.Origin, .. mine.EarlierOrigins]));
        return owner.With(Key(scalar, field), scalar);
    }

    private static TracedScalar Replacing(YamlScalar replaced, YamlScalar value) =>
        new(value.Origin, value.Tag, value.Value, value.Style, [.. value.EarlierOrigins, replaced.Origin, .. replaced.EarlierOrigins]);

    /// <summary>Whatever the value was, its text becomes a string; a collection or null has none.</summary>
    private static YamlScalar AsText(YamlNode node)
    {
        if (node is YamlScalar { Style: not (ScalarStyle.Plain or ScalarStyle.Folded), Tag: null } text)
            return text;
        var value = node is YamlScalar { IsNull: false } scalar ? scalar.Value : "";
        var style = value.Contains('\n', StringComparison.Ordinal) ? ScalarStyle.Literal : ScalarStyle.DoubleQuoted;
        return node.EarlierOrigins.IsEmpty
            ? new YamlScalar(node.Source, node.Span, tag: null, value, style)
            : new TracedScalar(node.Origin, tag: null, value, style, node.EarlierOrigins);
    }

    private static YamlScalar Key(YamlNode at, string name) => new(at.Source, at.Span, tag: null, name, ScalarStyle.Plain);
}
