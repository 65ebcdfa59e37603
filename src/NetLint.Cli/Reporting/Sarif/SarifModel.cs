using System.Text.Json.Serialization;

namespace NetLint.Cli.Reporting.Sarif;

/// <summary>The part of the SARIF 2.1.0 object model that NetLint writes. A member that is null is left out.</summary>
internal sealed record SarifLog(
    [property: JsonPropertyName("$schema")] string Schema,
    string Version,
    IEnumerable<SarifRun> Runs);

internal sealed record SarifRun(
    SarifTool Tool,
    IEnumerable<SarifInvocation> Invocations,
    SarifAutomationDetails AutomationDetails,
    SarifUriBases? OriginalUriBaseIds,
    string ColumnKind,
    IEnumerable<string> NewlineSequences,
    IEnumerable<SarifResult> Results);

internal sealed record SarifTool(SarifDriver Driver);

internal sealed record SarifDriver(
    string Name,
    string Version,
    string SemanticVersion,
    string InformationUri,
    IEnumerable<SarifRule> Rules);

internal sealed record SarifRule(
    string Id,
    string Name,
    SarifText ShortDescription,
    SarifText FullDescription,
    SarifConfiguration DefaultConfiguration,
    string HelpUri,
    SarifText Help,
    SarifRuleProperties Properties);

internal sealed record SarifConfiguration(bool Enabled, string Level);

/// <summary>What GitHub reads of a rule beyond the standard.</summary>
internal sealed record SarifRuleProperties(
    IEnumerable<string> Tags,
    string Precision,
    [property: JsonPropertyName("problem.severity")] string ProblemSeverity,
    [property: JsonPropertyName("security-severity")] string? SecuritySeverity);

internal sealed record SarifText(string Text, string? Markdown = null);

internal sealed record SarifAutomationDetails(string Id);

internal sealed record SarifUriBases([property: JsonPropertyName(SarifUri.RootId)] SarifArtifactLocation Root);

internal sealed record SarifInvocation(
    bool ExecutionSuccessful,
    IEnumerable<SarifNotification> ToolExecutionNotifications,
    IEnumerable<SarifNotification> ToolConfigurationNotifications);

internal sealed record SarifNotification(
    SarifReference Descriptor,
    SarifText Message,
    string Level,
    SarifReference? AssociatedRule,
    IEnumerable<SarifLocation>? Locations);

internal sealed record SarifReference(string Id, int? Index = null);

internal sealed record SarifResult(
    string RuleId,
    int RuleIndex,
    string Level,
    SarifText Message,
    IEnumerable<SarifLocation> Locations,
    IEnumerable<SarifLocation>? RelatedLocations,
    SarifFingerprints PartialFingerprints,
    IEnumerable<SarifSuppression>? Suppressions,
    SarifResultProperties? Properties);

internal sealed record SarifLocation(
    int? Id,
    SarifPhysicalLocation PhysicalLocation,
    IEnumerable<SarifLogicalLocation>? LogicalLocations,
    SarifText? Message);

internal sealed record SarifPhysicalLocation(SarifArtifactLocation ArtifactLocation, SarifRegion? Region);

internal sealed record SarifArtifactLocation(string Uri, string? UriBaseId);

internal sealed record SarifRegion(int StartLine, int StartColumn, int EndLine, int EndColumn);

internal sealed record SarifLogicalLocation(string Name, string FullyQualifiedName, string Kind);

/// <summary>
/// The fingerprints of a result. <c>primaryLocationLineHash</c>, the one GitHub matches alerts by, is not among them: GitHub's upload action
/// computes it from the lines around the finding and warns once for every result that brings another value.
/// </summary>
internal sealed record SarifFingerprints(
    [property: JsonPropertyName("netlint/v1")] string Own,
    [property: JsonPropertyName("netlintPathless/v1")] string Pathless);

internal sealed record SarifSuppression(string Kind, string? Justification);

internal sealed record SarifResultProperties(IEnumerable<SarifInstance> Instances);

internal sealed record SarifInstance(string Unit, string Kind, string? Namespace, string Name);

/// <summary>Serialises the log without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Serialization | JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class SarifContext : JsonSerializerContext;
