using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Schema;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>
/// Merges a list whose items are told apart by keys, or by their values when they have no members. The items of the patch come first, in its
/// order; the others follow in theirs.
/// </summary>
internal sealed class ItemMerge(StrategicMerge merge, PatchSchema schema, PatchBudget budget, int depth)
{
    private readonly ImmutableArray<string> _keys = schema.MergeKeys.IsEmpty ? [""] : schema.MergeKeys;
    private readonly PatchSchema? _elements = schema.Elements;

    /// <summary>Merges; target and patch are the same where a list of the patch is taken over.</summary>
    public YamlSequence Merge(YamlSequence target, YamlSequence? patch)
    {
        if (patch is null && MergeUntouched(target) is { } untouched)
            return untouched;
        var own = ListOf(target);
        var change = patch is null ? null : ReferenceEquals(patch, target) ? own : ListOf(patch);
        var found = MergeKeyValues.Of(change, own, _keys, budget);
        if (found.Count == 0)
            return target;
        var keys = MergeKeyValues.KeysInUse(found, _keys);
        var result = new MergeItemList([], budget);
        foreach (var values in found)
            MergeItem(own, change, keys, MergeKeyValues.Pick(_keys, values, keys), result);
        foreach (var item in own.Items)
            PutBack(item, keys, result);
        return target.WithItems([.. result.Items.Select(item => item.Value)]);
    }

    /// <summary>
    /// The list without a patch when every item has its own value of a single key, which is the usual case: each item stays in its place.
    /// </summary>
    private YamlSequence? MergeUntouched(YamlSequence target)
    {
        if (_keys is not [{ Length: > 0 } key])
            return null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in target.Items)
        {
            if (new MergeItem(item).KeyValue(key) is not { Length: > 0 } value || !seen.Add(value))
                return null;
        }

        var items = target.Items.Select(item => merge.Merge(item, null, _elements, [], depth + 1).Node!).ToImmutableArray();
        // Only an item whose one member is an empty value can come out empty, and that has no key.
        return items.SequenceEqual(target.Items) ? target : target.WithItems(items);
    }

    private MergeItemList ListOf(YamlSequence sequence) => new(sequence.Items.Select(item => new MergeItem(item)), budget);

    private void MergeItem(MergeItemList own, MergeItemList? change, string[] keys, string[] values, MergeItemList result)
    {
        // Keys whose value is missing do not take part in the look-up, unless all are.
        var named = MergeKeyValues.KeysInUse([values], keys);
        var picked = MergeKeyValues.Pick(keys, values, named);
        var target = own.Find(named, picked);
        var patch = change?.Find(named, picked);
        var merged = merge.Merge(target?.Value, patch?.Value, _elements, _keys, depth + 1);
        var item = (merged.IsPatch ? patch : target) ?? target ?? patch;
        if (patch is { Value: YamlMapping mapping })
            patch.Value = MergeDirectives.Of(mapping, isStrict: false).Members;
        if (item is null || merged.Node is null || new MergeItem(merged.Node).IsEmpty)
        {
            own.Remove(keys, values);
            return;
        }

        item.Value = merged.Node;
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i].Length > 0 && values[i].Length > 0 && item.MemberText(keys[i]) is null)
                item.Value = WithKey((YamlMapping)item.Value, keys[i], values[i]);
        }

        result.Set(item, keys, values);
    }

    /// <summary>Puts an item of the target where the item like it stands in the result; that undoes a <c>$patch: replace</c> of one item.</summary>
    private static void PutBack(MergeItem item, string[] keys, MergeItemList result)
    {
        if (keys[0].Length == 0)
        {
            result.Set(item, keys, [item.Text]);
            return;
        }

        var values = new List<string>(keys.Length);
        foreach (var key in keys)
        {
            if (item.MemberText(key) is { } text)
                values.Add(text);
            else
                result.Append(item);
        }

        if (keys.Length > 1)
            result.Remove(keys, values);
        result.Set(item, keys, values);
    }

    private static YamlMapping WithKey(YamlMapping item, string key, string value)
    {
        YamlScalar Text(string text) => new(item.Source, item.Span, null, text, ScalarStyle.DoubleQuoted);
        return item.WithEntries(item.Entries.Add(new YamlMappingEntry(Text(key), Text(value), key)));
    }
}
