namespace NetLint.Repository.Tests;

public sealed class GlobPatternTests
{
    [Theory]
    [InlineData(nameof(GlobDialect.GoPath), "apps/*", "apps/web", true)]
    [InlineData(nameof(GlobDialect.GoPath), "apps/*", "apps/web/base", false)]
    [InlineData(nameof(GlobDialect.GoPath), "apps/*", "apps/", true)]
    [InlineData(nameof(GlobDialect.GoPath), "*", "apps", true)]
    [InlineData(nameof(GlobDialect.GoPath), "**/web", "apps/web", true)]
    [InlineData(nameof(GlobDialect.GoPath), "**/web", "a/b/web", false)]
    [InlineData(nameof(GlobDialect.GoPath), "apps/w?b", "apps/web", true)]
    [InlineData(nameof(GlobDialect.GoPath), "a?b", "a/b", false)]
    [InlineData(nameof(GlobDialect.GoPath), "[a-c]pps", "apps", true)]
    [InlineData(nameof(GlobDialect.GoPath), "[^a]pps", "apps", false)]
    [InlineData(nameof(GlobDialect.GoPath), "a[^b]c", "a/c", true)]
    [InlineData(nameof(GlobDialect.GoPath), "a.b", "axb", false)]
    [InlineData(nameof(GlobDialect.GoPath), "{a,b}", "{a,b}", true)]
    [InlineData(nameof(GlobDialect.GoPath), "a\\*", "a*", true)]
    [InlineData(nameof(GlobDialect.GitPathspec), "apps/*/config.json", "apps/a/b/config.json", true)]
    [InlineData(nameof(GlobDialect.GitPathspec), "apps/**/config.json", "apps/config.json", false)]
    [InlineData(nameof(GlobDialect.GitPathspec), "apps", "apps/a/b.yaml", true)]
    [InlineData(nameof(GlobDialect.GitPathspec), "apps", "apps2/b.yaml", false)]
    [InlineData(nameof(GlobDialect.GitPathspec), "apps/[!w]eb", "apps/web", false)]
    [InlineData(nameof(GlobDialect.Gobwas), "*.yaml", "a/b.yaml", true)]
    [InlineData(nameof(GlobDialect.Gobwas), "{*.yml,*.yaml}", "b.yml", true)]
    [InlineData(nameof(GlobDialect.Gobwas), "{config.json,env-usw2/*}", "env-usw2/a.yaml", true)]
    [InlineData(nameof(GlobDialect.Gobwas), "[!a]b", "cb", true)]
    [InlineData(nameof(GlobDialect.Shell), "*/", "a/b/", true)]
    public void EachDialectMatchesAsItsTool(string dialect, string pattern, string text, bool expected) =>
        Assert.Equal(expected, GlobPattern.Compile(pattern, Enum.Parse<GlobDialect>(dialect))!.Matches(text));

    [Theory]
    [InlineData(nameof(GlobDialect.GoPath), "a[b")]
    [InlineData(nameof(GlobDialect.GoPath), "a[]b]")]
    [InlineData(nameof(GlobDialect.GoPath), "a[z-a]")]
    [InlineData(nameof(GlobDialect.GoPath), "a\\")]
    [InlineData(nameof(GlobDialect.Gobwas), "{a,b")]
    [InlineData(nameof(GlobDialect.GitPathspec), "[[:alpha:]]")]
    public void MalformedOnesAreRefused(string dialect, string pattern) => Assert.Null(GlobPattern.Compile(pattern, Enum.Parse<GlobDialect>(dialect)));

    [Fact]
    public void AHostilePatternIsNoSlower()
    {
        var pattern = GlobPattern.Compile(string.Concat(Enumerable.Repeat("*a", 400)) + "b", GlobDialect.GitPathspec)!;
        Assert.False(pattern.Matches(new string('a', 4_000)));
        Assert.Null(GlobPattern.Compile(new string('*', 5_000), GlobDialect.GoPath));
    }
}
