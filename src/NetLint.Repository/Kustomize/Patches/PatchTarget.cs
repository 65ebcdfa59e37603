using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>
/// Which objects a patch, a replacement or an image is for: group, version, kind, name and namespace are regular expressions that must match
/// the whole text; labels and annotations are selected as labels are.
/// </summary>
internal sealed class PatchTarget
{
    private readonly WholeMatch? _group;
    private readonly WholeMatch? _version;
    private readonly WholeMatch? _kind;
    private readonly WholeMatch? _name;
    private readonly WholeMatch? _namespace;
    private readonly LabelExpression? _labels;
    private readonly LabelExpression? _annotations;

    private PatchTarget(YamlMapping node)
    {
        Node = node;
        _group = Pattern(node["group"]);
        _version = Pattern(node["version"]);
        _kind = Pattern(node["kind"]);
        _name = Pattern(node["name"]);
        _namespace = Pattern(node["namespace"]);
        _labels = Selector(node["labelSelector"]);
        _annotations = Selector(node["annotationSelector"]);
    }

    /// <summary>Where it is written.</summary>
    public YamlMapping Node { get; }

    /// <summary>Reads a target.</summary>
    /// <exception cref="RenderException">An expression or selector in it cannot be read.</exception>
    public static PatchTarget Parse(YamlMapping node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return new PatchTarget(node);
    }

    /// <summary>True when an object is one of them.</summary>
    /// <param name="kind">The kind that the object has now.</param>
    /// <param name="names">The names of the object, of which any may match: the first and the current one.</param>
    /// <param name="namespaces">Its namespaces, of which any may match; the one that an object without a namespace gets is "default".</param>
    /// <param name="labels">Its labels.</param>
    /// <param name="annotations">Its annotations.</param>
    public bool Matches(
        ObjectKind kind,
        IEnumerable<string> names,
        IEnumerable<string> namespaces,
        IReadOnlyDictionary<string, string> labels,
        IReadOnlyDictionary<string, string> annotations) =>
        (_namespace is null || namespaces.Any(text => _namespace.IsMatch(text)))
        && (_name is null || names.Any(text => _name.IsMatch(text)))
        && (_group is null || _group.IsMatch(kind.Group))
        && (_version is null || _version.IsMatch(kind.Version))
        && (_kind is null || _kind.IsMatch(kind.Kind))
        && (_labels is null || _labels.Matches(labels))
        && (_annotations is null || _annotations.Matches(annotations));

    private static WholeMatch? Pattern(YamlNode? node) => Text(node) is { } text ? new WholeMatch(text) : null;

    private static LabelExpression? Selector(YamlNode? node) => Text(node) is { } text ? LabelExpression.Parse(text) : null;

    /// <summary>An empty text is as good as none.</summary>
    private static YamlScalar? Text(YamlNode? node) => node switch
    {
        null or { IsNull: true } or YamlScalar { Value.Length: 0 } => null,
        YamlScalar scalar => scalar,
        _ => throw new RenderException("the target of a patch must be given as text", node.Origin),
    };
}
