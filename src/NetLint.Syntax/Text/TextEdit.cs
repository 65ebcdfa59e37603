namespace NetLint.Syntax.Text;

/// <summary>A replacement of one span of one source by other text; a zero-width span inserts, an empty text deletes.</summary>
/// <param name="Source">The text that is edited.</param>
/// <param name="Span">What is replaced.</param>
/// <param name="NewText">What stands there afterwards.</param>
public sealed record TextEdit(SourceText Source, TextSpan Span, string NewText);
