namespace NetLint.Repository.ArgoCd;

/// <summary>What one ApplicationSet may cost. Generators multiply, so every count is taken over all of them.</summary>
internal sealed class ExpansionBudget
{
    public const int MaxApplications = 2_000;
    private const int MaxParameterSets = 20_000;
    private const long MaxCharacters = 32 * 1024 * 1024;
    private const long MaxMatches = 20_000_000;

    private int _applications;
    private int _sets;
    private long _characters;
    private long _matches;

    /// <summary>What there is too much of, as one clause; null while there is not.</summary>
    public string? Exhausted { get; private set; }

    public bool TakeApplication() => Take(++_applications <= MaxApplications, $"it makes more than {MaxApplications} applications");

    public bool TakeParameterSet() => Take(++_sets <= MaxParameterSets, $"its generators make more than {MaxParameterSets} sets of parameters");

    public bool TakeCharacters(int count) => Take((_characters += count) <= MaxCharacters, "its templates make too much text");

    public bool TakeMatches(long count) => Take((_matches += count) <= MaxMatches, "its generators compare too many paths");

    private bool Take(bool isAllowed, string exhausted)
    {
        if (!isAllowed)
            Exhausted ??= exhausted;
        return Exhausted is null;
    }
}
