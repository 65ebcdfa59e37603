using System.Globalization;

namespace NetLint.Cli.Output;

/// <summary>One line on a terminal that says how far a long run is; gone when the run ends, and never there for a short one.</summary>
internal sealed class ProgressLine : IProgress<int>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private const string Clear = "\r\e[2K";

    private readonly TextWriter _output;
    private readonly Lock _lock = new();
    private readonly ITimer _timer;
    private string _phase;
    private int _done;
    private bool _isShown;
    private bool _isEnded;

    private ProgressLine(TextWriter output, TimeProvider clock)
    {
        _output = output;
        _phase = "Listing files";
        _timer = clock.CreateTimer(_ => Draw(), null, Patience, Pause);
    }

    /// <summary>Starts a line where a person watches; null elsewhere.</summary>
    public static ProgressLine? Start(TextWriter output, Terminal terminal, TimeProvider clock) =>
        terminal.IsInteractive ? new ProgressLine(output, clock) : null;

    /// <inheritdoc/>
    public void Report(int value) => Interlocked.Exchange(ref _done, Math.Max(_done, value));

    /// <summary>Says what is done now.</summary>
    public void Enter(string phase) => Volatile.Write(ref _phase, phase);

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer.Dispose();
        lock (_lock)
        {
            _isEnded = true;
            if (_isShown)
                _output.Write(Clear);
            _output.Flush();
        }
    }

    private void Draw()
    {
        lock (_lock)
        {
            if (_isEnded)
                return;
            _isShown = true;
            var done = Volatile.Read(ref _done);
            var count = done == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {done:N0} files read");
            _output.Write($"{Clear}{Volatile.Read(ref _phase)}{count}");
            _output.Flush();
        }
    }
}
