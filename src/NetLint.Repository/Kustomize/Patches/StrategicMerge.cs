using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Output;
using NetLint.Repository.Kustomize.Schema;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>
/// Merges a patch into an object the way kustomize does, which is not quite the way the API server does: lists merge by key only where a
/// schema says so, new items come first, <c>$setElementOrder</c> and its like are members as any other, and the lists of the target that no
/// patch names are merged with nothing, which leaves one of several items with the same key.
/// </summary>
internal sealed class StrategicMerge
{
    private static readonly ImmutableArray<string> IdentityOfObject = ["apiVersion", "kind"];

    private readonly Func<ObjectKind, PatchSchema?>? _schemas;
    private readonly PatchBudget _budget;

    private StrategicMerge(Func<ObjectKind, PatchSchema?>? schemas, PatchBudget budget)
    {
        _schemas = schemas;
        _budget = budget;
    }

    /// <summary>Merges a patch into an object.</summary>
    /// <param name="target">The object.</param>
    /// <param name="patch">The patch.</param>
    /// <param name="schema">The schema of the object; null when its kind is not known, and then every list is replaced.</param>
    /// <param name="schemas">The schemas of objects that stand inside of others whose schema is not known; null for none.</param>
    /// <returns>The merged object, or null when the patch deletes it.</returns>
    /// <exception cref="RenderException">The patch does not fit the object, or goes over a limit.</exception>
    public static YamlMapping? Apply(YamlMapping target, YamlMapping patch, PatchSchema? schema, Func<ObjectKind, PatchSchema?>? schemas = null)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(patch);
        var merge = new StrategicMerge(schemas, new PatchBudget(patch.Origin));
        var merged = merge.Merge(target, patch, schema, IdentityOfObject, depth: 0);
        // kustomize changes the object in place, and what would stand in its stead is lost: replacing a whole object does nothing.
        return merged.IsPatch ? target : (YamlMapping?)merged.Node;
    }

    /// <summary>Merges two values of which either may be missing (null) or a null of YAML.</summary>
    /// <param name="target">The value of the target.</param>
    /// <param name="patch">The value of the patch; the very same node as the target where a part of the patch is taken over as a whole.</param>
    /// <param name="schema">What is known of the value.</param>
    /// <param name="identity">The members by which the two were found to belong together.</param>
    /// <param name="depth">How deep the value is.</param>
    public Merged Merge(YamlNode? target, YamlNode? patch, PatchSchema? schema, ImmutableArray<string> identity, int depth)
    {
        _budget.Spend(1);
        _budget.Add(0, depth);
        schema ??= SchemaOf(target) ?? SchemaOf(patch);
        switch (IsAbsent(target) ? patch : target)
        {
            case YamlSequence:
                Require<YamlSequence>(target, patch);
                return MergeSequences(target as YamlSequence, patch, schema, depth);
            case YamlScalar { IsNull: false }:
                Require<YamlScalar>(target, patch);
                return MergeScalars(target, patch);
            default:
                Require<YamlMapping>(target, patch);
                return MergeMappings(target, patch, schema, identity, depth);
        }
    }

    private static bool IsAbsent(YamlNode? node) => node is null or { IsNull: true };

    private static void Require<T>(YamlNode? target, YamlNode? patch)
        where T : YamlNode
    {
        if (!IsAbsent(target) && !IsAbsent(patch) && (target is not T || patch is not T))
            throw new RenderException($"the patch puts {NameOf(patch!)} where the object has {NameOf(target!)}", patch!.Origin);
    }

    private static string NameOf(YamlNode node) => node switch
    {
        YamlMapping => "a mapping",
        YamlSequence => "a list",
        _ => "a single value",
    };

    private PatchSchema? SchemaOf(YamlNode? node) =>
        _schemas is not null && node is YamlMapping mapping
        && KeyText.Find(mapping, "apiVersion") is YamlScalar { IsNull: false, Value.Length: > 0 } version
        && KeyText.Find(mapping, "kind") is YamlScalar { IsNull: false, Value.Length: > 0 } kind
            ? _schemas(ObjectKind.Of(version.Value, kind.Value))
            : null;

    private static Merged MergeScalars(YamlNode? target, YamlNode? patch)
    {
        if (patch is null)
            return Merged.Target(target);
        return patch.IsNull ? Merged.Nothing : Merged.Patch(OriginChain.Over(patch, target));
    }

    private Merged MergeMappings(YamlNode? target, YamlNode? patch, PatchSchema? schema, ImmutableArray<string> identity, int depth)
    {
        if (target is not YamlMapping mapping || IsAbsent(target))
        {
            if (patch is YamlMapping added)
            {
                var (asked, rest) = MergeDirectives.Of(added, isStrict: false);
                return asked == MergeDirective.Delete ? Merged.Nothing : Merged.Patch(MergeMembers(rest, rest, schema, [], depth));
            }

            // A null that is spelled out stays; an empty value does not.
            return patch is null && target is YamlScalar { Value.Length: > 0 } ? Merged.Target(target) : Merged.Nothing;
        }

        if (patch is null)
            return Merged.Target(MergeMembers(mapping, null, schema, identity, depth));
        if (patch is not YamlMapping change)
            return Merged.Nothing;
        var (directive, members) = MergeDirectives.Of(change, isStrict: true);
        return directive switch
        {
            MergeDirective.Delete => Merged.Nothing,
            MergeDirective.Replace => Merged.Patch(MergeMembers(members, members, schema, [], depth)),
            // A part of the patch that is merged with itself stays one node.
            _ when ReferenceEquals(target, patch) => Merged.Target(MergeMembers(members, members, schema, [], depth)),
            _ => Merged.Target(MergeMembers(mapping, members, schema, identity, depth)),
        };
    }

    private YamlMapping MergeMembers(YamlMapping target, YamlMapping? patch, PatchSchema? schema, ImmutableArray<string> identity, int depth)
    {
        var isSame = ReferenceEquals(target, patch);
        var pending = isSame ? null : MembersOf(patch);
        var entries = ImmutableArray.CreateBuilder<YamlMappingEntry>(target.Entries.Length);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var isChanged = false;
        foreach (var entry in target.Entries)
        {
            if (KeyText.Of(entry) is not { } key || !seen.Add(key))
            {
                entries.Add(entry);
                continue;
            }

            YamlMappingEntry own = default;
            var isPatched = pending?.Remove(key, out own) ?? false;
            var change = isSame ? entry.Value : isPatched ? own.Value : null;
            var merged = Merge(entry.Value, change, schema?.Field(key), [], depth + 1);
            var value = merged.Node;
            if (value is not null)
                value = IsRepeated(key, entry.Value, change, identity) ? entry.Value : InStyleOf(entry.Value, value);
            isChanged |= !ReferenceEquals(value, entry.Value);
            if (value is not null)
                entries.Add(entry with { Value = value });
        }

        foreach (var entry in pending?.Values.OrderBy(entry => KeyText.Of(entry), StringComparer.Ordinal) ?? Enumerable.Empty<YamlMappingEntry>())
        {
            var merged = Merge(null, entry.Value, schema?.Field(KeyText.Of(entry)!), [], depth + 1);
            if (merged.Node is not { } added)
                continue;
            _budget.Add(added.Weight, depth);
            entries.Add(entry with { Value = InStyleOf(null, added) });
            isChanged = true;
        }

        return isChanged ? target.WithEntries(entries.DrainToImmutable()) : target;
    }

    /// <summary>A patch must repeat what identifies the object or item; the value is decided where the object is written.</summary>
    private static bool IsRepeated(string key, YamlNode target, YamlNode? patch, ImmutableArray<string> identity) =>
        identity.Contains(key) && target is YamlScalar left && patch is YamlScalar right && left.Value == right.Value && !right.IsNull;

    /// <summary>
    /// A member keeps the style of the value it had, so a number in the place of a quoted text is a text. A word such as <c>on</c> gets quotes
    /// on the way, which a later patch meets. A collection in the place of one in brackets is written in brackets.
    /// </summary>
    private static YamlNode InStyleOf(YamlNode? replaced, YamlNode value)
    {
        if (value is not YamlScalar { Style: ScalarStyle.Plain, Tag: null } scalar)
            return replaced is not (null or YamlScalar) && value is not YamlScalar && FlowStyle.Has(replaced) && !FlowStyle.Has(value) ? FlowStyle.Quote(value) : value;
        var isKept = replaced is null || ReferenceEquals(replaced, value);
        if (isKept && scalar.Resolve().Kind != ScalarKind.Boolean)
            return value;
        if (isKept)
            return KustomizeScalar.IsString(scalar) ? In(scalar, ScalarStyle.DoubleQuoted) : value;
        return replaced is YamlScalar { Style: not ScalarStyle.Plain } old ? In(scalar, old.Style) : value;
    }

    private static TracedScalar In(YamlScalar scalar, ScalarStyle style) => new(scalar.Origin, null, scalar.Value, style, scalar.EarlierOrigins);

    private static Dictionary<string, YamlMappingEntry>? MembersOf(YamlMapping? patch)
    {
        if (patch is null)
            return null;
        var members = new Dictionary<string, YamlMappingEntry>(patch.Entries.Length, StringComparer.Ordinal);
        foreach (var entry in patch.Entries)
        {
            if (KeyText.Of(entry) is { } key)
                members.TryAdd(key, entry);
        }

        return members;
    }

    private Merged MergeSequences(YamlSequence? target, YamlNode? patch, PatchSchema? schema, int depth)
    {
        var change = patch as YamlSequence;
        if (schema is null || !schema.Strategy.Split(',').Contains("merge", StringComparer.Ordinal))
        {
            if (patch is null)
                return Merged.Target(target);
            return change is null ? Merged.Nothing : Merged.Patch(change);
        }

        if (target is null)
            return Merged.Patch(MergeItems(change!, change, schema, depth));
        if (patch is null)
            return Merged.Target(MergeItems(target, null, schema, depth));
        if (change is null)
            return Merged.Nothing;
        var (directive, items) = MergeDirectives.Of(change);
        return directive switch
        {
            MergeDirective.Delete => Merged.Nothing,
            MergeDirective.Replace => Merged.Patch(MergeItems(items, items, schema, depth)),
            _ when ReferenceEquals(target, patch) => Merged.Target(MergeItems(items, items, schema, depth)),
            _ => Merged.Target(MergeItems(target, items, schema, depth)),
        };
    }

    private YamlSequence MergeItems(YamlSequence target, YamlSequence? patch, PatchSchema schema, int depth) =>
        new ItemMerge(this, schema, _budget, depth).Merge(target, patch);
}
