using NetLint.Kubernetes.Semantics;

namespace NetLint.Kubernetes.Tests.Semantics;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("app", "App")]
    [InlineData("web", "WEB")]
    [InlineData("cart", "carts")]
    [InlineData("frontend", "frontned")]
    [InlineData("api", "aip")]
    [InlineData("payment", "paymnets")]
    [InlineData("shop-cart", "shop-carts")]
    [InlineData("shop-v-api", "shop-u-apis")]
    [InlineData("web-ui", "web-u")]
    public void Mistakes(string left, string right)
    {
        Assert.True(Spelling.IsNear(left, right));
        Assert.True(Spelling.IsNear(right, left));
    }

    [Theory]
    [InlineData("web", "web")]
    [InlineData("web-1", "web-2")]
    [InlineData("web", "web2")]
    [InlineData("v1.10", "v1.1")]
    [InlineData("a", "b")]
    [InlineData("db", "dc")]
    [InlineData("blue", "glue-x")]
    [InlineData("echoheaders", "echoheaders-x")]
    [InlineData("frontend", "x.frontend")]
    [InlineData("web-a", "web-b")]
    [InlineData("shop-a-api", "shop-b-api")]
    [InlineData("zone_a", "zone_c")]
    [InlineData("prod", "test")]
    [InlineData("auth", "cache")]
    [InlineData("", "a")]
    public void DifferentNames(string left, string right)
    {
        Assert.False(Spelling.IsNear(left, right));
        Assert.False(Spelling.IsNear(right, left));
    }

    [Theory]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "acb", 1)]
    [InlineData("abc", "abd", 1)]
    [InlineData("abc", "abcd", 1)]
    [InlineData("abc", "xbz", 2)]
    [InlineData("abc", "xyz", 3)]
    [InlineData("abc", "abcdefgh", 3)]
    [InlineData("", "ab", 2)]
    public void Distances(string left, string right, int expected)
    {
        Assert.Equal(expected, Spelling.Distance(left, right));
        Assert.Equal(expected, Spelling.Distance(right, left));
    }
}
