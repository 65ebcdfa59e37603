using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Configuration;
using NetLint.Repository.Kustomize.Generators;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Repository.Kustomize.Output;
using NetLint.Repository.Kustomize.Patches;
using NetLint.Repository.Kustomize.Replacements;
using NetLint.Repository.Kustomize.Transformers;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Plugins;

/// <summary>
/// Makes transformers and generators of the objects that configure them. Those of kustomize itself have the apiVersion <c>builtin</c>; every
/// other is a program of somebody, and is not run. The source is kustomize's <c>api/internal/plugins</c>.
/// </summary>
internal sealed class BuiltInPlugins
{
    private const string ConfigMapGenerator = "ConfigMapGenerator";
    private const string SecretGenerator = "SecretGenerator";
    private const string PolicyGenerator = "IAMPolicyGenerator";
    private const string ChartGenerator = "HelmChartInflationGenerator";

    private static readonly string[] s_transformers =
    [
        "AnnotationsTransformer", "HashTransformer", "ImageTagTransformer", "LabelTransformer", "NamespaceTransformer", "PatchJson6902Transformer",
        "PatchStrategicMergeTransformer", "PatchTransformer", "PrefixSuffixTransformer", "PrefixTransformer", "SuffixTransformer",
        "ReplacementTransformer", "ReplicaCountTransformer", "ValueAddTransformer",
    ];

    private readonly BuildContext _context;
    private readonly KustomizationFile _file;

    /// <summary>Makes the plugins of a kustomization, in whose directory their files are.</summary>
    public BuiltInPlugins(BuildContext context, KustomizationFile file)
    {
        _context = context;
        _file = file;
    }

    /// <summary>The transformers that an object configures; null when it cannot be run.</summary>
    /// <exception cref="RenderException">It is no transformer, or its configuration is not valid.</exception>
    public ImmutableArray<ITransformer>? Transformers(KustomizeObject configuration)
    {
        if (!IsBuiltIn(configuration, "transformer"))
            return null;
        if (IsGenerator(configuration.Kind.Kind))
            throw new RenderException($"plugin {configuration.OriginalId} not a transformer", configuration.Via[^1]);
        try
        {
            return [.. Make(configuration)];
        }
        catch (RenderException exception) when (exception.Problem.Kind == RenderProblemKind.Unsupported)
        {
            _context.Report(exception.Problem);
            return null;
        }
    }

    /// <summary>What a generator makes that an object configures; null when it cannot be run.</summary>
    /// <param name="configuration">The object.</param>
    /// <param name="readFile">Reads a file by the path as written, for the place that names it.</param>
    /// <exception cref="RenderException">It is no generator, or its configuration is not valid.</exception>
    public GeneratedObject? Generate(KustomizeObject configuration, Func<Origin, string, ReadOnlyMemory<byte>> readFile)
    {
        if (!IsBuiltIn(configuration, "generator"))
            return null;
        switch (configuration.Kind.Kind)
        {
            case ConfigMapGenerator:
                return ObjectGenerator.Make(GeneratorKind.ConfigMap, GeneratorEntry(configuration), null, _file.Directory, readFile);
            case SecretGenerator:
                return ObjectGenerator.Make(GeneratorKind.Secret, GeneratorEntry(configuration), null, _file.Directory, readFile);
            case PolicyGenerator:
                return ServiceAccountPolicy.Generate(configuration.Root);
            case ChartGenerator:
                Charts.Report(configuration.Root, "name", _context);
                return null;
            default:
                throw new RenderException($"failed to load generator: plugin {configuration.OriginalId} not a generator", configuration.Via[^1]);
        }
    }

    private static bool IsGenerator(string kind) => kind is ConfigMapGenerator or SecretGenerator or PolicyGenerator or ChartGenerator;

    private bool IsBuiltIn(KustomizeObject configuration, string role)
    {
        if (configuration.ApiVersion != "builtin")
        {
            _context.Report(new RenderProblem(
                RenderProblemKind.Unsupported,
                $"the external {role} '{configuration.Kind.Kind}' named '{configuration.Name}' is not run",
                configuration.Via[^1]));
            return false;
        }

        var kind = configuration.Kind.Kind;
        return IsGenerator(kind) || s_transformers.Contains(kind)
            ? true
            : throw new RenderException($"unable to load builtin {configuration.OriginalId.KindText}", configuration.Via[^1]);
    }

