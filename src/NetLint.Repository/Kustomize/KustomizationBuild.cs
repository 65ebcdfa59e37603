using System.Collections.Immutable;
using NetLint.Kubernetes.Knowledge;
using NetLint.Repository.Kustomize.Configuration;
using NetLint.Repository.Kustomize.Generators;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Repository.Kustomize.Output;
using NetLint.Repository.Kustomize.Plugins;
using NetLint.Repository.Kustomize.Transformers;
using NetLint.Repository.Kustomize.Variables;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize;

/// <summary>
/// Runs one kustomization: resources, generators, components, transformers, in kustomize's order. The source of the order is
/// <c>accumulateTarget</c> of kustomize's <c>api/internal/target/kusttarget.go</c>.
/// </summary>
internal sealed class KustomizationBuild
{
    /// <summary>Kustomizations that build on each other are followed this deep.</summary>
    private const int MaxDepth = 100;

    private readonly BuildContext _context;
    private readonly KustomizationFile _file;
    private readonly BaseCache _bases;
    private readonly ImmutableStack<string> _visited;
    private readonly int _depth;

    /// <summary>The path from the built directory to this one as the kustomizations spell it; null when no metadata is asked for.</summary>
    private readonly string? _tracked;

    public KustomizationBuild(BuildContext context, KustomizationFile file, BaseCache bases, ImmutableStack<string> visited, int depth, string? tracked)
    {
        _context = context;
        _file = file;
        _bases = bases;
        _visited = visited;
        _depth = depth;
        _tracked = tracked;
    }

    /// <summary>Runs the kustomization on what has been brought together so far: nothing, or for a component what its user has.</summary>
    public Accumulation Run(Accumulation accumulation)
    {
        foreach (var path in _file.Texts("resources").Concat(_file.Texts("bases")))
            AddResource(accumulation, path);
        ReadConfiguration(accumulation);
        Generate(accumulation);
        foreach (var path in _file.Texts("components"))
            accumulation = AddComponent(accumulation, path);
        Transform(accumulation);
        Validate(accumulation);
        VariableReader.Declare(_file, _context, accumulation);
        return accumulation;
    }

    private void AddResource(Accumulation accumulation, YamlScalar path)
    {
        var text = Fields.TextOf(path);
        try
        {
            if (RemoteAddress.Is(text))
            {
                _context.Report(new RenderProblem(RenderProblemKind.Unsupported, $"the remote base '{text}' is not fetched", path.Origin));
                return;
            }

            var resolved = BuildContext.Resolve(_file.Directory, path);
            if (text.Length > 0 && _context.Files.KindOf(resolved) == PathKind.Directory)
                AddDirectory(accumulation, path, resolved);
            else
                AddFile(accumulation, path);
        }
        catch (RenderException exception) when (_context.Options.IsPartial && exception.Problem.Kind == RenderProblemKind.Unsupported)
        {
            _context.Report(exception.Problem);
        }
    }

    private void AddFile(Accumulation accumulation, YamlScalar path)
    {
        foreach (var root in ResourceFile.Read(_context.ReadYaml(_file.Directory, Fields.TextOf(path), path.Origin)))
        {
            var item = new KustomizeObject(root, _context.Schemas) { Via = [path.Origin] };
            if (_tracked is not null)
                item.Provenance = new BuildProvenance(new BuildStep(CleanPath.Join(_tracked, path.Value)), []);
            accumulation.Objects.Append(item, path.Origin);
            CheckSize(accumulation, path.Origin);
        }
    }

    private void AddDirectory(Accumulation accumulation, YamlScalar path, string directory)
    {
        var part = Part(path, directory, isComponent: false, _ => new Accumulation(_context.Budget));
        accumulation.Absorb(part.Accumulation, path.Origin, _context.Schemas);
        CheckSize(accumulation, path.Origin);
    }

