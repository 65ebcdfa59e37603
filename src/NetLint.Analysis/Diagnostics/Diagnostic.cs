using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Syntax.Text;

namespace NetLint.Analysis.Diagnostics;

/// <summary>What a related location is to its diagnostic.</summary>
public enum RelatedRole
{
    /// <summary>The other end of a reference: what is meant, or what comes nearest.</summary>
    Target,

    /// <summary>A step on the way from the source to the value that was judged.</summary>
    Origin,

    /// <summary>Anything else worth looking at.</summary>
    Note,
}

/// <summary>Another place that belongs to a finding.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Origin">Where it is.</param>
/// <param name="Message">What to see there; one clause without a final period.</param>
public sealed record RelatedLocation(RelatedRole Role, Origin Origin, string Message)
{
    /// <summary>What is said of the entries of kustomizations that bring a resource into its unit.</summary>
    public const string DeployedThrough = "deployed through this";
}

/// <summary>How often a finding was reached: through which unit, and under which name.</summary>
/// <param name="Unit">The name of the unit.</param>
/// <param name="Kind">The kind of the resource.</param>
/// <param name="Namespace">Its namespace in the unit; null when unknown.</param>
/// <param name="Name">Its name in the unit.</param>
public sealed record DiagnosticInstance(string Unit, string Kind, string? Namespace, string Name);

/// <summary>The way a finding was silenced.</summary>
public enum SuppressionKind
{
    /// <summary>A comment in the file.</summary>
    Comment,

    /// <summary>An annotation of the resource.</summary>
    Annotation,

    /// <summary>An override in the configuration.</summary>
    Configuration,
}

/// <summary>A written decision not to report a finding.</summary>
/// <param name="Kind">How it is written.</param>
/// <param name="Justification">The reason given; null when there is none.</param>
public sealed record DiagnosticSuppression(SuppressionKind Kind, string? Justification);

/// <summary>One finding at a location.</summary>
public sealed record Diagnostic
{
    /// <summary>The rule case.</summary>
    public required DiagnosticDescriptor Descriptor { get; init; }

    /// <summary>The severity after configuration.</summary>
    public required DiagnosticSeverity Severity { get; init; }

    /// <summary>What is wrong: one sentence without a final period, free of control characters.</summary>
    public required string Message { get; init; }

    /// <summary>The smallest place to look at, in a file a person can edit.</summary>
    public required Origin Location { get; init; }

    /// <summary>The resource the finding is about, as written; null for findings about files.</summary>
    public Resource? Resource { get; init; }

    /// <summary>The field as kubectl writes it, such as <c>spec.ports[0].nodePort</c>; null for findings about files.</summary>
    public string? FieldPath { get; init; }

    /// <summary>Further places.</summary>
    public ImmutableArray<RelatedLocation> Related { get; init; } = [];

    /// <summary>Through which units the finding was reached.</summary>
    public ImmutableArray<DiagnosticInstance> Instances { get; init; } = [];

    /// <summary>Identifies the finding across edits: rule, path, resource and field. Hexadecimal.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>The same without the path of the file, so that a renamed file keeps its findings.</summary>
    public string PathlessFingerprint { get; init; } = "";

    /// <summary>Set when the finding was silenced; it is then listed where the format has a place for it, and never counted.</summary>
    public DiagnosticSuppression? Suppression { get; init; }

    /// <summary>The path of the file.</summary>
    public string Path => Location.Source.Id.Path;
}
