using NetLint.Repository;

namespace NetLint.Cli.Reporting;

/// <summary>What reports call the kinds of deployment units.</summary>
internal static class UnitWords
{
    /// <summary>The name of a kind in kebab case.</summary>
    public static string KindOf(UnitKind kind) => kind switch
    {
        UnitKind.Plain => "plain",
        UnitKind.Kustomization => "kustomization",
        UnitKind.Chart => "chart",
        UnitKind.ArgoCd => "argo-cd",
        UnitKind.Flux => "flux",
        UnitKind.HelmRelease => "helm-release",
        UnitKind.Configured => "configured",
        UnitKind.StandardInput => "stdin",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>How a unit was found, as one clause; for units that stand for themselves, what their kind says.</summary>
    public static string FoundByOf(DeploymentUnit unit) => unit.FoundBy.Length > 0 ? unit.FoundBy : unit.Kind switch
    {
        UnitKind.Plain => "plain manifests of one directory",
        UnitKind.Kustomization => "a kustomization",
        UnitKind.Chart => "a chart that is no subchart",
        UnitKind.ArgoCd => "an Argo CD Application",
        UnitKind.Flux => "a Flux Kustomization",
        UnitKind.HelmRelease => "a HelmRelease",
        UnitKind.Configured => "the configuration",
        _ => "standard input",
    };
}
