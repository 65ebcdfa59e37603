using System.Collections.Immutable;

namespace NetLint.Repository.Kustomize.Configuration;

/// <summary>
/// Which fields the built-in transformers change: the defaults of kustomize, plus what <c>configurations</c> and <c>crds</c> add.
/// The source of the defaults is kustomize's <c>api/internal/konfig/builtinpluginconsts</c>.
/// </summary>
public sealed partial record TransformerConfiguration
{
    private NameReferenceIndex? _references;

    /// <summary>A configuration that changes nothing.</summary>
    public static TransformerConfiguration Empty { get; } = new();

    /// <summary>Fields that take a prefix.</summary>
    public ImmutableArray<FieldSpec> NamePrefix { get; init; } = [];

    /// <summary>Fields that take a suffix.</summary>
    public ImmutableArray<FieldSpec> NameSuffix { get; init; } = [];

    /// <summary>Fields that take the namespace.</summary>
    public ImmutableArray<FieldSpec> Namespace { get; init; } = [];

    /// <summary>Fields that take <c>commonLabels</c>, selectors included.</summary>
    public ImmutableArray<FieldSpec> CommonLabels { get; init; } = [];

    /// <summary>Further fields that take <c>labels</c>.</summary>
    public ImmutableArray<FieldSpec> Labels { get; init; } = [];

    /// <summary>Fields that take <c>labels</c> with <c>includeTemplates</c>.</summary>
    public ImmutableArray<FieldSpec> TemplateLabels { get; init; } = [];

    /// <summary>Fields that take <c>commonAnnotations</c>.</summary>
    public ImmutableArray<FieldSpec> CommonAnnotations { get; init; } = [];

    /// <summary>Fields that name other objects.</summary>
    public ImmutableArray<NameReference> NameReference { get; init; } = [];

    /// <summary>Fields in which variables are replaced.</summary>
    public ImmutableArray<FieldSpec> VarReference { get; init; } = [];

    /// <summary>Fields that hold images besides those of containers.</summary>
    public ImmutableArray<FieldSpec> Images { get; init; } = [];

    /// <summary>Fields that hold a number of replicas.</summary>
    public ImmutableArray<FieldSpec> Replicas { get; init; } = [];

    /// <summary><see cref="NameReference"/> by kind. A copy with another table makes its own.</summary>
    internal NameReferenceIndex References => _references is { } known && known.References == NameReference ? known : _references = new NameReferenceIndex(NameReference);
}
