using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Patches;

/// <summary>An object while the operations of a JSON patch are applied to it.</summary>
internal sealed class PatchedDocument
{
    private readonly PatchBudget _budget;
    private readonly JsonEquality _equality;
    private OpenMapping _root;

    /// <summary>Opens an object.</summary>
    /// <param name="target">The object.</param>
    /// <param name="patch">The patch.</param>
    public PatchedDocument(YamlMapping target, JsonPatch patch)
    {
        _budget = new PatchBudget(patch.Operations[0].Origin);
        _equality = new JsonEquality(patch.IsJson, _budget);
        _root = new OpenMapping(target);
    }

    /// <summary>The object as it is now.</summary>
    public YamlMapping ToMapping() => (YamlMapping)_root.ToNode(_budget);

    /// <summary>Applies an operation.</summary>
    /// <exception cref="RenderException">It does not apply.</exception>
    public void Apply(JsonPatchOperation operation)
    {
        try
        {
            switch (operation.Kind)
            {
                case "add":
                    Add(operation, ValueOf(operation));
                    break;
                case "remove":
                    Remove(operation, operation.Path);
                    break;
                case "replace":
                    Replace(operation);
                    break;
                case "move":
                    var moved = Find(operation, operation.From).Get() ?? throw Missing(operation, operation.From);
                    Remove(operation, operation.From);
                    Add(operation, OriginChain.Via(moved.ToNode(_budget), operation.Origin));
                    break;
                case "copy":
                    var source = Find(operation, operation.From).Get();
                    Add(operation, source is null ? NullOf(operation) : OriginChain.Via(source.ToNode(_budget), operation.Origin));
                    break;
                case "test":
                    Test(operation);
                    break;
                default:
                    throw new RenderException("an operation of a JSON patch must be add, remove, replace, move, copy or test", operation.Origin);
            }
        }
        catch (PatchKeyException exception)
        {
            throw NotApplying(operation, $"at '{JsonPointer.Shorten(operation.Path)}', {exception.Message}");
        }
    }

    private void Add(JsonPatchOperation operation, YamlNode value)
    {
        var place = Find(operation, operation.Path);
        _budget.Add(value.Weight, place.Depth + value.Height);
        place.Container.Add(place.Key, value, operation.Origin, _budget);
    }

    private void Remove(JsonPatchOperation operation, string path)
    {
        var place = Find(operation, path);
        place.Container.Remove(place.Key, _budget);
    }

    private void Replace(JsonPatchOperation operation)
    {
        var value = ValueOf(operation);
        if (operation.Path.Length == 0)
        {
            _root = new OpenMapping(value as YamlMapping ?? throw NotApplying(operation, "the whole object can only be replaced by a mapping"));
            return;
        }

        var place = Find(operation, operation.Path);
        _budget.Add(value.Weight, place.Depth + value.Height);
        place.Container.Replace(place.Key, value, operation.Origin, _budget);
    }

    private void Test(JsonPatchOperation operation)
    {
        var actual = operation.Path.Length == 0 ? ToMapping() : Find(operation, operation.Path).Get()?.ToNode(_budget);
        var isEqual = operation.Value is { } expected && (actual is null or { IsNull: true } ? expected.IsNull : _equality.Holds(actual, expected));
        if (!isEqual)
            throw NotApplying(operation, $"the value at '{JsonPointer.Shorten(operation.Path)}' is another one");
    }

    private static YamlNode ValueOf(JsonPatchOperation operation) => operation.Value ?? NullOf(operation);

    private static YamlScalar NullOf(JsonPatchOperation operation) =>
        new(operation.Origin.Source, operation.Origin.Span, null, "null", ScalarStyle.Plain);

    /// <summary>Goes to the collection that holds the place of a path. Everything on the way counts as changed.</summary>
    private Place Find(JsonPatchOperation operation, string path)
    {
        var segments = JsonPointer.Split(path) ?? throw NotApplying(operation, $"'{JsonPointer.Shorten(path)}' is no path into the object");
        OpenContainer container = _root;
        container.Touch();
        foreach (var segment in segments.AsSpan(0, segments.Length - 1))
        {
            OpenValue? next;
            try
            {
                next = container.Get(segment);
            }
            catch (PatchKeyException)
            {
                throw Missing(operation, path);
            }

            container = next?.Open() ?? throw Missing(operation, path);
            container.Touch();
        }

        return new Place(container, segments[^1], segments.Length);
    }

    private static RenderException Missing(JsonPatchOperation operation, string path) =>
        NotApplying(operation, $"the object has no place '{JsonPointer.Shorten(path)}'");

    private static RenderException NotApplying(JsonPatchOperation operation, string reason) =>
        new($"the '{operation.Kind}' operation of the JSON patch does not apply: {reason}", operation.Origin);

    /// <summary>A place in a collection, which may be empty yet.</summary>
    private readonly record struct Place(OpenContainer Container, string Key, int Depth)
    {
        public OpenValue? Get() => Container.Get(Key);
    }
}
