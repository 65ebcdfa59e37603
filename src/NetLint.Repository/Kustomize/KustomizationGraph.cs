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
        var used = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var kustomizations = files.Where(file => file.Role == FileRole.Kustomization).ToImmutableArray();
        foreach (var file in kustomizations)
        {
            foreach (var reference in file.Documents.SelectMany(document => KustomizationReferences.Read(document)))
            {
                if (RelativePath.Combine(file.Directory, reference.Path) is not { } path)
                    continue;
                users.TryAdd(path, reference.Origin);
                if (!used.TryGetValue(file.Directory, out var paths))
                    used.Add(file.Directory, paths = []);
                paths.Add(path);
            }
        }

        return new KustomizationGraph(users, RootsOf(kustomizations, users, used));
    }

    /// <summary>The kustomizations that nothing uses, and one for each circle of kustomizations that use each other and that nothing else uses.</summary>
    private static ImmutableArray<RepositoryFile> RootsOf(ImmutableArray<RepositoryFile> kustomizations, Dictionary<string, Origin> users, Dictionary<string, List<string>> used)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var roots = ImmutableArray.CreateBuilder<RepositoryFile>();
        foreach (var file in kustomizations.Where(file => !users.ContainsKey(file.Directory)))
        {
            if (!IsComponent(file))
                roots.Add(file);
            Reach(file.Directory);
        }

        foreach (var file in kustomizations.Where(file => !reached.Contains(file.Directory) && !IsComponent(file)))
        {
            // An earlier one of the same circle may have led here in the meantime.
            if (reached.Contains(file.Directory))
                continue;
            roots.Add(file);
            Reach(file.Directory);
        }

        return [.. roots.OrderBy(file => file.Path, StringComparer.Ordinal)];

        void Reach(string directory)
        {
            var pending = new Stack<string>([directory]);
            while (pending.TryPop(out var at))
            {
                if (!reached.Add(at))
                    continue;
                foreach (var path in used.GetValueOrDefault(at) ?? [])
                    pending.Push(path);
            }
        }
    }

    /// <summary>A component changes what its users have; on its own it deploys nothing.</summary>
    private static bool IsComponent(RepositoryFile file) => file.Documents is [{ Root: YamlMapping root }, ..] && root["kind"] is YamlScalar { Value: "Component" };
}
