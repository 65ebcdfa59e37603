using NetLint.Repository.ArgoCd;
using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Discovery;

/// <summary>What was looked at to make something.</summary>
internal sealed class Observations
{
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _directories = new(StringComparer.Ordinal);
    private readonly HashSet<string> _trees = new(StringComparer.Ordinal);

    /// <summary>Notes a file or directory of which the content, or whether it is there, was looked at.</summary>
    public string Path(string path)
    {
        _paths.Add(path);
        return path;
    }

    /// <summary>Notes paths.</summary>
    public void Paths(IEnumerable<string> paths) => _paths.UnionWith(paths);

    /// <summary>Notes a directory whose files were listed.</summary>
    public void Directory(string directory) => _directories.Add(directory);

    /// <summary>Notes a directory whose files were listed at any depth.</summary>
    public void Tree(string directory) => _trees.Add(directory);

    /// <summary>True when nothing that was looked at is among the changes.</summary>
    public bool AreUntouchedBy(SnapshotChanges changes) =>
        !changes.Touch(_paths)
        && !changes.Listed.Any(path => _directories.Contains(FileClassifier.DirectoryOf(path)) || _trees.Any(directory => RelativePath.IsAtOrBelow(path, directory)));
}

/// <summary>The inputs of a discovery for one deployment: whatever is looked at is noted, so that it is known when to look again.</summary>
internal sealed class ObservedInputs(DiscoveryInputs inputs) : IKustomizeFiles
{
    /// <summary>What was looked at so far.</summary>
    public Observations Seen { get; } = new();

    /// <summary>The files a kustomization may read.</summary>
    public IKustomizeFiles Files => this;

    /// <summary>Tells which addresses are this repository.</summary>
    public RepositoryIdentity Identity => inputs.Identity;

    /// <summary>Every file and directory.</summary>
    public RepositoryPaths AllPaths
    {
        get
        {
            Seen.Tree("");
            return inputs.Paths;
        }
    }

    /// <summary>True for a directory that holds a file at any depth.</summary>
    public bool HasDirectory(string directory)
    {
        Seen.Path(directory);
        return inputs.Paths.Contains(directory);
    }

    /// <summary>The files at any depth below a directory.</summary>
    public IEnumerable<string> Below(string directory)
    {
        Seen.Tree(directory);
        return inputs.Paths.Below(directory);
    }

    /// <summary>The names of the files that a directory itself holds.</summary>
    public IEnumerable<string> NamesIn(string directory)
    {
        Seen.Directory(directory);
        return inputs.Paths.NamesIn(directory);
    }

    /// <summary>A file that holds manifests; null when the path is none.</summary>
    public RepositoryFile? Manifest(string path) => inputs.Manifests.GetValueOrDefault(Seen.Path(path));

    /// <summary>Renders as kustomize does by default.</summary>
    public RenderResult Render(string directory, Func<YamlMapping?, YamlMapping>? edit) => Noted(inputs.Renderer.Render(directory, edit));

    /// <summary>Renders as Flux does, which lets a kustomization read any file of the repository.</summary>
    public RenderResult RenderUnrestricted(string directory, Func<YamlMapping?, YamlMapping> edit) => Noted(inputs.UnrestrictedRenderer.Render(directory, edit));

    /// <inheritdoc/>
    public PathKind KindOf(string path) => inputs.Files.KindOf(Seen.Path(path));

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? ReadBytes(string path) => inputs.Files.ReadBytes(Seen.Path(path));

    /// <inheritdoc/>
    public SourceText? ReadText(string path) => inputs.Files.ReadText(Seen.Path(path));

    /// <inheritdoc/>
    public YamlStream? ReadYaml(string path) => inputs.Files.ReadYaml(Seen.Path(path));

    private RenderResult Noted(RenderResult result)
    {
        Seen.Paths(result.Inputs);
        return result;
    }
}
