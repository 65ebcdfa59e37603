using System.Collections.Frozen;

namespace NetLint.Kubernetes.Knowledge;

/// <summary>What a field of the Kubernetes API takes.</summary>
public enum FieldShape
{
    /// <summary>Anything, or something no table describes.</summary>
    Anything,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A string that stands as a value in a map, or as a value of an environment variable: people write numbers and booleans there.</summary>
    FreeText,

    /// <summary>An integer.</summary>
    Integer,

    /// <summary>A boolean.</summary>
    Boolean,

    /// <summary>An integer or a string.</summary>
    IntegerOrText,

    /// <summary>A list.</summary>
    List,

    /// <summary>A map with keys of the user's choice.</summary>
    Map,

    /// <summary>An object with known fields.</summary>
    Object,
}

/// <summary>The type of a field of the Kubernetes API, as far as it matters to networking.</summary>
public sealed class FieldType
{
    private readonly FrozenDictionary<string, FieldType> _fields;

    private FieldType(FieldShape shape, FieldType? element = null, FrozenDictionary<string, FieldType>? fields = null)
    {
        Shape = shape;
        Element = element;
        _fields = fields ?? FrozenDictionary<string, FieldType>.Empty;
    }

    /// <summary>Anything.</summary>
    public static FieldType Anything { get; } = new(FieldShape.Anything);

    /// <summary>A string.</summary>
    public static FieldType Text { get; } = new(FieldShape.Text);

    /// <summary>A string of the user's choice.</summary>
    public static FieldType FreeText { get; } = new(FieldShape.FreeText);

    /// <summary>An integer.</summary>
    public static FieldType Integer { get; } = new(FieldShape.Integer);

    /// <summary>A boolean.</summary>
    public static FieldType Flag { get; } = new(FieldShape.Boolean);

    /// <summary>An integer or a string.</summary>
    public static FieldType IntegerOrText { get; } = new(FieldShape.IntegerOrText);

    /// <summary>A map of strings to strings of the user's choice.</summary>
    public static FieldType TextMap { get; } = new(FieldShape.Map, FreeText);

    /// <summary>What it takes.</summary>
    public FieldShape Shape { get; }

    /// <summary>The type of the items of a list, or of the values of a map; null for other shapes.</summary>
    public FieldType? Element { get; }

    /// <summary>The type of a field of an object; null when no table describes it.</summary>
    public FieldType? this[string field] => _fields.GetValueOrDefault(field);

    /// <summary>A list.</summary>
    internal static FieldType ListOf(FieldType element) => new(FieldShape.List, element);

    /// <summary>An object; fields of one type are given as names separated by spaces.</summary>
    internal static FieldType ObjectOf(params IEnumerable<(string Names, FieldType Type)> fields) =>
        new(FieldShape.Object, fields: fields.SelectMany(field => field.Names.Split(' '), (field, name) => KeyValuePair.Create(name, field.Type)).ToFrozenDictionary(StringComparer.Ordinal));
}
