namespace NetLint.Repository;

/// <summary>What a file is to the repository.</summary>
public enum FileRole
{
    /// <summary>Text that may hold manifests.</summary>
    Manifest,

    /// <summary>A kustomization file.</summary>
    Kustomization,

    /// <summary>A file that a kustomization names as a patch; never judged as a resource.</summary>
    Patch,

    /// <summary>Another input of a kustomization: transformer or generator configuration, replacements, schemas.</summary>
    KustomizeInput,

    /// <summary>The <c>Chart.yaml</c> of a Helm chart.</summary>
    Chart,

    /// <summary>A template of a Helm chart; never read as plain YAML.</summary>
    ChartTemplate,

    /// <summary>Values and other inputs of a Helm chart.</summary>
    ChartInput,

    /// <summary>NetLint's own configuration.</summary>
    Configuration,
}
