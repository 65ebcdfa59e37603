using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Replacements;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>Carries a change of one of the fields that share a value to the others.</summary>
internal static class SharedValues
{
    /// <summary>The object after a change, with all fields of a value changed of which one was.</summary>
    /// <param name="before">The object before the change.</param>
    /// <param name="after">The object after it.</param>
    public static YamlMapping Settle(YamlMapping before, YamlMapping after)
    {
        var changes = new Changes();
        changes.Compare(before, after);
        return changes.IsEmpty ? after : (YamlMapping)changes.Apply(after);
    }

    /// <summary>The object with no values shared, as it is after it went through JSON.</summary>
    public static YamlMapping Part(YamlMapping root) => (YamlMapping)new Parting().Apply(root);

    /// <summary>Replaces scalars; collections are visited once, wherever aliases put them.</summary>
    private abstract class Rewriting
    {
        private readonly Dictionary<YamlNode, YamlNode> _done = new(ReferenceEqualityComparer.Instance);

        public YamlNode Apply(YamlNode node)
        {
            if (node is YamlScalar scalar)
                return Replace(scalar);
            if (_done.TryGetValue(node, out var known))
                return known;
            var result = node switch
            {
                YamlMapping mapping => OfMapping(mapping),
                YamlSequence sequence => OfSequence(sequence),
                _ => node,
            };
            _done.Add(node, result);
            return result;
        }

        protected abstract YamlScalar Replace(YamlScalar scalar);

        private YamlMapping OfMapping(YamlMapping mapping)
        {
            ImmutableArray<YamlMappingEntry>.Builder? entries = null;
            for (var i = 0; i < mapping.Entries.Length; i++)
            {
                var entry = mapping.Entries[i];
                if (Apply(entry.Value) is var value && !ReferenceEquals(value, entry.Value))
                    (entries ??= mapping.Entries.ToBuilder())[i] = entry with { Value = value };
            }

            return entries is null ? mapping : mapping.WithEntries(entries.DrainToImmutable());
        }

        private YamlSequence OfSequence(YamlSequence sequence)
        {
            ImmutableArray<YamlNode>.Builder? items = null;
            for (var i = 0; i < sequence.Items.Length; i++)
            {
                if (Apply(sequence.Items[i]) is var item && !ReferenceEquals(item, sequence.Items[i]))
                    (items ??= sequence.Items.ToBuilder())[i] = item;
            }

            return items is null ? sequence : sequence.WithItems(items.DrainToImmutable());
        }
    }

    private sealed class Parting : Rewriting
    {
        protected override YamlScalar Replace(YamlScalar scalar) =>
            scalar is SharedScalar ? Rendered.Scalar(scalar.Value, scalar.Style, scalar.Origin, scalar.EarlierOrigins) : scalar;
    }

    private sealed class Changes : Rewriting
    {
        private readonly Dictionary<YamlScalar, YamlScalar> _latest = new(ReferenceEqualityComparer.Instance);
        private readonly Dictionary<YamlScalar, YamlScalar> _replaced = new(ReferenceEqualityComparer.Instance);

        public bool IsEmpty => _replaced.Count == 0;

        /// <summary>Finds shared values of which a field has another one now. Trees are as deep as their reader allows, which bounds this recursion.</summary>
        public void Compare(YamlNode before, YamlNode? after)
        {
            if (ReferenceEquals(before, after))
                return;
            switch (before, after)
            {
                case (SharedScalar shared, YamlScalar changed):
                    _latest[shared] = changed;
                    _replaced[shared] = shared;
                    _replaced[changed] = shared;
                    break;
                case (YamlMapping left, YamlMapping right):
                    foreach (var entry in left.Entries)
                    {
                        if (entry is { Name: { } name, Value: not YamlScalar or SharedScalar })
                            Compare(entry.Value, right[name]);
                    }

                    break;
                // A merge puts new items first.
                case (YamlSequence left, YamlSequence right) when right.Items.Length >= left.Items.Length:
                    for (var i = 0; i < left.Items.Length; i++)
                        Compare(left.Items[i], right.Items[right.Items.Length - left.Items.Length + i]);
                    break;
            }
        }

        protected override YamlScalar Replace(YamlScalar scalar)
        {
            if (!_replaced.TryGetValue(scalar, out var shared))
                return scalar;
            var latest = _latest[shared];
            if (latest is not (SharedScalar or UntaggedScalar))
                _latest[shared] = latest = new SharedScalar(latest.Origin, latest.Value, latest.Style, latest.EarlierOrigins);
            return latest;
        }
    }
}
