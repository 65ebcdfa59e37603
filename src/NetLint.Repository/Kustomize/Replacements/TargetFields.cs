using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Patches;
using NetLint.Repository.Kustomize.Transformers;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Replacements;

/// <summary>
/// Finds every field that a path leads to, and makes it where that is asked for. The source of the rules is <c>PathMatcher</c> of
/// kustomize's <c>kyaml/yaml</c>: brackets hold regular expressions here, and an asterisk stands for every item of a list.
/// </summary>
internal sealed class TargetFields
{
    private readonly ImmutableArray<string> _path;
    private readonly YamlNode? _created;
    private readonly Origin _at;
    private readonly ReplacementBudget _budget;
    private readonly GoPattern?[] _patterns;
    private readonly List<int> _steps = [];
    private readonly ImmutableArray<TreePosition>.Builder _found = ImmutableArray.CreateBuilder<TreePosition>();

    private TargetFields(ImmutableArray<string> path, YamlNode? created, Origin at, ReplacementBudget budget)
    {
        _path = path;
        _created = created;
        _at = at;
        _budget = budget;
        _patterns = new GoPattern?[path.Length];
    }

    /// <summary>True when the path ends where nothing can be written, which kustomize does not mind.</summary>
    private bool _isLost;

    /// <summary>Finds the fields.</summary>
    /// <param name="root">The object.</param>
    /// <param name="path">The path.</param>
    /// <param name="created">A value of the kind of which missing fields are made; null to make none.</param>
    /// <param name="at">The place that gives the path.</param>
    /// <param name="budget">What it may cost.</param>
    /// <exception cref="RenderException">The path cannot be followed through what is there.</exception>
    public static FoundFields Find(YamlMapping root, ImmutableArray<string> path, YamlNode? created, Origin at, ReplacementBudget budget)
    {
        var fields = new TargetFields(path, created, at, budget);
        var changed = (YamlMapping)fields.Find(root, 0);
        return new FoundFields(changed, fields._found.DrainToImmutable(), fields._isLost);
    }

    private YamlNode Find(YamlNode node, int at)
    {
        _budget.Spend(1, _at);
        if (at == _path.Length)
        {
            _found.Add(new TreePosition([.. _steps]));
            return node;
        }

        var part = _path[at];
        if (FieldPath.IsInteger(part, out var index) && index >= 0)
            return FindAtIndex(node, at, index);
        if (FieldPath.IsItems(part))
            return FindItems(node, at);
        return part == "*" ? FindEvery(node, at) : FindField(node, at);
    }

    private YamlNode FindField(YamlNode node, int at)
    {
        var part = _path[at];
        if (part.Length == 0)
        {
            if (node is not YamlScalar)
                throw SourceField.WrongKind("a scalar", node, part, _at);
            if (node is YamlScalar { Value.Length: 0, IsNull: false })
                return Find(node, at + 1);
            // What is made takes the place of the scalar, and the value goes nowhere.
            if (_created is null || node.IsNull)
                return node;
            _isLost = true;
            return MakePart(at);
        }

        if (node.IsNull)
            return Lose(node);
        if (node is not YamlMapping mapping)
            throw SourceField.WrongKind("a mapping", node, part, _at);
        _budget.Spend(mapping.Entries.Length, _at);
        var index = SourceField.IndexOf(mapping, part);
        if (index < 0)
        {
            if (_created is null)
                return node;
            mapping = mapping.WithEntries(mapping.Entries.Add(new YamlMappingEntry(Rendered.Plain(part, _at), MakePart(at), part)));
            index = mapping.Entries.Length - 1;
        }

        var value = mapping.Entries[index].Value;
        var changed = Below(index, value, at + 1);
        return ReferenceEquals(changed, value) ? mapping : mapping.WithEntries(mapping.Entries.SetItem(index, mapping.Entries[index] with { Value = changed }));
    }

    private YamlNode FindAtIndex(YamlNode node, int at, long index)
    {
        if (ListOf(node, _path[at]) is not { } sequence)
            return index == 0 && _created is not null ? Lose(node) : throw TooFewItems(index, 0);
        if (sequence.Items.Length == index && _created is not null)
            sequence = sequence.WithItems(sequence.Items.Add(MakePart(at)));
        if (sequence.Items.Length <= index)
            throw TooFewItems(index, sequence.Items.Length);
        return FindIn(sequence, at, i => i == index);
    }

