using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Output;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Replacements;

/// <summary>Puts another text into a scalar that keeps its type: a number stays a number, a string a string.</summary>
internal static class RetypedText
{
    /// <summary>A scalar with the type of another.</summary>
    /// <param name="typed">The scalar that has the type.</param>
    /// <param name="text">The text.</param>
    /// <param name="decidedAt">The place that decided the text.</param>
    /// <param name="earlier">The further places.</param>
    public static YamlScalar In(YamlScalar typed, string text, Origin decidedAt, ImmutableArray<Origin> earlier)
    {
        earlier = [.. earlier.Where(origin => origin != decidedAt).Distinct().Take(MaxOrigins)];
        // An item that was made to be selected by its text is a string when that text is taken away.
        if (typed is UntaggedScalar { Value.Length: > 0 } && text.Length == 0)
            return new TracedScalar(decidedAt, tag: null, text, ScalarStyle.DoubleQuoted, earlier);
        if (typed is UntaggedScalar)
            return new UntaggedScalar(decidedAt, text, earlier);
        if (typed.Style != ScalarStyle.Plain)
            return new TracedScalar(decidedAt, typed.Tag, text, typed.Style, earlier);
        var tag = KustomizeScalar.Tag(typed);
        if (tag == "!!str")
            return new TracedScalar(decidedAt, typed.Tag, text, ScalarStyle.DoubleQuoted, earlier);
        // A text that is not of the type is refused when the object is printed, if it ever is.
        var isOfType = typed.Tag is not null || GoScalar.Read(text).Tag == tag;
        return new TracedScalar(decidedAt, isOfType ? typed.Tag : LongTag(tag), text, ScalarStyle.Plain, earlier);
    }

    /// <summary>No value has more sources than this; further ones say nothing to a person.</summary>
    private const int MaxOrigins = 24;

    private static string LongTag(string tag) => tag.StartsWith("!!", StringComparison.Ordinal) ? $"tag:yaml.org,2002:{tag[2..]}" : tag;
}
