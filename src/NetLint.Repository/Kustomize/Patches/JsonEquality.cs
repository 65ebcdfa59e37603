using System.Globalization;
using NetLint.Repository.Kustomize.Output;
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
        var left = KustomizeScalar.Of(actual);
        var right = KustomizeScalar.Of(expected);
        if (!isJson || left.Kind is not (ScalarKind.Integer or ScalarKind.Float))
            return left == right;
        var text = left.Kind == ScalarKind.Integer ? left.Text : GoNumber.ToJson(double.Parse(left.Text, CultureInfo.InvariantCulture));
        return expected.Style == ScalarStyle.Plain && text == expected.Value;
    }
}
