using NetLint.Syntax.Text;

namespace NetLint.Syntax.Yaml;

/// <summary>What kind of trouble a document made.</summary>
public enum YamlErrorKind
{
    /// <summary>The text is no YAML.</summary>
    Syntax,

    /// <summary>The text is no YAML, and the place holds a Go template action (<c>{{ … }}</c>).</summary>
    Template,

    /// <summary>Aliases, nesting or the number of documents go over a limit; the rest was not read.</summary>
    Limit,
}

/// <summary>A problem met while reading YAML.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Span">Where it is.</param>
/// <param name="Message">One sentence without a final period.</param>
public sealed record YamlError(YamlErrorKind Kind, TextSpan Span, string Message);

/// <summary>A comment.</summary>
/// <param name="Span">From the <c>#</c> to the end of the line, line break excluded.</param>
/// <param name="IsWholeLine">True when only white space stands before it on its line.</param>
public readonly record struct YamlComment(TextSpan Span, bool IsWholeLine);
