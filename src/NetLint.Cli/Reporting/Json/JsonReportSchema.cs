using System.Reflection;

namespace NetLint.Cli.Reporting.Json;

/// <summary>The JSON Schema of what <see cref="JsonReportWriter"/> writes.</summary>
public static class JsonReportSchema
{
    /// <summary>The schema as text.</summary>
    public static string Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("report.schema.json")
            ?? throw new InvalidOperationException("The schema of the report is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
