using NetLint.Cli.Reporting.Sarif;

namespace NetLint.Cli.Tests.Reporting;

public sealed class SarifUriTests
{
    [Theory]
    [InlineData("k8s/web.yaml", "k8s/web.yaml")]
    [InlineData("team a/web #1 100%.yaml", "team%20a/web%20%231%20100%25.yaml")]
    [InlineData("what?.yaml", "what%3F.yaml")]
    [InlineData("a:b.yaml", "a%3Ab.yaml")]
    [InlineData("ünï/日.yaml", "%C3%BCn%C3%AF/%E6%97%A5.yaml")]
    [InlineData("😀.yaml", "%F0%9F%98%80.yaml")]
    [InlineData("back\\slash.yaml", "back%5Cslash.yaml")]
    [InlineData("%41.yaml", "%2541.yaml")]
    [InlineData("\u001b[31m\n.yaml", "%1B%5B31m%0A.yaml")]
    [InlineData("it's (1)+@~!$,;*=&.yaml", "it's%20(1)+@~!$,;*=&.yaml")]
    public void PathsArePercentEncoded(string path, string expected) => Assert.Equal(expected, SarifUri.Relative(path));

    [Fact]
    public void LoneSurrogateBecomesTheReplacementCharacter() => Assert.Equal("a%EF%BF%BDb", SarifUri.Relative("a\ud800b"));

    [Theory]
    [InlineData("/srv/repo", "file:///srv/repo/")]
    [InlineData("/srv/repo/", "file:///srv/repo/")]
    [InlineData("/", "file:///")]
    [InlineData("/home/Mary Ann/50% #1", "file:///home/Mary%20Ann/50%25%20%231/")]
    [InlineData(@"/srv/a\b", "file:///srv/a%5Cb/")]
    [InlineData(@"C:\src\netlint", "file:///C:/src/netlint/")]
    [InlineData(@"C:\", "file:///C:/")]
    [InlineData(@"\\server\share\x y", "file://server/share/x%20y/")]
    public void RootsAreFileUris(string path, string expected)
    {
        Assert.Equal(expected, SarifUri.Directory(path));
        Assert.True(new Uri(expected).IsFile);
    }

    [Theory]
    [InlineData("../other/.netlint.yaml", true)]
    [InlineData("/etc/netlint.yaml", true)]
    [InlineData("a/../b.yaml", false)]
    [InlineData("..data/x.yaml", false)]
    [InlineData("c:/drive.yaml", false)]
    [InlineData("", false)]
    public void PathsThatLeaveTheRootAreKnown(string path, bool expected) => Assert.Equal(expected, SarifUri.IsOutsideRoot(path));
}
