using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Tests.Kustomize;

/// <summary>Reads trees written in a string.</summary>
internal static class Parsed
{
    public static YamlMapping Mapping(string yaml, string path = "kustomization.yaml")
    {
        var document = Assert.Single(YamlReader.Read(SourceText.From(new SourceId(path), yaml)).Documents);
        Assert.Empty(document.Errors);
        return Assert.IsType<YamlMapping>(document.Root);
    }

    public static YamlScalar Scalar(string yaml) => Assert.IsType<YamlScalar>(Mapping("value: " + yaml)["value"], exactMatch: false);

    /// <summary>A place as "file:line:column", counted from 1.</summary>
    public static string Place(Origin origin) => $"{origin.Source.Id.Path}:{origin.LineSpan.Start.Line + 1}:{origin.LineSpan.Start.Character + 1}";
}
