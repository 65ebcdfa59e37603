using NetLint.Syntax.Yaml;

namespace NetLint.Repository.ArgoCd;

/// <summary>What turns a source into manifests.</summary>
public enum SourceTool
{
    /// <summary>The files are applied as they are.</summary>
    Directory,

    /// <summary>kustomize builds the directory.</summary>
    Kustomize,

    /// <summary>Helm renders a chart.</summary>
    Helm,

    /// <summary>A plugin of the installation, which is not seen.</summary>
    Plugin,

    /// <summary>Options of several tools are written, which Argo CD refuses.</summary>
    Refused,
}

/// <summary>Chooses the tool as Argo CD does.</summary>
public static class SourceTools
{
    /// <summary>The file in the directory of a source whose options are merged into those of the source.</summary>
    public const string OverridesFile = ".argocd-source.yaml";

    /// <summary>The same for one Application alone, which comes after the file for all.</summary>
    public static string OverridesFileOf(string application) => $".argocd-source-{application}.yaml";

    /// <summary>
    /// The tool of a source. Options that are written choose it; else the files of the directory do. A plugin of the installation may claim any
    /// directory, which cannot be seen from the repository.
    /// </summary>
    /// <param name="source">The source, with the options of <see cref="OverridesFile"/> merged in.</param>
    /// <param name="fileNames">The names of the files in its directory; nothing below it counts.</param>
    public static SourceTool Choose(ApplicationSource source, IEnumerable<string> fileNames)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(fileNames);
        if (source.Chart is not null)
            return SourceTool.Helm;
        if (Explicit(source) is { } tool)
            return tool;

        // Argo CD walks the names in order and the last that tells wins: a kustomization beside a Chart.yaml is built by kustomize.
        var result = SourceTool.Directory;
        foreach (var name in fileNames.Order(StringComparer.Ordinal))
        {
            if (name.EndsWith("Chart.yaml", StringComparison.Ordinal))
                result = SourceTool.Helm;
            if (FileClassifier.IsKustomizationName(name))
                result = SourceTool.Kustomize;
        }

        return result;
    }

    /// <summary>
    /// The source with the options of a file in its directory merged in: members of the file win, a null removes. Address, path, revision and
    /// chart stay as the Application says.
    /// </summary>
    /// <param name="source">The source.</param>
    /// <param name="overrides">The root of <see cref="OverridesFile"/>.</param>
    public static ApplicationSource Merge(ApplicationSource source, YamlMapping overrides)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(overrides);
        var merged = ApplicationReader.ReadSource(MergePatch(source.Node, overrides));
        return merged with { RepoUrl = source.RepoUrl, Path = source.Path, TargetRevision = source.TargetRevision, Chart = source.Chart };
    }

    private static SourceTool? Explicit(ApplicationSource source)
    {
        SourceTool? tool = null;
        Set(source.Kustomize is not null, SourceTool.Kustomize);
        Set(source.Helm is not null, SourceTool.Helm);
        Set(source.Directory is not null, SourceTool.Directory);
        Set(source.Plugin is not null, SourceTool.Plugin);
        return tool;

        void Set(bool isWritten, SourceTool value) => tool = !isWritten ? tool : tool is null ? value : SourceTool.Refused;
    }

    /// <summary>RFC 7396.</summary>
    private static YamlMapping MergePatch(YamlMapping target, YamlMapping patch)
    {
        foreach (var entry in patch.Entries)
        {
            if (entry is not { Key: YamlScalar key, Name: { } name })
                continue;
            if (entry.Value.IsNull)
                target = target.Without(name);
            else if (entry.Value is YamlMapping inner && target[name] is YamlMapping present)
                target = target.With(key, MergePatch(present, inner));
            else
                target = target.With(key, entry.Value);
        }

        return target;
    }
}
