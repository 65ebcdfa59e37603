using System.Collections.Immutable;
using System.Text;
using NetLint.Repository;

namespace NetLint.Hosting.Git;

/// <summary>
/// Runs git so that the repository's own configuration can run nothing: a repository that is linted is hostile input, and its
/// <c>.git/config</c> may name programs for file system monitors, hooks, pagers, editors and transports.
/// </summary>
public sealed class GitClient : IGitClient
{
    private const string Separator = "\0";

    private readonly string? _searchPath;
    private readonly GitLimits _limits;

    /// <summary>Makes a client.</summary>
    /// <param name="searchPath">The <c>PATH</c> to find git in.</param>
    public GitClient(string? searchPath)
        : this(searchPath, GitLimits.Default)
    {
    }

    internal GitClient(string? searchPath, GitLimits limits)
    {
        _searchPath = searchPath;
        _limits = limits;
    }

    /// <inheritdoc/>
    public GitListing List(string directory, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(directory);
        if (GitProgram.Find(_searchPath, directory) is not { } program)
            return GitListing.Failed("git was not found");
        var answer = GitProcess.Run(
            program, directory, [.. Hardening(directory), "ls-files", "-z", "--stage", "--cached", "--others", "--exclude-standard"], _limits, cancellationToken);
        if (answer.Problem is { } problem)
            return GitListing.Failed(problem);
        var entries = Parse(Encoding.UTF8.GetString(answer.Output.Span));
        // Git lists nothing in a directory that an outer repository ignores, and a person who asks for such a directory means its files.
        return entries.IsEmpty ? GitListing.Failed("git knows no file in this directory") : new GitListing(entries, null);
    }

    /// <inheritdoc/>
    public GitRemotes Remotes(string directory, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(directory);
        if (GitProgram.Find(_searchPath, directory) is not { } program)
            return GitRemotes.Failed("git was not found");
        // Only the file of this repository is asked, and none that it includes: an include may name any file of the machine.
        var answer = GitProcess.Run(
            program, directory, [.. Hardening(directory), "config", "--local", "--no-includes", "--null", "--list"], _limits, cancellationToken);
        return answer.Problem is { } problem
            ? GitRemotes.Failed(problem)
            : new GitRemotes(ParseRemotes(Encoding.UTF8.GetString(answer.Output.Span)), null);
    }

    /// <summary>Options before the command. They win over every configuration file.</summary>
    private static string[] Hardening(string directory) =>
    [
        "--no-pager", "--no-optional-locks", "--literal-pathspecs",
        "-c", "core.fsmonitor=false",
        "-c", "core.hooksPath=/dev/null",
        "-c", "core.untrackedCache=false",
        "-c", "core.pager=cat",
        "-c", "core.editor=false",
        "-c", "core.askPass=false",
        "-c", "core.sshCommand=false",
        "-c", "credential.helper=",
        "-c", "protocol.allow=never",
        // A checkout in a container often belongs to someone else. Reading the list of files runs nothing, so this one directory is fine.
        "-c", "safe.directory=" + directory,
    ];

    private static ImmutableArray<GitEntry> Parse(string output)
    {
        var entries = ImmutableArray.CreateBuilder<GitEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in output.Split(Separator, StringSplitOptions.RemoveEmptyEntries))
        {
            var entry = ParseEntry(line);
            // A conflict lists a path once for each side.
            if (seen.Add(entry.Path))
                entries.Add(entry);
        }

        return entries.DrainToImmutable();
    }

    /// <summary>A setting is <c>key LF value</c>; git writes section and variable in lower case and the name of the remote as it is.</summary>
    private static ImmutableArray<string> ParseRemotes(string output)
    {
        var urls = ImmutableArray.CreateBuilder<string>();
        foreach (var setting in output.Split(Separator, StringSplitOptions.RemoveEmptyEntries))
        {
            var end = setting.IndexOf('\n', StringComparison.Ordinal);
            if (end < 0 || end + 1 == setting.Length || !setting.StartsWith("remote.", StringComparison.Ordinal))
                continue;
            var (key, url) = (setting[..end], setting[(end + 1)..]);
            if ((key.EndsWith(".url", StringComparison.Ordinal) || key.EndsWith(".pushurl", StringComparison.Ordinal)) && !urls.Contains(url))
                urls.Add(url);
        }

        return urls.DrainToImmutable();
    }

    /// <summary>A tracked entry is <c>mode object stage TAB path</c>, an untracked one the path alone.</summary>
    private static GitEntry ParseEntry(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        if (tab > 0 && line[..tab].Split(' ') is [var mode, { Length: >= 40 }, [>= '0' and <= '3']])
        {
            return new GitEntry(line[(tab + 1)..], mode switch
            {
                "160000" => GitEntryKind.Repository,
                "120000" => GitEntryKind.Link,
                _ => GitEntryKind.File,
            });
        }

        // An untracked directory that is a repository of its own is named with a slash, and git does not look into it.
        return line.EndsWith('/') ? new GitEntry(line.TrimEnd('/'), GitEntryKind.Repository) : new GitEntry(line, GitEntryKind.File);
    }
}
