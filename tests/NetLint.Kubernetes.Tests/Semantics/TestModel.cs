using System.Collections.Frozen;
using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Kubernetes.Tests.Semantics;

/// <summary>A model over files written in one string; a line <c>#- path</c> starts a file, and each directory is a unit.</summary>
internal sealed class TestModel
{
    private readonly ResourceIndex _index;
    private readonly ImmutableArray<UnitScope> _units;

    private TestModel(ImmutableArray<UnitScope> units)
    {
        _units = units;
        _index = ResourceIndex.Build(units);
    }

    public static TestModel Of(string text, UnitOpenness openness = UnitOpenness.NeedsEvidence, string? @namespace = null, string? rewritten = null, ImmutableArray<Gap> gaps = default)
    {
        var files = Split(text).ToArray();
        var units = files.GroupBy(file => Directory(file.Path)).Select(group => new UnitScope(
            group.Key,
            @namespace,
            openness,
            [.. group.SelectMany(file => Read(file.Path, file.Text))],
            gaps.IsDefault ? [] : gaps)
        {
            Rewritten = rewritten is null ? FrozenSet<SourceId>.Empty : FrozenSet.Create(new SourceId(rewritten)),
        });
        return new TestModel([.. units]);
    }

    public SemanticModel ModelOf(Resource resource) => new(_units.Single(unit => unit.Resources.Contains(resource)), _index);

    public T The<T>(string name)
        where T : Resource => _units.SelectMany(unit => unit.Resources).OfType<T>().Single(resource => resource.Name == name);

    /// <summary>What the selector of the one Service of a name finds.</summary>
    public Lookup<PodTemplate> PodsOf(string service)
    {
        var from = The<Service>(service);
        return ModelOf(from).FindPods(from, from.Selector!);
    }

    public Lookup<Resource> EndpointsOf(string service)
    {
        var from = The<Service>(service);
        return ModelOf(from).FindEndpoints(from);
    }

    public static string Service(string selector, string name = "web", string? @namespace = null) =>
        $"{{ apiVersion: v1, kind: Service, metadata: {Metadata(name, @namespace)}, spec: {{ selector: {{ {selector} }}, ports: [{{ port: 80 }}] }} }}";

    public static string Deployment(string labels, string name = "web", string? @namespace = null) =>
        $"{{ apiVersion: apps/v1, kind: Deployment, metadata: {Metadata(name, @namespace)}, spec: {{ template: {{ metadata: {{ labels: {{ {labels} }} }}, spec: {{ containers: [{{ name: a }}] }} }} }} }}";

    private static string Metadata(string name, string? @namespace) => @namespace is null ? $"{{ name: {name} }}" : $"{{ name: {name}, namespace: {@namespace} }}";

    private static ImmutableArray<Resource> Read(string path, string text)
    {
        var resources = ImmutableArray.CreateBuilder<Resource>();
        foreach (var document in YamlReader.Read(SourceText.From(new SourceId(path), text), YamlReadOptions.Default).Documents)
            ResourceReader.Read(document, resources);
        return resources.DrainToImmutable();
    }

    private static IEnumerable<(string Path, string Text)> Split(string text)
    {
        var (path, lines) = ("manifests.yaml", new List<string>());
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (!line.StartsWith("#- ", StringComparison.Ordinal))
            {
                lines.Add(line);
                continue;
            }

            if (lines.Any(known => known.Trim().Length > 0))
                yield return (path, string.Join('\n', lines));
            (path, lines) = (line[3..].Trim(), []);
        }

        yield return (path, string.Join('\n', lines));
    }

    private static string Directory(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";
}
