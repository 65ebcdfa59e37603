using System.Collections.Immutable;
using NetLint.Syntax.Text;

namespace NetLint.Syntax.Yaml;

/// <summary>
/// A node of a YAML tree. Nodes are immutable, know where they were written, and have no parent: one tree may hold nodes of several
/// sources, and an anchored node stands in every place that refers to it.
/// </summary>
public abstract class YamlNode
{
    private protected YamlNode(SourceText source, TextSpan span, string? tag, int weight, int height)
    {
        Source = source;
        Span = span;
        Tag = tag;
        Weight = weight;
        Height = height;
    }

    /// <summary>The text the node was written in.</summary>
    public SourceText Source { get; }

    /// <summary>Where it was written. A value that was left out has a zero-width span where it would stand.</summary>
    public TextSpan Span { get; }

    /// <summary>The explicit tag, such as <c>tag:yaml.org,2002:str</c>; null when none is written.</summary>
    public string? Tag { get; }

    /// <summary>Number of nodes in the subtree with every alias expanded, this one included.</summary>
    public int Weight { get; }

    /// <summary>Number of levels of collections in the subtree with every alias expanded; 0 for a scalar.</summary>
    public int Height { get; }

    /// <summary>Source and span together.</summary>
    public Origin Origin => new(Source, Span);

    /// <summary>
    /// The further places that made the value what it is, nearest first; empty for a node that stands as it was written. <see cref="Origin"/>
    /// is the place that decided.
    /// </summary>
    public virtual ImmutableArray<Origin> EarlierOrigins => [];

    /// <summary>True for <c>null</c>, <c>~</c> and an empty plain scalar.</summary>
    public virtual bool IsNull => false;
}

/// <summary>A block or flow sequence.</summary>
public sealed class YamlSequence : YamlNode
{
    /// <summary>Makes a sequence.</summary>
    public YamlSequence(SourceText source, TextSpan span, string? tag, ImmutableArray<YamlNode> items)
        : base(source, span, tag, YamlWeight.Of(items), YamlWeight.HeightOf(items)) => Items = items;

    /// <summary>The items in order.</summary>
    public ImmutableArray<YamlNode> Items { get; }

    /// <summary>The same sequence with other items.</summary>
    public YamlSequence WithItems(ImmutableArray<YamlNode> items) => new(Source, Span, Tag, items);
}

/// <summary>One key with its value.</summary>
/// <param name="Key">The key node; nearly always a scalar.</param>
/// <param name="Value">The value node; never null, an absent value is an empty scalar.</param>
/// <param name="Name">The key as a JSON member name, the way kubectl converts it (<c>on:</c> becomes <c>true</c>); null for a key that is no scalar.</param>
public readonly record struct YamlMappingEntry(YamlNode Key, YamlNode Value, string? Name);

/// <summary>A block or flow mapping.</summary>
public sealed class YamlMapping : YamlNode
{
    /// <summary>Mappings with more entries are looked up through an index; in small ones comparing is faster.</summary>
    private const int IndexedFrom = 32;

    private Dictionary<string, int>? _index;

    /// <summary>Makes a mapping.</summary>
    /// <param name="source">The text it was written in.</param>
    /// <param name="span">Its span.</param>
    /// <param name="tag">Its explicit tag.</param>
    /// <param name="written">The entries as written, merge keys included.</param>
    public YamlMapping(SourceText source, TextSpan span, string? tag, ImmutableArray<YamlMappingEntry> written)
        : base(source, span, tag, YamlWeight.Of(written), YamlWeight.HeightOf(written))
    {
        Written = written;
        Entries = YamlMerge.Apply(written);
    }

    /// <summary>The entries as written, with repeated keys and merge keys (<c>&lt;&lt;</c>).</summary>
    public ImmutableArray<YamlMappingEntry> Written { get; }

    /// <summary>The entries that count: merge keys are replaced by what they bring in, own keys win over merged ones.</summary>
    public ImmutableArray<YamlMappingEntry> Entries { get; }

    /// <summary>The value of a key, or null. Of a repeated key the last one counts, as for kubectl without strict decoding.</summary>
    public YamlNode? this[string name] => Find(name)?.Value;

