using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Repository.Kustomize.Transformers;
using NetLint.Repository.Kustomize.Variables;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize;

/// <summary>
/// Renders kustomizations as kustomize 5.7 does, on syntax trees, so that every value still knows where it was written. Renderings share
/// files and bases. Safe for several threads.
/// </summary>
public sealed class KustomizeRenderer
{
    private readonly IKustomizeFiles _files;
    private readonly KustomizeOptions _options;
    private readonly BaseCache _bases;

    /// <summary>Makes a renderer.</summary>
    /// <param name="files">The files of the repository.</param>
    /// <param name="options">How to render.</param>
    public KustomizeRenderer(IKustomizeFiles files, KustomizeOptions options)
        : this(files, options, new BaseCache())
    {
    }

    private KustomizeRenderer(IKustomizeFiles files, KustomizeOptions options, BaseCache bases)
    {
        _files = files;
        _options = options;
        _bases = bases;
    }

    /// <summary>How many bases had to be made so far; a base that several overlays use is made once.</summary>
    public int BasesMade => _bases.Misses;

    /// <summary>A renderer for files that have changed. It keeps the bases that looked at none of them.</summary>
    /// <param name="files">The files as they are now.</param>
    /// <param name="changed">The paths of files that changed, came or went.</param>
    public KustomizeRenderer WithChanges(IKustomizeFiles files, IReadOnlySet<string> changed) => new(files, _options, _bases.Without(changed));

    /// <summary>Renders the kustomization of a directory. Never throws for what it finds there.</summary>
    /// <param name="directory">The directory, relative to the root of the repository.</param>
    public RenderResult Render(string directory) => Render(directory, edit: null);

    /// <summary>Renders a directory the way a deployment tool does that changes the kustomization file, or writes one, before it is built.</summary>
    /// <param name="directory">The directory, relative to the root of the repository.</param>
    /// <param name="edit">
    /// Gives the root of the kustomization to build for the one that is written; null is passed where none is. Null builds what is written.
    /// </param>
    public RenderResult Render(string directory, Func<YamlMapping?, YamlMapping>? edit)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var context = new BuildContext(_files, _options);
        try
        {
            return new RenderResult(Build(context, directory, edit), [.. context.Problems], context.Inputs);
        }
        catch (RenderException exception)
        {
            return new RenderResult([], [.. context.Problems, exception.Problem], context.Inputs) { IsFailed = true };
        }
    }

    private ImmutableArray<RenderedObject> Build(BuildContext context, string directory, Func<YamlMapping?, YamlMapping>? edit)
    {
        var file = edit is null ? KustomizationLoader.Load(context.Files, directory, from: null) : KustomizationLoader.Load(context.Files, directory, edit);
        context.Enter(file);
        var metadata = new BuildMetadata(file);
        var build = new KustomizationBuild(context, file, _bases, ImmutableStack.Create(directory), depth: 0, metadata.IsTracked ? "" : null);
        var accumulation = build.Run(new Accumulation(context.Budget));
        // What follows is done once, when every layer has had its say: only now are names final.
        NameHashTransformer.Apply(accumulation.Objects);
        NameReferenceTransformer.Apply(accumulation.Objects, accumulation.Configuration.References, file.Origin);
        VariableTransformer.Apply(accumulation.Objects, accumulation.Variables, accumulation.Configuration.VarReference, context);
        foreach (var item in accumulation.Objects.Objects)
            CheckIdentity(item);
        accumulation.Objects.RemoveWhere(IsLocal);
        LegacyOrder.Apply(accumulation.Objects, file.Mapping("sortOptions"));
        metadata.Finish(accumulation.Objects);
        return [.. accumulation.Objects.Objects.Select(item => new RenderedObject(item.Root, item.Via))];
    }

    /// <summary>A replacement may have taken away what every object needs.</summary>
    private static void CheckIdentity(KustomizeObject item)
    {
        var kind = item.Id.Kind.Kind;
        if (kind.Length == 0)
            throw new RenderException($"missing kind in object '{item.Name}'", (item.Root["kind"] ?? item.Root).Origin);
        if (item.Name.Length == 0 && !kind.EndsWith("List", StringComparison.Ordinal))
            throw new RenderException($"missing metadata.name in object of kind {kind}", (item.NameNode ?? (YamlNode)item.Root).Origin);
    }

    /// <summary>Objects that only configure the build are not part of its result.</summary>
    private static bool IsLocal(KustomizeObject item) =>
        (item.Metadata?["annotations"] as YamlMapping)?["config.kubernetes.io/local-config"] is { } local && local is not YamlScalar { Value: "false" };
}
