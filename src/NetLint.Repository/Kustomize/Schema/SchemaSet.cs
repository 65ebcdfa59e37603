using System.Collections.Immutable;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Schema;

/// <summary>What is known of kinds for strategic merge and for namespaces: the schemas of Kubernetes 1.21.2, which kustomize brings, or those of a file.</summary>
public sealed class SchemaSet
{
    /// <summary>References to references are followed so far; a chain that comes back to its beginning leads nowhere.</summary>
    private const int MaxReferences = 100;

    private readonly ImmutableArray<SchemaLayer> _layers;

    private SchemaSet(ImmutableArray<SchemaLayer> layers) => _layers = layers;

    /// <summary>Only the kinds of kustomize itself, which are always known.</summary>
    public static SchemaSet KustomizeOnly { get; } = new([KustomizeSchema.Tables]);

    /// <summary>The kinds of Kubernetes 1.21.2.</summary>
    public static SchemaSet BuiltIn { get; } = KustomizeOnly.WithBuiltIn();

    /// <summary>The schema of a kind; null when nothing is known of it.</summary>
    public PatchSchema? For(ObjectKind kind) => _layers.Select(layer => layer.For(kind, this)).FirstOrDefault(schema => schema is not null);

    /// <summary>Whether objects of a kind live in a namespace; null when it is not known. For the kinds of Kubernetes 1.21.2 a file of the user changes nothing.</summary>
    public bool? IsNamespaceScoped(ObjectKind kind) =>
        KubernetesSchema.Tables.IsNamespaceScoped(kind) ?? _layers.Select(layer => layer.IsNamespaceScoped(kind)).FirstOrDefault(scoped => scoped is not null);

    /// <summary>True for kinds that are known to live in no namespace.</summary>
    public bool IsCertainlyClusterScoped(ObjectKind kind) => IsNamespaceScoped(kind) == false;

    /// <summary>
    /// These schemas with those of a file before them. kustomize uses the file of <c>openapi</c> instead of the schemas of Kubernetes, not on top of
    /// them, unless those were needed earlier: <see cref="SchemaScope"/> decides.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="at">The place that names it.</param>
    internal SchemaSet WithCustom(YamlStream file, Origin at) => WithLayer(CustomSchema.Read(file, at));

    /// <summary>These schemas with those of Kubernetes before them.</summary>
    internal SchemaSet WithBuiltIn() => WithLayer(KubernetesSchema.Tables);

    /// <summary>The schema that a node of a schema file stands for; null when it is no schema, or a reference that leads nowhere.</summary>
    internal PatchSchema? Follow(YamlNode? written)
    {
        for (var i = 0; i < MaxReferences && written is YamlMapping mapping; i++)
        {
            if (mapping["$ref"] is not YamlScalar { IsNull: false, Value.Length: > 0 } reference)
                return new CustomSchema.Type(mapping, this);
            var pointer = Pointer(reference.Value);
            if (_layers.Select(layer => layer.Find(pointer)).FirstOrDefault(target => target is not null) is not { } target)
                return null;
            if (target.Known is { } known)
                return known;
            written = target.Written;
        }

        return null;
    }

    /// <summary>kustomize looks only at the part behind the <c>#</c>, whatever file stands before it.</summary>
    private static ImmutableArray<string> Pointer(string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        return hash < 0
            ? []
            : [.. Uri.UnescapeDataString(reference[(hash + 1)..]).Split('/').Skip(1).Select(token => token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];
    }

    /// <summary>The kinds of kustomize itself stay first.</summary>
    private SchemaSet WithLayer(SchemaLayer layer) => new([_layers[0], layer, .. _layers.Skip(1).Where(other => other != layer)]);
}
