namespace NetLint.Cli.Reporting;

/// <summary>The names of the formats on the command line.</summary>
public static class ReportFormats
{
    /// <summary>The names, the default first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["text", "json", "sarif", "github"];

    /// <summary>The format of a name, and of nothing else.</summary>
    /// <exception cref="UsageException">There is no such format.</exception>
    public static ReportFormat Parse(string name) => name switch
    {
        "text" => ReportFormat.Text,
        "json" => ReportFormat.Json,
        "sarif" => ReportFormat.Sarif,
        "github" => ReportFormat.GitHub,
        _ => throw new UsageException($"there is no format '{name}'; choose one of {string.Join(", ", Names)}"),
    };

    /// <summary>Parses <c>FORMAT=FILE</c>.</summary>
    /// <exception cref="UsageException">The text has another form.</exception>
    public static ReportTarget ParseTarget(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || equals == text.Length - 1)
            throw new UsageException($"--output takes FORMAT=FILE, such as sarif=netlint.sarif, and not '{text}'");
        return new ReportTarget(Parse(text[..equals]), text[(equals + 1)..]);
    }
}
