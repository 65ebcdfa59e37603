using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Syntax.Text;
using NetLint.Testing;

namespace NetLint.Repository.Tests.Kustomize;

/// <summary>Renders small kustomizations that tests write down as texts.</summary>
internal static class Rendering
{
    /// <summary>Renders the root of some files.</summary>
    public static RenderResult Of(bool isPartial, params (string Path, string Text)[] files) =>
        new KustomizeRenderer(
            new KustomizeFiles(new InMemoryFileSystem(files.Select(file => KeyValuePair.Create(file.Path, file.Text))), new RepositoryOptions().MaxFileLength),
            new KustomizeOptions { IsPartial = isPartial }).Render("");

    /// <summary>What is printed for the root of some files, which must be rendered without a problem.</summary>
    public static string Text(params (string Path, string Text)[] files)
    {
        var result = Of(isPartial: false, files);
        Assert.True(result.Problems.IsEmpty, string.Join('\n', result.Problems.Select(problem => problem.Message)));
        var printed = result.Print();
        Assert.Null(printed.Problem);
        return printed.Text;
    }

    /// <summary>The one problem of some files.</summary>
    public static RenderProblem Problem(params (string Path, string Text)[] files)
    {
        var result = Of(isPartial: false, files);
        return result.Problems.IsEmpty ? Assert.IsType<RenderProblem>(result.Print().Problem) : Assert.Single(result.Problems);
    }

    /// <summary>The places a value comes from, as <c>file:line text</c>.</summary>
    public static string[] Sources(RenderResult result, string name, string pointer)
    {
        var item = Assert.Single(result.Objects, item => item.Root["metadata"] is Syntax.Yaml.YamlMapping metadata && metadata["name"] is Syntax.Yaml.YamlScalar scalar && scalar.Value == name);
        return [.. RenderResult.SourcesOf(item).Single(value => value.Pointer == pointer).Sources.Select(Describe)];
    }

    /// <summary>A place as <c>file:line text</c>.</summary>
    public static string Describe(Origin origin) => $"{origin.Source.Id.Path}:{origin.LineSpan.Start.Line + 1} {origin.Text}";
}
