using System.Collections.Immutable;
using System.Globalization;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>A value while a JSON patch is at work: a node, or a collection that is open to changes.</summary>
internal sealed class OpenValue(YamlNode node)
{
    private OpenContainer? _container;

    /// <summary>The collection, opened; null when the value is a scalar.</summary>
    public OpenContainer? Open() => _container ??= node switch
    {
        YamlMapping mapping => new OpenMapping(mapping),
        YamlSequence sequence => new OpenSequence(sequence),
        _ => null,
    };

    /// <summary>The value as it is now.</summary>
    public YamlNode ToNode(PatchBudget budget) => _container?.ToNode(budget) ?? node;
}

/// <summary>
/// A collection that is open to changes. Copying immutable ones for each of many operations would take quadratic time.
/// </summary>
internal abstract class OpenContainer
{
    private YamlNode? _node;

    /// <summary>The collection as it is now.</summary>
    public YamlNode ToNode(PatchBudget budget) => _node ??= Build(budget);

    /// <summary>Says that something in the collection is going to change.</summary>
    public void Touch() => _node = null;

    /// <summary>The value of a member or item; null when there is no such member.</summary>
    /// <exception cref="PatchKeyException">The key is no index of the list.</exception>
    public abstract OpenValue? Get(string key);

    /// <summary>Adds a member or item; a member that is there already is replaced.</summary>
    /// <exception cref="PatchKeyException">The key is no place in the list.</exception>
    public abstract void Add(string key, YamlNode value, Origin origin, PatchBudget budget);

    /// <summary>Replaces a member or item; a member that is not there is added.</summary>
    /// <exception cref="PatchKeyException">The key is no index of the list.</exception>
    public abstract void Replace(string key, YamlNode value, Origin origin, PatchBudget budget);

    /// <summary>Removes a member or item.</summary>
    /// <exception cref="PatchKeyException">There is none.</exception>
    public abstract void Remove(string key, PatchBudget budget);

    private protected abstract YamlNode Build(PatchBudget budget);
}

/// <summary>A key that does not fit the collection it is used on.</summary>
internal sealed class PatchKeyException(string message) : Exception(message);

/// <summary>A mapping that is open to changes.</summary>
internal sealed class OpenMapping : OpenContainer
{
    private readonly YamlMapping _origin;
    private readonly List<(YamlMappingEntry Entry, OpenValue? Value)> _members;
    private readonly Dictionary<string, int> _index;

    public OpenMapping(YamlMapping mapping)
    {
        _origin = mapping;
        _members = new(mapping.Entries.Length);
        _index = new(mapping.Entries.Length, StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key is YamlScalar key)
                _index[key.Value] = _members.Count;
            _members.Add((entry, new OpenValue(entry.Value)));
        }
    }

    public override OpenValue? Get(string key) => _index.TryGetValue(key, out var at) ? _members[at].Value : null;

    public override void Add(string key, YamlNode value, Origin origin, PatchBudget budget)
    {
        if (_index.TryGetValue(key, out var at))
        {
            var (entry, replaced) = _members[at];
            _members[at] = (entry, new OpenValue(OriginChain.Over(value, replaced?.ToNode(budget))));
            return;
        }

        var name = new YamlScalar(origin.Source, origin.Span, null, key, ScalarStyle.DoubleQuoted);
        _index.Add(key, _members.Count);
        _members.Add((new YamlMappingEntry(name, value, key), new OpenValue(value)));
    }

    public override void Replace(string key, YamlNode value, Origin origin, PatchBudget budget) => Add(key, value, origin, budget);

    public override void Remove(string key, PatchBudget budget)
    {
        if (!_index.Remove(key, out var at))
            throw new PatchKeyException("there is no such member");
        // The members behind it keep their index.
        _members[at] = default;
    }

    private protected override YamlNode Build(PatchBudget budget)
    {
        budget.Spend(_members.Count);
        var entries = ImmutableArray.CreateBuilder<YamlMappingEntry>(_members.Count);
        foreach (var (entry, value) in _members)
        {
            if (value is not null)
                entries.Add(entry with { Value = value.ToNode(budget) });
        }

        return _origin.WithEntries(entries.DrainToImmutable());
    }
}

/// <summary>A sequence that is open to changes.</summary>
internal sealed class OpenSequence(YamlSequence sequence) : OpenContainer
{
    private readonly List<OpenValue> _items = [.. sequence.Items.Select(item => new OpenValue(item))];

    public override OpenValue? Get(string key) => _items[IndexOf(key, _items.Count)];

    public override void Add(string key, YamlNode value, Origin origin, PatchBudget budget)
    {
        budget.Spend(_items.Count / 16);
        _items.Insert(key == "-" ? _items.Count : IndexOf(key, _items.Count + 1), new OpenValue(value));
    }

    public override void Replace(string key, YamlNode value, Origin origin, PatchBudget budget)
    {
        var index = IndexOf(key, _items.Count);
        _items[index] = new OpenValue(OriginChain.Over(value, _items[index].ToNode(budget)));
    }

    public override void Remove(string key, PatchBudget budget)
    {
        budget.Spend(_items.Count / 16);
        _items.RemoveAt(IndexOf(key, _items.Count));
    }

    private protected override YamlNode Build(PatchBudget budget)
    {
        budget.Spend(_items.Count);
        return sequence.WithItems([.. _items.Select(item => item.ToNode(budget))]);
    }

    /// <summary>Reads an index as Go does, with a sign; a negative one counts from the end.</summary>
    private static int IndexOf(string key, int count)
    {
        if (!long.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index))
            throw new PatchKeyException($"'{JsonPointer.Shorten(key)}' is no index of a list");
        if (index >= count || index < -count)
            throw new PatchKeyException($"the list has no place {index}");
        return (int)(index < 0 ? index + count : index);
    }
}