    private Accumulation AddComponent(Accumulation accumulation, YamlScalar path)
    {
        var text = Fields.TextOf(path);
        if (RemoteAddress.Is(text))
        {
            _context.Report(new RenderProblem(RenderProblemKind.Unsupported, $"the remote component '{text}' is not fetched", path.Origin));
            return accumulation;
        }

        var directory = BuildContext.Resolve(_file.Directory, path);
        switch (_context.Files.KindOf(directory))
        {
            case PathKind.Directory:
                break;
            case PathKind.Unseen:
                _context.Report(new RenderProblem(RenderProblemKind.Unsupported, $"the component '{text}' is not here to be seen", path.Origin));
                return accumulation;
            case PathKind.Refused:
                _context.Report(new RenderProblem(RenderProblemKind.Unsupported, $"'{text}' is not read: it leads out of the repository or through a symbolic link to a directory, or it is no directory", path.Origin));
                return accumulation;
            case PathKind.File:
                throw new RenderException($"must build at directory: '{text}': file is not directory", path.Origin);
            default:
                throw new RenderException($"the component '{text}' does not exist", path.Origin);
        }

        // A component works on what its user has brought together; the result takes its place.
        var own = accumulation.Objects.Objects.ToHashSet<KustomizeObject>(ReferenceEqualityComparer.Instance);
        var part = Part(path, directory, isComponent: true, _ => accumulation);
        foreach (var item in part.Accumulation.Objects.Objects.Where(item => !own.Contains(item)))
            item.Via = item.Via.Add(path.Origin);
        var merged = new Accumulation(_context.Budget);
        merged.Absorb(part.Accumulation, path.Origin, _context.Schemas, isNewLayer: false);
        return merged;
    }

    private BuildPart Part(YamlScalar path, string directory, bool isComponent, Func<KustomizationFile, Accumulation> start)
    {
        if (_depth >= MaxDepth)
            throw new RenderException(new RenderProblem(RenderProblemKind.Limit, $"more than {MaxDepth} kustomizations build on each other", path.Origin));
        _context.Budget.Build(path.Origin);
        foreach (var visited in _visited)
        {
            if (RelativePath.IsAtOrBelow(visited, directory))
            {
                throw new RenderException(
                    $"cycle detected: candidate root '{KustomizationLoader.Display(directory)}' contains visited root '{KustomizationLoader.Display(visited)}'",
                    path.Origin);
            }
        }

        if (!isComponent && _tracked is null && _bases.Find(directory, _context, _visited) is { } known)
        {
            _context.Include(known);
            return known;
        }

        var part = _context.MakePart(() =>
        {
            var file = KustomizationLoader.Load(_context.Files, directory, path.Origin);
            _context.Enter(file);
            if (isComponent && !file.IsComponent)
                throw new RenderException($"expected kind 'Component' for path '{directory}' but got 'Kustomization'", path.Origin);
            if (!isComponent && file.IsComponent)
                throw new RenderException($"expected kind != 'Component' for path '{directory}'", path.Origin);
            var tracked = _tracked is null ? null : CleanPath.Join(_tracked, path.Value);
            return new KustomizationBuild(_context, file, _bases, _visited.Push(directory), _depth + 1, tracked).Run(start(file));
        });
        if (!isComponent && _tracked is null)
            _bases.Add(directory, _context, part);
        return part;
    }

    private void ReadConfiguration(Accumulation accumulation)
    {
        var configuration = TransformerConfiguration.Default;
        var added = TransformerConfiguration.Empty;
        foreach (var path in _file.Texts("configurations"))
            added = added.Merge(TransformerConfigurationReader.Read(_context.ReadYaml(_file.Directory, path.Value, path.Origin)), path.Origin);
        configuration = configuration.Merge(added, _file.Origin);
        accumulation.Configuration = accumulation.Configuration.Merge(configuration, _file.Origin);
        var resources = TransformerConfiguration.Empty;
        foreach (var path in _file.Texts("crds"))
            resources = resources.Merge(CrdConfiguration.Read(_context.ReadYaml(_file.Directory, path.Value, path.Origin), path.Origin), path.Origin);
        accumulation.Configuration = accumulation.Configuration.Merge(resources, _file.Origin);
    }

    private void Generate(Accumulation accumulation)
    {
        Generate(accumulation, GeneratorKind.ConfigMap, "configMapGenerator");
        Generate(accumulation, GeneratorKind.Secret, "secretGenerator");
        Charts.Report(_file, _context);
        foreach (var configuration in Configurations("generators"))
        {
            if (new BuiltInPlugins(_context, _file).Generate(configuration, ReadInput) is not { } made)
                continue;
            Absorb(accumulation, made with { Origin = configuration.Via[^1] }, StepOf(configuration));
            CheckSize(accumulation, configuration.Via[^1]);
        }
    }

