using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NetLint.Repository.Kustomize.Replacements;

/// <summary>
/// Paths of fields with dots between their parts, as replacements and variables have them. The source is
/// <c>SmarterPathSplitter</c> of kustomize's <c>kyaml/utils</c>.
/// </summary>
internal static partial class FieldPath
{
    /// <summary>
    /// The parts of a path. <c>\.</c> stands for a dot inside a name, as brackets around the name do; brackets with an equals sign select
    /// items of a list and stay.
    /// </summary>
    public static ImmutableArray<string> Split(string path)
    {
        var plain = SplitAtDots(path);
        var parts = ImmutableArray.CreateBuilder<string>(plain.Count);
        for (var i = 0; i < plain.Count; i++)
        {
            var part = plain[i];
            if (part is not ['[', ..] || part is [.., ']'])
            {
                parts.Add(part);
                continue;
            }

            var end = i;
            while (end + 1 < plain.Count && plain[++end] is not [.., ']'])
            {
            }

            var whole = string.Join('.', plain.GetRange(i, end - i + 1));
            parts.Add(whole.Contains('=', StringComparison.Ordinal) ? whole : whole.Trim('[', ']'));
            i = end;
        }

        return parts.DrainToImmutable();
    }

    /// <summary>The same with <c>ports[0]</c> taken for the two parts <c>ports</c> and <c>0</c>, as variables write it.</summary>
    public static ImmutableArray<string> SplitWithIndices(string path)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        foreach (var part in Split(path))
        {
            if (part is not [.., ']'] || Indexed().Match(part) is not { Success: true } match)
            {
                parts.Add(part);
                continue;
            }

            if (match.Groups[1].Length > 0)
                parts.Add(match.Groups[1].Value);
            parts.Add(match.Groups[2].Value);
        }

        return parts.DrainToImmutable();
    }

    /// <summary>True for a part that Go reads as an integer.</summary>
    public static bool IsInteger(string part, out long index) =>
        long.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out index);

    /// <summary>True for brackets, which select items of a list.</summary>
    public static bool IsItems(string part) => part is ['[', .., ']'];

    /// <summary>What brackets select by: the name of a field, "" for the item itself, and what its value must be. Null without an equals sign.</summary>
    public static (string Field, string Value)? ItemsOf(string part)
    {
        var inner = part[1..^1];
        var at = inner.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? null : (inner[..at], inner[(at + 1)..]);
    }

    [GeneratedRegex(@"^(.*)\[([0-9]+)\]$", RegexOptions.NonBacktracking)]
    private static partial Regex Indexed();

    private static List<string> SplitAtDots(string path)
    {
        var parts = new List<string>();
        var pieces = path.Split('.');
        // A leading dot counts for nothing.
        foreach (var piece in pieces is ["", _, ..] ? pieces.AsSpan(1) : pieces)
        {
            if (parts.Count > 0 && parts[^1] is [.., '\\'])
                parts[^1] = $"{parts[^1][..^1]}.{piece}";
            else
                parts.Add(piece);
        }

        return parts;
    }
}
