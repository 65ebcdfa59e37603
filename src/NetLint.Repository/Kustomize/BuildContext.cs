using System.Collections.Immutable;
using NetLint.Kubernetes.Knowledge;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Repository.Kustomize.Schema;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize;

/// <summary>What the parts of one build share: the files it may read, the schemas in force, what it has noted so far.</summary>
internal sealed class BuildContext
{
    private readonly IKustomizeFiles _files;
    private readonly List<RenderProblem> _problems = [];
    private HashSet<string> _inputs = new(StringComparer.Ordinal);

    public BuildContext(IKustomizeFiles files, KustomizeOptions options)
    {
        _files = files;
        Options = options;
        Files = new RecordingFiles(this);
    }

    /// <summary>What the build may cost.</summary>
    public BuildBudget Budget { get; } = new();

    /// <summary>How it is rendered.</summary>
    public KustomizeOptions Options { get; }

    /// <summary>The files; whatever is looked at is noted.</summary>
    public IKustomizeFiles Files { get; }

    /// <summary>The schemas in force.</summary>
    public SchemaScope Schemas { get; } = new();

    /// <summary>The paths that were looked at.</summary>
    public IReadOnlySet<string> Inputs => _inputs;

    /// <summary>What could not be rendered.</summary>
    public IReadOnlyList<RenderProblem> Problems => _problems;

    /// <summary>True when something was left out, so that what refers to it may be without its target.</summary>
    public bool IsIncomplete => _problems.Exists(problem => problem.Hides != ProducedKinds.None);

    /// <summary>Notes what a part of the build, made now or earlier, looked at and could not render.</summary>
    public void Include(BuildPart part)
    {
        _inputs.UnionWith(part.Inputs);
        foreach (var problem in part.Problems)
            Report(problem);
    }

    /// <summary>Makes a part of the build that may need what cannot be seen; null, with the problem noted, when it does.</summary>
    public T? Attempt<T>(Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (RenderException exception) when (Options.IsPartial && exception.Problem.Kind == RenderProblemKind.Unsupported)
        {
            Report(exception.Problem);
            return null;
        }
    }

    /// <summary>Makes a part of the build and keeps apart what it looks at and cannot render.</summary>
    public BuildPart MakePart(Func<Accumulation> make)
    {
        var outer = _inputs;
        var problems = _problems.Count;
        _inputs = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            var accumulation = make();
            return new BuildPart(accumulation, _inputs, [.. _problems.Skip(problems)]);
        }
        finally
        {
            outer.UnionWith(_inputs);
            _inputs = outer;
        }
    }

    /// <summary>Notes a problem, or ends the build where everything must be rendered.</summary>
    public void Report(RenderProblem problem)
    {
        if (!Options.IsPartial)
            throw new RenderException(problem);
        if (!_problems.Contains(problem))
            _problems.Add(problem);
    }

    /// <summary>Takes over the schemas that a kustomization names.</summary>
    public void Enter(KustomizationFile file) => Schemas.Enter(file.Root, path => ReadYaml(file.Directory, path.Value, path.Origin));

    /// <summary>The path that a kustomization names, relative to the root of the repository.</summary>
    /// <exception cref="RenderException">It leads out of the repository.</exception>
    public static string Resolve(string directory, YamlScalar path) => Resolve(directory, path.Value, path.Origin);

    /// <inheritdoc cref="Resolve(string, YamlScalar)"/>
    public static string Resolve(string directory, string path, Origin at) =>
        RelativePath.Combine(directory, path) ?? throw new RenderException(new RenderProblem(
            RenderProblemKind.Unsupported,
            path.StartsWith('/') ? $"the path '{path}' is absolute and is not read" : $"the path '{path}' leads out of the repository and is not read",
            at));

    /// <summary>The bytes of a file that a kustomization uses.</summary>
    /// <exception cref="RenderException">It may not be read, or there is none.</exception>
    public ReadOnlyMemory<byte> ReadBytes(string directory, string path, Origin at) =>
        Files.ReadBytes(Confirm(directory, path, at)) ?? throw Unreadable(path, at);

    /// <summary>The documents of a file that a kustomization uses.</summary>
    /// <exception cref="RenderException">It may not be read, or there is none.</exception>
    public YamlStream ReadYaml(string directory, string path, Origin at) =>
        Files.ReadYaml(Confirm(directory, path, at)) ?? throw Unreadable(path, at);

    /// <summary>The path of a file that may be read.</summary>
    /// <exception cref="RenderException">It may not be read, or there is none.</exception>
    public string Confirm(string directory, string path, Origin at)
    {
        if (RemoteAddress.Is(path))
            throw new RenderException(new RenderProblem(RenderProblemKind.Unsupported, $"the remote file '{path}' is not fetched", at));
        var resolved = Resolve(directory, path, at);
        switch (Files.KindOf(resolved))
        {
            case PathKind.Missing:
                throw new RenderException($"the file '{path}' does not exist", at);
            case PathKind.Directory:
                throw new RenderException($"'{path}' must resolve to a file", at);
            case PathKind.Unseen:
                throw new RenderException(new RenderProblem(RenderProblemKind.Unsupported, $"the file '{path}' is not here to be seen", at));
            case PathKind.Refused:
                throw new RenderException(new RenderProblem(RenderProblemKind.Unsupported, $"'{path}' is not read: it leads out of the repository or through a symbolic link to a directory, or it is no regular file", at));
        }

        if (Options.LoadRestriction == LoadRestriction.RootOnly && !RelativePath.IsAtOrBelow(resolved, directory))
        {
            var message = $"security; file '{resolved}' is not in or below '{KustomizationLoader.Display(directory)}'";
            if (!Options.IsPartial)
                throw new RenderException(message, at);
            // Whoever builds it may lift the restriction, so the rest is worth a look.
            Report(new RenderProblem(RenderProblemKind.Restricted, message, at) { Hides = ProducedKinds.None });
        }

        return resolved;
    }

    private static RenderException Unreadable(string path, Origin at) => new($"the file '{path}' cannot be read", at);

    /// <summary>Notes every path that is looked at, before it is looked at.</summary>
    private sealed class RecordingFiles(BuildContext context) : IKustomizeFiles
    {
        public PathKind KindOf(string path) => context._files.KindOf(Noted(path));

        public ReadOnlyMemory<byte>? ReadBytes(string path) => context._files.ReadBytes(Noted(path));

        public SourceText? ReadText(string path) => context._files.ReadText(Noted(path));

        public YamlStream? ReadYaml(string path) => context._files.ReadYaml(Noted(path));

        private string Noted(string path)
        {
            context._inputs.Add(path);
            return path;
        }
    }
}

/// <summary>What one kustomization and everything below it came to.</summary>
/// <param name="Accumulation">The result.</param>
/// <param name="Inputs">The paths that were looked at.</param>
/// <param name="Problems">What could not be rendered.</param>
internal sealed record BuildPart(Accumulation Accumulation, IReadOnlyCollection<string> Inputs, IReadOnlyList<RenderProblem> Problems)
{
    /// <summary>The directories of kustomizations among the paths.</summary>
    public ImmutableArray<string> Directories { get; } =
    [
        .. Inputs.Where(path => KustomizationLoader.FileNames.Contains(path[(path.LastIndexOf('/') + 1)..])).Select(path => FileClassifier.DirectoryOf(path)).Distinct(),
    ];
}