    /// <summary>The objects that configure transformers or generators: written in place, or brought by files and directories.</summary>
    private IReadOnlyList<KustomizeObject> Configurations(string field)
    {
        var configurations = new Accumulation(_context.Budget);
        var paths = new List<YamlScalar>();
        foreach (var entry in _file.Texts(field))
        {
            if (InlineConfiguration.Read(entry) is not { } roots)
            {
                paths.Add(entry);
                continue;
            }

            foreach (var root in roots)
            {
                var item = new KustomizeObject(root, _context.Schemas) { Via = [(root["kind"] ?? root).Origin] };
                if (_tracked is not null)
                    item.Provenance = new BuildProvenance(new BuildStep(KustomizationPath), []);
                configurations.Objects.Append(item, entry.Origin);
            }
        }

        foreach (var path in paths)
            AddResource(configurations, path);
        // A plugin reads its configuration as it would be printed, so that a plain "y" is a text and not a truth value.
        foreach (var item in configurations.Objects.Objects)
            item.Root = ReceivedTree.Of(item.Root);
        return configurations.Objects.Objects;
    }

    private static BuildStep? StepOf(KustomizeObject configuration) => configuration.Provenance is { Source: { } source }
        ? new BuildStep("", source.Path, configuration.ApiVersion, configuration.Kind.Kind, configuration.Name, configuration.Namespace)
        : null;

    private void Generate(Accumulation accumulation, GeneratorKind kind, string field)
    {
        var options = _file.Mapping("generatorOptions");
        foreach (var entry in _file.Mappings(field))
        {
            var made = Make(kind, entry, options);
            Absorb(accumulation, made, _tracked is null ? null : BuiltInStep(kind == GeneratorKind.Secret ? "SecretGenerator" : "ConfigMapGenerator"));
            CheckSize(accumulation, made.Origin);
        }
    }

    /// <summary>
    /// Makes an object. Its files are often no part of a repository: where one is not here the object is known all the same, only its
    /// content is not.
    /// </summary>
    private GeneratedObject Make(GeneratorKind kind, YamlMapping entry, YamlMapping? options)
    {
        if (!_context.Options.IsPartial)
            return ObjectGenerator.Make(kind, entry, options, _file.Directory, ReadInput);
        var seen = ImmutableArray.CreateBuilder<RenderProblem>();
        var made = ObjectGenerator.Make(kind, entry, options, _file.Directory, (place, path) =>
        {
            try
            {
                return ReadInput(place, path);
            }
            catch (RenderException exception)
            {
                seen.Add(exception.Problem with { Kind = RenderProblemKind.Unsupported, Hides = ProducedKinds.None });
                return default;
            }
        });
        foreach (var problem in seen)
            _context.Report(problem);
        return made;
    }

    private ReadOnlyMemory<byte> ReadInput(Origin place, string path) => _context.ReadBytes(_file.Directory, path, place);

    /// <summary>Adds what a generator made, or brings it together with the object of its name.</summary>
    private void Absorb(Accumulation accumulation, GeneratedObject made, BuildStep? step)
    {
        var item = new KustomizeObject(made.Root, _context.Schemas) { NeedsHash = made.NeedsHash, IsGenerated = true, Via = [made.Origin] };
        if (step is not null)
            item.Provenance = new BuildProvenance(step, []);
        var id = item.Id;
        // Each one is looked for among all objects.
        _context.Budget.Spend(accumulation.Objects.Objects.Count, made.Origin);
        var known = accumulation.Objects.WithAnyId(id.Names);
        if (known.Count > 1)
            throw new RenderException($"found multiple objects that could accept merge of {id}", made.Origin);
        if (known.Count == 0)
        {
            if (made.Behavior is GeneratorBehavior.Merge or GeneratorBehavior.Replace)
            {
                if (!_context.IsIncomplete)
                    throw new RenderException($"id {id} does not exist; cannot merge or replace", made.Origin);
            }

            accumulation.Objects.Append(item, made.Origin);
            return;
        }

        if (made.Behavior is not (GeneratorBehavior.Merge or GeneratorBehavior.Replace))
            throw new RenderException($"id {id} exists; behavior must be merge or replace", made.Origin);
        var old = known[0];
        item.Root = GeneratedMerge.Apply(old.Root, made.Root, made.Behavior);
        item.TakeHistoryOf(old);
        if (made.Behavior == GeneratorBehavior.Merge && old.Provenance is not null)
            item.Provenance = old.Provenance;
        accumulation.Objects.Replace(old, item);
    }

