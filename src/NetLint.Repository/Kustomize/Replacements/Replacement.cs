using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Patches;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Replacements;

/// <summary>Copies a value into fields of objects.</summary>
/// <param name="Entry">Where it is written.</param>
/// <param name="Value">The value itself; null when it is taken from an object.</param>
/// <param name="Source">Where the value is taken from; null when it is given.</param>
/// <param name="Targets">The fields; null when none are given, which is not the same as an empty list.</param>
internal sealed record Replacement(YamlMapping Entry, YamlScalar? Value, ReplacementSource? Source, ImmutableArray<ReplacementTarget>? Targets);

/// <summary>The field a value is taken from.</summary>
/// <param name="Entry">Where it is written.</param>
/// <param name="Selector">The object.</param>
/// <param name="Path">The path of the field as written.</param>
/// <param name="Options">How the value is refined.</param>
internal sealed record ReplacementSource(YamlMapping Entry, ReplacementSelector Selector, PathText Path, ReplacementOptions Options);

/// <summary>Fields that a value is written to.</summary>
/// <param name="Entry">Where they are written.</param>
/// <param name="Select">The objects; null when they are not given, which kustomize refuses.</param>
/// <param name="Reject">Objects that are left out.</param>
/// <param name="Paths">The paths of the fields.</param>
/// <param name="Options">How the value is written.</param>
internal sealed record ReplacementTarget(
    YamlMapping Entry,
    ReplacementSelector? Select,
    ImmutableArray<ReplacementSelector> Reject,
    ImmutableArray<PathText> Paths,
    ReplacementOptions Options);

/// <summary>The path of a field.</summary>
/// <param name="Text">The path as written.</param>
/// <param name="Parts">Its parts.</param>
/// <param name="Origin">Where it is written, or where it is left out.</param>
internal sealed record PathText(string Text, ImmutableArray<string> Parts, Origin Origin)
{
    /// <summary>The field that is meant where no path is given.</summary>
    private const string Default = "metadata.name";

    /// <summary>A path that is written.</summary>
    public static PathText Of(string text, Origin origin) => new(text, FieldPath.Split(text), origin);

    /// <summary>The path of the name.</summary>
    public static PathText OfName(Origin origin) => Of(Default, origin);
}

/// <summary>How a value is taken out of a text, or put into one.</summary>
/// <param name="Delimiter">What stands between the pieces; "" to take or write the whole.</param>
/// <param name="Index">Which piece.</param>
/// <param name="Create">True when a missing field is made.</param>
internal sealed record ReplacementOptions(string Delimiter, int Index, bool Create)
{
    /// <summary>The whole value, of a field that exists.</summary>
    public static ReplacementOptions None { get; } = new("", 0, Create: false);
}

/// <summary>Selects objects by the kind, names and namespaces they have or had, and by labels and annotations.</summary>
/// <param name="Entry">Where it is written.</param>
/// <param name="Kind">The kind; empty parts stand for any.</param>
/// <param name="Name">The name; "" for any.</param>
/// <param name="Namespace">The namespace; "" for any.</param>
/// <param name="Labels">What the labels must be; null for any.</param>
/// <param name="Annotations">What the annotations must be; null for any.</param>
internal sealed record ReplacementSelector(
    YamlMapping Entry,
    ObjectKind Kind,
    string Name,
    string Namespace,
    LabelExpression? Labels,
    LabelExpression? Annotations)
{
    /// <summary>True when it says nothing of kind, name and namespace.</summary>
    public bool HasNoId => Kind == new ObjectKind("", "", "") && Name.Length == 0 && Namespace.Length == 0;

    /// <summary>True when it says something of labels or annotations.</summary>
    public bool HasExpressions => Labels is not null || Annotations is not null;

    /// <summary>True when it selects one of the ids that an object has or had.</summary>
    public bool SelectsAny(ImmutableArray<ObjectName> ids)
    {
        foreach (var id in ids)
        {
            if ((Name.Length == 0 || Name == id.Name) && (Namespace.Length == 0 || Effective(Namespace) == Effective(id.Namespace)) && Kind.Selects(id.Kind))
                return true;
        }

        return false;
    }

    /// <summary>True when labels and annotations are as it wants them.</summary>
    public bool FitsMetadata(YamlMapping root)
    {
        if (!HasExpressions)
            return true;
        var metadata = root["metadata"] as YamlMapping;
        return (Annotations?.Matches(TextsOf(metadata?["annotations"])) ?? true) && (Labels?.Matches(TextsOf(metadata?["labels"])) ?? true);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Or(Kind.Kind, "[noKind]")}.{Or(Kind.Version, "[noVer]")}.{Or(Kind.Group, "[noGrp]")}/{Or(Name, "[noName]")}.{Or(Namespace, "[noNs]")}";

    /// <summary>Whether a kind has namespaces is of no account here.</summary>
    private static string Effective(string @namespace) => @namespace.Length == 0 ? "default" : @namespace;

    private static Dictionary<string, string> TextsOf(YamlNode? node)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in (node as YamlMapping)?.Entries ?? [])
        {
            if (entry.Key is YamlScalar key)
                texts[key.Value] = (entry.Value as YamlScalar)?.Value ?? "";
        }

        return texts;
    }

    private static string Or(string text, string otherwise) => text.Length == 0 ? otherwise : text;
}

/// <summary>A name that an object has or had, as replacements compare it.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">The name.</param>
/// <param name="Namespace">The namespace as written; of an older name, the one that counted.</param>
internal readonly record struct ObjectName(ObjectKind Kind, string Name, string Namespace)
{
    /// <summary>The names of an object, the current one first.</summary>
    public static ImmutableArray<ObjectName> AllOf(KustomizeObject item)
    {
        var current = ObjectKind.Of(item.ApiVersion, item.Id.Kind.Kind);
        return [new ObjectName(current, item.Name, item.Namespace), .. item.Previous.Select(previous => new ObjectName(current with { Kind = previous.Kind }, previous.Name, previous.Namespace))];
    }
}
