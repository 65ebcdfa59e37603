using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Kubernetes.Resources;

/// <summary>What stands where a field is expected.</summary>
public enum FieldState
{
    /// <summary>The key is not written.</summary>
    Absent,

    /// <summary>The key is written and its value is null.</summary>
    Null,

    /// <summary>The value has another type than the field.</summary>
    WrongType,

    /// <summary>The value has the type of the field.</summary>
    Present,
}

/// <summary>A field of an object as it is written: never defaulted, and always with its place.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly struct Field<T>
{
    private readonly Origin _place;

    internal Field(FieldState state, string name, T? value, YamlMappingEntry? entry, Origin place)
    {
        State = state;
        Name = name;
        Value = value;
        Key = entry?.Key;
        Node = entry?.Value;
        _place = place;
    }

    /// <summary>Absent, null, of the wrong type, or present.</summary>
    public FieldState State { get; }

    /// <summary>The key.</summary>
    public string Name { get; }

    /// <summary>The value when <see cref="IsPresent"/>, else the default of <typeparamref name="T"/>.</summary>
    public T? Value { get; }

    /// <summary>The key node; null when absent.</summary>
    public YamlNode? Key { get; }

    /// <summary>The value node; null when absent.</summary>
    public YamlNode? Node { get; }

    /// <summary>True when a value of the right type is written.</summary>
    public bool IsPresent => State == FieldState.Present;

    /// <summary>True when the API server sees no value: absent or null.</summary>
    public bool IsUnset => State is FieldState.Absent or FieldState.Null;

    /// <summary>The place of the value; for a null or empty one, of the key; for an absent one, a zero-width place in the object it would stand in.</summary>
    public Origin Origin => Node is { Span.IsEmpty: false } node ? node.Origin : Key?.Origin ?? _place;

    /// <summary>The place of the key; for an absent field a zero-width place in the object it would stand in.</summary>
    public Origin KeyOrigin => Key?.Origin ?? _place;
}
