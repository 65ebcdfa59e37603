using System.Collections.Immutable;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Generators;

/// <summary>Collects the entries of a mapping that stands in no file.</summary>
/// <param name="origin">The place that stands for the mapping.</param>
internal sealed class Members(Origin origin)
{
    private readonly ImmutableArray<YamlMappingEntry>.Builder _entries = ImmutableArray.CreateBuilder<YamlMappingEntry>();

    /// <summary>How many there are.</summary>
    public int Count => _entries.Count;

    /// <summary>Adds a string.</summary>
    /// <param name="name">The key.</param>
    /// <param name="value">The string.</param>
    /// <param name="valueOrigin">The place that decided it.</param>
    /// <param name="keyOrigin">The place that decided the key; without one it is that of the mapping.</param>
    public void Add(string name, string value, Origin valueOrigin, Origin? keyOrigin = null)
    {
        var style = value.Contains('\n', StringComparison.Ordinal) ? ScalarStyle.Literal : ScalarStyle.DoubleQuoted;
        Add(name, new YamlScalar(valueOrigin.Source, valueOrigin.Span, tag: null, value, style), keyOrigin);
    }

    /// <summary>Adds a value.</summary>
    public void Add(string name, YamlNode value, Origin? keyOrigin = null)
    {
        var at = keyOrigin ?? origin;
        // kustomize makes keys without quotes, whatever they look like: it cannot print an object with a key such as 10.
        _entries.Add(new YamlMappingEntry(new YamlScalar(at.Source, at.Span, tag: null, name, ScalarStyle.Plain), value, name));
    }

    /// <summary>The mapping.</summary>
    public YamlMapping ToMapping() => new(origin.Source, origin.Span, tag: null, _entries.ToImmutable());
}
