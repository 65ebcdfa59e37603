using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>What <c>$patch</c> asks for.</summary>
internal enum MergeDirective
{
    /// <summary>Merge, as without a directive.</summary>
    Merge,

    /// <summary>The patch stands in the place of the target.</summary>
    Replace,

    /// <summary>The target goes.</summary>
    Delete,
}

/// <summary>Reads <c>$patch</c> directives, and takes them out of a patch.</summary>
internal static class MergeDirectives
{
    private const string Key = "$patch";

    /// <summary>The directive of a mapping, and the mapping without it.</summary>
    /// <param name="patch">The mapping of the patch.</param>
    /// <param name="isStrict">False where the target has nothing to merge with: an unknown directive is then a member like any other.</param>
    /// <exception cref="RenderException">The directive is unknown.</exception>
    public static (MergeDirective Directive, YamlMapping Members) Of(YamlMapping patch, bool isStrict)
    {
        var at = KeyText.IndexIn(patch, Key);
        if (at < 0)
            return (MergeDirective.Merge, patch);
        var value = patch.Entries[at].Value;
        if (Read(value) is { } directive)
            return (directive, patch.WithEntries(patch.Entries.RemoveAt(at)));
        return isStrict ? throw Unknown(value) : (MergeDirective.Merge, patch);
    }

    /// <summary>
    /// The directive of a list, and the list without it. It stands in an item of its own, and only the first item with a directive is asked;
    /// every item with the same directive goes with it.
    /// </summary>
    /// <exception cref="RenderException">The directive is unknown.</exception>
    public static (MergeDirective Directive, YamlSequence Items) Of(YamlSequence patch)
    {
        var first = patch.Items.OfType<YamlMapping>().FirstOrDefault(item => KeyText.IndexIn(item, Key) >= 0);
        if (first is not { Entries: [var only] })
            return (MergeDirective.Merge, patch);
        if (Read(only.Value) is not { } directive)
            throw Unknown(only.Value);
        var word = ((YamlScalar)only.Value).Value;
        return (directive, patch.WithItems([.. patch.Items.Where(item => !IsEmpty(item) && !HasDirective(item, word))]));
    }

    private static bool IsEmpty(YamlNode item) => item.IsNull || item is YamlMapping { Entries.IsEmpty: true };

    private static bool HasDirective(YamlNode item, string word) =>
        item is YamlMapping mapping && KeyText.Find(mapping, Key) is YamlScalar scalar && scalar.Value == word;

    private static MergeDirective? Read(YamlNode value) => (value as YamlScalar)?.Value switch
    {
        "merge" => MergeDirective.Merge,
        "replace" => MergeDirective.Replace,
        "delete" => MergeDirective.Delete,
        _ => null,
    };

    private static RenderException Unknown(YamlNode value) =>
        new($"the directive '$patch' must be merge, replace or delete, not '{JsonPointer.Shorten((value as YamlScalar)?.Value ?? "a collection")}'", value.Origin);
}