    private IEnumerable<ITransformer> Make(KustomizeObject configuration)
    {
        var root = ReceivedTree.Of(configuration.Root);
        switch (configuration.Kind.Kind)
        {
            case "AnnotationsTransformer":
                return [MetadataTransformer.Annotations(Pairs(root, "annotations"), FieldsOf(root))];
            case "LabelTransformer":
                return [MetadataTransformer.Labels(Pairs(root, "labels"), FieldsOf(root))];
            case "HashTransformer":
                return [new HashTransformer()];
            case "ImageTagTransformer":
                return [new ImageTagTransformer(Texts(Part(root, "imageTag"), []), FieldsOf(root))];
            case "NamespaceTransformer":
                return Namespace(root);
            case "PatchJson6902Transformer":
                return [new PatchJson6902Transformer(_context, _file.Directory, WithTarget(root), "jsonOp")];
            case "PatchStrategicMergeTransformer":
                return Merges(root);
            case "PatchTransformer":
                return [new PatchTransformer(_context, _file.Directory, WithTarget(root))];
            case "PrefixTransformer":
                return [Prefix(root)];
            case "SuffixTransformer":
                return [Suffix(root)];
            case "PrefixSuffixTransformer":
                return [Prefix(root), Suffix(root)];
            case "ReplacementTransformer":
                return [new ReplacementTransformer(ReplacementReader.Read(Fields.Mappings(root, "replacements"), _context, _file.Directory, isStrict: false), _context)];
            case "ReplicaCountTransformer":
                return [new ReplicaCountTransformer(Texts(Part(root, "replica"), "name"), FieldsOf(root))];
            default:
                return [ValueAddTransformer.Read(root, _context, _file.Directory)];
        }
    }

    private static IEnumerable<ITransformer> Namespace(YamlMapping root)
    {
        var mode = Fields.Text(root, "setRoleBindingSubjects");
        var subjects = mode?.Value switch
        {
            null or "" or "defaultOnly" => RoleBindingSubjects.DefaultOnly,
            "allServiceAccounts" => RoleBindingSubjects.AllServiceAccounts,
            "none" => RoleBindingSubjects.None,
            var other => throw new RenderException(
                $"invalid value '{other}' for setRoleBindingSubjects: must be one of 'defaultOnly', 'none' or 'allServiceAccounts'", mode!.Origin),
        };
        return Fields.Text(Texts(Part(root, "metadata"), "namespace"), "namespace") is { Value.Length: > 0 } @namespace
            ? [new NamespaceTransformer(@namespace, FieldsOf(root), Fields.Flag(root, "unsetOnly"), subjects)]
            : [];
    }

    private List<ITransformer> Merges(YamlMapping root)
    {
        var paths = Fields.Texts(root, "paths");
        var text = Fields.Text(root, "patches");
        var hasText = text is { Value.Length: > 0 };
        if (paths.IsEmpty && !hasText)
            throw new RenderException("a PatchStrategicMergeTransformer must specify 'paths' or 'patches'", root.Origin);
        var transformers = new List<ITransformer>();
        if (!paths.IsEmpty)
            transformers.Add(PatchStrategicMergeTransformer.Read(_context, _file.Directory, paths));
        if (!hasText)
            return transformers;
        var patches = PatchText.ReadMerges(EmbeddedYaml.Read(text!).Documents);
        if (patches.IsEmpty && paths.IsEmpty)
            throw new RenderException("the patch of a PatchStrategicMergeTransformer appears to be empty", text!.Origin);
        transformers.Add(new PatchStrategicMergeTransformer(_context, [.. patches.Select(patch => (patch, text!.Origin))]));
        return transformers;
    }

    private static AffixTransformer Prefix(YamlMapping root) => AffixTransformer.Prefix(AffixOf(root, "prefix"), RequiredFields(root));

