using System.Collections.Frozen;
using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Kubernetes.Tests.Semantics;

/// <summary>Files as the units of a repository: one unit a directory, an index over all.</summary>
internal sealed class NameLookupWorld
{
    private readonly ImmutableArray<UnitScope> _units;
    private readonly ResourceIndex _index;

    public NameLookupWorld(UnitOpenness openness, string[] rewritten, params (string Path, string Text)[] files)
    {
        _units =
        [
            .. files.GroupBy(file => DirectoryOf(file.Path)).Select(directory => new UnitScope(
                directory.Key, Namespace: null, openness, [.. directory.SelectMany(file => Read(file.Path, file.Text))], [])
            {
                Rewritten = rewritten.Select(path => new SourceId(path)).ToFrozenSet(),
            }),
        ];
        _index = ResourceIndex.Build(_units);
    }

    public static NameLookupWorld Repository(params (string Path, string Text)[] files) => new(UnitOpenness.NeedsEvidence, [], files);

    public static NameLookupWorld Closed(params (string Path, string Text)[] files) => new(UnitOpenness.Closed, [], files);

    /// <summary>Asks for an object from the first Ingress of a file.</summary>
    public Lookup<T> Find<T>(string path, string name)
        where T : Resource
    {
        var (model, ingress) = At(path);
        return model.Find<T>(ingress, name);
    }

    public (SemanticModel Model, Ingress Ingress) At(string path)
    {
        var unit = _units.First(unit => unit.Name == DirectoryOf(path));
        return (new SemanticModel(unit, _index), unit.Resources.OfType<Ingress>().First(item => item.Source.Id.Path == path));
    }

    private static string DirectoryOf(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    private static ImmutableArray<Resource> Read(string path, string text)
    {
        var resources = ImmutableArray.CreateBuilder<Resource>();
        foreach (var document in YamlReader.Read(SourceText.From(new SourceId(path), text), YamlReadOptions.Default).Documents)
            ResourceReader.Read(document, resources);
        return resources.DrainToImmutable();
    }
}
