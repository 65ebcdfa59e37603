using NetLint.Hosting.Files;
using NetLint.Hosting.Git;
using NetLint.Repository;

namespace NetLint.Hosting.Tests;

public sealed class GitClientTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void IgnoredAndDeletedFilesAreLeftOutAndUntrackedOnesAreNot()
    {
        Init();
        _directory.Write(".gitignore", "ignored/\n*.tmp.yaml\n");
        _directory.Write("tracked.yaml");
        _directory.Write("deleted.yaml");
        Git("add", ".");
        File.Delete(_directory["deleted.yaml"]);
        _directory.Write("untracked.yaml");
        _directory.Write("ignored/a.yaml");
        _directory.Write("x.tmp.yaml");

        Assert.Equal(["tracked.yaml", "untracked.yaml"], Files());
    }

    [Fact]
    public void ADirectoryBelowTheTopIsListedRelativeToItself()
    {
        Init();
        _directory.Write("apps/web/service.yaml");
        _directory.Write("other.yaml");
        Git("add", ".");
        Assert.Equal(["web/service.yaml"], Files(_directory["apps"]));
    }

    [Fact]
    public void NamesWithSpacesQuotesLineBreaksAndTabsSurvive()
    {
        string[] names = ["a b.yaml", "c\"d.yaml", "e\nf.yaml", "g\th.yaml", "ü.yaml"];
        Init();
        foreach (var name in names)
            _directory.Write(name);
        Assert.Equal(names.Order(StringComparer.Ordinal), Files());
        Git("add", ".");
        Assert.Equal(names.Order(StringComparer.Ordinal), Files());
    }

    [Fact]
    public void AConflictListsAFileOnce()
    {
        Init();
        Commit("a.yaml", "one");
        Git("checkout", "-q", "-b", "side");
        Commit("a.yaml", "two");
        Git("checkout", "-q", "-");
        Commit("a.yaml", "three");
        _directory.Run("sh", "-c", "! git -c user.name=t -c user.email=t@example.org merge -q side >/dev/null 2>&1");
        Assert.Equal(["a.yaml"], Files());
    }

    [Fact]
    public void RepositoriesWithinAreToldAndNotEntered()
    {
        Init();
        _directory.Write("own.yaml");
        _directory.Write("nested/inner.yaml");
        _directory.Run("git", "-C", _directory["nested"], "init", "-q");
        _directory.Run("git", "-C", _directory["nested"], "add", ".");
        var listing = Open(_directory.Path).List(TestContext.Current.CancellationToken);

        Assert.Equal(["own.yaml"], listing.Files.Select(file => file.Path));
        var note = Assert.Single(listing.Notifications);
        Assert.Equal(("nested", NotificationLevel.Note), (note.Path, note.Level));
    }

    [Fact]
    public void WithoutARepositoryEveryFileIsListedAndTheReasonIsNoted()
    {
        _directory.Write("a.yaml");
        var listing = Open(_directory.Path).List(TestContext.Current.CancellationToken);
        Assert.Equal(["a.yaml"], listing.Files.Select(file => file.Path));
        Assert.Equal((NotificationLevel.Note, null), (Assert.Single(listing.Notifications).Level, listing.Notifications[0].Path));
        Assert.Contains("not a git repository", listing.Notifications[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ARootThatAnOuterRepositoryIgnoresIsWalked()
    {
        Init();
        _directory.Write(".gitignore", "out/\n");
        _directory.Write("out/rendered.yaml");
        Git("add", ".");
        Assert.Equal(["rendered.yaml"], Files(_directory["out"]));
    }

    [Fact]
    public void WithoutGitEveryFileIsListed()
    {
        _directory.Write("a.yaml");
        var listing = new PhysicalFileSystem(_directory.Path, new GitClient("")).List(TestContext.Current.CancellationToken);
        Assert.Equal(["a.yaml"], listing.Files.Select(file => file.Path));
        Assert.Contains("git was not found", Assert.Single(listing.Notifications).Message, StringComparison.Ordinal);
    }

    /// <summary>Each line of a hostile configuration names a program that would leave a mark.</summary>
    [Theory]
    [InlineData("[core]\n\tfsmonitor = {0}\n")]
    [InlineData("[core]\n\tfsmonitor = true\n\tfsmonitorHookVersion = 2\n\thooksPath = {1}\n")]
    [InlineData("[core]\n\tpager = {0}\n\teditor = {0}\n\taskPass = {0}\n\tsshCommand = {0}\n[pager]\n\tls-files = {0}\n")]
    [InlineData("[alias]\n\tls-files = !{0}\n\tls = !{0}\n")]
    [InlineData("[filter \"x\"]\n\tclean = {0}\n\tsmudge = {0}\n\tprocess = {0}\n\trequired = true\n")]
    [InlineData("[extensions]\n\tpartialClone = evil\n[remote \"evil\"]\n\turl = ext::{0}\n\tpromisor = true\n\tuploadpack = {0}\n[protocol \"ext\"]\n\tallow = always\n")]
    [InlineData("[include]\n\tpath = {2}\n")]
    [InlineData("[credential]\n\thelper = !{0}\n[gpg]\n\tprogram = {0}\n[diff]\n\texternal = {0}\n")]
    public void AHostileConfigurationRunsNothing(string configuration)
    {
        var mark = _directory["mark"];
        Init();
        _directory.Write("planted/run", $"#!/bin/sh\ntouch '{mark}'\n");
        foreach (var hook in (string[])["query-watchman", "fsmonitor-watchman", "post-index-change", "post-checkout", "pre-commit"])
            _directory.Write($"planted/hooks/{hook}", $"#!/bin/sh\ntouch '{mark}'\n");
        _directory.Write("planted/include", $"[core]\n\tfsmonitor = {_directory["planted/run"]}\n");
        _directory.Run("chmod", "-R", "+x", "planted");
        _directory.Write(".gitattributes", "*.yaml filter=x\n");
        _directory.Write("a.yaml");
        Git("add", "a.yaml");
        _directory.Write("planted/git/git", $"#!/bin/sh\ntouch '{mark}'\n");
        var settings = string.Format(System.Globalization.CultureInfo.InvariantCulture, configuration, _directory["planted/run"], _directory["planted/hooks"], _directory["planted/include"]);
        File.AppendAllText(_directory[".git/config"], settings);

        Assert.Equal(["a.yaml"], Files());
        Assert.Null(Remotes().Problem);
        Assert.False(File.Exists(mark), "Asking git ran a program of the repository.");
    }

    [Fact]
    public void RemotesAreToldAsConfigured()
    {
        Init();
        Assert.Equal(([], null), (Remotes().Urls, Remotes().Problem));
        Git("remote", "add", "origin", "git@github.com:acme/shop.git");
        Git("remote", "add", "up.stream", "https://example.org/shop");
        Git("remote", "set-url", "--push", "origin", "ssh://git@github.com/acme/shop.git");
        _directory.Write("included", "[remote \"planted\"]\n\turl = https://example.org/planted\n");
        File.AppendAllText(_directory[".git/config"], $"[include]\n\tpath = {_directory["included"]}\n[url \"https://evil.example.org/\"]\n\tinsteadOf = git@github.com:\n[remote \"empty\"]\n\turl =\n");
        Assert.Equal(["git@github.com:acme/shop.git", "https://example.org/shop", "ssh://git@github.com/acme/shop.git"], Remotes().Urls.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WithoutGitOrARepositoryThereAreNoRemotes()
    {
        Assert.Equal("this is not a git repository", Remotes().Problem);
        Assert.Equal("git was not found", new GitClient("").Remotes(_directory.Path, TestContext.Current.CancellationToken).Problem);
        Assert.Empty(Remotes().Urls);
    }

    [Fact]
    public void TheMonitorOfTheHostileConfigurationWouldRunOtherwise()
    {
        // Without this, the test above could pass because the trap does not spring.
        Init();
        _directory.Write("run", $"#!/bin/sh\ntouch '{_directory["mark"]}'\n");
        _directory.Run("chmod", "+x", "run");
        File.AppendAllText(_directory[".git/config"], $"[core]\n\tfsmonitor = {_directory["run"]}\n");
        Git("ls-files", "--others", "--exclude-standard");
        Assert.True(File.Exists(_directory["mark"]));
    }

    [Fact]
    public void AGitThatTheRepositoryBringsIsPassedOver()
    {
        _directory.Write("bin/git", $"#!/bin/sh\ntouch '{_directory["mark"]}'\n");
        _directory.Run("chmod", "+x", "bin/git");
        var problem = new GitClient($"bin:.:{_directory["bin"]}").List(_directory.Path, TestContext.Current.CancellationToken).Problem;
        Assert.Equal("git was not found", problem);
        Assert.False(File.Exists(_directory["mark"]));
    }

    [Fact]
    public void AGitThatHangsIsEnded()
    {
        using var tools = new TemporaryDirectory();
        tools.Write("git", "#!/bin/sh\nexec sleep 60\n");
        tools.Run("chmod", "+x", "git");
        var client = new GitClient(tools.Path, new GitLimits(TimeSpan.FromMilliseconds(300), 1000));
        Assert.Equal("git did not answer within 0.3 seconds", client.List(_directory.Path, TestContext.Current.CancellationToken).Problem);
    }

    [Fact]
    public void AGitThatAnswersWithoutEndIsEnded()
    {
        using var tools = new TemporaryDirectory();
        tools.Write("git", "#!/bin/sh\nexec yes\n");
        tools.Run("chmod", "+x", "git");
        var client = new GitClient(tools.Path, new GitLimits(TimeSpan.FromSeconds(30), 100_000));
        Assert.Equal("git answered more than is reasonable", client.List(_directory.Path, TestContext.Current.CancellationToken).Problem);
    }

    [Fact]
    public void VariablesThatSteerGitAreRemoved()
    {
        using var tools = new TemporaryDirectory();
        tools.Write("git", "#!/bin/sh\nenv | grep '^GIT_' | sort | tr '\\n' '\\0'\n");
        tools.Run("chmod", "+x", "git");
        Environment.SetEnvironmentVariable("GIT_DIR", "/nowhere");
        try
        {
            var seen = new GitClient(tools.Path).List(_directory.Path, TestContext.Current.CancellationToken).Entries.Select(entry => entry.Path);
            Assert.Equal(["GIT_ALLOW_PROTOCOL=", "GIT_NO_LAZY_FETCH=1", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0"], seen);
        }
        finally
        {
            Environment.SetEnvironmentVariable("GIT_DIR", null);
        }
    }

    private static PhysicalFileSystem Open(string root) => new(root, new GitClient(Environment.GetEnvironmentVariable("PATH")));

    private IEnumerable<string> Files(string? root = null) =>
        Open(root ?? _directory.Path).List(TestContext.Current.CancellationToken).Files.Select(file => file.Path).Order(StringComparer.Ordinal);

    private GitRemotes Remotes() => new GitClient(Environment.GetEnvironmentVariable("PATH")).Remotes(_directory.Path, TestContext.Current.CancellationToken);

    private void Init() => Git("init", "-q");

    private void Git(params string[] arguments) => _directory.Run("git", arguments);

    private void Commit(string path, string text)
    {
        _directory.Write(path, text);
        Git("add", path);
        Git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", text);
    }
}
