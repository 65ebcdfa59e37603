namespace NetLint.Syntax.Text;

/// <summary>Where something was written: a source and a span in it.</summary>
/// <param name="Source">The text.</param>
/// <param name="Span">The place in the text.</param>
public readonly record struct Origin(SourceText Source, TextSpan Span)
{
    /// <summary>The same place as lines and characters.</summary>
    public LinePositionSpan LineSpan => Source.GetLineSpan(Span);

    /// <summary>The text that stands there.</summary>
    public string Text => Source.ToString(Span);
}
