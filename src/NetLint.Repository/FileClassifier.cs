namespace NetLint.Repository;

/// <summary>Tells from paths alone what a file is. What kustomizations say of other files comes later.</summary>
public sealed class FileClassifier
{
    /// <summary>The name of the configuration file.</summary>
    public const string ConfigurationFileName = ".netlint.yaml";

    private readonly HashSet<string> _chartDirectories;

    private FileClassifier(HashSet<string> chartDirectories) => _chartDirectories = chartDirectories;

    /// <summary>Makes a classifier for the files of a repository: a directory with a <c>Chart.yaml</c> is a chart.</summary>
    public static FileClassifier For(IEnumerable<string> paths)
    {
        var charts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (IsChartName(path))
                charts.Add(DirectoryOf(path));
        }

        return new FileClassifier(charts);
    }

    /// <summary>True for the three names of a kustomization file.</summary>
    public static bool IsKustomizationName(string name) => name is "kustomization.yaml" or "kustomization.yml" or "Kustomization";

    /// <summary>True for the file that makes its directory a chart.</summary>
    public static bool IsChartName(string path) => NameOf(path) is "Chart.yaml" or "Chart.yml";

    /// <summary>True when the name of the file is one that may hold manifests or inputs of a renderer.</summary>
    public static bool IsRelevant(string path) =>
        path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        || NameOf(path) == "Kustomization";

    /// <summary>The directory part of a path; "" for the root.</summary>
    public static string DirectoryOf(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }

    /// <summary>The last segment of a path.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>What the file is.</summary>
    public FileRole Classify(string path)
    {
        var name = NameOf(path);
        if (path == ConfigurationFileName)
            return FileRole.Configuration;
        if (IsKustomizationName(name))
            return FileRole.Kustomization;
        if (_chartDirectories.Count == 0)
            return FileRole.Manifest;

        var directory = DirectoryOf(path);
        if (IsChartName(name))
            return FileRole.Chart;
        if (_chartDirectories.Contains(directory))
            return IsChartInput(name) ? FileRole.ChartInput : FileRole.Manifest;
        for (var at = directory; ; at = DirectoryOf(at))
        {
            var parent = DirectoryOf(at);
            if (NameOf(at) == "templates" && at.Length > 0 && _chartDirectories.Contains(parent))
                return FileRole.ChartTemplate;
            if (at.Length == 0)
                return FileRole.Manifest;
        }
    }

    private static bool IsChartInput(string name) =>
        name.StartsWith("values", StringComparison.Ordinal) || name is "requirements.yaml" or "requirements.lock" or "Chart.lock";
}
