using System.Text;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Fuzz;

/// <summary>Compares the value of a scalar with the text that stands at its span.</summary>
public static class ScalarText
{
    private static readonly string[] LineBreaks = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"];

    /// <summary>True when reading the text at the span gives the scalar's value.</summary>
    public static bool Agrees(YamlScalar scalar)
    {
        var text = scalar.Source.ToString(scalar.Span);
        return scalar.Style switch
        {
            // The separators of YAML 1.1 are kept where other breaks fold.
            ScalarStyle.Plain => text == scalar.Value || text.AsSpan().ContainsAny('\u2028', '\u2029') || Fold(text) == scalar.Value,
            ScalarStyle.SingleQuoted => text is ['\'', .., '\''] && ReadAlone(text) == scalar.Value,
            ScalarStyle.DoubleQuoted => text is ['"', .., '"'] && ReadAlone(text) == scalar.Value,
            _ => text is ['|' or '>', ..] && AgreesBlock(text, scalar.Value),
        };
    }

    /// <summary>White space at the end of a block scalar depends on what follows it, and an indentation indicator on what is around it.</summary>
    private static bool AgreesBlock(string text, string value)
    {
        if (text.Length > 1 && (char.IsAsciiDigit(text[1]) || (text.Length > 2 && char.IsAsciiDigit(text[2]))))
            return true;
        return ReadAlone(text)?.TrimEnd() == value.TrimEnd();
    }

    private static string? ReadAlone(string text)
    {
        var stream = YamlReader.Read(SourceText.From(new SourceId("scalar"), text));
        return stream.Documents is [{ Errors: [], Root: YamlScalar scalar }] ? scalar.Value : null;
    }

    /// <summary>Lines of a plain scalar are joined by a space; each empty line between them is a line break.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder();
        var empty = 0;
        foreach (var line in text.Split(LineBreaks, StringSplitOptions.None))
        {
            var trimmed = line.Trim(' ', '\t');
            if (trimmed.Length == 0)
            {
                empty++;
                continue;
            }

            if (folded.Length > 0)
                folded.Append(empty == 0 ? " " : new string('\n', empty));
            folded.Append(trimmed);
            empty = 0;
        }

        return folded.ToString();
    }
}
