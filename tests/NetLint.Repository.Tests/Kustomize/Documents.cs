using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Tests.Kustomize;

/// <summary>Makes documents out of texts in tests of the parts of the renderer.</summary>
internal static class Documents
{
    /// <summary>A place for what the tests do not look at.</summary>
    public static Origin Somewhere { get; } = new(SourceText.From(new SourceId("kustomization.yaml"), "crds: [types.yaml]"), new TextSpan(7, 10));

    public static YamlStream Stream(string text, string path = "file.yaml") => YamlReader.Read(SourceText.From(new SourceId(path), text));

    public static YamlMapping Mapping(string text, string path = "kustomization.yaml") => Assert.IsType<YamlMapping>(Stream(text, path).Documents[0].Root);
}
