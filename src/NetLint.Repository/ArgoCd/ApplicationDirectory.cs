using NetLint.Syntax.Yaml;

namespace NetLint.Repository.ArgoCd;

/// <summary>Which files of a directory Argo CD applies when it holds neither a chart nor a kustomization.</summary>
public sealed class ApplicationDirectory
{
    /// <summary>A file that holds this text anywhere is left out.</summary>
    public const string SkipMarker = "+argocd:skip-file-rendering";

    private readonly GlobPattern? _include;
    private readonly GlobPattern? _exclude;

    /// <summary>Makes the options.</summary>
    /// <param name="node">Where they are written; null for the defaults.</param>
    public ApplicationDirectory(YamlMapping? node)
    {
        Node = node;
        IsRecursive = node.Flag("recurse");
        TakesEveryExtension = node.Flag("disableExtensionFilter");
        Include = node.Text("include");
        Exclude = node.Text("exclude");
        Jsonnet = node.Mapping("jsonnet");
        _include = Include is null ? null : GlobPattern.Compile(Include.Value, GlobDialect.Gobwas);
        _exclude = Exclude is null ? null : GlobPattern.Compile(Exclude.Value, GlobDialect.Gobwas);
    }

    /// <summary>Only the files of the directory itself, with the usual extensions.</summary>
    public static ApplicationDirectory Default { get; } = new(null);

    /// <summary>Where the options are written; null for the defaults.</summary>
    public YamlMapping? Node { get; }

    /// <summary>True when directories below are read too.</summary>
    public bool IsRecursive { get; }

    /// <summary>True when a file may have any extension.</summary>
    public bool TakesEveryExtension { get; }

    /// <summary>The glob that files must match.</summary>
    public YamlScalar? Include { get; }

    /// <summary>The glob that files must not match; it wins over <see cref="Include"/>.</summary>
    public YamlScalar? Exclude { get; }

    /// <summary>The options of jsonnet files, which are not evaluated.</summary>
    public YamlMapping? Jsonnet { get; }

    /// <summary>The glob that cannot be understood, so that it is not known which files are applied; null when all can.</summary>
    public YamlScalar? Unreadable => Include is not null && _include is null ? Include : Exclude is not null && _exclude is null ? Exclude : null;

    /// <summary>True when the file is applied, as far as its name tells; a glob that cannot be understood selects nothing and excludes nothing.</summary>
    /// <param name="path">The path relative to the directory, with <c>/</c>.</param>
    public bool Selects(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!IsRecursive && path.Contains('/', StringComparison.Ordinal))
            return false;
        if (!TakesEveryExtension && !IsManifestName(path))
            return false;
        if (_exclude?.Matches(path) == true)
            return false;
        return Include is null || _include?.Matches(path) == true;
    }

    /// <summary>True for a file that jsonnet evaluates.</summary>
    public static bool IsJsonnet(string path) => path.EndsWith(".jsonnet", StringComparison.Ordinal);

    private static bool IsManifestName(string path) =>
        path.EndsWith(".yaml", StringComparison.Ordinal)
        || path.EndsWith(".yml", StringComparison.Ordinal)
        || path.EndsWith(".json", StringComparison.Ordinal)
        || IsJsonnet(path);
}
