using System.Collections.Immutable;
using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository.Flux;
using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Output;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;
using ResourceId = NetLint.Kubernetes.Resources.ResourceId;

namespace NetLint.Repository.Discovery;

/// <summary>What a rendering came to, as resources.</summary>
/// <param name="Resources">The resources in the order of the rendering.</param>
/// <param name="Ways">How each of them came into it, innermost place first.</param>
/// <param name="Gaps">What could not be seen.</param>
/// <param name="Problems">What could not be rendered.</param>
/// <param name="Inputs">The paths that were looked at.</param>
/// <param name="IsFailed">True when nothing could be rendered.</param>
internal sealed record RenderedUnit(
    ImmutableArray<Resource> Resources,
    IReadOnlyDictionary<Resource, ImmutableArray<Origin>> Ways,
    ImmutableArray<Gap> Gaps,
    ImmutableArray<RenderProblem> Problems,
    IReadOnlySet<string> Inputs,
    bool IsFailed)
{
    /// <summary>Turns a rendering into resources, each as the API server receives it.</summary>
    /// <param name="result">The rendering.</param>
    /// <param name="change">What the deployment tool does to each object after it is built; null when nothing.</param>
    public static RenderedUnit Of(RenderResult result, Func<YamlMapping, SubstitutedResource>? change = null)
    {
        try
        {
            return Received(result, change);
        }
        catch (RenderException exception)
        {
            // What cannot be printed is not deployed, and nothing with it.
            return Received(result with { Objects = [], Problems = result.Problems.Add(exception.Problem), IsFailed = true }, change: null);
        }
    }

    private static RenderedUnit Received(RenderResult result, Func<YamlMapping, SubstitutedResource>? change)
    {
        var resources = ImmutableArray.CreateBuilder<Resource>(result.Objects.Length);
        var ways = new Dictionary<Resource, ImmutableArray<Origin>>(ReferenceEqualityComparer.Instance);
        var gaps = ImmutableArray.CreateBuilder<Gap>();
        var problems = result.Problems.ToBuilder();
        foreach (var item in result.Objects)
        {
            var changed = change?.Invoke(item.Root) ?? new SubstitutedResource(item.Root, [], null);
            if (Receive(changed.Node, out var refused) is not { } received)
                return Failed(result, refused!);
            var resource = ResourceReader.FromTree(received);
            resources.Add(resource);
            ways[resource] = item.Via;
            foreach (var variable in changed.Unresolved)
                gaps.Add(new Gap(GapCode.Substitution, $"the value of the variable '{variable.Name}' is not known") { Kinds = ProducedKinds.None, Origin = variable.Origin });
            if (changed.Problem is { } problem && !problems.Contains(problem))
                problems.Add(problem);
        }

        foreach (var problem in result.Problems.Where(problem => problem.Hides != ProducedKinds.None))
            gaps.Add(new Gap(GapCode.Kustomization, problem.Message) { Kinds = problem.Hides, Origin = problem.Origin });
        return new RenderedUnit(
            resources.DrainToImmutable(),
            ways,
            [.. gaps.DistinctBy(gap => (gap.Text, gap.Origin))],
            problems.DrainToImmutable(),
            result.Inputs,
            result.IsFailed);
    }

    /// <summary>The object as the API server receives it; null when the tool refuses to print it.</summary>
    private static YamlMapping? Receive(YamlMapping root, out RenderProblem? problem)
    {
        try
        {
            problem = null;
            return ReceivedTree.Of(root);
        }
        catch (RenderException exception)
        {
            problem = exception.Problem;
            return null;
        }
    }

    private static RenderedUnit Failed(RenderResult result, RenderProblem problem) =>
        Of(result with { Objects = [], Problems = result.Problems.Add(problem), IsFailed = true });

    /// <summary>The same, with a further place that everything comes through.</summary>
    public RenderedUnit Via(Origin place) => this with
    {
        Ways = Ways.ToDictionary(way => way.Key, way => way.Value.Add(place), (IEqualityComparer<Resource>)ReferenceEqualityComparer.Instance),
    };

    /// <summary>Several renderings that are applied together; of an object in several of them the last counts.</summary>
    public static RenderedUnit Combine(IReadOnlyList<RenderedUnit> units)
    {
        if (units.Count == 1)
            return units[0];
        var last = new Dictionary<ResourceId, Resource>();
        foreach (var resource in units.SelectMany(unit => unit.Resources))
            last[resource.Id] = resource;
        return new RenderedUnit(
            [.. units.SelectMany(unit => unit.Resources).Where(resource => ReferenceEquals(last[resource.Id], resource))],
            units.SelectMany(unit => unit.Ways).ToDictionary(way => way.Key, way => way.Value, (IEqualityComparer<Resource>)ReferenceEqualityComparer.Instance),
            [.. units.SelectMany(unit => unit.Gaps)],
            [.. units.SelectMany(unit => unit.Problems)],
            units.SelectMany(unit => unit.Inputs).ToHashSet(StringComparer.Ordinal),
            units.All(unit => unit.IsFailed));
    }
}
