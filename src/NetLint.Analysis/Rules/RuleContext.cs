using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Analysis.Rules;

/// <summary>Takes what a callback reports.</summary>
internal interface IDiagnosticSink
{
    /// <summary>Takes a finding; the sink applies severities and drops disabled cases.</summary>
    void Add(DiagnosticDescriptor descriptor, Resource? resource, Origin location, string? absentField, object?[] arguments, ImmutableArray<RelatedLocation> related);
}

/// <summary>What every callback may use.</summary>
public abstract class RuleContext
{
    private readonly IDiagnosticSink _sink;

    private protected RuleContext(IDiagnosticSink sink, CancellationToken cancellationToken)
    {
        _sink = sink;
        CancellationToken = cancellationToken;
    }

    /// <summary>Ends the analysis early.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Reports a finding at a place of a resource.</summary>
    /// <param name="descriptor">The case.</param>
    /// <param name="resource">The resource the place belongs to; null for a place outside every resource.</param>
    /// <param name="location">The smallest place a reader must look at.</param>
    /// <param name="arguments">The arguments of the message.</param>
    /// <param name="related">Further places.</param>
    public void Report(DiagnosticDescriptor descriptor, Resource? resource, Origin location, object?[] arguments, IEnumerable<RelatedLocation>? related = null) =>
        _sink.Add(descriptor, resource, location, absentField: null, arguments, related is null ? [] : [.. related]);

    /// <summary>Reports a finding at a field: at its value, or where it would stand when it is absent.</summary>
    public void Report<T>(DiagnosticDescriptor descriptor, Resource resource, Field<T> field, object?[] arguments, IEnumerable<RelatedLocation>? related = null) =>
        _sink.Add(descriptor, resource, field.Origin, field.State == FieldState.Absent ? field.Name : null, arguments, related is null ? [] : [.. related]);
}

/// <summary>The context of a callback for one resource.</summary>
/// <typeparam name="TResource">The type of the resource.</typeparam>
public sealed class ResourceAnalysisContext<TResource> : RuleContext
    where TResource : Resource
{
    internal ResourceAnalysisContext(TResource resource, SemanticModel model, ClusterProfile profile, IDiagnosticSink sink, CancellationToken cancellationToken)
        : base(sink, cancellationToken)
    {
        Resource = resource;
        Model = model;
        Profile = profile;
    }

    /// <summary>The resource.</summary>
    public TResource Resource { get; }

    /// <summary>The bound view of the unit the resource belongs to.</summary>
    public SemanticModel Model { get; }

    /// <summary>What is known of the cluster.</summary>
    public ClusterProfile Profile { get; }

    /// <summary>Reports a finding at a place of the resource.</summary>
    public void Report(DiagnosticDescriptor descriptor, Origin location, object?[] arguments, IEnumerable<RelatedLocation>? related = null) =>
        Report(descriptor, Resource, location, arguments, related);

    /// <summary>Reports a finding at a field of the resource.</summary>
    public void Report<T>(DiagnosticDescriptor descriptor, Field<T> field, object?[] arguments, IEnumerable<RelatedLocation>? related = null) =>
        Report(descriptor, Resource, field, arguments, related);
}

/// <summary>The context of a callback for one deployment unit.</summary>
public sealed class UnitAnalysisContext : RuleContext
{
    internal UnitAnalysisContext(DeploymentUnit unit, SemanticModel model, ClusterProfile profile, IDiagnosticSink sink, CancellationToken cancellationToken)
        : base(sink, cancellationToken)
    {
        Unit = unit;
        Model = model;
        Profile = profile;
    }

    /// <summary>The unit.</summary>
    public DeploymentUnit Unit { get; }

    /// <summary>The bound view of the unit.</summary>
    public SemanticModel Model { get; }

    /// <summary>What is known of the cluster.</summary>
    public ClusterProfile Profile { get; }
}

/// <summary>The context of a callback for one YAML document.</summary>
public sealed class DocumentAnalysisContext : RuleContext
{
    internal DocumentAnalysisContext(RepositoryFile file, YamlDocument document, IDiagnosticSink sink, CancellationToken cancellationToken)
        : base(sink, cancellationToken)
    {
        File = file;
        Document = document;
    }

    /// <summary>The file.</summary>
    public RepositoryFile File { get; }

    /// <summary>The document.</summary>
    public YamlDocument Document { get; }

    /// <summary>The resources of the document.</summary>
    public IEnumerable<Resource> Resources => File.Resources.Where(resource => ReferenceEquals(resource.Document, Document));
}