    private void Transform(Accumulation accumulation)
    {
        foreach (var transformer in new BuiltInTransformers(_context, _file, accumulation.Configuration).List())
            ApplyWhereItCan(transformer, accumulation);
        foreach (var configuration in Configurations("transformers"))
        {
            if (new BuiltInPlugins(_context, _file).Transformers(configuration) is { } transformers)
                Apply(transformers, accumulation, StepOf(configuration));
        }
        CheckSize(accumulation, _file.Origin);
    }

    /// <summary>Where a part of the objects could not be seen, a transformer that does not find what it is for is left out.</summary>
    private void ApplyWhereItCan(ITransformer transformer, Accumulation accumulation)
    {
        try
        {
            Apply([transformer], accumulation, _tracked is null ? null : BuiltInStep(transformer.Kind));
        }
        catch (RenderException exception) when (_context.Options.IsPartial && _context.IsIncomplete && exception.Problem.Kind == RenderProblemKind.Invalid)
        {
            _context.Report(exception.Problem with { Kind = RenderProblemKind.Unsupported });
        }
    }

    /// <summary>A validator is a transformer that must leave everything as it is.</summary>
    private void Validate(Accumulation accumulation)
    {
        foreach (var configuration in Configurations("validators"))
        {
            if (new BuiltInPlugins(_context, _file).Transformers(configuration) is not { } transformers)
                continue;
            var before = Snapshot(accumulation);
            foreach (var transformer in transformers)
                transformer.Apply(accumulation.Objects);
            var after = Snapshot(accumulation);
            var changed = Enumerable.Range(0, after.Length).FirstOrDefault(i => i >= before.Length || before[i] != after[i], -1);
            if (changed >= 0)
                throw new RenderException($"validator shouldn't modify the resource map: {configuration.Id} changes {accumulation.Objects.Objects[changed].Id}", configuration.Via[^1]);
        }
    }

    /// <summary>Even a value that is written over with an equal one is a change.</summary>
    private static (YamlMapping Root, int Names)[] Snapshot(Accumulation accumulation) =>
        [.. accumulation.Objects.Objects.Select(item => (item.Root, item.Previous.Length))];

    /// <summary>What changes one of the fields that share a value changes the others too.</summary>
    private static void ApplyToShared(ITransformer transformer, ObjectList objects)
    {
        var before = objects.Objects.Where(item => item.HasSharedValues).Select(item => (Item: item, item.Root)).ToArray();
        transformer.Apply(objects);
        foreach (var (item, root) in before)
        {
            if (item.HasSharedValues && !ReferenceEquals(root, item.Root))
                item.Root = SharedValues.Settle(root, item.Root);
        }
    }

    private static void Apply(IEnumerable<ITransformer> transformers, Accumulation accumulation, BuildStep? step)
    {
        foreach (var transformer in transformers)
        {
            var isNoted = step is not null && BuildNotes.MayBeLostTo(transformer);
            if (isNoted)
                BuildNotes.Write(accumulation.Objects);
            ApplyToShared(transformer, accumulation.Objects);
            if (isNoted)
                BuildNotes.Read(accumulation.Objects);
        }

        if (step is not null)
        {
            foreach (var item in accumulation.Objects.Objects)
                item.Provenance = (item.Provenance ?? new BuildProvenance(null, [])).With(step);
        }

        accumulation.Objects.RemoveWhere(item => item.Root.Entries.IsEmpty);
        accumulation.Objects.CountNodes();
    }

    private string KustomizationPath => CleanPath.Join(_tracked!, _file.Path[(_file.Path.LastIndexOf('/') + 1)..]);

    private BuildStep BuiltInStep(string kind) => new("", KustomizationPath, "builtin", kind);

    private void CheckSize(Accumulation accumulation, Origin at)
    {
        if (accumulation.Objects.Weight > _context.Options.MaxNodes)
            throw new RenderException(new RenderProblem(RenderProblemKind.Limit, $"the objects of the kustomization hold more than {_context.Options.MaxNodes} nodes", at));
        if (accumulation.Objects.Objects.Count > _context.Options.MaxObjects)
            throw new RenderException(new RenderProblem(RenderProblemKind.Limit, $"the kustomization holds more than {_context.Options.MaxObjects} objects", at));
    }
}
