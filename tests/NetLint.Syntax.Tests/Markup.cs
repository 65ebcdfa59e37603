using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Syntax.Tests;

/// <summary>Text with places marked by <c>[|</c> and <c>|]</c>.</summary>
internal static class Markup
{
    public static (string Text, List<TextSpan> Spans) Parse(string marked)
    {
        var spans = new List<TextSpan>();
        var text = new System.Text.StringBuilder();
        var start = 0;
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked.AsSpan(i).StartsWith("[|"))
            {
                start = text.Length;
                i++;
            }
            else if (marked.AsSpan(i).StartsWith("|]"))
            {
                spans.Add(TextSpan.FromBounds(start, text.Length));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        return (text.ToString(), spans);
    }

    public static YamlStream Read(string text) => YamlReader.Read(SourceText.From(new SourceId("test.yaml"), text));

    public static YamlDocument ReadOne(string text) => Assert.Single(Read(text).Documents);

    /// <summary>Writes a tree in one line, so that a test can compare it as text.</summary>
    public static string Show(YamlNode? node) => node switch
    {
        null => "∅",
        YamlScalar { Style: ScalarStyle.Plain } scalar => scalar.Value.Length == 0 ? "∅" : scalar.Value,
        YamlScalar scalar => "'" + scalar.Value.Replace("\n", "⏎", StringComparison.Ordinal) + "'",
        YamlSequence sequence => "[" + string.Join(", ", sequence.Items.Select(Show)) + "]",
        YamlMapping mapping => "{" + string.Join(", ", mapping.Written.Select(entry => Show(entry.Key) + ": " + Show(entry.Value))) + "}",
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };
}
