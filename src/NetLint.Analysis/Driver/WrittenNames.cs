using NetLint.Kubernetes.Resources;
using NetLint.Repository;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Analysis.Driver;

/// <summary>Gives the arguments of a message the names that stand in the files, where a rendering has put others in their place.</summary>
internal sealed class WrittenNames
{
    /// <summary>Larger objects are not searched for names.</summary>
    private const int MaxNodes = 5_000;

    private readonly Dictionary<DeploymentUnit, Dictionary<string, string>> _ofUnits = new(ReferenceEqualityComparer.Instance);

    /// <summary>The arguments with names as written: those in the resource itself, and those of the other objects of its unit.</summary>
    public object?[] Of(DeploymentUnit unit, Resource resource, object?[] arguments)
    {
        if (!arguments.Any(argument => argument is string))
            return arguments;
        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        if (resource.Node.Weight <= MaxNodes)
            Collect(resource.Node, own);
        if (!_ofUnits.TryGetValue(unit, out var others))
            _ofUnits.Add(unit, others = NamesIn(unit));
        return [.. arguments.Select(argument => argument is string text && (own.TryGetValue(text, out var name) || others.TryGetValue(text, out name)) ? name : argument)];
    }

    /// <summary>The text of a scalar as it stands in a file: that of the place in a source, if it has one there, else that which decided it.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="source">The source that is preferred.</param>
    public static string TextIn(YamlScalar scalar, SourceText source)
    {
        if (scalar is not TracedScalar traced)
            return scalar.Value;
        foreach (var origin in traced.EarlierOrigins.Prepend(traced.Origin))
        {
            if (ReferenceEquals(origin.Source, source) && Word(origin) is { Length: > 0 } text)
                return text;
        }

        return Word(traced.Origin) is { Length: > 0 } decided ? decided : traced.Value;
    }

    private static Dictionary<string, string> NamesIn(DeploymentUnit unit)
    {
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in unit.Resources)
        {
            if ((resource.Node["metadata"] as YamlMapping)?["name"] is TracedScalar name)
                Collect(name, written);
        }

        return written;
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
        var text = Word(scalar.Origin);
        // A name keeps what is written in it: what is put before or behind it is what differs.
        return text is null || !scalar.Value.Contains(text, StringComparison.Ordinal) ? null : text;
    }

    private static string? Word(Origin origin)
    {
        var text = origin.Text.Trim('"', '\'');
        return text.AsSpan().ContainsAny(" \t\r\n") ? null : text;
    }
}
