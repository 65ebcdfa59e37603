using System.Collections.Immutable;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Loading;

/// <summary>Finds and reads the kustomization of a directory.</summary>
internal static class KustomizationLoader
{
    /// <summary>The names a kustomization may have.</summary>
    public static ImmutableArray<string> FileNames { get; } = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

    /// <summary>Reads the kustomization of a directory.</summary>
    /// <param name="files">The files.</param>
    /// <param name="directory">The directory.</param>
    /// <param name="from">The place that leads here; null for the directory that is built.</param>
    /// <exception cref="RenderException">There is none, there are several, or it is not valid.</exception>
    public static KustomizationFile Load(IKustomizeFiles files, string directory, Origin? from)
    {
        var found = FileNames.Select(name => Join(directory, name)).Where(path => files.KindOf(path) == PathKind.File).ToArray();
        if (found.Length != 1)
        {
            throw new RenderException(
                found.Length == 0
                    ? $"unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '{Display(directory)}'"
                    : $"found multiple kustomization files in directory '{Display(directory)}': {string.Join(", ", found.Select(path => $"'{path}'"))}",
                from ?? StartOf(SourceText.From(new SourceId(found.FirstOrDefault() ?? Display(directory)), "")));
        }

        var path = found[0];
        var stream = files.ReadYaml(path) ?? throw new RenderException($"the file '{path}' cannot be read", from ?? StartOf(SourceText.From(new SourceId(path), "")));
        var document = stream.Documents.FirstOrDefault();
        if (document?.Errors.FirstOrDefault() is { } error)
            throw new RenderException($"invalid Kustomization '{path}': {error.Message}", new Origin(stream.Source, error.Span));
        if (document is not null)
            GoSyntax.CheckTexts(document);
        var file = document?.Root switch
        {
            YamlMapping root => new KustomizationFile(path, directory, KustomizationFields.Normalize(root)),
            null or { IsNull: true } => throw new RenderException($"the kustomization '{path}' is empty", StartOf(stream.Source)),
            var other => throw new RenderException($"invalid Kustomization '{path}': it must be a mapping", other.Origin),
        };
        Validate(file);
        return file;
    }

    /// <summary>Reads the kustomization of a directory as a deployment tool leaves it, or the one that the tool writes where there is none.</summary>
    public static KustomizationFile Load(IKustomizeFiles files, string directory, Func<YamlMapping?, YamlMapping> edit)
    {
        if (FileNames.All(name => files.KindOf(Join(directory, name)) != PathKind.File))
            return new KustomizationFile(Join(directory, FileNames[0]), directory, edit(null));
        var file = Load(files, directory, from: null);
        return new KustomizationFile(file.Path, directory, edit(file.Root));
    }

    /// <summary>A directory the way a person reads it.</summary>
    public static string Display(string directory) => directory.Length == 0 ? "." : directory;

    /// <summary>A path below a directory.</summary>
    public static string Join(string directory, string name) => directory.Length == 0 ? name : $"{directory}/{name}";

    private static void Validate(KustomizationFile file)
    {
        if (file.Root.Entries.All(entry => entry.Name is "apiVersion" or "kind" || entry.Value is { IsNull: true } or YamlScalar { Value: "" }))
            throw new RenderException($"the kustomization '{file.Path}' is empty", file.Origin);
        var kind = Fields.Text(file.Root, "kind");
        if (kind is not (null or { Value: "" or "Kustomization" or "Component" }))
            throw new RenderException("kind should be Kustomization or Component", kind.Origin);
        var version = Fields.Text(file.Root, "apiVersion");
        var required = file.IsComponent ? "kustomize.config.k8s.io/v1alpha1" : "kustomize.config.k8s.io/v1beta1";
        if (version is { Value.Length: > 0 } && version.Value != required)
            throw new RenderException($"apiVersion for {(file.IsComponent ? "Component" : "Kustomization")} should be {required}", version.Origin);
    }

    private static Origin StartOf(SourceText source) => new(source, new TextSpan(0, 0));
}
