using System.Text;
using NetLint.Hosting.Files;
using NetLint.Hosting.Git;
using NetLint.Repository;

namespace NetLint.Hosting.Tests;

public sealed class PhysicalFileSystemTests : IDisposable
{
    private readonly TemporaryDirectory _outer = new();
    private readonly string _root;

    public PhysicalFileSystemTests()
    {
        _root = _outer["repository"];
        Directory.CreateDirectory(_root);
    }

    public void Dispose() => _outer.Dispose();

    [Fact]
    public void FilesAreListedWithTheirLengthsBelowTheRoot()
    {
        _outer.Write("repository/a.yaml", "a: 1\n");
        _outer.Write("repository/deep/er/b.json", "{}");
        _outer.Write("repository/readme.md");
        _outer.Write("outside.yaml");

        var listing = Listing();

        Assert.Equal([new FileEntry("a.yaml", 5), new FileEntry("deep/er/b.json", 2)], listing.Files.OrderBy(file => file.Path, StringComparer.Ordinal));
        Assert.Empty(listing.Notifications);
    }

    [Fact]
    public void DataOfGitIsNeitherListedNorRead()
    {
        _outer.Write("repository/.git/config.yaml");
        _outer.Write("repository/sub/.GIT/x.yaml");

        Assert.Empty(Listing().Files);
        Assert.NotNull(Open().Read(".git/config.yaml").Problem);
    }

    [Fact]
    public void ALinkOutOfTheRootIsToldAndNotRead()
    {
        _outer.Write("secret.yaml", "password: hunter2\n");
        _outer.Link("repository/relative.yaml", "../secret.yaml");
        _outer.Link("repository/absolute.yaml", _outer["secret.yaml"]);

        var listing = Listing();

        Assert.Empty(listing.Files);
        Assert.Equal(2, listing.Notifications.Count(note => note.Message.Contains("leaves the repository", StringComparison.Ordinal)));
        Assert.All(["relative.yaml", "absolute.yaml"], path => Assert.True(Open().Read(path) is { Problem: not null, Bytes.IsEmpty: true }));
    }

    [Theory]
    [InlineData("../outside.yaml")]
    [InlineData("a/../../outside.yaml")]
    [InlineData("/etc/hostname")]
    [InlineData("")]
    [InlineData("./a.yaml")]
    [InlineData("a//b.yaml")]
    public void APathThatIsNotPlainIsNotRead(string path)
    {
        _outer.Write("outside.yaml");
        _outer.Write("repository/a.yaml");
        Assert.Equal("the path does not name a file of the repository", Open().Read(path).Problem);
    }

