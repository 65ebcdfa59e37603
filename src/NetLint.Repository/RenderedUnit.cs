using System.Collections.Frozen;
using System.Collections.Immutable;
using NetLint.Kubernetes.Knowledge;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Output;
using NetLint.Syntax.Text;

namespace NetLint.Repository;

/// <summary>What a rendering came to, as resources.</summary>
/// <param name="Resources">The resources in the order of the rendering.</param>
/// <param name="Ways">How each of them came into it.</param>
/// <param name="Gaps">What could not be rendered.</param>
/// <param name="Problems">The same as problems.</param>
/// <param name="Inputs">The paths that were looked at.</param>
/// <param name="IsFailed">True when nothing could be rendered.</param>
internal sealed record RenderedUnit(
    ImmutableArray<Resource> Resources,
    IReadOnlyDictionary<Resource, ImmutableArray<Origin>> Ways,
    ImmutableArray<Gap> Gaps,
    ImmutableArray<RenderProblem> Problems,
    FrozenSet<string> Inputs,
    bool IsFailed)
{
    /// <summary>Turns a rendering into resources, each as the API server receives it; nothing when it holds what kustomize cannot print.</summary>
    public static RenderedUnit Of(RenderResult result)
    {
        try
        {
            return Received(result);
        }
        catch (RenderException exception)
        {
            return Received(result with { Objects = [], Problems = result.Problems.Add(exception.Problem), IsFailed = true });
        }
    }

    private static RenderedUnit Received(RenderResult result)
    {
        var resources = ImmutableArray.CreateBuilder<Resource>(result.Objects.Length);
        var ways = new Dictionary<Resource, ImmutableArray<Origin>>(ReferenceEqualityComparer.Instance);
        foreach (var item in result.Objects)
        {
            var resource = ResourceReader.FromTree(ReceivedTree.Of(item.Root));
            resources.Add(resource);
            ways[resource] = item.Via;
        }

        var gaps = result.Problems
            .Where(problem => problem.Hides != ProducedKinds.None)
            .Select(problem => new Gap(GapCode.Kustomization, problem.Message) { Kinds = problem.Hides, Origin = problem.Origin });
        return new RenderedUnit(resources.DrainToImmutable(), ways, [.. gaps], result.Problems, result.Inputs, result.IsFailed);
    }
}
