using NetLint.Kubernetes.Resources;
using NetLint.Syntax.Yaml;

namespace NetLint.Analysis.Driver;

/// <summary>Gives the arguments of a message the names that stand in the files, where a rendering has put others in their place.</summary>
internal static class WrittenNames
{
    /// <summary>Larger objects are not searched for names.</summary>
    private const int MaxNodes = 5_000;

    /// <summary>The arguments with names as written.</summary>
    public static object?[] Of(Resource resource, object?[] arguments)
    {
        if (resource.Node.Weight > MaxNodes || !arguments.Any(argument => argument is string))
            return arguments;
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(resource.Node, written);
        return written.Count == 0
            ? arguments
            : [.. arguments.Select(argument => argument is string text && written.TryGetValue(text, out var name) ? name : argument)];
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
