using NetLint.Repository.Kustomize.Loading;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Plugins;

/// <summary>Helm charts in kustomizations: they are not rendered, and kustomize renders them only where it is told to.</summary>
internal static class Charts
{
    /// <summary>Reports each chart that a kustomization names.</summary>
    public static void Report(KustomizationFile file, BuildContext context)
    {
        foreach (var entry in file.Mappings("helmCharts"))
            Report(entry, "name", context);
        foreach (var entry in file.Mappings("helmChartInflationGenerator"))
            Report(entry, "chartName", context);
    }

    /// <summary>Reports one chart.</summary>
    /// <param name="entry">Where it is named.</param>
    /// <param name="field">The field that holds its name.</param>
    /// <param name="context">The build.</param>
    public static void Report(YamlMapping entry, string field, BuildContext context)
    {
        var name = Fields.Member(entry, field) as YamlScalar;
        var repository = Fields.Member(entry, "repo") is YamlScalar { IsNull: false } repo ? $" of '{repo.Value}'" : "";
        context.Report(new RenderProblem(
            RenderProblemKind.Unsupported,
            name is null ? $"a helm chart{repository} is not rendered" : $"the helm chart '{name.Value}'{repository} is not rendered",
            (name ?? (YamlNode)entry).Origin));
    }
}
