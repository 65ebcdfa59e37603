using System.Text;
using NetLint.Kubernetes.Resources;
using NetLint.Repository;
using NetLint.Syntax.Yaml;

namespace NetLint.Analysis.Driver;

/// <summary>Gives messages the names that stand in the files, where a rendering has put others in their place.</summary>
internal sealed class WrittenNames
{
    /// <summary>Larger objects are not searched for names.</summary>
    private const int MaxNodes = 5_000;

    private readonly Dictionary<DeploymentUnit, Dictionary<string, string>> _byUnit = new(ReferenceEqualityComparer.Instance);

    /// <summary>A text with the names in quotes as they are written.</summary>
    /// <param name="text">The text.</param>
    /// <param name="resource">The resource it is about.</param>
    /// <param name="unit">The unit that deploys the resource.</param>
    public string In(string text, Resource resource, DeploymentUnit unit)
    {
        if (!text.Contains('\'', StringComparison.Ordinal))
            return text;
        var names = NamesOf(unit);
        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        if (resource.Node.Weight <= MaxNodes)
            Collect(resource.Node, own);
        if (names.Count == 0 && own.Count == 0)
            return text;

        var result = new StringBuilder(text.Length);
        // Every second part stands between quotes; an apostrophe shifts them, and then no part is a name.
        var parts = text.Split('\'');
        for (var i = 0; i < parts.Length; i++)
        {
            var part = i % 2 == 1 && (own.TryGetValue(parts[i], out var written) || names.TryGetValue(parts[i], out written)) ? written : parts[i];
            result.Append(i > 0 ? "'" : "").Append(part);
        }

        return result.ToString();
    }

    /// <summary>The names of the resources of a unit as they are written; those that two resources would share are left as they are.</summary>
    private Dictionary<string, string> NamesOf(DeploymentUnit unit)
    {
        if (_byUnit.TryGetValue(unit, out var known))
            return known;
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in unit.Resources)
        {
            if (resource.Metadata.Name.Node is TracedScalar scalar && Text(scalar) is { Length: > 0 } text && text != scalar.Value)
                names[scalar.Value] = text;
        }

        return _byUnit[unit] = names;
    }

    private static void Collect(YamlNode node, Dictionary<string, string> written)
    {
        switch (node)
        {
            case TracedScalar scalar when Text(scalar) is { Length: > 0 } text && text != scalar.Value:
                written.TryAdd(scalar.Value, text);
                break;
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                    Collect(entry.Value, written);
                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                    Collect(item, written);
                break;
        }
    }

    /// <summary>The text at the place that decided a value; null where it is more than a word.</summary>
    private static string? Text(TracedScalar scalar)
    {
        var text = scalar.Origin.Text.Trim('"', '\'');
        // A name keeps what is written in it: what is put before or behind it is what differs.
        return text.AsSpan().ContainsAny(" \t\r\n") || !scalar.Value.Contains(text, StringComparison.Ordinal) ? null : text;
    }
}
