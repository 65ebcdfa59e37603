using NetLint.Syntax.Text;

namespace NetLint.Fuzz;

/// <summary>Something that takes any text and has promises to keep.</summary>
public interface IFuzzTarget
{
    /// <summary>The word that selects the target on the command line.</summary>
    string Name { get; }

    /// <summary>Runs the target on a text; an exception is a failure too, and is caught by the caller.</summary>
    /// <returns>The broken promise in one sentence whose first words name it, or null.</returns>
    string? Check(SourceText text);
}
