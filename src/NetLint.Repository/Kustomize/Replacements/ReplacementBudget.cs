using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Replacements;

/// <summary>
/// Bounds what the replacements of one kustomization may cost: copies of copies grow fast, and every target is tried on every object.
/// </summary>
internal sealed class ReplacementBudget
{
    private const long MaxSteps = 20_000_000;
    private const long MaxLength = 20_000_000;

    /// <summary>How deep a result may nest; the readers of trees recurse.</summary>
    private const int MaxHeight = 300;

    private const int MaxWeight = 2_000_000;

    private long _steps;
    private long _length;

    /// <summary>Counts steps of work.</summary>
    /// <exception cref="RenderException">It is too much.</exception>
    public void Spend(long steps, Origin at)
    {
        _steps += steps;
        if (_steps > MaxSteps)
            throw Limit("the replacements take more steps than NetLint is willing to take", at);
    }

    /// <summary>Looks at what an object has become, and at a text that was made for it.</summary>
    /// <exception cref="RenderException">It is too large.</exception>
    public void Check(YamlNode root, YamlNode made, Origin at)
    {
        if (made is YamlScalar scalar)
            _length += scalar.Value.Length;
        if (root.Weight > MaxWeight || root.Height > MaxHeight || _length > MaxLength)
            throw Limit("the replacements make an object larger than NetLint is willing to render", at);
    }

    private static RenderException Limit(string message, Origin at) => new(new RenderProblem(RenderProblemKind.Limit, message, at));
}
