using System.Collections.Immutable;
using System.Globalization;

namespace NetLint.Repository.Kustomize.Schema;

/// <summary>
/// Schemas that are built in, as texts that the command <c>schema</c> of NetLint.Dev writes. Equal types are one, fields that cannot hold an
/// object or a merging list are left out, and nothing is read before it is asked for.
/// </summary>
/// <param name="types">One type a line: <c>strategy|keys|elements|fields</c>, where elements is the number of a type or nothing, and a field is <c>name:number</c>; the name <c>*</c> stands for all other fields.</param>
/// <param name="kinds">One API version a line: <c>apps/v1 Deployment:12 StatefulSet:14</c>.</param>
/// <param name="definitions">One prefix of names a line: <c>io.k8s.api.core.v1 Pod:12 Service:14</c>.</param>
/// <param name="scopes">One API version a line: <c>v1 !Node Pod</c>, with <c>!</c> before the kinds that live in no namespace.</param>
internal sealed class SchemaTables(string types, string kinds, string definitions, string scopes) : SchemaLayer
{
    private readonly Lazy<(string[] Lines, TableSchema?[] Read)> _types = new(() => Lines(types) is var lines ? (lines, new TableSchema?[lines.Length]) : default);

    private readonly Lazy<Dictionary<ObjectKind, int>> _kinds =
        new(() => Numbers(kinds).ToDictionary(row => ObjectKind.Of(row.Group, row.Name), row => row.Number));

    private readonly Lazy<Dictionary<string, int>> _definitions =
        new(() => Numbers(definitions).ToDictionary(row => $"{row.Group}.{row.Name}", row => row.Number, StringComparer.Ordinal));

    private readonly Lazy<Dictionary<ObjectKind, bool>> _scopes =
        new(() => Words(scopes).ToDictionary(row => ObjectKind.Of(row.Group, row.Word.TrimStart('!')), row => !row.Word.StartsWith('!')));

    /// <summary>The kinds that have a schema.</summary>
    public IEnumerable<ObjectKind> Kinds => _kinds.Value.Keys;

    /// <summary>The kinds of which it is known whether they live in a namespace.</summary>
    public IEnumerable<ObjectKind> ScopedKinds => _scopes.Value.Keys;

    /// <summary>The number of different types.</summary>
    public int TypeCount => _types.Value.Lines.Length;

    /// <inheritdoc/>
    public override PatchSchema? For(ObjectKind kind, SchemaSet set) => _kinds.Value.TryGetValue(kind, out var number) ? TypeAt(number) : null;

    /// <inheritdoc/>
    public override SchemaTarget? Find(ImmutableArray<string> pointer) =>
        pointer is ["definitions", var name] && _definitions.Value.TryGetValue(name, out var number) ? new SchemaTarget(TypeAt(number), null) : null;

    /// <inheritdoc/>
    public override bool? IsNamespaceScoped(ObjectKind kind) => _scopes.Value.TryGetValue(kind, out var scoped) ? scoped : null;

    /// <summary>Two threads may both read a type; what they read is the same.</summary>
    private TableSchema TypeAt(int number) => _types.Value.Read[number] ??= new TableSchema(this, _types.Value.Lines[number]);

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<(string Group, string Name, int Number)> Numbers(string text)
    {
        foreach (var (group, word) in Words(text))
        {
            var (name, number) = Numbered(word);
            yield return (group, name, number);
        }
    }

    private static IEnumerable<(string Group, string Word)> Words(string text) =>
        from line in Lines(text) let words = line.Split(' ') from word in words.Skip(1) select (words[0], word);

    private static (string Name, int Number) Numbered(string word)
    {
        var colon = word.LastIndexOf(':');
        return (word[..colon], Number(word[(colon + 1)..]));
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private sealed class TableSchema : PatchSchema
    {
        private readonly SchemaTables _tables;
        private readonly Dictionary<string, int> _fields = new(StringComparer.Ordinal);
        private readonly int? _elements;

        public TableSchema(SchemaTables tables, string line)
        {
            _tables = tables;
            var parts = line.Split('|');
            Strategy = parts[0];
            MergeKeys = [.. parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries)];
            _elements = parts[2].Length == 0 ? null : Number(parts[2]);
            foreach (var word in parts[3].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var (name, number) = Numbered(word);
                _fields.Add(name, number);
            }
        }

        public override string Strategy { get; }

        public override ImmutableArray<string> MergeKeys { get; }

        public override PatchSchema? Elements => _elements is { } number ? _tables.TypeAt(number) : null;

        public override PatchSchema? Field(string name) =>
            _fields.TryGetValue(name, out var number) || _fields.TryGetValue("*", out number) ? _tables.TypeAt(number) : null;
    }
}
