namespace NetLint.Repository.Tests;

public sealed class RepositoryIdentityTests
{
    [Theory]
    [InlineData("https://github.com/acme/shop")]
    [InlineData("https://GitHub.com/Acme/Shop.git")]
    [InlineData("https://user:token@github.com:443/acme/shop/")]
    [InlineData("git@github.com:acme/shop.git")]
    [InlineData("github.com:acme/shop")]
    [InlineData("ssh://git@github.com/acme/shop.git")]
    [InlineData("ssh://git@ssh.github.com:443/acme/shop.git")]
    [InlineData("git://github.com/acme/shop")]
    [InlineData(" https://github.com/acme/shop?ref=main ")]
    public void TheSameRepositoryIsRecognisedInEveryForm(string url)
    {
        Assert.Equal(RepositoryMatch.This, RepositoryIdentity.Of(["https://github.com/acme/shop.git"]).Match(url));
        Assert.Equal(RepositoryMatch.This, RepositoryIdentity.Of(["https://example.org/x/y", url]).Match("git@github.com:acme/shop.git"));
    }

    [Theory]
    [InlineData("git@ssh.dev.azure.com:v3/acme/web/shop", "https://acme@dev.azure.com/acme/web/_git/shop")]
    [InlineData("ssh://git@git.example.org:7999/team/shop.git", "https://git.example.org/team/shop")]
    [InlineData("file:///srv/git/shop.git", "/srv/git/shop")]
    public void HostsWithTwoNamesAndPortsAreOne(string one, string other) =>
        Assert.Equal(RepositoryMatch.This, RepositoryIdentity.Of([one]).Match(other));

    [Theory]
    [InlineData("https://github.com/acme/charts")]
    [InlineData("https://charts.example.org/stable")]
    [InlineData("oci://ghcr.io/acme/podinfo")]
    [InlineData("git@gitlab.com:acme/shop-deploy.git")]
    public void OtherRepositoriesAreOther(string url) =>
        Assert.Equal(RepositoryMatch.Other, RepositoryIdentity.Of(["git@github.com:acme/shop.git"]).Match(url));

    [Theory]
    [InlineData("https://github.com/upstream/shop")]
    [InlineData("https://git.internal/mirrors/shop.git")]
    [InlineData("https://github.com/{{org}}/shop")]
    [InlineData("${REPO_URL}")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("../shop")]
    [InlineData("https://github.com")]
    public void ForksVariablesAndWhatIsNoAddressAreUnknown(string? url) =>
        Assert.Equal(RepositoryMatch.Unknown, RepositoryIdentity.Of(["git@github.com:acme/shop.git"]).Match(url));

    [Fact]
    public void WithoutKnownAddressesEverythingIsUnknown()
    {
        Assert.Equal(RepositoryMatch.Unknown, RepositoryIdentity.Unknown.Match("https://github.com/acme/shop"));
        Assert.Equal(RepositoryMatch.Unknown, RepositoryIdentity.Of(["."]).Match("https://github.com/acme/shop"));
    }

    [Theory]
    [InlineData("https://github.com/acme/shop", "./apps/web/", "apps/web", false)]
    [InlineData("https://github.com/acme/shop", "missing", "missing", false)]
    [InlineData("https://github.com/acme/shop", null, "", false)]
    [InlineData("https://github.com/fork/shop", "apps/web", "apps/web", true)]
    public void APathOfThisRepositoryIsFound(string url, string? path, string expected, bool isAssumed) =>
        Assert.Equal(new LocalSource(expected, isAssumed), Identity.Locate(url, path, Exists));

    [Theory]
    [InlineData("https://github.com/acme/other", "apps/web")]
    [InlineData("https://github.com/fork/shop", "apps")]
    [InlineData("https://github.com/fork/shop", "apps/missing")]
    [InlineData("https://github.com/acme/shop", "../apps")]
    [InlineData("https://github.com/acme/shop", "apps/{{name}}")]
    public void OtherPathsAreNot(string url, string path) => Assert.Null(Identity.Locate(url, path, Exists));

    private static RepositoryIdentity Identity { get; } = RepositoryIdentity.Of(["git@github.com:acme/shop.git"]);

    private static bool Exists(string path) => path is "apps" or "apps/web";
}
