using NetLint.Syntax.Yaml;

namespace NetLint.Repository.ArgoCd;

/// <summary>The selector of a generator, which keeps some of its sets of parameters.</summary>
internal static class GeneratorSelector
{
    /// <summary>True when a set is kept. A set of which not all is known is kept unless what is known of it rules it out.</summary>
    public static bool Matches(YamlMapping selector, ParameterSet set)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in set.Flatten())
            values[name] = value;
        foreach (var entry in selector.Mapping("matchLabels")?.Entries ?? [])
        {
            if (entry is { Name: { } name, Value: YamlScalar wanted } && !Check(name, "In", [wanted.Value]))
                return false;
        }

        return selector.Mappings("matchExpressions").All(expression => expression.Text("key") is not { } key
            || Check(key.Value, expression.Text("operator")?.Value, [.. expression.Texts("values").Select(value => value.Value)]));

        bool Check(string name, string? operation, string[] wanted)
        {
            if (!values.TryGetValue(name, out var value))
                return set.IsOpen || operation is "NotIn" or "DoesNotExist";
            if (value.Contains("{{", StringComparison.Ordinal))
                return true;
            return operation switch
            {
                "In" => wanted.Contains(value),
                "NotIn" => !wanted.Contains(value),
                "DoesNotExist" => false,
                _ => true,
            };
        }
    }
}
