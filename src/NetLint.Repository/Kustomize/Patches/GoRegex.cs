using System.Text.RegularExpressions;
using NetLint.Syntax.Text;
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
        return Make(text.Value, text.Origin, pattern => $@"\A(?:{pattern})\z");
    }

    /// <summary>An expression that may match anywhere in a text.</summary>
    /// <exception cref="RenderException">Go refuses it, or it uses a feature that is not understood.</exception>
    public static Regex Anywhere(string text, Origin origin) => Make(text, origin, pattern => pattern);

    private static Regex Make(string text, Origin origin, Func<string, string> anchor)
    {
        if (text.Length > Longest)
            throw new RenderException(new RenderProblem(RenderProblemKind.Limit, $"a regular expression is longer than {Longest} characters", origin));
        try
        {
            return new Regex(anchor(new GoRegexTranslator(text).Translate()), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or NotSupportedException)
        {
            throw new RenderException($"'{JsonPointer.Shorten(text)}' is no regular expression of Go's syntax", origin);
        }
    }
}
