using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Configuration;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Repository.Kustomize.Replacements;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>
/// The transformers that the fields of a kustomization ask for, in the order in which kustomize runs them. The source of the order is
/// <c>configureBuiltinTransformers</c> of kustomize's <c>api/internal/target/kusttarget_configplugin.go</c>.
/// </summary>
internal sealed class BuiltInTransformers
{
    private readonly BuildContext _context;
    private readonly KustomizationFile _file;
    private readonly TransformerConfiguration _configuration;

    public BuiltInTransformers(BuildContext context, KustomizationFile file, TransformerConfiguration configuration)
    {
        _context = context;
        _file = file;
        _configuration = configuration;
    }

    /// <summary>The transformers in order.</summary>
    public IEnumerable<ITransformer> List() =>
    [
        .. Merges(), .. Patches(), .. Namespaces(), .. Affixes(), .. Labels(), .. Annotations(), .. Operations(), .. Replicas(), .. Images(),
        .. Replacements(),
    ];

    private IEnumerable<ITransformer> Merges()
    {
        if (_file.Texts("patchesStrategicMerge") is { IsEmpty: false } entries)
            yield return PatchStrategicMergeTransformer.Read(_context, _file.Directory, entries);
    }

    private IEnumerable<ITransformer> Patches() =>
        _file.Mappings("patches").Select(entry => _context.Attempt(() => new PatchTransformer(_context, _file.Directory, entry))).OfType<ITransformer>();

    private IEnumerable<ITransformer> Operations() =>
        _file.Mappings("patchesJson6902").Select(entry => _context.Attempt(() => new PatchJson6902Transformer(_context, _file.Directory, entry))).OfType<ITransformer>();

    private IEnumerable<ITransformer> Namespaces()
    {
        if (_file.Text("namespace") is { } @namespace)
            yield return new NamespaceTransformer(@namespace, _configuration.Namespace);
    }

    private IEnumerable<ITransformer> Affixes()
    {
        if (_file.Text("namePrefix") is { } prefix)
            yield return AffixTransformer.Prefix(prefix, _configuration.NamePrefix);
        if (_file.Text("nameSuffix") is { } suffix)
            yield return AffixTransformer.Suffix(suffix, _configuration.NameSuffix);
    }

    private IEnumerable<ITransformer> Labels()
    {
        var entries = _file.Mappings("labels");
        var common = Fields.TextMap(_file.Root, "commonLabels");
        if (entries.IsEmpty && common.IsEmpty)
            yield break;
        foreach (var entry in entries)
        {
            var fields = TransformerConfigurationReader.ReadFields(entry, "fields");
            fields = TransformerConfiguration.MergeFields(fields, _configuration.Labels, "labels", entry.Origin);
            if (Fields.Flag(entry, "includeSelectors"))
            {
                fields = TransformerConfiguration.MergeFields(fields, _configuration.CommonLabels, "labels", entry.Origin);
            }
            else
            {
                if (Fields.Flag(entry, "includeTemplates"))
                    fields = TransformerConfiguration.MergeFields(fields, _configuration.TemplateLabels, "labels", entry.Origin);
                fields = TransformerConfiguration.MergeFields(fields, [new FieldSpec(new ObjectKind("", "", ""), "metadata/labels", Create: true)], "labels", entry.Origin);
            }

            yield return MetadataTransformer.Labels(Fields.TextMap(entry, "pairs"), fields);
        }

        yield return MetadataTransformer.Labels(common, _configuration.CommonLabels);
    }

    private IEnumerable<ITransformer> Annotations()
    {
        var pairs = Fields.TextMap(_file.Root, "commonAnnotations");
        if (!pairs.IsEmpty)
            yield return MetadataTransformer.Annotations(pairs, _configuration.CommonAnnotations);
    }

    private IEnumerable<ITransformer> Replicas() =>
        _file.Mappings("replicas").Select(entry => new ReplicaCountTransformer(entry, _configuration.Replicas));

    private IEnumerable<ITransformer> Images() =>
        _file.Mappings("images").Concat(_file.Mappings("imageTags")).Select(entry => new ImageTagTransformer(entry, _configuration.Images));

    private IEnumerable<ITransformer> Replacements()
    {
        if (_file.Mappings("replacements") is { IsEmpty: false } entries)
            yield return new ReplacementTransformer(ReplacementReader.Read(entries, _context, _file.Directory, isStrict: true), _context);
    }
}
