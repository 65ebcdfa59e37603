using NetLint.Syntax.Yaml;

namespace NetLint.Repository.ArgoCd;

/// <summary>The <c>values</c> of a generator: further parameters, which may use those it finds but not each other.</summary>
internal static class GeneratorValues
{
    /// <summary>The set with the values added; those that stay unknown are left out.</summary>
    public static ParameterSet Append(ParameterTemplate template, ParameterSet set, YamlMapping? values)
    {
        if (values is null)
            return set;
        var added = new List<KeyValuePair<string, YamlNode>>();
        foreach (var entry in values.Entries)
        {
            if (entry is not { Name: { } name, Value: YamlScalar scalar })
                continue;
            var filled = template.FillScalar(scalar, set);
            if (!filled.Value.Contains("{{", StringComparison.Ordinal))
                added.Add(KeyValuePair.Create<string, YamlNode>(template.IsGo ? name : "values." + name, filled));
        }

        if (template.IsGo)
            added = [KeyValuePair.Create<string, YamlNode>("values", ParameterNodes.Object(values, added))];
        return set.With(new ParameterSet(ParameterNodes.Object(values, added)), isDeep: false);
    }
}
