using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>An item of a list that is being merged. The lists that hold it see its changes.</summary>
internal sealed class MergeItem(YamlNode value)
{
    /// <summary>The item as it is now.</summary>
    public YamlNode Value { get; set; } = value;

    /// <summary>True when it counts as nothing: a null, or a mapping without members.</summary>
    public bool IsEmpty => Value.IsNull || Value is YamlMapping { Entries.IsEmpty: true };

    /// <summary>The text of an item that is a single value; a collection has none.</summary>
    public string Text => TextOf(Value);

    /// <summary>The text of a member as a merge key; "" when it is missing, null or a collection.</summary>
    public string KeyValue(string key) =>
        Value is YamlMapping mapping && KeyText.Find(mapping, key) is { IsNull: false } member ? TextOf(member) : "";

    /// <summary>The text of a member; null when the item has no such member.</summary>
    /// <exception cref="RenderException">The item is no mapping.</exception>
    public string? MemberText(string key)
    {
        if (Value.IsNull)
            return null;
        if (Value is not YamlMapping mapping)
            throw new RenderException($"an item of a list that is merged by '{key}' must be a mapping", Value.Origin);
        return KeyText.Find(mapping, key) is { } member ? TextOf(member) : null;
    }

    private static string TextOf(YamlNode node) => (node as YamlScalar)?.Value ?? "";
}

/// <summary>A list of items with the look-ups of kustomize, whose rules for items that lack a key are followed to the letter.</summary>
internal sealed class MergeItemList(IEnumerable<MergeItem> items, PatchBudget budget)
{
    private readonly List<MergeItem> _items = [.. items];

    /// <summary>The items.</summary>
    public IReadOnlyList<MergeItem> Items => _items;

    /// <summary>Adds an item without asking whether there is one like it.</summary>
    public void Append(MergeItem item) => _items.Add(item);

    /// <summary>The first item whose members have exactly these values, or that is this value when there is no key.</summary>
    public MergeItem? Find(IReadOnlyList<string> keys, IReadOnlyList<string> values)
    {
        budget.Spend(_items.Count);
        if (keys[0].Length == 0)
            return _items.Find(item => item.Text == values[0]);
        return _items.Find(item => item.Value is YamlMapping mapping && HasMembers(mapping, keys, values));
    }

    /// <summary>Removes the items with these keys.</summary>
    public void Remove(IReadOnlyList<string> keys, IReadOnlyList<string> values) => Set(null, keys, values);

    /// <summary>
    /// Puts an item in the place of every item with these keys, or at the end when there is none; empty items go. A key whose value is ""
    /// asks for the member alone, a key without a value for nothing, and without any value every item goes.
    /// </summary>
    public void Set(MergeItem? item, IReadOnlyList<string> keys, IReadOnlyList<string> values)
    {
        budget.Spend(_items.Count);
        var kept = new List<MergeItem>(_items.Count + 1);
        var isFound = false;
        var wantsMapping = keys[0].Length > 0 && values is [{ Length: > 0 }, ..];
        foreach (var candidate in _items)
        {
            if (candidate.IsEmpty)
                continue;
            if (wantsMapping && candidate.Value is not YamlMapping)
            {
                kept.Add(candidate);
            }
            else if (!Matches(candidate, keys, values))
            {
                if (values.Count > 0)
                    kept.Add(candidate);
            }
            else
            {
                isFound = true;
                if (item is not null)
                    kept.Add(item);
            }
        }

        _items.Clear();
        _items.AddRange(kept);
        if (item is { Value.IsNull: false } && !isFound)
            _items.Add(item);
    }

    private static bool Matches(MergeItem candidate, IReadOnlyList<string> keys, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return false;
        for (var i = 0; i < keys.Count && i < values.Count; i++)
        {
            if (keys[i].Length == 0)
            {
                if (candidate.Value is not YamlScalar)
                    throw new RenderException("an item of a list of single values must be a single value", candidate.Value.Origin);
                if (candidate.Text != values[i])
                    return false;
            }
            else if (candidate.MemberText(keys[i]) is not { } text || (values[i].Length > 0 && text != values[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasMembers(YamlMapping mapping, IReadOnlyList<string> keys, IReadOnlyList<string> values)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            if (KeyText.Find(mapping, keys[i]) is not { } member || ((member as YamlScalar)?.Value ?? "") != values[i])
                return false;
        }

        return true;
    }
}
