namespace NetLint.Repository.Tests;

public sealed class PathTests
{
    [Theory]
    [InlineData("a/b", "c.yaml", "a/b/c.yaml")]
    [InlineData("a/b", "../c", "a/c")]
    [InlineData("a/b", "./../../c/", "c")]
    [InlineData("", "..", null)]
    [InlineData("a", "../../b", null)]
    [InlineData("a", "/etc/passwd", null)]
    [InlineData("a", ".", "a")]
    public void PathsNeverLeaveTheRoot(string directory, string path, string? expected) => Assert.Equal(expected, RelativePath.Combine(directory, path));

    [Theory]
    [InlineData("a/b", "a", true)]
    [InlineData("a", "a", true)]
    [InlineData("ab", "a", false)]
    [InlineData("a", "", true)]
    public void BelowIsByWholeSegments(string path, string directory, bool expected) => Assert.Equal(expected, RelativePath.IsAtOrBelow(path, directory));

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData("a[0]")]
    [InlineData("{a,b}")]
    public void GlobsThatCannotWorkAreExplained(string glob) => Assert.NotNull(PathGlobs.Validate(glob));

    [Theory]
    [InlineData("kind: Service", true)]
    [InlineData("{\"kind\":\"Service\"}", true)]
    [InlineData("'kind' : Service", true)]
    [InlineData("- kind: Service", true)]
    [InlineData("mankind: x", false)]
    [InlineData("kinds: x", false)]
    [InlineData("a: kind", false)]
    public void AKindKeyIsFoundInEveryForm(string text, bool expected) => Assert.Equal(expected, ManifestText.MayHoldKind(text));
}
