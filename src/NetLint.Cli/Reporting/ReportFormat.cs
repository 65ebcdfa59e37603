namespace NetLint.Cli.Reporting;

/// <summary>The formats of a report.</summary>
public enum ReportFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>NetLint's own contract for programs.</summary>
    Json,

    /// <summary>SARIF 2.1.0, for code scanning.</summary>
    Sarif,

    /// <summary>Workflow commands of GitHub.</summary>
    GitHub,
}

/// <summary>A report that goes into a file.</summary>
/// <param name="Format">Its format.</param>
/// <param name="Path">The file, as written on the command line.</param>
public sealed record ReportTarget(ReportFormat Format, string Path);
