using System.Collections.Immutable;
using System.Text;

namespace NetLint.Testing;

/// <summary>A span that a fixture expects a finding at.</summary>
/// <param name="Path">The file.</param>
/// <param name="Start">Offset of the first character, markup removed.</param>
/// <param name="Length">Number of characters; 0 for an absent field.</param>
/// <param name="Id">The id of the rule case; null when any finding of the rule under test will do.</param>
public readonly record struct ExpectedSpan(string Path, int Start, int Length, string? Id);

/// <summary>
/// Files written in one string. A line <c>#- path</c> starts a file; without one there is a single file. <c>[|…|]</c> marks where a finding
/// is expected, <c>{|NL1012/ip-literal:…|}</c> one of a certain case; nothing between the bars marks a zero-width place.
/// </summary>
public sealed record Fixture(ImmutableArray<KeyValuePair<string, string>> Files, ImmutableArray<ExpectedSpan> Expected)
{
    public const string DefaultPath = "manifests.yaml";

    public static Fixture Parse(string markup)
    {
        var files = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var expected = ImmutableArray.CreateBuilder<ExpectedSpan>();
        foreach (var (path, text) in Split(markup))
            files.Add(new(path, Unmark(path, text, expected)));
        return new Fixture(files.DrainToImmutable(), expected.DrainToImmutable());
    }

    /// <summary>The files of a text, markup left in.</summary>
    public static IEnumerable<(string Path, string Text)> Split(string markup)
    {
        var path = DefaultPath;
        var text = new StringBuilder();
        foreach (var line in markup.ReplaceLineEndings("\n").Split('\n'))
        {
            if (!line.StartsWith("#- ", StringComparison.Ordinal))
            {
                text.Append(line).Append('\n');
                continue;
            }

            if (!string.IsNullOrWhiteSpace(text.ToString()))
                yield return (path, text.ToString());
            path = line[3..].Trim();
            text.Clear();
        }

        yield return (path, text.ToString());
    }

    private static string Unmark(string path, string text, ImmutableArray<ExpectedSpan>.Builder expected)
    {
        var result = new StringBuilder(text.Length);
        var open = new Stack<(int Start, string? Id)>();
        for (var i = 0; i < text.Length; i++)
        {
            var rest = text.AsSpan(i);
            if (rest.StartsWith("[|"))
            {
                open.Push((result.Length, null));
                i++;
            }
            else if (rest.StartsWith("{|NL", StringComparison.Ordinal) && rest.IndexOf(':') is var colon and > 0)
            {
                open.Push((result.Length, rest[2..colon].ToString()));
                i += colon;
            }
            else if (open.Count > 0 && (rest.StartsWith("|]") || rest.StartsWith("|}")))
            {
                var (start, id) = open.Pop();
                expected.Add(new ExpectedSpan(path, start, result.Length - start, id));
                i++;
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }
}
