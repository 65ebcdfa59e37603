using NetLint.Syntax.Text;

namespace NetLint.Syntax.Yaml;

/// <summary>Leaves the tree builder when a limit is met; it never leaves <see cref="YamlReader"/>.</summary>
internal sealed class YamlLimitException(TextSpan span, string message) : Exception(message)
{
    public TextSpan Span { get; } = span;
}
