using System.Collections.Immutable;
using System.Numerics;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Kubernetes.Resources;

/// <summary>
/// A typed, lazy view over a mapping. Views are total: over a missing or mistyped object every field is absent, so a half-written manifest
/// yields what is there.
/// </summary>
public abstract class ObjectView
{
    private readonly Origin _place;

    private protected ObjectView(YamlMapping? node, Origin place)
    {
        Node = node;
        _place = place;
    }

    /// <summary>The mapping, or null when the object is absent or no mapping.</summary>
    public YamlMapping? Node { get; }

    /// <summary>The place of the object; of an absent one, where it would stand.</summary>
    public Origin Origin => Node?.Origin ?? _place;

    /// <summary>A zero-width place at the first key: where a field that is not there would be added.</summary>
    internal Origin Inside => Node is null ? _place : new Origin(Node.Source, new TextSpan(Node.Written is [var first, ..] ? first.Key.Span.Start : Node.Span.Start, 0));

    /// <summary>A string field. Only what kubectl sends as a JSON string counts.</summary>
    public Field<string> String(string name) => Read(name, static (YamlNode node, out string? value) =>
    {
        value = node is YamlScalar scalar && scalar.Resolve().Kind == ScalarKind.String ? scalar.Value : null;
        return value is not null;
    });

    /// <summary>An integer field.</summary>
    public Field<BigInteger> Integer(string name) => Read(name, static (YamlNode node, out BigInteger value) =>
    {
        var resolved = (node as YamlScalar)?.Resolve() ?? default;
        value = resolved.Integer;
        return node is YamlScalar && resolved.Kind == ScalarKind.Integer;
    });

    /// <summary>A boolean field.</summary>
    public Field<bool> Boolean(string name) => Read(name, static (YamlNode node, out bool value) =>
    {
        var resolved = (node as YamlScalar)?.Resolve() ?? default;
        value = resolved.Boolean;
        return node is YamlScalar && resolved.Kind == ScalarKind.Boolean;
    });

    /// <summary>An int-or-string field.</summary>
    public Field<IntOrString> IntOrString(string name) => Read(name, static (YamlNode node, out IntOrString value) =>
        Resources.IntOrString.TryRead(node, out value));

    /// <summary>A field that holds an object.</summary>
    public Field<YamlMapping> Mapping(string name) => Read(name, static (YamlNode node, out YamlMapping? value) =>
    {
        value = node as YamlMapping;
        return value is not null;
    });

    /// <summary>A field that holds a list.</summary>
    public Field<YamlSequence> Sequence(string name) => Read(name, static (YamlNode node, out YamlSequence? value) =>
    {
        value = node as YamlSequence;
        return value is not null;
    });

    /// <summary>A field that maps strings to strings (labels, annotations, selectors, data).</summary>
    public Field<StringMap> StringMap(string name) => Read(name, static (YamlNode node, out StringMap? value) =>
    {
        value = node is YamlMapping mapping ? new StringMap(mapping) : null;
        return value is not null;
    });

    /// <summary>A list of strings; items of another type are left out.</summary>
    public ImmutableArray<YamlScalar> Strings(string name) =>
        Sequence(name).Value is { } sequence
            ? [.. sequence.Items.OfType<YamlScalar>().Where(item => item.Resolve().Kind == ScalarKind.String)]
            : [];

    /// <summary>The objects of a list; items that are no objects are left out.</summary>
    private protected ImmutableArray<TView> Views<TView>(string name, Func<YamlMapping, TView> make)
    {
        if (Sequence(name).Value is not { } sequence)
            return [];
        var views = ImmutableArray.CreateBuilder<TView>(sequence.Items.Length);
        foreach (var item in sequence.Items)
        {
            if (item is YamlMapping mapping)
                views.Add(make(mapping));
        }

        return views.DrainToImmutable();
    }

    /// <summary>The object in a field, or an empty view that knows where the field would stand.</summary>
    private protected TView View<TView>(string name, Func<YamlMapping?, Origin, TView> make)
    {
        var field = Mapping(name);
        return make(field.Value, field.IsPresent ? field.Origin : field.KeyOrigin);
    }

    private delegate bool TryReadValue<T>(YamlNode node, out T? value);

    private Field<T> Read<T>(string name, TryReadValue<T> read)
    {
        if (Node?.Find(name) is not { } entry)
            return new Field<T>(FieldState.Absent, name, default, null, Inside);
        if (entry.Value.IsNull)
            return new Field<T>(FieldState.Null, name, default, entry, Inside);
        return read(entry.Value, out var value)
            ? new Field<T>(FieldState.Present, name, value, entry, Inside)
            : new Field<T>(FieldState.WrongType, name, default, entry, Inside);
    }
}
