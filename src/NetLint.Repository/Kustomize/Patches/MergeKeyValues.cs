namespace NetLint.Repository.Kustomize.Patches;

/// <summary>
/// The values of the merge keys of a list's items: which items there are, and which keys tell them apart. Of several keys, one that no item
/// has does not count.
/// </summary>
internal static class MergeKeyValues
{
    /// <summary>The values of the keys of every item of the patch, then of the target; each combination once.</summary>
    public static List<string[]> Of(MergeItemList? patch, MergeItemList target, IReadOnlyList<string> keys, PatchBudget budget)
    {
        var found = new List<string[]>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in (patch?.Items ?? []).Concat(target.Items))
        {
            string[] values = keys is [""] ? [item.Text] : [.. keys.Select(item.KeyValue)];
            if (seen.Add(string.Join('\0', values)))
                found.Add(values);
        }

        if (keys.Count > 1)
            Unite(found, budget);
        return found;
    }

    /// <summary>The keys that some item has; all of them when there is none such.</summary>
    public static string[] KeysInUse(IReadOnlyList<string[]> values, IReadOnlyList<string> keys)
    {
        string[] used = [.. keys.Where((_, at) => values.Any(item => item[at].Length > 0))];
        return used.Length == 0 ? [.. keys] : used;
    }

    /// <summary>The values that belong to some of the keys.</summary>
    public static string[] Pick(IReadOnlyList<string> keys, IReadOnlyList<string> values, IReadOnlyList<string> used) =>
        [.. values.Where((_, at) => used.Contains(keys[at], StringComparer.Ordinal))];

    /// <summary>Two items are one when a key is the same in both, and every other key is the same or missing in one of them.</summary>
    private static void Unite(List<string[]> found, PatchBudget budget)
    {
        for (var i = 0; i < found.Count; i++)
        {
            budget.Spend(found.Count);
            var left = found[i];
            for (var j = 0; j < found.Count; j++)
            {
                if (United(left, found[j]) is not { } united)
                    continue;
                found[i] = united;
                found[j] = united;
            }
        }
    }

    private static string[]? United(string[] left, string[] right)
    {
        var hasCommon = false;
        var united = new string[left.Length];
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] == right[i])
                hasCommon = true;
            else if (left[i].Length > 0 && right[i].Length > 0)
                return null;
            united[i] = left[i].Length > 0 ? left[i] : right[i];
        }

        return hasCommon ? united : null;
    }
}