    private static AffixTransformer Suffix(YamlMapping root) => AffixTransformer.Suffix(AffixOf(root, "suffix"), RequiredFields(root));

    private static YamlScalar AffixOf(YamlMapping root, string field) =>
        Fields.Text(Texts(root, field), field) ?? Rendered.String("", root.Origin);

    private static ImmutableArray<FieldSpec> RequiredFields(YamlMapping root) => Fields.Member(root, "fieldSpecs") is null or { IsNull: true }
        ? throw new RenderException("fieldSpecs is not expected to be nil", root.Origin)
        : FieldsOf(root);

    private static ImmutableArray<FieldSpec> FieldsOf(YamlMapping root)
    {
        // Whatever else stands there is of no account, other than in a kustomization.
        if (Fields.Member(root, "fieldSpecs") is not YamlSequence list)
            return TransformerConfigurationReader.ReadFields(root, "fieldSpecs");
        var known = list.WithItems([.. list.Items.Select(item => item is YamlMapping mapping
            ? Texts(mapping.WithEntries(mapping.Entries.RemoveAll(entry => !IsPartOfField(entry.Name))), "path", "group", "version", "kind")
            : item)]);
        return TransformerConfigurationReader.ReadFields(root.With(Rendered.Plain("fieldSpecs", list.Origin), known), "fieldSpecs");
    }

    private static bool IsPartOfField(string? name) => name?.ToUpperInvariant() is "PATH" or "CREATE" or "GROUP" or "VERSION" or "KIND";

    private static ImmutableArray<(YamlScalar Key, YamlScalar Value)> Pairs(YamlMapping root, string field) => Fields.Mapping(root, field) is { } map
        ? Fields.TextMap(root.With(Rendered.Plain(field, map.Origin), ConfigurationText.Coerce(map)), field)
        : [];

    private static YamlMapping WithTarget(YamlMapping root) => Fields.Mapping(root, "target") is { } target
        ? root.With(Rendered.Plain("target", target.Origin), ConfigurationText.Coerce(target))
        : root;

    /// <summary>What a generator of a kustomization would say in its entry.</summary>
    private static YamlMapping GeneratorEntry(KustomizeObject configuration)
    {
        // The older field for a file of variables is understood in a kustomization only.
        var entry = ConfigurationText.Coerce(ReceivedTree.Of(configuration.Root).Without("env"), "name", "namespace", "type", "behavior");
        foreach (var field in (ReadOnlySpan<string>)["literals", "files", "envs"])
        {
            if (entry[field] is YamlSequence list)
                entry = entry.With(Rendered.Plain(field, list.Origin), ConfigurationText.Coerce(list));
        }

        if (entry["options"] is YamlMapping options)
            entry = entry.With(Rendered.Plain("options", options.Origin), WithTextMaps(options));
        foreach (var field in (ReadOnlySpan<string>)["name", "namespace"])
        {
            if (Fields.Text(entry, field) is not { Value.Length: > 0 } && configuration.Metadata?[field] is YamlScalar { IsNull: false } given)
                entry = entry.With(Rendered.Plain(field, given.Origin), ConfigurationText.Coerce(given));
        }

        return entry;
    }

    private static YamlMapping WithTextMaps(YamlMapping options)
    {
        foreach (var field in (ReadOnlySpan<string>)["labels", "annotations"])
        {
            if (options[field] is YamlMapping map)
                options = options.With(Rendered.Plain(field, map.Origin), ConfigurationText.Coerce(map));
        }

        return options;
    }

    private static YamlMapping Part(YamlMapping root, string field) => Fields.Mapping(root, field) ?? Rendered.Mapping(root.Origin);

    private static YamlMapping Texts(YamlMapping mapping, params ReadOnlySpan<string> fields) => ConfigurationText.Coerce(mapping, fields);

    /// <summary>Gives generated objects their hash before the build is at its end.</summary>
    private sealed class HashTransformer : ITransformer
    {
        public string Kind => "HashTransformer";

        public void Apply(ObjectList objects) => NameHashTransformer.Apply(objects);
    }
}
