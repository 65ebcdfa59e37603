using NetLint.Syntax.Text;
using YamlDotNet.Core;

namespace NetLint.Syntax.Yaml;

/// <summary>A parse that ended early: where and why.</summary>
internal readonly record struct ParseFailure(TextSpan Span, string Reason)
{
    public static ParseFailure Locate(Exception exception, SourceText source, TextSpan document, int lastOffset)
    {
        var (start, end) = exception is YamlException yaml
            ? (document.Start + Offset(yaml.Start), document.Start + Offset(yaml.End))
            : (lastOffset, lastOffset);
        start = Math.Clamp(start, document.Start, document.End);
        end = Math.Clamp(end, start, document.End);

        // The end mark is where the scanner stopped, the start mark where the construct began; a person looks for the line that stopped it.
        // A zero-width place at the start of a line means the text before it is what does not fit.
        var position = source.GetPosition(end);
        if (position.Character == 0 && end > start)
            end = start;
        var line = source.GetLine(source.GetPosition(end).Line);
        var from = Math.Max(line.Start, document.Start);
        var content = source.Content.AsSpan(from, Math.Max(0, Math.Min(line.End, document.End) - from));
        var indent = content.Length - content.TrimStart().Length;
        var first = Math.Min(Math.Max(from + indent, Math.Min(end, from + content.TrimEnd().Length)), source.Length);
        return new ParseFailure(TextSpan.FromBounds(first, Math.Max(first, from + content.TrimEnd().Length)), Plain(exception.Message));
    }

    public YamlError ToError(SourceText source)
    {
        var line = source.GetLine(source.GetPosition(Span.Start).Line);
        var text = source.Content.AsSpan(line.Start, line.Length);
        return text.Contains("{{", StringComparison.Ordinal)
            ? new YamlError(YamlErrorKind.Template, Span, "the document holds a Go template action, which is no YAML")
            : new YamlError(YamlErrorKind.Syntax, Span, Reason);
    }

    private static int Offset(Mark mark) => (int)Math.Min(mark.Index, int.MaxValue);

    private static string Plain(string message)
    {
        // The library ends its sentences and repeats the position, which the location says already.
        var text = message.Trim();
        if (text.StartsWith('(') && text.IndexOf("): ", StringComparison.Ordinal) is var cut and >= 0)
            text = text[(cut + 3)..];
        text = text.TrimEnd('.');
        return text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }
}
