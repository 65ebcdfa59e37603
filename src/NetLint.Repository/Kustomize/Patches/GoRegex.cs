using System.Text.RegularExpressions;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>Regular expressions in Go's syntax (RE2), run by an engine that takes linear time as Go's does.</summary>
internal static class GoRegex
{
    private const int Longest = 5_000;

    /// <summary>An expression that must match the whole of a text.</summary>
    /// <exception cref="RenderException">Go refuses it, or it uses a feature that is not understood.</exception>
    public static Regex Whole(YamlScalar text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Value.Length > Longest)
            throw new RenderException(new RenderProblem(RenderProblemKind.Limit, $"a regular expression of a patch's target is longer than {Longest} characters", text.Origin));
        try
        {
            var pattern = new GoRegexTranslator(text.Value).Translate();
            return new Regex($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or NotSupportedException)
        {
            throw new RenderException($"'{JsonPointer.Shorten(text.Value)}' is no regular expression of Go's syntax", text.Origin);
        }
    }
}
