using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Schema;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize;

/// <summary>
/// An object on its way through a build: its tree, and what kustomize remembers of it. The tree is immutable and may be shared with
/// other builds; a transformer puts another one in its place.
/// </summary>
internal sealed class KustomizeObject
{
    private readonly SchemaScope _schemas;
    private YamlMapping _root;
    private ResourceId? _id;

    public KustomizeObject(YamlMapping root, SchemaScope schemas)
    {
        _root = root;
        _schemas = schemas;
    }

    private KustomizeObject(KustomizeObject other, SchemaScope schemas)
    {
        _root = other._root;
        _id = other._id;
        _schemas = schemas;
        IsGenerated = other.IsGenerated;
        Previous = other.Previous;
        Prefixes = other.Prefixes;
        Suffixes = other.Suffixes;
        NeedsHash = other.NeedsHash;
        Variables = other.Variables;
        Via = other.Via;
        Provenance = other.Provenance;
        HasSharedValues = other.HasSharedValues;
    }

    /// <summary>The tree as it is now.</summary>
    public YamlMapping Root
    {
        get => _root;
        set
        {
            _root = value;
            _id = null;
        }
    }

    /// <summary>The names it had before, oldest first.</summary>
    public ImmutableArray<PreviousName> Previous { get; private set; } = [];

    /// <summary>The prefixes it was given, innermost first.</summary>
    public ImmutableArray<string> Prefixes { get; private set; } = [];

    /// <summary>The suffixes it was given, innermost first.</summary>
    public ImmutableArray<string> Suffixes { get; private set; } = [];

    /// <summary>True when a hash of its content becomes part of its name.</summary>
    public bool NeedsHash { get; set; }

    /// <summary>The variables that take their value from it.</summary>
    public ImmutableArray<string> Variables { get; set; } = [];

    /// <summary>The places in kustomizations that brought it here, innermost first.</summary>
    public ImmutableArray<Origin> Via { get; set; } = [];

    /// <summary>What <c>buildMetadata</c> writes about it; null when nobody asks.</summary>
    public BuildProvenance? Provenance { get; set; }

    /// <summary>True when several of its fields share a value, so that a change of one changes the others.</summary>
    public bool HasSharedValues { get; set; }

    /// <summary>What it is called now.</summary>
    public ResourceId Id => _id ??= MakeId(ApiVersion, Text(_root["kind"]), Name, Namespace);

    /// <summary>What it was called first.</summary>
    public ResourceId OriginalId => Previous.IsEmpty ? Id : IdOf(Previous[0]);

    /// <summary>The names it had before, oldest first.</summary>
    public IEnumerable<ResourceId> PreviousIds => Previous.Select(IdOf);

    /// <summary>Group, version and kind.</summary>
    public ObjectKind Kind => Id.Kind;

    /// <summary>The <c>apiVersion</c>; "" when there is none.</summary>
    public string ApiVersion => Text(_root["apiVersion"]);

    /// <summary>The name; "" when there is none.</summary>
    public string Name => Text(Metadata?["name"]);

    /// <summary>The namespace; "" when there is none.</summary>
    public string Namespace => Text(Metadata?["namespace"]);

    /// <summary>The scalar that holds the name.</summary>
    public YamlScalar? NameNode => Metadata?["name"] as YamlScalar;

    /// <summary>The metadata.</summary>
    public YamlMapping? Metadata => _root["metadata"] as YamlMapping;

    /// <summary>True for what a generator made.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>True when the tool has notes of its own in the annotations, which a patch can tell.</summary>
    public bool HasBuildAnnotations => !Previous.IsEmpty || !Prefixes.IsEmpty || !Suffixes.IsEmpty || IsGenerated || Provenance is not null;

    /// <summary>A copy that changes on its own, for a build with its own schemas.</summary>
    public KustomizeObject Clone(SchemaScope schemas) => new(this, schemas);

    /// <summary>Remembers the name as it is now, before it changes.</summary>
    public void RememberName()
    {
        var id = Id;
        // The tool keeps these as lists in annotations, and adds nothing for an empty text.
        if (id.Name.Length > 0 && id.Kind.Kind.Length > 0)
            Previous = Previous.Add(new PreviousName(id.Name, id.EffectiveNamespace, id.Kind.Kind));
    }

    /// <summary>Remembers a prefix.</summary>
    public void AddPrefix(string prefix) => Prefixes = prefix.Length == 0 ? Prefixes : Prefixes.Add(prefix);

    /// <summary>Remembers a suffix.</summary>
    public void AddSuffix(string suffix) => Suffixes = suffix.Length == 0 ? Suffixes : Suffixes.Add(suffix);

    /// <summary>Takes over what is remembered of the object that this one replaces.</summary>
    public void TakeHistoryOf(KustomizeObject other)
    {
        Previous = other.Previous;
        Prefixes = other.Prefixes;
        Suffixes = other.Suffixes;
        Variables = other.Variables;
        Via = other.Via;
        // It needs a hash only where both do.
        NeedsHash &= other.NeedsHash;
    }

    /// <summary>True when two objects were renamed in the same layers.</summary>
    public bool SharesLayersWith(KustomizeObject other, bool emptyMatchesAny) =>
        SameEnding(Prefixes, other.Prefixes, emptyMatchesAny) && SameEnding(Suffixes, other.Suffixes, emptyMatchesAny);

    private static bool SameEnding(ImmutableArray<string> left, ImmutableArray<string> right, bool emptyMatchesAny)
    {
        if (left.IsEmpty || right.IsEmpty)
            return emptyMatchesAny || left.Length == right.Length;
        var length = Math.Min(left.Length, right.Length);
        return left.AsSpan()[^length..].SequenceEqual(right.AsSpan()[^length..]);
    }

    /// <summary>An older name keeps the group and version the object has now.</summary>
    private ResourceId IdOf(PreviousName previous) => MakeId(ApiVersion, previous.Kind, previous.Name, previous.Namespace);

    private ResourceId MakeId(string apiVersion, string kind, string name, string @namespace)
    {
        var objectKind = ObjectKind.Of(apiVersion, kind);
        return new ResourceId(objectKind, name, @namespace, _schemas.IsCertainlyClusterScoped(objectKind));
    }

    private static string Text(YamlNode? node) => node is YamlScalar { IsNull: false } scalar ? scalar.Value : "";
}

/// <summary>A name that an object had before.</summary>
/// <param name="Name">The name.</param>
/// <param name="Namespace">The namespace that counted.</param>
/// <param name="Kind">The kind.</param>
internal readonly record struct PreviousName(string Name, string Namespace, string Kind);