    [Fact]
    public void ADirectoryLinkIsNotFollowedOnAnyWay()
    {
        _outer.Write("elsewhere/stolen.yaml");
        _outer.Write("repository/real/own.yaml");
        _outer.Link("repository/out", _outer["elsewhere"]);
        _outer.Link("repository/in", "real");
        _outer.Link("repository/real/loop", "..");

        var listing = Listing();

        Assert.Equal(["real/own.yaml"], listing.Files.Select(file => file.Path));
        Assert.Equal(["in", "out", "real/loop"], listing.Notifications.Select(note => note.Path).Order(StringComparer.Ordinal));
        Assert.Contains("symbolic link 'out'", Open().Read("out/stolen.yaml").Problem, StringComparison.Ordinal);
        Assert.Contains("symbolic link 'real/loop'", Open().Read("real/loop/real/own.yaml").Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileLinkWithinTheRootIsReadUnlessItsDirectoryHoldsTheTarget()
    {
        _outer.Write("repository/base/service.yaml", "kind: Service # base\n");
        _outer.Link("repository/overlay/service.yaml", "../base/service.yaml");
        _outer.Link("repository/base/again.yaml", "service.yaml");

        Assert.Equal(["base/service.yaml", "overlay/service.yaml"], Listing().Files.Select(file => file.Path).Order(StringComparer.Ordinal));
        Assert.Equal("kind: Service # base\n", Encoding.UTF8.GetString(Open().Read("overlay/service.yaml").Bytes.Span));
    }

    [Fact]
    public void LinksToNothingAndInALoopAreTold()
    {
        _outer.Link("repository/nothing.yaml", "gone.yaml");
        _outer.Link("repository/a.yaml", "b.yaml");
        _outer.Link("repository/b.yaml", "a.yaml");

        var listing = Listing();

        Assert.Empty(listing.Files);
        Assert.Equal(["a.yaml", "b.yaml", "nothing.yaml"], listing.Notifications.Select(note => note.Path).Order(StringComparer.Ordinal));
        Assert.All(listing.Notifications, note => Assert.Equal(NotificationLevel.Warning, note.Level));
    }

    [Fact]
    public void APipeIsToldAndNeverOpened()
    {
        _outer.Run("mkfifo", _outer["repository/pipe.yaml"]);

        // Opening the pipe would wait for a writer that never comes.
        var listing = Listing();

        Assert.Empty(listing.Files);
        Assert.Contains("pipe", Assert.Single(listing.Notifications).Message, StringComparison.Ordinal);
        Assert.Contains("pipe", Open().Read("pipe.yaml").Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void ADirectoryWithTheNameOfAManifestIsWalkedLikeAnyOther()
    {
        _outer.Write("repository/x.yaml/inner.yaml");
        Assert.Equal(["x.yaml/inner.yaml"], Listing().Files.Select(file => file.Path));
        Assert.Equal("this is a directory", Open().Read("x.yaml").Problem);
    }

    [Fact]
    public void AFileThatVanishedSaysSo() =>
        Assert.Equal("the file vanished while it was read", Open().Read("gone.yaml").Problem);

    [Fact]
    public async Task AFileThatGrowsAllTheTimeIsGivenUpOrReadWhole()
    {
        _outer.Write("repository/log.yaml", new string('x', 200_000));
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(
            () =>
            {
                using var file = new FileStream(_outer["repository/log.yaml"], FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
                while (!stop.IsCancellationRequested && file.Length < 50_000_000)
                {
                    file.Write("y"u8);
                    file.Flush();
                }
            },
            TestContext.Current.CancellationToken);
        var files = Open();
        for (var i = 0; i < 20; i++)
        {
            var content = files.Read("log.yaml");
            Assert.True(content.Problem is null ? content.Bytes.Length >= 200_000 : content.Problem == "the file kept changing while it was read", content.Problem);
        }

        await stop.CancelAsync();
        await writer;
    }

    [Fact]
    public void ANameThatIsNoUtf8IsTold()
    {
        // The shell writes the byte that no string of .NET can hold.
        _outer.Run("sh", "-c", "touch \"repository/$(printf 'caf\\351').yaml\"");

        var listing = Listing();
        // Nor can a program of .NET delete it.
        _outer.Run("sh", "-c", "rm repository/*");

        Assert.Empty(listing.Files);
        Assert.Contains("not valid UTF-8", Assert.Single(listing.Notifications).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APathOfManySegmentsIsJustAbsent() =>
        Assert.NotNull(Open().Read(string.Concat(Enumerable.Repeat("a/", 100_000)) + "x.yaml").Problem);

    [Fact]
    public void TheRootMayItselfBeALink()
    {
        _outer.Write("repository/a.yaml");
        _outer.Link("alias", _root);
        var files = new PhysicalFileSystem(_outer["alias"], git: null);
        Assert.Equal(_root, files.Root);
        Assert.Equal(["a.yaml"], files.List(TestContext.Current.CancellationToken).Files.Select(file => file.Path));
    }

    [Fact]
    public void ARootThatIsNoDirectoryIsRefused()
    {
        _outer.Write("repository/a.yaml");
        Assert.Throws<DirectoryNotFoundException>(() => new PhysicalFileSystem(_outer["repository/a.yaml"], git: null));
    }

    [Fact]
    public void FilesBelowALinkThatGitStillKnowsAreLeftOut()
    {
        _outer.Write("elsewhere/a.yaml");
        _outer.Write("repository/dir/a.yaml");
        _outer.Run("git", "-C", _root, "init", "-q");
        _outer.Run("git", "-C", _root, "add", ".");
        Directory.Delete(Path.Join(_root, "dir"), recursive: true);
        _outer.Link("repository/dir", "../elsewhere");
        _outer.Write("repository/own.yaml");

        var listing = new PhysicalFileSystem(_root, new GitClient(Environment.GetEnvironmentVariable("PATH"))).List(TestContext.Current.CancellationToken);

        Assert.Equal(["own.yaml"], listing.Files.Select(file => file.Path));
    }

    private PhysicalFileSystem Open() => new(_root, git: null);

    private FileListing Listing() => Open().List(TestContext.Current.CancellationToken);
}
