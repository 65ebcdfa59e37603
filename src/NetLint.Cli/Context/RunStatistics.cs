using System.Globalization;

namespace NetLint.Cli.Context;

/// <summary>How long the phases of a run took.</summary>
public sealed class RunStatistics
{
    private readonly TimeProvider _clock;
    private readonly List<(string Phase, TimeSpan Time)> _phases = [];

    /// <summary>Starts with no phase.</summary>
    public RunStatistics(TimeProvider clock) => _clock = clock;

    /// <summary>Does something and remembers how long it took.</summary>
    public T Measure<T>(string phase, Func<T> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var start = _clock.GetTimestamp();
        var result = action();
        _phases.Add((phase, _clock.GetElapsedTime(start)));
        return result;
    }

    /// <summary>The phases, one a line.</summary>
    public IEnumerable<string> Lines() => _phases.Select(phase => string.Create(CultureInfo.InvariantCulture, $"{phase.Phase}: {phase.Time.TotalMilliseconds:N0} ms"));
}
