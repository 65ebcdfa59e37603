using NetLint.Fuzz.Kustomize;
using NetLint.Repository;
using NetLint.Repository.Kustomize;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Syntax.Text;
using NetLint.Testing;

namespace NetLint.Fuzz;

/// <summary>
/// The promises of the renderer: whatever a kustomization, a resource or a patch says, it returns a result, whose problems lie in their
/// files and whose objects can be printed or say why not.
/// </summary>
public sealed class RenderTarget : IFuzzTarget
{
    /// <inheritdoc/>
    public string Name => "render";

    /// <inheritdoc/>
    public string? Check(SourceText text)
    {
        // The text takes the place of each file of a tree in turn.
        var tree = new RandomTree(new Random(text.Length)).Make().ToDictionary(StringComparer.Ordinal);
        var paths = tree.Keys.Order(StringComparer.Ordinal).ToArray();
        var first = Try(With(tree, paths[text.Length / 7 % paths.Length], text.Content), RandomTree.Target);
        return first ?? Try(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["shop/kustomization.yaml"] = text.Content,
                ["shop/svc.yaml"] = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  selector: {app: web}\n",
                ["shop/self.yaml"] = text.Content,
                ["base/kustomization.yaml"] = "resources: [a.yaml]\nnamePrefix: x-\n",
                ["base/a.yaml"] = text.Content,
            },
            "shop") ?? Try(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["shop/kustomization.yaml"] = "resources: [self.yaml]\npatches: [{path: self.yaml, target: {kind: Service}}]\nlabels: [{pairs: {a: b}, includeSelectors: true}]\nnamespace: shop\nbuildMetadata: [originAnnotations]\n",
                ["shop/self.yaml"] = text.Content,
            },
            "shop");
    }

    private static Dictionary<string, string> With(Dictionary<string, string> tree, string path, string text)
    {
        tree[path] = text;
        return tree;
    }

    private static string? Try(Dictionary<string, string> tree, string target)
    {
        foreach (var isPartial in (bool[])[false, true])
        {
            var files = new KustomizeFiles(new InMemoryFileSystem(tree), 1_000_000);
            var result = new KustomizeRenderer(files, new KustomizeOptions { IsPartial = isPartial }).Render(target);
            if (Check(result) is { } problem)
                return problem;
        }

        return null;
    }

    private static string? Check(RenderResult result)
    {
        if (result.IsFailed && result.Problems.IsEmpty)
            return "failed without a problem: ";
        foreach (var problem in result.Problems)
        {
            if (problem.Message.Length == 0 || problem.Message.Contains("Exception", StringComparison.Ordinal))
                return $"poor message: {problem.Message}";
            if (problem.Origin.Span.End > problem.Origin.Source.Length)
                return $"problem out of place: {problem.Origin.Span} {problem.Message}";
        }

        var printed = result.Print();
        if (printed.Problem is not null)
            return null;
        foreach (var value in result.Objects.SelectMany(RenderResult.SourcesOf))
        {
            foreach (var source in value.Sources)
            {
                if (source.Span.Start < 0 || source.Span.End > source.Source.Length)
                    return $"source out of place: {value.Pointer} {source.Span}";
            }
        }

        return null;
    }
}
