using NetLint.Analysis.Diagnostics;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository;
using NetLint.Repository.Kustomize;
using NetLint.Syntax.Text;

namespace NetLint.Cli.Reporting.Json;

/// <summary>Deployment units as the contract describes them, for reports and for <c>netlint units</c>.</summary>
internal static class JsonUnits
{
    /// <summary>Writes units as an array.</summary>
    public static void Write(IEnumerable<DeploymentUnit> units, TextWriter output) =>
        JsonTextOutput.Write(output, units.Select(Of), JsonReportContext.Default.IEnumerableJsonUnit);

    /// <summary>One unit.</summary>
    public static JsonUnit Of(DeploymentUnit unit) => new(
        unit.Name,
        UnitWords.KindOf(unit.Kind),
        unit.Root,
        unit.Cluster,
        unit.Namespace,
        unit.Resources.Length,
        unit.IsAssumed,
        DisplayText.Escape(UnitWords.FoundByOf(unit)),
        unit.FoundAt is { } place ? new JsonPlace(place.Source.Id.Path, place.LineSpan.Start.Line + 1) : null,
        unit.Problems.Select(Of),
        unit.Gaps.Select(Of));

    private static JsonProblem Of(RenderProblem problem)
    {
        var start = problem.Origin.LineSpan.Start;
        return new JsonProblem(JsonWords.Of(problem.Kind), DisplayText.Escape(problem.Message), problem.Origin.Source.Id.Path, start.Line + 1, start.Character + 1);
    }

    private static JsonGap Of(Gap gap) => new(
        JsonWords.Of(gap.Code), DisplayText.Escape(gap.Text), gap.Origin?.Source.Id.Path, gap.Origin?.LineSpan.Start.Line + 1);
}
