namespace NetLint.Syntax.Text;

/// <summary>A place in a text as line and character, both counted from 0; characters are UTF-16 code units.</summary>
/// <param name="Line">Line number from 0.</param>
/// <param name="Character">Code units since the start of the line.</param>
public readonly record struct LinePosition(int Line, int Character);

/// <summary>A half-open range between two <see cref="LinePosition"/>s.</summary>
/// <param name="Start">The first position inside.</param>
/// <param name="End">The first position outside.</param>
public readonly record struct LinePositionSpan(LinePosition Start, LinePosition End);
