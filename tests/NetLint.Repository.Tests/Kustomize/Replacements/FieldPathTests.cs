using NetLint.Repository.Kustomize.Replacements;

namespace NetLint.Repository.Tests.Kustomize.Replacements;

public sealed class FieldPathTests
{
    [Theory]
    [InlineData("spec.ports.0.port", "spec|ports|0|port")]
    [InlineData(".metadata.name", "metadata|name")]
    [InlineData(@"metadata.annotations.example\.com/zone", "metadata|annotations|example.com/zone")]
    [InlineData("metadata.annotations.[example.com/zone]", "metadata|annotations|example.com/zone")]
    [InlineData("spec.containers.[name=web.example].image", "spec|containers|[name=web.example]|image")]
    [InlineData("spec.hosts.[=a.example.com]", "spec|hosts|[=a.example.com]")]
    [InlineData("spec.list.[open.ended", "spec|list|open.ended")]
    [InlineData("", "")]
    [InlineData("a..b", "a||b")]
    public void DotsSeparateUnlessTheyAreEscapedOrInBrackets(string path, string parts) =>
        Assert.Equal(parts.Split('|'), FieldPath.Split(path));

    [Theory]
    [InlineData("spec.ports[2].port", "spec|ports|2|port")]
    [InlineData("[0].name", "0|name")]
    [InlineData("spec.ports[name]", "spec|ports[name]")]
    public void VariablesWriteIndicesBehindNames(string path, string parts) =>
        Assert.Equal(parts.Split('|'), FieldPath.SplitWithIndices(path));
}
