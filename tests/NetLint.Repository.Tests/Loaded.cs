using System.Collections.Immutable;
using NetLint.Repository.Discovery;
using NetLint.Testing;

namespace NetLint.Repository.Tests;

/// <summary>Loads a repository written in one string; see <see cref="Fixture"/>.</summary>
internal static class Loaded
{
    public static RepositorySnapshot Snapshot(string files, RepositoryOptions? options = null) =>
        new RepositoryLoader(new InMemoryFileSystem(Fixture.Parse(files).Files), options ?? RepositoryOptions.Default).Load(2, null, CancellationToken.None);

    public static ImmutableArray<DeploymentUnit> Units(string files) => UnitDiscovery.Find(Snapshot(files), RepositoryOptions.Default);

    /// <summary>The units of a repository that is known by an address.</summary>
    public static ImmutableArray<DeploymentUnit> UnitsAt(string url, string files, int threads = 1)
    {
        var options = RepositoryOptions.Default with { RepositoryUrls = [url] };
        return UnitDiscovery.Find(Snapshot(files, options), options, maxThreads: threads);
    }

    public static FileRole? RoleOf(this RepositorySnapshot snapshot, string path) => snapshot.Files.FirstOrDefault(file => file.Path == path)?.Role;
}
