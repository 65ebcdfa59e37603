namespace NetLint.Cli;

/// <summary>What the exit code of the program says.</summary>
public static class ExitCodes
{
    /// <summary>Nothing at or above the severity that fails the run.</summary>
    public const int Clean = 0;

    /// <summary>Findings at or above it.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage, a missing path, a bad configuration, output that cannot be written.</summary>
    public const int Usage = 2;

    /// <summary>NetLint itself failed.</summary>
    public const int InternalError = 3;

    /// <summary>Interrupted from the keyboard.</summary>
    public const int Interrupted = 130;
}
