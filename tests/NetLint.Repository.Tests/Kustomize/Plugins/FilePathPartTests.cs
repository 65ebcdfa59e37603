using NetLint.Repository.Kustomize.Plugins;

namespace NetLint.Repository.Tests.Kustomize.Plugins;

public sealed class FilePathPartTests
{
    [Theory]
    [InlineData("", 3, "pear")]
    [InlineData("/", 0, "/pear")]
    [InlineData("jam", 0, "pear/jam")]
    [InlineData("/jam", 0, "/pear/jam")]
    [InlineData("/jam", 9, "/jam/pear")]
    [InlineData("/very/sweet/jam", 2, "/very/sweet/pear/jam")]
    [InlineData("very//sweet/jam/", 1, "very/pear/sweet/jam")]
    public void ALeadingSlashStaysInFront(string path, int position, string expected) =>
        Assert.Equal(expected, FilePathPart.Insert(path, position, "pear"));
}
