using System.Collections.Immutable;
using NetLint.Analysis.Configuration;
using NetLint.Cli.Output;
using NetLint.Hosting.Files;
using NetLint.Hosting.Git;
using NetLint.Kubernetes.Semantics;
using NetLint.Repository;
using NetLint.Repository.Discovery;
using NetLint.Syntax.Text;

namespace NetLint.Cli.Context;

/// <summary>A repository, or standard input, as it was read for one run.</summary>
/// <param name="Root">The root; null for standard input.</param>
/// <param name="Configuration">What the configuration file says, selections of the command line included.</param>
/// <param name="Snapshot">The files.</param>
/// <param name="Units">Their units.</param>
public sealed record LintSession(LintRoot? Root, LintConfiguration Configuration, RepositorySnapshot Snapshot, ImmutableArray<DeploymentUnit> Units)
{
    /// <summary>The name of standard input in messages.</summary>
    public const string StandardInput = "<stdin>";

    /// <summary>Reads a repository.</summary>
    internal static LintSession Read(LintRoot root, LintConfiguration configuration, int threads, ProgressLine? progress, RunStatistics statistics, CliHost host)
    {
        var files = new PhysicalFileSystem(root.Directory, new GitClient(host.Variable("PATH")));
        var loader = new RepositoryLoader(files, configuration.Repository);
        progress?.Enter("Reading");
        var snapshot = statistics.Measure("read", () => loader.Load(threads, progress, host.Interrupted));
        progress?.Enter("Finding units");
        var units = statistics.Measure("units", () => UnitDiscovery.Find(snapshot, configuration.Repository, maxThreads: threads));
        return new LintSession(root, configuration, snapshot, units);
    }

    /// <summary>Reads standard input as one unit.</summary>
    internal static LintSession ReadInput(LintConfiguration configuration, bool isClosed, RunStatistics statistics, CliHost host)
    {
        var limit = configuration.Repository.MaxFileLength;
        // A read that waits for input cannot be cancelled, but nobody has to wait for it.
        var bytes = statistics.Measure("read", () => Task.Run(() => ReadAtMost(host, limit + 1)).WaitAsync(host.Interrupted).GetAwaiter().GetResult());
        var id = new SourceId(StandardInput);
        if (bytes.Length > limit)
        {
            var oversized = new RepositorySnapshot([], [new OversizedFile(StandardInput, bytes.Length, limit)], []) { FileCount = 1 };
            return new LintSession(null, configuration, oversized, []);
        }

        var file = RepositoryLoader.ReadText(SourceText.Decode(id, bytes), FileRole.Manifest);
        var snapshot = new RepositorySnapshot([file], [], []) { FileCount = 1 };
        var openness = isClosed ? UnitOpenness.Closed : UnitOpenness.Open;
        return new LintSession(null, configuration, snapshot, [UnitDiscovery.ForStandardInput(file, configuration.Repository, openness)]);
    }

    private static byte[] ReadAtMost(CliHost host, long limit)
    {
        using var input = host.OpenInput();
        using var all = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            while (all.Length < limit && input.Read(buffer) is var count and > 0)
                all.Write(buffer, 0, count);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"standard input cannot be read: {OutputFile.Reason(exception)}", exception);
        }

        return all.ToArray();
    }
}
