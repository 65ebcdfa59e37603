using System.Globalization;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>Compares values as the <c>test</c> operation of a JSON patch does.</summary>
/// <param name="isJson">True when the expected value is written in JSON: a number is then compared as text.</param>
/// <param name="budget">Bounds the work.</param>
internal sealed class JsonEquality(bool isJson, PatchBudget budget)
{
    /// <summary>True when a value of the object is what the patch expects.</summary>
    public bool Holds(YamlNode actual, YamlNode expected)
    {
        budget.Spend(1);
        return (actual, expected) switch
        {
            (YamlScalar left, YamlScalar right) => AreEqual(left, right),
            // A null in a list is equal to nothing, not even to another one.
            (YamlSequence left, YamlSequence right) => left.Items.Length == right.Items.Length
                && left.Items.Zip(right.Items).All(pair => !pair.First.IsNull && !pair.Second.IsNull && Holds(pair.First, pair.Second)),
            (YamlMapping left, YamlMapping right) => AreEqual(left, right),
            _ => false,
        };
    }

    private bool AreEqual(YamlMapping actual, YamlMapping expected)
    {
        if (actual.Entries.Length != expected.Entries.Length)
            return false;
        var members = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var entry in expected.Entries)
            members[KeyText.Of(entry) ?? ""] = entry.Value;
        foreach (var entry in actual.Entries)
        {
            if (!members.TryGetValue(KeyText.Of(entry) ?? "", out var value) || !Holds(entry.Value, value))
                return false;
        }

        return true;
    }

    private bool AreEqual(YamlScalar actual, YamlScalar expected)
    {
        var left = actual.Resolve();
        var right = expected.Resolve();
        var kind = KindOf(left);
        if (kind is ScalarKind.Integer or ScalarKind.Float && isJson)
            return right.IsBooleanOrNumber && TextOf(left) == expected.Value;
        if (kind is ScalarKind.Integer or ScalarKind.Float)
            return right.Kind is ScalarKind.Integer or ScalarKind.Float && TextOf(left) == TextOf(right);
        if (kind != KindOf(right))
            return false;
        return kind switch
        {
            ScalarKind.Boolean => left.Boolean == right.Boolean,
            ScalarKind.String => actual.Value == expected.Value,
            _ => true,
        };
    }

    /// <summary>Only these two words are booleans of YAML 1.2.</summary>
    private static ScalarKind KindOf(ScalarValue value) =>
        value.Kind == ScalarKind.Boolean && !value.Text.Equals("true", StringComparison.OrdinalIgnoreCase) && !value.Text.Equals("false", StringComparison.OrdinalIgnoreCase)
            ? ScalarKind.String
            : value.Kind;

    private static string TextOf(ScalarValue value)
    {
        if (value.Kind == ScalarKind.Integer)
            return value.Integer.ToString(CultureInfo.InvariantCulture);
        var text = value.Text.Replace("_", "", StringComparison.Ordinal);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? GoNumber.ToJson(number) : text;
    }
}
