using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Analysis.Driver;

/// <summary>The key of a list item as a person finds it in a file: what overlays make of it must not tell findings of one line apart.</summary>
internal static class WrittenKey
{
    /// <summary>The text of a scalar at its place in a source; where it has none there, at the place that decided it.</summary>
    public static string Of(YamlScalar scalar, SourceText source)
    {
        if (scalar is not TracedScalar traced)
            return scalar.Value;
        foreach (var origin in traced.EarlierOrigins.Prepend(traced.Origin))
        {
            if (ReferenceEquals(origin.Source, source) && Word(origin) is { } text)
                return text;
        }

        return Word(traced.Origin) ?? traced.Value;
    }

    /// <summary>The text at a place; null where it is more than a word, or nothing.</summary>
    private static string? Word(Origin origin)
    {
        var text = origin.Text.Trim('"', '\'');
        return text.Length == 0 || text.AsSpan().ContainsAny(" \t\r\n") ? null : text;
    }
}
