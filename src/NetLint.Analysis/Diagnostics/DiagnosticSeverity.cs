namespace NetLint.Analysis.Diagnostics;

/// <summary>How bad a finding is. The order is that of gravity.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; counted, and listed on request.</summary>
    Info,

    /// <summary>Very likely wrong, or unsafe.</summary>
    Warning,

    /// <summary>Certainly wrong.</summary>
    Error,
}

/// <summary>What kind of trouble a finding means.</summary>
public enum DiagnosticCategory
{
    /// <summary>The API server refuses the object.</summary>
    Validity,

    /// <summary>Accepted, but traffic or a reference breaks.</summary>
    Correctness,

    /// <summary>Accepted and working, but unsafe.</summary>
    Security,

    /// <summary>Works until something fails.</summary>
    Reliability,

    /// <summary>Harder to keep than it need be.</summary>
    Maintainability,
}
