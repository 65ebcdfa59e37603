using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Discovery;

/// <summary>The directories that Argo CD and Flux objects deploy, as far as their paths tell, and those that tests apply step by step.</summary>
internal sealed class ManagedPaths
{
    private readonly ImmutableArray<(string Directory, Gap Gap)> _paths;

    private ManagedPaths(ImmutableArray<(string Directory, Gap Gap)> paths) => _paths = paths;

    public static ManagedPaths Of(RepositorySnapshot snapshot)
    {
        var directories = snapshot.Files.Select(file => file.Directory).ToHashSet(StringComparer.Ordinal);
        var paths = ImmutableArray.CreateBuilder<(string, Gap)>();
        foreach (var (file, resource) in snapshot.Files.Where(file => file.Role == FileRole.Manifest).SelectMany(file => file.Resources, (file, resource) => (file, resource)))
        {
            if (IsTest(resource) && file.Directory.Length > 0)
                paths.Add((file.Directory, new Gap(GapCode.Application, $"{resource.Kind} '{resource.Name}' applies these files one by one") { Origin = resource.NameOrigin }));
            foreach (var node in PathsOf(resource))
            {
                // A path of the whole repository, a variable or a path of another repository says nothing about the files here.
                if (RelativePath.Combine("", node.Value.StartsWith("./", StringComparison.Ordinal) ? node.Value[2..] : node.Value) is not { Length: > 0 } directory
                    || !directories.Any(known => RelativePath.IsAtOrBelow(known, directory)))
                    continue;
                paths.Add((directory, new Gap(GapCode.Application, $"{resource.Kind} '{resource.Name}' deploys this directory, and is not rendered") { Origin = node.Origin }));
            }
        }

        return new ManagedPaths(paths.DrainToImmutable());
    }

    /// <summary>The gap of the object that deploys a file; null when none does.</summary>
    public Gap? Covering(string path)
    {
        foreach (var (directory, gap) in _paths)
        {
            if (RelativePath.IsAtOrBelow(path, directory))
                return gap;
        }

        return null;
    }

    /// <summary>True for the plan of a test: the files beside it are its steps, some of which are meant to be refused.</summary>
    private static bool IsTest(Resource resource) => (resource.Group, resource.Kind) is ("chainsaw.kyverno.io" or "cli.kyverno.io", "Test") or ("kuttl.dev", "TestStep" or "TestAssert" or "TestSuite");

    private static IEnumerable<YamlScalar> PathsOf(Resource resource) => ((resource.Group, resource.Kind) switch
    {
        ("argoproj.io", "Application") => FieldPath.Select(resource.Node, "spec.source.path").Concat(FieldPath.Select(resource.Node, "spec.sources[].path")),
        ("argoproj.io", "ApplicationSet") => FieldPath.Select(resource.Node, "spec.template.spec.source.path"),
        ("kustomize.toolkit.fluxcd.io", "Kustomization") => FieldPath.Select(resource.Node, "spec.path"),
        _ => [],
    }).OfType<YamlScalar>();
}
