using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Kubernetes.Semantics;

/// <summary>The operators of a label selector.</summary>
public enum SelectorOperator
{
    /// <summary>The label has one of the values; an equality has one.</summary>
    In,

    /// <summary>The label is missing or has none of the values.</summary>
    NotIn,

    /// <summary>The label is there.</summary>
    Exists,

    /// <summary>The label is missing.</summary>
    DoesNotExist,

    /// <summary>An operator that does not exist: the API server refuses it, so it matches nothing that can be known.</summary>
    Invalid,
}

/// <summary>One requirement of a selector.</summary>
/// <param name="Key">The label key.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Values">The values; empty for Exists and DoesNotExist.</param>
/// <param name="KeyNode">Where the key is written.</param>
/// <param name="ValueNode">Where the value or values are written; the key node when there are none.</param>
public sealed record LabelRequirement(string Key, SelectorOperator Operator, ImmutableArray<string> Values, YamlNode KeyNode, YamlNode ValueNode)
{
    /// <summary>True for <c>key: value</c> and for <c>In</c> with one value.</summary>
    public bool IsEquality => Operator == SelectorOperator.In && Values.Length == 1;

    /// <summary>True when labels satisfy the requirement.</summary>
    public bool IsSatisfiedBy(StringMap? labels) => IsSatisfiedBy(labels?[Key]);

    /// <summary>True when a label with this value (null: no such label) satisfies the requirement.</summary>
    public bool IsSatisfiedBy(string? value) => Operator switch
    {
        SelectorOperator.In => value is not null && Values.Contains(value),
        SelectorOperator.NotIn => value is null || !Values.Contains(value),
        SelectorOperator.Exists => value is not null,
        SelectorOperator.DoesNotExist => value is null,
        _ => false,
    };

    /// <summary><c>key=value</c>, or the key with its operator.</summary>
    public override string ToString() => Operator switch
    {
        SelectorOperator.In when Values.Length == 1 => $"{Key}={Values[0]}",
        SelectorOperator.In => $"{Key} in ({string.Join(", ", Values)})",
        SelectorOperator.NotIn => $"{Key} not in ({string.Join(", ", Values)})",
        SelectorOperator.Exists => Key,
        _ => $"!{Key}",
    };
}

/// <summary>A label selector; all requirements must hold, and an empty one selects everything.</summary>
public sealed class LabelSelector
{
    private LabelSelector(YamlMapping? node, ImmutableArray<LabelRequirement> requirements)
    {
        Node = node;
        Requirements = requirements;
    }

    /// <summary>The mapping it is written in; null for an absent selector.</summary>
    public YamlMapping? Node { get; }

    /// <summary>The requirements in the order of the text.</summary>
    public ImmutableArray<LabelRequirement> Requirements { get; }

    /// <summary>True when it selects everything.</summary>
    public bool IsEmpty => Requirements.IsEmpty;

    /// <summary>True when a key or a value holds a substitution that only a deployment tool fills in.</summary>
    public bool IsUnresolved => Requirements.Any(requirement =>
        Substitution.IsUnresolved(requirement.Key) || requirement.Values.Any(Substitution.IsUnresolved));

    /// <summary>
    /// True when the API server refuses it: an operator that does not exist, a value that is no string, a list where a map stands. What it
    /// would select is then an idle question.
    /// </summary>
    public bool IsRefused =>
        Requirements.Any(requirement => requirement.Operator == SelectorOperator.Invalid || !IsText(requirement.ValueNode))
        || Node?["matchLabels"] is { IsNull: false } and not YamlMapping
        || Node?["matchExpressions"] is { IsNull: false } and not YamlSequence;

    /// <summary>A selector of equalities, as Services have.</summary>
    public static LabelSelector FromMap(StringMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return new(map.Node, [.. map.Entries.Select(Equality)]);
    }

    /// <summary>A selector with <c>matchLabels</c> and <c>matchExpressions</c>; null selects everything.</summary>
    public static LabelSelector FromObject(YamlMapping? node)
    {
        if (node is null)
            return new LabelSelector(null, []);
        var requirements = ImmutableArray.CreateBuilder<LabelRequirement>();
        if (node["matchLabels"] is YamlMapping labels)
            requirements.AddRange(new StringMap(labels).Entries.Select(Equality));
        if (node["matchExpressions"] is YamlSequence expressions)
        {
            foreach (var item in expressions.Items.OfType<YamlMapping>())
            {
                if (item["key"] is YamlScalar key)
                    requirements.Add(Expression(item, key));
            }
        }

        return new LabelSelector(node, requirements.DrainToImmutable());
    }

    /// <summary>True when labels satisfy every requirement.</summary>
    public bool Matches(StringMap? labels)
    {
        foreach (var requirement in Requirements)
        {
            if (!requirement.IsSatisfiedBy(labels))
                return false;
        }

        return true;
    }

    /// <summary>The requirements joined by commas, the way kubectl prints them.</summary>
    public override string ToString() => string.Join(",", Requirements);

    private static bool IsText(YamlNode node) => node switch
    {
        YamlScalar scalar => !scalar.Resolve().IsBooleanOrNumber,
        YamlSequence sequence => sequence.Items.All(item => item is YamlScalar scalar && !scalar.Resolve().IsBooleanOrNumber),
        _ => false,
    };

    private static LabelRequirement Equality(StringMapEntry entry) =>
        new(entry.Key, SelectorOperator.In, [entry.Value], entry.KeyNode, entry.ValueNode.Span.IsEmpty ? entry.KeyNode : entry.ValueNode);

    private static LabelRequirement Expression(YamlMapping item, YamlScalar key)
    {
        var name = (item["operator"] as YamlScalar)?.Value;
        var values = item["values"] as YamlSequence;
        var texts = values?.Items.OfType<YamlScalar>().Select(value => value.IsNull ? "" : value.Value).ToImmutableArray() ?? [];
        var kind = name switch
        {
            "In" => SelectorOperator.In,
            "NotIn" => SelectorOperator.NotIn,
            "Exists" => SelectorOperator.Exists,
            "DoesNotExist" => SelectorOperator.DoesNotExist,
            _ => SelectorOperator.Invalid,
        };
        return new LabelRequirement(key.Value, kind, texts, key, values is { Items: [var only] } ? only : (YamlNode?)values ?? key);
    }
}
