using NetLint.Testing.Kustomize;

namespace NetLint.Conformance.Tests.Kustomize;

/// <summary>How messages of the real command are compared with those of NetLint; needs no folder.</summary>
public sealed class ExpectedErrorTests
{
    [Theory]
    [InlineData("error: accumulating resources: accumulation err='accumulating resources from 'web.yaml': evalsymlink failure on './web.yaml'", "web.yaml")]
    [InlineData("may not add resource with an already registered id: Deployment.v1.apps/web-front.[noNs]", "web-front")]
    [InlineData("""id resid.ResId{Gvk:resid.Gvk{Group:"", Version:"v1", Kind:"Secret", isClusterScoped:false}, Name:"token", Namespace:""} exists""", "token")]
    [InlineData("the field 'sortOptions.order' must be one of [fifo, legacy]", "sortOptions.order")]
    [InlineData("security; file '/shared/patch.yaml' is not in or below '/overlay'", "patch.yaml")]
    [InlineData("expected kind != 'Component' for path '/comp'", "comp")]
    public void NamesAreFound(string sentence, string name) => Assert.Contains(name, ExpectedError.Names(sentence));

    [Theory]
    [InlineData("error: accumulating resources: recursed accumulation of path './base'")]
    [InlineData("error: invalid Kustomization: json: unknown field \"namespce\"")]
    public void AnotherProblemIsNotTheSame(string real) => Assert.False(ExpectedError.IsNamedBy("netlint: error: 'api.yaml' is missing", [], real));

    [Fact]
    public void ASentenceWithoutNamesIsKnownByItsLongWords()
    {
        const string Real = "error: the specified OpenAPI version is not built in";
        Assert.True(ExpectedError.IsNamedBy("'openapi.version' names v9.9.9, which is not known", [], Real));
        Assert.False(ExpectedError.IsNamedBy("'images' has no 'name'", [], Real));
    }
}
