namespace NetLint.Fuzz;

/// <summary>An input that broke a promise.</summary>
/// <param name="Target">The target's name.</param>
/// <param name="Number">The number of the input in its run.</param>
/// <param name="Problem">What happened.</param>
/// <param name="Input">The smallest input found that still does it.</param>
public sealed record FuzzFailure(string Target, int Number, string Problem, string Input);

/// <summary>The outcome of a run.</summary>
/// <param name="Inputs">Inputs that were run.</param>
/// <param name="Characters">Their summed length.</param>
/// <param name="Slowest">The longest time that one input took.</param>
/// <param name="Failures">The first failure of each kind.</param>
public sealed record FuzzReport(int Inputs, long Characters, TimeSpan Slowest, IReadOnlyList<FuzzFailure> Failures);
