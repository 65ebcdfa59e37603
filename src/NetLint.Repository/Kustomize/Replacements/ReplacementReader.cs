using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Repository.Kustomize.Patches;
using NetLint.Repository.Kustomize.Transformers;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Replacements;

/// <summary>
/// Reads replacements. A kustomization may hold only the fields there are, and texts must be texts; files and configurations of
/// transformers are read with more patience.
/// </summary>
internal sealed class ReplacementReader
{
    private static readonly string[] s_replacement = ["source", "targets", "sourceValue", "path"];
    private static readonly string[] s_source = ["group", "version", "kind", "name", "namespace", "fieldPath", "options"];
    private static readonly string[] s_target = ["select", "reject", "fieldPaths", "options"];
    private static readonly string[] s_selector = ["group", "version", "kind", "name", "namespace", "annotationSelector", "labelSelector"];
    private static readonly string[] s_options = ["delimiter", "index", "encoding", "create"];

    private readonly BuildContext _context;
    private readonly string _directory;
    private readonly bool _isStrict;

    private ReplacementReader(BuildContext context, string directory, bool isStrict)
    {
        _context = context;
        _directory = directory;
        _isStrict = isStrict;
    }

    /// <summary>Reads a list of replacements, and the files it names.</summary>
    /// <param name="entries">The list.</param>
    /// <param name="context">The build.</param>
    /// <param name="directory">The directory of the kustomization.</param>
    /// <param name="isStrict">True for a field of a kustomization.</param>
    /// <exception cref="RenderException">Something has the wrong type, or a file cannot be read.</exception>
    public static ImmutableArray<Replacement> Read(ImmutableArray<YamlMapping> entries, BuildContext context, string directory, bool isStrict) =>
        [.. entries.SelectMany(new ReplacementReader(context, directory, isStrict).Read)];

    private Replacement[] Read(YamlMapping entry)
    {
        var replacement = ReadReplacement(entry);
        if (Text(entry, "path") is not { Value.Length: > 0 } path)
            return [replacement];
        if (replacement.Source is not null || replacement.Targets is { IsEmpty: false })
            throw new RenderException("cannot specify both path and inline replacement", path.Origin);
        return ReadFile(path);
    }

    private Replacement[] ReadFile(YamlScalar path)
    {
        // Only the first document is looked at, as far as it can be read at all.
        var document = _context.ReadYaml(_directory, path.Value, path.Origin).Documents.FirstOrDefault();
        if (document?.Errors is [var error, ..])
            throw new RenderException($"the file '{path.Value}' of replacements cannot be read: {error.Message}", new(document.Source, error.Span));
        var reader = new ReplacementReader(_context, _directory, isStrict: false);
        return document?.Root switch
        {
            YamlSequence list => list.Items.Select(item => reader.ReadReplacement(item switch
            {
                YamlMapping mapping => mapping,
                { IsNull: true } => new YamlMapping(item.Source, item.Span, null, []),
                _ => throw Fields.Wrong("replacements", "a list of mappings", item),
            })).ToArray(),
            YamlMapping single => [reader.ReadReplacement(single)],
            _ => throw new RenderException($"unsupported replacement type encountered within replacement path '{path.Value}'", path.Origin),
        };
    }

    private Replacement ReadReplacement(YamlMapping entry)
    {
        CheckNames(entry, s_replacement);
        return new Replacement(
            entry,
            Text(entry, "sourceValue"),
            Fields.Mapping(entry, "source") is { } source ? ReadSource(source) : null,
            ReadTargets(entry));
    }

    /// <summary>An empty list in a kustomization is as good as none.</summary>
    private ImmutableArray<ReplacementTarget>? ReadTargets(YamlMapping entry)
    {
        if (Fields.Member(entry, "targets") is null or { IsNull: true })
            return null;
        var targets = Fields.Mappings(entry, "targets");
        return _isStrict && targets.IsEmpty ? null : [.. targets.Select(ReadTarget)];
    }

    private ReplacementSource ReadSource(YamlMapping source)
    {
        CheckNames(source, s_source);
        var path = Text(source, "fieldPath");
        return new ReplacementSource(
            source,
            ReadSelector(source),
            path is { Value.Length: > 0 } ? PathText.Of(path.Value, path.Origin) : PathText.OfName(source.Origin),
            ReadOptions(source));
    }

    private ReplacementTarget ReadTarget(YamlMapping target)
    {
        CheckNames(target, s_target);
        var paths = Fields.Texts(_isStrict ? target : Coerced(target, "fieldPaths"), "fieldPaths");
        return new ReplacementTarget(
            target,
            Fields.Mapping(target, "select") is { } select ? ReadChecked(select) : null,
            [.. Fields.Mappings(target, "reject").Select(ReadChecked)],
            paths.IsEmpty ? [PathText.OfName(target.Origin)] : [.. paths.Select(path => PathText.Of(Fields.TextOf(path), path.Origin))],
            ReadOptions(target));
    }

    private ReplacementSelector ReadChecked(YamlMapping selector)
    {
        CheckNames(selector, s_selector);
        return ReadSelector(selector);
    }

    private ReplacementSelector ReadSelector(YamlMapping selector)
    {
        var kind = new ObjectKind(Word(selector, "group"), Word(selector, "version"), Word(selector, "kind"));
        return new ReplacementSelector(selector, kind, Word(selector, "name"), Word(selector, "namespace"), Expression(selector, "labelSelector"), Expression(selector, "annotationSelector"));
    }

    private LabelExpression? Expression(YamlMapping selector, string field) =>
        Text(selector, field) is { Value.Length: > 0 } text ? LabelExpression.Parse(text) : null;

    private ReplacementOptions ReadOptions(YamlMapping owner)
    {
        if (Fields.Mapping(owner, "options") is not { } options)
            return ReplacementOptions.None;
        CheckNames(options, s_options);
        Text(options, "encoding");
        var index = Fields.Member(options, "index") switch
        {
            null or { IsNull: true } => 0,
            YamlScalar scalar when scalar.Resolve() is { Kind: ScalarKind.Integer } number => (int)long.Clamp((long)number.Integer, int.MinValue, int.MaxValue),
            var node => throw Fields.Wrong("index", "a whole number", node),
        };
        return new ReplacementOptions(Word(options, "delimiter"), index, Fields.Flag(options, "create"));
    }

    private string Word(YamlMapping owner, string field) => Text(owner, field)?.Value ?? "";

    private YamlScalar? Text(YamlMapping owner, string field) => Fields.Text(_isStrict ? owner : ConfigurationText.Coerce(owner, field), field);

    private static YamlMapping Coerced(YamlMapping owner, string field) => Fields.Member(owner, field) is YamlSequence list
        ? owner.With(Rendered.Plain(field, list.Origin), ConfigurationText.Coerce(list))
        : owner;

    private void CheckNames(YamlMapping mapping, string[] known)
    {
        if (!_isStrict)
            return;
        foreach (var entry in mapping.Entries)
        {
            if (entry.Name is { } name && !known.Contains(name, StringComparer.OrdinalIgnoreCase))
                throw new RenderException($"invalid Kustomization: unknown field '{name}' in a replacement", entry.Key.Origin);
        }
    }
}
