using System.Collections.Immutable;

namespace NetLint.Kubernetes.Knowledge;

/// <summary>
/// A kind of object whose manifest shows the pods that it runs. Field paths have segments separated by dots; <c>[]</c> after a
/// segment stands for every item of a list, and a segment <c>*</c> for every value of a mapping. The empty path is the object.
/// </summary>
/// <param name="Group">The API group, without a version.</param>
/// <param name="Kind">The kind.</param>
/// <param name="TemplatePaths">Where the pod templates stand; each has <c>metadata.labels</c> and <c>spec</c>.</param>
public sealed record PodTemplateKind(string Group, string Kind, params ImmutableArray<string> TemplatePaths)
{
    /// <summary>Where further label mappings stand that reach every pod of the object, besides those of the templates.</summary>
    public ImmutableArray<string> SharedLabelPaths { get; init; } = [];

    /// <summary>Where label mappings stand that reach some of the pods, for as long as the controller wants it.</summary>
    public ImmutableArray<string> OptionalLabelPaths { get; init; } = [];

    /// <summary>Keys of labels that the controller adds to every pod; one that ends in <c>/</c> stands for every key below that prefix.</summary>
    public ImmutableArray<string> AddedLabels { get; init; } = [];

    /// <summary>Where a reference to another workload stands whose template is used when this object has none; null when there is no such field.</summary>
    public string? WorkloadReferencePath { get; init; }

    /// <summary>Whether pods run as soon as the object exists. A stored template does not run any.</summary>
    public bool CreatesPods { get; init; } = true;

    /// <summary>Whether the template lists the containers that listen. A virtual machine listens on ports that no manifest shows.</summary>
    public bool ShowsContainers { get; init; } = true;
}
