using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Configuration;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Repository.Kustomize.Patches;
using NetLint.Repository.Kustomize.Replacements;
using NetLint.Repository.Kustomize.Transformers;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Plugins;

/// <summary>Puts one value into fields, or into the file paths they hold. The source is kustomize's <c>api/filters/valueadd</c>.</summary>
internal sealed class ValueAddTransformer : ITransformer
{
    private const string NamespacePath = "metadata/namespace";

    private readonly YamlScalar _value;
    private readonly ImmutableArray<Target> _targets;

    private ValueAddTransformer(YamlScalar value, ImmutableArray<Target> targets)
    {
        _value = value;
        _targets = targets;
    }

    /// <inheritdoc/>
    public string Kind => "ValueAddTransformer";

    /// <summary>Reads a configuration.</summary>
    /// <exception cref="RenderException">It is not valid.</exception>
    public static ValueAddTransformer Read(YamlMapping root, BuildContext context, string directory)
    {
        var given = Fields.Text(ConfigurationText.Coerce(root, "value"), "value");
        var value = given?.Value.Trim() ?? "";
        if (value.Length == 0)
            value = directory[(directory.LastIndexOf('/') + 1)..];
        if (value.Length == 0)
            throw new RenderException(new RenderProblem(RenderProblemKind.Unsupported, "a ValueAddTransformer without a value takes the name of the directory, which is not known for the root of the repository", root.Origin));
        var targets = Fields.Mappings(root, "targets");
        if (Fields.Text(root, "targetFilePath") is { Value.Length: > 0 } path)
            targets = targets.AddRange(ReadFile(context.ReadYaml(directory, path.Value, path.Origin), path));
        if (targets.IsEmpty)
            throw new RenderException("must specify at least one target", root.Origin);
        return new ValueAddTransformer(Rendered.String(value, (given ?? (YamlNode)root).Origin), [.. targets.Select(ReadTarget)]);
    }

    /// <inheritdoc/>
    public void Apply(ObjectList objects)
    {
        foreach (var target in _targets)
        {
            foreach (var item in target.Selector is { } selector ? TargetSelection.Select(objects, selector, _value.Origin) : [.. objects.Objects])
            {
                objects.Budget.Write(_value.Value.Length, _value.Origin);
                if (target.Path.Text == NamespacePath)
                    new NamespaceTransformer(_value, []).Set(item);
                else
                    Add(item, target);
            }
        }

        objects.NamesChanged();
    }

    private static ImmutableArray<YamlMapping> ReadFile(YamlStream file, YamlScalar path)
    {
        var document = file.Documents.FirstOrDefault();
        if (document?.Errors is [var error, ..])
            throw new RenderException($"the file '{path.Value}' of targets cannot be read: {error.Message}", new Origin(document.Source, error.Span));
        return document?.Root switch
        {
            null or { IsNull: true } => [],
            YamlMapping root => Fields.Mappings(root, "targets"),
            var other => throw Fields.Wrong("targetFilePath", "the path of a mapping", other),
        };
    }

    private static Target ReadTarget(YamlMapping target)
    {
        if (Fields.Text(target, "fieldPath") is not { Value.Length: > 0 } path)
            throw new RenderException("fieldPath cannot be empty", target.Origin);
        var position = Fields.Member(target, "filePathPosition") switch
        {
            null or { IsNull: true } => 0,
            YamlScalar scalar when scalar.Resolve() is { Kind: ScalarKind.Integer } number => (int)long.Clamp((long)number.Integer, int.MinValue, int.MaxValue),
            var node => throw Fields.Wrong("filePathPosition", "a whole number", node),
        };
        if (position < 0)
            throw new RenderException($"value of FilePathPosition ({position}) cannot be negative", target.Origin);
        var selector = Fields.Mapping(target, "selector");
        return new Target(
            selector is null ? null : PatchTarget.Parse(ConfigurationText.Coerce(selector)),
            new PathText(path.Value, Segments(path.Value), path.Origin),
            position);
    }

    private static ImmutableArray<string> Segments(string path)
    {
        var segments = FieldSpecPath.Split(path);
        return [.. segments.Select(segment => segment.Trim()).Where(segment => segment.Length > 0)];
    }

    private void Add(KustomizeObject item, Target target)
    {
        var position = SourceField.Find(item.Root, target.Path.Parts, target.Path.Origin);
        if (position is null)
        {
            item.Root = (YamlMapping)Made(item.Root, target.Path.Parts.AsSpan(), target.Path.Origin, Value("", target, null));
            return;
        }

        var old = position.Value.In(item.Root);
        if (old is not YamlScalar scalar)
            throw SourceField.WrongKind("a scalar", old, target.Path.Text, target.Path.Origin);
        item.Root = (YamlMapping)position.Value.Replace(item.Root, Value(scalar.Value, target, scalar));
    }

    private YamlScalar Value(string old, Target target, YamlScalar? replaced)
    {
        var isPart = target.FilePathPosition > 0 && old.Length > 0;
        var text = target.FilePathPosition > 0 ? FilePathPart.Insert(old, target.FilePathPosition - 1, _value.Value) : _value.Value;
        var decidedAt = isPart && replaced is not null ? replaced.Origin : _value.Origin;
        ImmutableArray<Origin> earlier = [.. new[] { _value.Origin }.Concat(Rendered.Sources(replaced)).Where(origin => origin != decidedAt).Distinct()];
        // The value has no type; the quotes of what it replaces stay.
        return replaced is { Style: not ScalarStyle.Plain }
            ? Rendered.Scalar(text, replaced.Style, decidedAt, earlier)
            : new UntaggedScalar(decidedAt, text, earlier);
    }

    /// <summary>The tree with everything made that the path lacks.</summary>
    private static YamlNode Made(YamlNode node, ReadOnlySpan<string> path, Origin at, YamlScalar value)
    {
        if (path.IsEmpty)
            return value;
        var part = path[0];
        if (FieldPath.IsItems(part))
        {
            var (field, text) = FieldPath.ItemsOf(part) ?? throw SourceField.NoEqualsSign(part, at);
            var list = node as YamlSequence ?? new YamlSequence(at.Source, at.Span, null, []);
            var found = SourceField.Find(list, [part], at);
            YamlNode item = found?.In(list)
                ?? (field.Length == 0 ? new UntaggedScalar(at, text, []) : Rendered.Mapping(at).With(Rendered.Plain(field, at), new UntaggedScalar(at, text, [])));
            var changed = Made(item, path[1..], at, value);
            return list.WithItems(found is { } there ? list.Items.SetItem(there.Steps[0], changed) : list.Items.Add(changed));
        }

        if (FieldPath.IsInteger(part, out var index))
        {
            // Items that are counted are never made.
            return node is YamlSequence items && index >= 0 && index < items.Items.Length
                ? items.WithItems(items.Items.SetItem((int)index, Made(items.Items[(int)index], path[1..], at, value)))
                : node;
        }

        // What is below a null is never made either.
        if (node.IsNull && node is not UntaggedScalar)
            return node;
        if (node is not (YamlMapping or UntaggedScalar { Value: "" }))
            throw SourceField.WrongKind("a mapping", node, part, at);
        var mapping = node as YamlMapping ?? Rendered.Mapping(at);
        var entry = SourceField.IndexOf(mapping, part);
        var inner = entry >= 0 ? mapping.Entries[entry].Value : new UntaggedScalar(at, "", []);
        return mapping.With(Rendered.Plain(part, at), Made(inner, path[1..], at, value));
    }

    private sealed record Target(PatchTarget? Selector, PathText Path, int FilePathPosition);
}
