namespace NetLint.Repository.Tests;

public sealed class DirectoryGlobTests
{
    [Theory]
    [InlineData("deploy", "deploy", true, true)]
    [InlineData("deploy", "deploy/shop", false, true)]
    [InlineData("deploy", "deployed", false, false)]
    [InlineData("deploy", "a/deploy", false, false)]
    [InlineData("./deploy/", "deploy", true, true)]
    [InlineData("deploy/*", "deploy", false, false)]
    [InlineData("deploy/*", "deploy/shop", true, true)]
    [InlineData("deploy/*", "deploy/shop/prod", false, true)]
    [InlineData("deploy/**", "deploy", true, true)]
    [InlineData("deploy/**", "deploy/shop/prod", true, true)]
    [InlineData("**/prod", "prod", true, true)]
    [InlineData("**/prod", "a/b/prod", true, true)]
    [InlineData("**/prod", "a/b/prod/c", false, true)]
    [InlineData("a/**/b/*-x", "a/b/1-x", true, true)]
    [InlineData("a/**/b/*-x", "a/c/b/d/b/-x", true, true)]
    [InlineData("a/**/b/*-x", "a/c/b/x", false, false)]
    [InlineData("a*b*c", "aXbXbc", true, true)]
    [InlineData("a*b*c", "acb", false, false)]
    [InlineData("*", "", false, false)]
    [InlineData(".", "", true, true)]
    [InlineData(".", "deploy", false, true)]
    [InlineData("**", "", true, true)]
    public void NamesDirectories(string glob, string directory, bool matches, bool covers)
    {
        var parsed = DirectoryGlob.Parse(glob);
        Assert.Equal((matches, covers), (parsed.Matches(directory), parsed.Covers(directory)));
    }

    [Theory]
    [InlineData("./a//b/", "a/b")]
    [InlineData(".", "")]
    [InlineData("a/*", null)]
    [InlineData("**", null)]
    public void KnowsTheOneDirectoryItNames(string glob, string? directory) => Assert.Equal(directory, DirectoryGlob.Parse(glob).Directory);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("/a")]
    [InlineData("a/../b")]
    [InlineData("a\\b")]
    [InlineData("[ab]")]
    public void RefusesWhatNamesNothing(string glob)
    {
        Assert.NotNull(DirectoryGlob.Validate(glob));
        Assert.Throws<ArgumentException>(() => DirectoryGlob.Parse(glob));
    }

    /// <summary>Written for a matcher that would try every way to place the asterisks.</summary>
    [Fact(Timeout = 20_000)]
    public Task HostileGlobsTakeNoTime() => Task.Run(() =>
    {
        var directory = string.Join('/', Enumerable.Repeat(new string('a', 200), 200));
        Assert.False(DirectoryGlob.Parse(string.Join('/', Enumerable.Repeat("**/" + string.Concat(Enumerable.Repeat("*a", 12)) + "*b", 20))).Matches(directory));
        Assert.True(DirectoryGlob.Parse(string.Join('/', Enumerable.Repeat("**/" + string.Concat(Enumerable.Repeat("*a", 12)), 20))).Covers(directory));
    }, TestContext.Current.CancellationToken);
}
