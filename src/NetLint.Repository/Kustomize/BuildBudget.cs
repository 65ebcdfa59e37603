using NetLint.Syntax.Text;

namespace NetLint.Repository.Kustomize;

/// <summary>Bounds what one build may cost, whatever its files say: layers, selectors, names and labels multiply.</summary>
internal sealed class BuildBudget
{
    /// <summary>Applying the smallest patch to an object takes as long as so many steps.</summary>
    public const int StepsOfPatch = 200;

    private const int MaxBuilds = 10_000;
    private const long MaxSteps = 50_000_000;
    private const long MaxCharacters = 50_000_000;

    private int _builds;
    private long _steps;
    private long _characters;

    /// <summary>Counts a kustomization that is built.</summary>
    /// <exception cref="RenderException">They are too many.</exception>
    public void Build(Origin at)
    {
        if (++_builds > MaxBuilds)
            throw Limit($"more than {MaxBuilds} kustomizations are built for this one", at);
    }

    /// <summary>Counts steps of work: an object that is looked at, an entry that is copied.</summary>
    /// <exception cref="RenderException">They are too many.</exception>
    public void Spend(long steps, Origin at)
    {
        _steps += steps;
        if (_steps > MaxSteps)
            throw Limit("the kustomization takes more steps than NetLint is willing to take", at);
    }

    /// <summary>Counts the characters of texts that are made.</summary>
    /// <exception cref="RenderException">They are too many.</exception>
    public void Write(int characters, Origin at)
    {
        _characters += characters;
        if (_characters > MaxCharacters)
            throw Limit("the kustomization makes more text than NetLint is willing to hold", at);
    }

    private static RenderException Limit(string message, Origin at) => new(new RenderProblem(RenderProblemKind.Limit, message, at));
}
