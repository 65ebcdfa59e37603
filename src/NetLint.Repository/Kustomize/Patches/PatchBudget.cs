using NetLint.Syntax.Text;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>Bounds what one patch may cost, whatever it says.</summary>
/// <param name="origin">The patch.</param>
internal sealed class PatchBudget(Origin origin)
{
    /// <summary>How deep the result may nest; the readers of trees recurse.</summary>
    private const int MaxDepth = 300;

    /// <summary>How many nodes a patch may add, aliases and copies expanded.</summary>
    private const int MaxAdded = 2_000_000;

    private const long MaxSteps = 200_000_000;

    private long _added;
    private long _steps;

    /// <summary>Counts steps of work.</summary>
    /// <exception cref="RenderException">It is too much.</exception>
    public void Spend(long steps)
    {
        _steps += steps;
        if (_steps > MaxSteps)
            throw Limit("the patch takes more steps to apply than NetLint is willing to take");
    }

    /// <summary>Counts nodes that are added at a depth.</summary>
    /// <exception cref="RenderException">They are too many, or too deep.</exception>
    public void Add(int weight, int depth)
    {
        _added += weight;
        if (_added > MaxAdded)
            throw Limit($"the patch adds more than {MaxAdded} nodes");
        if (depth > MaxDepth)
            throw Limit($"the patch makes the object nest deeper than {MaxDepth} levels");
    }

    private RenderException Limit(string message) => new(new RenderProblem(RenderProblemKind.Limit, message, origin));
}
