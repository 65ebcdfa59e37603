using NetLint.Repository.ArgoCd;

namespace NetLint.Repository.Discovery;

/// <summary>What is remembered of the objects of deployment tools from one discovery to the next.</summary>
internal sealed class DeploymentCaches
{
    private DeploymentCaches(DeploymentCaches? earlier, SnapshotChanges? changes)
    {
        Applications = DeploymentMemory<ApplicationDeployments>.After(earlier?.Applications, changes);
        ApplicationSets = DeploymentMemory<ApplicationSetResult>.After(earlier?.ApplicationSets, changes);
        Kustomizations = DeploymentMemory<KustomizationDeployment>.After(earlier?.Kustomizations, changes);
    }

    /// <summary>What Applications of Argo CD deploy.</summary>
    public DeploymentMemory<ApplicationDeployments> Applications { get; }

    /// <summary>The Applications that ApplicationSets make.</summary>
    public DeploymentMemory<ApplicationSetResult> ApplicationSets { get; }

    /// <summary>What Kustomizations of Flux deploy.</summary>
    public DeploymentMemory<KustomizationDeployment> Kustomizations { get; }

    /// <summary>Caches that take over what the changes do not touch; nothing when the changes are not known.</summary>
    public static DeploymentCaches After(DeploymentCaches? earlier, SnapshotChanges? changes) => new(earlier, changes);
}
