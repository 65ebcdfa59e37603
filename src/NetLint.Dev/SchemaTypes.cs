using System.Text.Json;

namespace NetLint.Dev;

/// <summary>
/// The types of an OpenAPI 2 document as far as strategic merge can tell them apart: fields that hold scalars, and lists that do not merge, are left
/// out, and types that behave alike get one number.
/// </summary>
public sealed class SchemaTypes
{
    private const string References = "#/definitions/";

    /// <summary>Stands for the fields that have no type of their own, as the values of a map.</summary>
    private const string AnyField = "*";

    private readonly Dictionary<string, JsonElement> _definitions;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<TypeNode> _nodes = [];
    private int[] _classes = [];

    /// <summary>Reads the definitions of a document.</summary>
    public SchemaTypes(JsonElement document)
    {
        _definitions = document.GetProperty("definitions").EnumerateObject().ToDictionary(property => property.Name, property => property.Value, StringComparer.Ordinal);
        // Number 0 is a type of which nothing more is known.
        _nodes.Add(new TypeNode());
        foreach (var name in _definitions.Keys.Order(StringComparer.Ordinal))
            NumberOf(name);
        Merge();
    }

    /// <summary>The types, one a line.</summary>
    public IEnumerable<string> Lines() =>
        from number in Enumerable.Range(0, _classes.Max() + 1)
        select _nodes[Array.IndexOf(_classes, number)] into node
        let fields = node.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}:{_classes[field.Value]}")
        select $"{node.Strategy}|{string.Join(',', node.Keys)}|{(node.Elements is { } elements ? _classes[elements] : "")}|{string.Join(' ', fields)}";

    /// <summary>The definitions below which something merges, with the numbers of their types.</summary>
    public IEnumerable<(string Name, JsonElement Schema, int Number)> Merging()
    {
        var merging = Enumerable.Range(0, _nodes.Count).Where(i => _nodes[i].Merges).ToHashSet();
        for (var grows = true; grows;)
        {
            grows = false;
            for (var i = 0; i < _nodes.Count; i++)
                grows |= _nodes[i].Reached.Any(merging.Contains) && merging.Add(i);
        }

        return from name in _definitions.Keys.Order(StringComparer.Ordinal)
               where merging.Contains(_numbers[name])
               select (name, _definitions[name], _classes[_numbers[name]]);
    }

    private int NumberOf(string name)
    {
        if (_numbers.TryGetValue(name, out var number))
            return number;
        number = _numbers[name] = _nodes.Count;
        var node = new TypeNode();
        _nodes.Add(node);
        Fill(node, _definitions[name]);
        return number;
    }

    private int NumberOf(JsonElement schema)
    {
        if (Reference(schema) is { } name)
            return NumberOf(name);
        var node = new TypeNode();
        _nodes.Add(node);
        var number = _nodes.Count - 1;
        Fill(node, schema);
        return number;
    }

    private void Fill(TypeNode node, JsonElement schema)
    {
        node.Strategy = Text(schema, "x-kubernetes-patch-strategy");
        if (node.Strategy.Length > 0)
        {
            node.Keys = schema.TryGetProperty("x-kubernetes-list-map-keys", out var keys) ? [.. keys.EnumerateArray().Select(key => key.GetString() ?? "")]
                : Text(schema, "x-kubernetes-patch-merge-key") is { Length: > 0 } key ? [key] : [];
        }

        if (node.Merges && schema.TryGetProperty("items", out var items) && Matters(items))
            node.Elements = NumberOf(items);
        if (schema.TryGetProperty("additionalProperties", out var values) && values.ValueKind == JsonValueKind.Object && Matters(values))
            node.Fields[AnyField] = NumberOf(values);
        if (!schema.TryGetProperty("properties", out var properties))
            return;
        foreach (var property in properties.EnumerateObject().Where(property => Matters(property.Value)))
            node.Fields[property.Name] = NumberOf(property.Value);
    }

    /// <summary>False for what a patch replaces as a whole in any case: scalars, and lists that do not merge.</summary>
    private bool Matters(JsonElement schema)
    {
        while (Reference(schema) is { } name)
            schema = _definitions[name];
        return Text(schema, "type") switch
        {
            "string" or "integer" or "number" or "boolean" => false,
            "array" => Text(schema, "x-kubernetes-patch-strategy").Split(',').Contains("merge"),
            _ => true,
        };
    }

    private static string? Reference(JsonElement schema) => Text(schema, "$ref") is { Length: > 0 } reference ? reference[References.Length..] : null;

    private static string Text(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";

    /// <summary>Divides the types until those that are together cannot be told apart by any path of fields.</summary>
    private void Merge()
    {
        _classes = new int[_nodes.Count];
        for (var count = 0; ;)
        {
            var signatures = new Dictionary<string, int>(StringComparer.Ordinal);
            _classes = [.. _nodes.Select(node => node.Signature(_classes)).Select(text => signatures.TryAdd(text, signatures.Count) ? signatures.Count - 1 : signatures[text])];
            if (signatures.Count == count)
                return;
            count = signatures.Count;
        }
    }

    private sealed class TypeNode
    {
        public string Strategy { get; set; } = "";

        public string[] Keys { get; set; } = [];

        public int? Elements { get; set; }

        public Dictionary<string, int> Fields { get; } = new(StringComparer.Ordinal);

        public bool Merges => Strategy.Split(',').Contains("merge");

        public IEnumerable<int> Reached => Elements is { } elements ? Fields.Values.Append(elements) : Fields.Values;

        public string Signature(int[] classes) =>
            $"{Strategy}|{string.Join(',', Keys)}|{(Elements is { } elements ? classes[elements] : "")}|"
            + string.Join(' ', Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}:{classes[field.Value]}"));
    }
}
