using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Output;
using NetLint.Repository.Kustomize.Transformers;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Replacements;

/// <summary>
/// Copies values of objects into fields of objects. The place where the value was written decides the field from then on. The source of the
/// rules is kustomize's <c>api/filters/replacement</c>.
/// </summary>
internal sealed class ReplacementTransformer : ITransformer
{
    private readonly ImmutableArray<Replacement> _replacements;
    private readonly BuildContext _context;
    private readonly ReplacementBudget _budget = new();

    /// <summary>Makes a transformer.</summary>
    /// <param name="replacements">The replacements in order.</param>
    /// <param name="context">The build: where parts of it are missing, a source or target may be among them.</param>
    public ReplacementTransformer(ImmutableArray<Replacement> replacements, BuildContext context)
    {
        _replacements = replacements;
        _context = context;
    }

    /// <inheritdoc/>
    public string Kind => "ReplacementTransformer";

    /// <inheritdoc/>
    public void Apply(ObjectList objects)
    {
        foreach (var replacement in _replacements)
        {
            if ((replacement.Value is null && replacement.Source is null) || replacement.Targets is not { } targets)
                throw new RenderException("replacements must specify a source and at least one target", replacement.Entry.Origin);
            if (replacement is { Value: { } both, Source: not null })
                throw new RenderException("value and resource selectors are mutually exclusive", both.Origin);
            if (ValueOf(replacement, objects) is not { } value)
                continue;
            foreach (var target in targets)
                Apply(target, value, objects);
        }

        objects.NamesChanged();
    }

    private ReplacementValue? ValueOf(Replacement replacement, ObjectList objects)
    {
        if (replacement.Value is { } given)
            return new ReplacementValue(new UntaggedScalar(given.Origin, given.Value, given.EarlierOrigins));
        var source = replacement.Source!;
        if (SelectSource(source, objects) is not { } item)
            return _context.IsIncomplete ? null : throw new RenderException($"nothing selected by {source.Selector}:{source.Path.Text}", source.Entry.Origin);
        var position = SourceField.Find(item.Root, source.Path.Parts, source.Path.Origin);
        if (position?.In(item.Root) is not { } node || IsEmpty(node))
        {
            return _context.IsIncomplete
                ? null
                : throw new RenderException($"fieldPath `{source.Path.Text}` is missing for replacement source {source.Selector}", source.Path.Origin);
        }

        return source.Options.Delimiter.Length == 0 ? new ReplacementValue(item, position.Value) : new ReplacementValue(Piece(node, source));
    }

    private KustomizeObject? SelectSource(ReplacementSource source, ObjectList objects)
    {
        _budget.Spend(objects.Objects.Count, source.Entry.Origin);
        KustomizeObject? found = null;
        foreach (var item in objects.Objects)
        {
            if (!source.Selector.SelectsAny(ObjectName.AllOf(item)))
                continue;
            if (found is not null)
                throw new RenderException($"multiple matches for selector {source.Selector}:{source.Path.Text}", source.Entry.Origin);
            found = item;
        }

        return found;
    }

    /// <summary>One piece of a text; it keeps the type of the whole.</summary>
    private static YamlScalar Piece(YamlNode node, ReplacementSource source)
    {
        if (node is not YamlScalar scalar)
            throw new RenderException("delimiter option can only be used with scalar nodes", source.Path.Origin);
        var pieces = scalar.Value.Split(source.Options.Delimiter);
        var index = source.Options.Index;
        return index >= 0 && index < pieces.Length
            ? RetypedText.In(scalar, pieces[index], scalar.Origin, scalar.EarlierOrigins)
            : throw new RenderException($"options.index {index} is out of bounds for value {scalar.Value}", source.Path.Origin);
    }

    private void Apply(ReplacementTarget target, ReplacementValue value, ObjectList objects)
    {
        if (target.Select is not { } select)
            throw new RenderException("target must specify resources to select", target.Entry.Origin);
        _budget.Spend(objects.Objects.Count, target.Entry.Origin);
        foreach (var item in objects.Objects)
        {
            if (!select.FitsMetadata(item.Root) || target.Reject.Any(reject => reject.HasExpressions && reject.FitsMetadata(item.Root)))
                continue;
            var ids = ObjectName.AllOf(item);
            if (!select.SelectsAny(ids) || target.Reject.Any(reject => !reject.HasNoId && reject.SelectsAny(ids)))
                continue;
            foreach (var path in target.Paths)
                Write(item, path, target.Options, value);
        }
    }

    private void Write(KustomizeObject item, PathText path, ReplacementOptions options, ReplacementValue value)
    {
        var fields = TargetFields.Find(item.Root, path.Parts, options.Create ? value.Node : null, path.Origin, _budget);
        if (fields.Positions.IsEmpty && !fields.IsLost)
        {
            if (_context.IsIncomplete)
                return;
            throw new RenderException($"unable to find{(options.Create ? " or create" : "")} field \"{path.Text}\" in replacement target {item.Id}", path.Origin);
        }

        if (!ReferenceEquals(fields.Root, item.Root))
            item.Root = fields.Root;
        value.Refresh();
        foreach (var position in fields.Positions)
        {
            var changed = Written(position.In(item.Root), value.Node, options, path);
            item.Root = (YamlMapping)position.Replace(item.Root, changed);
            _budget.Spend(item.Root.Entries.Length, path.Origin);
            _budget.Check(item.Root, changed, path.Origin);
            value.Follow(item, position);
        }
    }

    /// <summary>What a field becomes.</summary>
    private static YamlNode Written(YamlNode target, YamlNode value, ReplacementOptions options, PathText path)
    {
        var isWhole = options.Delimiter.Length == 0;
        if (!isWhole && target is not YamlScalar)
            throw new RenderException("delimiter option can only be used with scalar nodes", path.Origin);
        if (target is YamlScalar field)
        {
            // A collection has no text.
            var text = (value as YamlScalar)?.Value ?? "";
            ImmutableArray<Origin> sources = [.. Rendered.Sources(value), path.Origin];
            return isWhole
                ? RetypedText.In(field, text, value.Origin, [.. sources.Skip(1), .. IsMade(field) ? [] : Rendered.Sources(field)])
                : RetypedText.In(field, Spliced(field.Value, text, options), field.Origin, [.. sources, .. field.EarlierOrigins]);
        }

        return value switch
        {
            UntaggedScalar given => new UntaggedScalar(given.Origin, given.Value, [.. given.EarlierOrigins, path.Origin]),
            YamlScalar scalar => new TracedScalar(scalar.Origin, scalar.Tag, scalar.Value, scalar.Style, [.. scalar.EarlierOrigins, path.Origin]),
            _ => value,
        };
    }

    /// <summary>A field that was just made has no place of its own.</summary>
    private static bool IsMade(YamlScalar field) => field is UntaggedScalar { Value.Length: 0 };

    private static string Spliced(string whole, string piece, ReplacementOptions options)
    {
        var pieces = whole.Split(options.Delimiter).ToList();
        if (options.Index < 0)
            pieces.Insert(0, piece);
        else if (options.Index >= pieces.Count)
            pieces.Add(piece);
        else
            pieces[options.Index] = piece;
        return string.Join(options.Delimiter, pieces);
    }

    private static bool IsEmpty(YamlNode node) => node is { IsNull: true } or YamlMapping { Entries.IsEmpty: true } or YamlSequence { Items.IsEmpty: true };
}
