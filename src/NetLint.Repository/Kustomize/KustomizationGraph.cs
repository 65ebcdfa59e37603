using System.Collections.Immutable;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize;

/// <summary>Which kustomizations use which files and directories.</summary>
internal sealed class KustomizationGraph
{
    private readonly Dictionary<string, Origin> _users;

    private KustomizationGraph(Dictionary<string, Origin> users, ImmutableArray<RepositoryFile> roots)
    {
        _users = users;
        Roots = roots;
    }

    /// <summary>The kustomizations that no other one uses.</summary>
    public ImmutableArray<RepositoryFile> Roots { get; }

    /// <summary>The place where a kustomization names a file; null when none does.</summary>
    public Origin? UserOf(string path) => _users.TryGetValue(path, out var origin) ? origin : null;

    public static KustomizationGraph Build(ImmutableArray<RepositoryFile> files)
    {
        var users = new Dictionary<string, Origin>(StringComparer.Ordinal);
        var kustomizations = files.Where(file => file.Role == FileRole.Kustomization).ToImmutableArray();
        foreach (var file in kustomizations)
        {
            foreach (var reference in file.Documents.SelectMany(document => KustomizationReferences.Read(document)))
            {
                if (RelativePath.Combine(file.Directory, reference.Path) is { } path)
                    users.TryAdd(path, reference.Origin);
            }
        }

        return new KustomizationGraph(users, [.. kustomizations.Where(file => !users.ContainsKey(file.Directory) && !IsComponent(file))]);
    }

    /// <summary>A component changes what its users have; on its own it deploys nothing.</summary>
    private static bool IsComponent(RepositoryFile file) => file.Documents is [{ Root: YamlMapping root }, ..] && root["kind"] is YamlScalar { Value: "Component" };
}
