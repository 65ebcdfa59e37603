using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository.ArgoCd;

namespace NetLint.Repository.Discovery;

/// <summary>What the Applications and ApplicationSets of Argo CD deploy.</summary>
internal sealed class ArgoCdDeployments(DiscoveryInputs inputs, DeploymentCaches caches)
{
    /// <summary>True for the objects that are understood here.</summary>
    public static bool Handles(Resource resource) => ApplicationReader.IsApplication(resource) || ApplicationSetReader.IsApplicationSet(resource);

    /// <summary>The deployments that an object asks for.</summary>
    /// <param name="placed">The object.</param>
    /// <param name="notes">Takes what of an ApplicationSet is not understood.</param>
    public IEnumerable<Deployment> Of(PlacedResource placed, List<Gap> notes)
    {
        var resource = placed.Resource;
        if (ApplicationReader.IsApplication(resource))
            return Of(ApplicationReader.Read(resource.Node), placed.Cluster);
        var result = caches.ApplicationSets.Get(
            new DeploymentKey(new TreeIdentity(resource.Node), null, null, null, default),
            inputs,
            static _ => true,
            observed => ApplicationSetExpansion.Expand(ApplicationSetReader.Read(resource.Node), observed.Identity, observed.AllPaths, observed.Files));
        foreach (var unresolved in result.Unresolved)
            notes.Add(new Gap(GapCode.Application, unresolved.Text) { Origin = unresolved.Origin });
        if (result.Problem is { } problem)
            notes.Add(new Gap(GapCode.Application, problem.Message) { Origin = problem.Origin });
        return result.Applications.SelectMany(application => Of(application, placed.Cluster));
    }

    private ImmutableArray<Deployment> Of(Application application, string? home) => caches.Applications.Get(
        new DeploymentKey(
            new TreeIdentity(application.Node),
            application.Namespace?.Value,
            home,
            application.GeneratedBy,
            (application.IsOpen, application.IsAssumed, application.IsPatched)),
        inputs,
        static _ => true,
        observed => new ApplicationDeployment(observed, application, home).Make()).Deployments;
}

/// <summary>What one Application deploys.</summary>
/// <param name="Deployments">The deployment; none for an Application without sources.</param>
internal sealed record ApplicationDeployments(ImmutableArray<Deployment> Deployments);
