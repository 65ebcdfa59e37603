using System.Text.Json.Serialization;

namespace NetLint.Cli.Reporting.Json;

/// <summary>The report as <c>report.schema.json</c> describes it. A member that is null is left out.</summary>
internal sealed record JsonReport(
    int Version,
    JsonTool Tool,
    IEnumerable<JsonDiagnostic> Diagnostics,
    IEnumerable<JsonUnit> Units,
    IEnumerable<JsonNotification> Notifications,
    JsonSummary Summary);

internal sealed record JsonTool(string Name, string Version);

internal sealed record JsonDiagnostic(
    string Id,
    string Slug,
    string? Case,
    string Category,
    string Severity,
    string Message,
    string? Help,
    string File,
    int StartLine,
    int StartColumn,
    int EndLine,
    int EndColumn,
    string? FieldPath,
    string Fingerprint,
    JsonResource? Resource,
    IEnumerable<JsonInstance> Instances,
    IEnumerable<JsonRelated> Related,
    JsonSuppression? Suppression);

internal sealed record JsonResource(string? ApiVersion, string Kind, string? Namespace, string Name);

internal sealed record JsonInstance(string Unit, string Kind, string? Namespace, string Name);

internal sealed record JsonRelated(string Role, string File, int StartLine, int StartColumn, int EndLine, int EndColumn, string Message);

internal sealed record JsonSuppression(string Kind, string? Justification);

internal sealed record JsonUnit(
    string Name,
    string Kind,
    string Root,
    string? Cluster,
    string? Namespace,
    int Resources,
    bool Assumed,
    string FoundBy,
    JsonPlace? FoundAt,
    IEnumerable<JsonProblem> Problems,
    IEnumerable<JsonGap> Gaps);

internal sealed record JsonPlace(string File, int StartLine);

internal sealed record JsonProblem(string Kind, string Message, string File, int StartLine, int StartColumn);

internal sealed record JsonGap(string Code, string Text, string? File, int? StartLine);

internal sealed record JsonNotification(string Level, string Message, string? File);

internal sealed record JsonSummary(int Files, int Documents, int Resources, int Errors, int Warnings, int Infos, int Suppressed);

/// <summary>Serialises the report without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Serialization | JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(JsonReport))]
[JsonSerializable(typeof(IEnumerable<JsonUnit>))]
internal sealed partial class JsonReportContext : JsonSerializerContext;
