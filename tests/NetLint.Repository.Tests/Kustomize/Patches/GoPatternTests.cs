using NetLint.Repository.Kustomize.Patches;
using NetLint.Repository.Kustomize.Transformers;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Tests.Kustomize.Patches;

public sealed class GoPatternTests
{
    private static readonly SourceText Source = SourceText.From(new SourceId("a.yaml"), "");
    private static readonly string[] Pieces = ["a", "b", ".", ".*", ".+", "-", "a*", "^", "$", "/", "A", "(a|b)", "[ab]", ":"];
    private static readonly string[] Characters = ["a", "b", ".", "-", "/", "A", "\n", "é", "😀", ":", "", "@sha256:"];

    /// <summary>What is compared without an engine must come to what the engine comes to.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void ASimpleExpressionMatchesWhatTheEngineMatches(int seed)
    {
        var random = new Random(seed);
        var matches = 0;
        for (var i = 0; i < 150; i++)
        {
            var pattern = new YamlScalar(Source, default, null, Mix(random, Pieces), ScalarStyle.DoubleQuoted);
            var (whole, anywhere) = (GoRegex.Whole(pattern), GoRegex.Anywhere(pattern.Value, pattern.Origin));
            for (var j = 0; j < 40; j++)
            {
                var text = Mix(random, Characters);
                Assert.Equal((pattern.Value, text, whole.IsMatch(text)), (pattern.Value, text, GoPattern.Whole(pattern).IsMatch(text)));
                Assert.Equal((pattern.Value, text, anywhere.IsMatch(text)), (pattern.Value, text, GoPattern.Anywhere(pattern.Value, pattern.Origin).IsMatch(text)));
                matches += whole.IsMatch(text) ? 1 : 0;
            }
        }

        Assert.True(matches > 100);
    }

    [Theory]
    [InlineData("nginx", "nginx", true)]
    [InlineData("nginx", "nginx:1.2", true)]
    [InlineData("nginx", "nginx:1.2@sha256:abc", true)]
    [InlineData("nginx", "nginx@sha256:abc", true)]
    [InlineData("nginx", "nginx@sha512:abc", false)]
    [InlineData("nginx", "nginx2", false)]
    [InlineData("nginx", "my/nginx", false)]
    [InlineData("nginx", "nginx:1:2", false)]
    [InlineData("quay.io/a/b", "quayXio/a/b:{x}", true)]
    [InlineData("host:80/a", "host:80/a:b", true)]
    [InlineData("ngin.*", "nginx-more:1", true)]
    [InlineData("nginx", "nginx\n", true)]
    [InlineData("", "", true)]
    public void AnImageHasTheNameAndMayHaveTagAndDigest(string name, string image, bool expected) =>
        Assert.Equal(expected, new ImagePattern(name, new Origin(Source, default)).IsMatch(image));

    private static string Mix(Random random, string[] pieces) => string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => pieces[random.Next(pieces.Length)]));
}