    private YamlNode FindItems(YamlNode node, int at)
    {
        var part = _path[at];
        var (field, value) = FieldPath.ItemsOf(part) ?? throw SourceField.NoEqualsSign(part, _at);
        if (ListOf(node, part) is not { } sequence)
            return Lose(node);
        var before = _found.Count;
        var changed = FindMatching(sequence, at, field, value);
        if (_found.Count > before || _created is null || _isLost)
            return changed;
        var text = new UntaggedScalar(_at, value, []);
        YamlNode item = field.Length == 0 ? text : Rendered.Mapping(_at).With(Rendered.Plain(field, _at), text);
        changed = FindMatching(changed.WithItems(changed.Items.Add(item)), at, field, value);
        // The tool would add such items without end.
        return _found.Count > before ? changed : throw new RenderException($"the item made for '{part}' is not selected by it", _at);
    }

    private YamlSequence FindMatching(YamlSequence sequence, int at, string field, string value)
    {
        if (sequence.Items.IsEmpty)
            return sequence;
        var pattern = _patterns[at] ??= GoPattern.Anywhere(value, _at);
        if (field.Length > 0)
        {
            return FindIn(sequence, at, i => sequence.Items[i] is YamlMapping item
                && SourceField.IndexOf(item, field) is var index and >= 0
                && pattern.IsMatch(ElementText.Of(item.Entries[index].Value)));
        }

        // What follows in the path is of no account where the item itself is compared.
        for (var i = 0; i < sequence.Items.Length; i++)
        {
            _budget.Spend(1, _at);
            if (pattern.IsMatch(ElementText.Of(sequence.Items[i])))
                _found.Add(new TreePosition([.. _steps, i]));
        }

        return sequence;
    }

    private YamlNode FindEvery(YamlNode node, int at) => ListOf(node, _path[at]) is { } sequence ? FindIn(sequence, at, _ => true) : node;

    private YamlSequence FindIn(YamlSequence sequence, int at, Func<int, bool> isSelected)
    {
        ImmutableArray<YamlNode>.Builder? items = null;
        for (var i = 0; i < sequence.Items.Length; i++)
        {
            _budget.Spend(1, _at);
            if (!isSelected(i))
                continue;
            var changed = Below(i, sequence.Items[i], at + 1);
            if (ReferenceEquals(changed, sequence.Items[i]))
                continue;
            items ??= sequence.Items.ToBuilder();
            items[i] = changed;
        }

        return items is null ? sequence : sequence.WithItems(items.DrainToImmutable());
    }

    private YamlNode Below(int step, YamlNode node, int at)
    {
        _steps.Add(step);
        var changed = Find(node, at);
        _steps.RemoveAt(_steps.Count - 1);
        return changed;
    }

    /// <summary>What is made below a null is lost when the object is printed.</summary>
    private YamlNode Lose(YamlNode node)
    {
        _isLost |= _created is not null;
        return node;
    }

    /// <summary>What is made for a part: what follows it decides the kind, and the value that is copied that of the last.</summary>
    private YamlNode MakePart(int at)
    {
        if (at + 1 == _path.Length || _path[at + 1].Length == 0)
            return _created switch
            {
                YamlMapping => Rendered.Mapping(_at),
                YamlSequence => List(),
                _ => new UntaggedScalar(_at, "", []),
            };
        var next = _path[at + 1];
        return FieldPath.IsItems(next) || (FieldPath.IsInteger(next, out var index) && index >= 0) ? List() : Rendered.Mapping(_at);
    }

    private YamlSequence List() => new(_at.Source, _at.Span, null, []);

    private YamlSequence? ListOf(YamlNode node, string part) => node switch
    {
        YamlSequence sequence => sequence,
        { IsNull: true } => null,
        _ => throw SourceField.WrongKind("a list", node, part, _at),
    };

    private RenderException TooFewItems(long index, int count) => new($"index {index} specified but only {count} elements found", _at);
}

/// <summary>The fields that a path leads to.</summary>
/// <param name="Root">The object, with the fields that were made.</param>
/// <param name="Positions">Where the fields are.</param>
/// <param name="IsLost">True when a field was made where it is lost.</param>
internal readonly record struct FoundFields(YamlMapping Root, ImmutableArray<TreePosition> Positions, bool IsLost);
