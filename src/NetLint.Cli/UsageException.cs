namespace NetLint.Cli;

/// <summary>Something the person who runs NetLint can put right; ends the run with <see cref="ExitCodes.Usage"/> and the message.</summary>
public sealed class UsageException : Exception
{
    /// <summary>Says what to put right.</summary>
    public UsageException(string message)
        : base(message)
    {
    }

    /// <summary>Says what to put right and keeps what was found.</summary>
    public UsageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>For serializers of exceptions only.</summary>
    public UsageException()
    {
    }
}