    /// <summary>The entry of a key, or null.</summary>
    public YamlMappingEntry? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (Entries.Length > IndexedFrom)
            return (_index ??= MakeIndex()).TryGetValue(name, out var at) ? Entries[at] : null;
        for (var i = Entries.Length - 1; i >= 0; i--)
        {
            if (string.Equals(Entries[i].Name, name, StringComparison.Ordinal))
                return Entries[i];
        }

        return null;
    }

    /// <summary>The same mapping with a value replaced in its place, or added at the end with its key. Merge keys are resolved by this.</summary>
    /// <param name="key">The key; used only when there is no such entry yet.</param>
    /// <param name="value">The value.</param>
    public YamlMapping With(YamlScalar key, YamlNode value)
    {
        ArgumentNullException.ThrowIfNull(key);
        for (var i = Entries.Length - 1; i >= 0; i--)
        {
            if (string.Equals(Entries[i].Name, key.Value, StringComparison.Ordinal))
                return ReferenceEquals(Entries[i].Value, value) ? this : WithEntries(Entries.SetItem(i, Entries[i] with { Value = value }));
        }

        return WithEntries(Entries.Add(new YamlMappingEntry(key, value, key.Value)));
    }

    /// <summary>The same mapping without the entries of a key.</summary>
    public YamlMapping Without(string name) => Find(name) is null
        ? this
        : WithEntries(Entries.RemoveAll(entry => string.Equals(entry.Name, name, StringComparison.Ordinal)));

    /// <summary>The same mapping with other entries.</summary>
    public YamlMapping WithEntries(ImmutableArray<YamlMappingEntry> entries) => new(Source, Span, Tag, entries);

    /// <summary>Two threads may both make the index; they make the same one.</summary>
    private Dictionary<string, int> MakeIndex()
    {
        var index = new Dictionary<string, int>(Entries.Length, StringComparer.Ordinal);
        for (var i = 0; i < Entries.Length; i++)
        {
            if (Entries[i].Name is { } name)
                index[name] = i;
        }

        return index;
    }
}

/// <summary>How a scalar is written.</summary>
public enum ScalarStyle
{
    /// <summary>Without quotes; its meaning depends on its form.</summary>
    Plain,

    /// <summary>Between single quotes: always a string.</summary>
    SingleQuoted,

    /// <summary>Between double quotes: always a string.</summary>
    DoubleQuoted,

    /// <summary>A literal block (<c>|</c>).</summary>
    Literal,

    /// <summary>A folded block (<c>&gt;</c>).</summary>
    Folded,
}

/// <summary>A scalar.</summary>
public class YamlScalar : YamlNode
{
    /// <summary>Makes a scalar.</summary>
    public YamlScalar(SourceText source, TextSpan span, string? tag, string value, ScalarStyle style)
        : base(source, span, tag, weight: 1, height: 0)
    {
        Value = value;
        Style = style;
    }

    /// <summary>The text after unescaping and folding.</summary>
    public string Value { get; }

    /// <summary>How it is written.</summary>
    public ScalarStyle Style { get; }

    /// <inheritdoc/>
    public override bool IsNull => Resolve().Kind == ScalarKind.Null;

    /// <summary>The value that kubectl sends for this scalar.</summary>
    public ScalarValue Resolve() => ScalarValue.Resolve(Value, Style, Tag);

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A scalar whose value was put together from several places, as a name with a prefix is.</summary>
public sealed class TracedScalar : YamlScalar
{
    /// <summary>Makes a scalar.</summary>
    /// <param name="origin">The place that decided the value.</param>
    /// <param name="tag">The explicit tag.</param>
    /// <param name="value">The value.</param>
    /// <param name="style">How it would be written.</param>
    /// <param name="earlier">The further places, nearest first.</param>
    public TracedScalar(Origin origin, string? tag, string value, ScalarStyle style, ImmutableArray<Origin> earlier)
        : base(origin.Source, origin.Span, tag, value, style) => EarlierOrigins = earlier;

    /// <inheritdoc/>
    public override ImmutableArray<Origin> EarlierOrigins { get; }
}
