namespace NetLint.Hosting.Files;

/// <summary>Says in one clause why something on disk could not be read.</summary>
internal static class ReadProblem
{
    /// <param name="exception">What the disk answered.</param>
    /// <param name="subject">What was read, such as <c>the file</c>.</param>
    public static string Of(Exception exception, string subject) => exception switch
    {
        UnauthorizedAccessException => $"{subject} cannot be read: permission denied",
        FileNotFoundException or DirectoryNotFoundException => $"{subject} vanished while it was read",
        // The message of the exception would repeat the absolute path, which is of no use in a report.
        _ => $"{subject} cannot be read ({exception.GetType().Name})",
    };
}
