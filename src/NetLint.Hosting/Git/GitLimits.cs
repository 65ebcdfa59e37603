namespace NetLint.Hosting.Git;

/// <summary>What git may take.</summary>
/// <param name="Time">How long it may run.</param>
/// <param name="OutputBytes">How much it may answer.</param>
internal sealed record GitLimits(TimeSpan Time, int OutputBytes)
{
    /// <summary>Enough for a repository of a million files.</summary>
    public static GitLimits Default { get; } = new(TimeSpan.FromSeconds(30), 512 * 1024 * 1024);
}
