using NetLint.Analysis.Rules;
using NetLint.Repository;
using NetLint.Rules;
using NetLint.Syntax.Text;
using NetLint.Testing;

namespace NetLint.Fuzz;

/// <summary>The promises of the whole engine over one file: no rule throws, every place lies in the text, messages are free of control characters.</summary>
public sealed class AnalysisTarget : IFuzzTarget
{
    /// <inheritdoc/>
    public string Name => "analysis";

    /// <inheritdoc/>
    public string? Check(SourceText text)
    {
        var file = KeyValuePair.Create("shop/manifests.yaml", text.Content);
        foreach (var world in (World[])[World.Complete, World.Repository])
        {
            foreach (var diagnostic in LintRun.Analyze([file], RuleCatalog.Analyzers, world).Diagnostics)
            {
                if (diagnostic.Descriptor == EngineDiagnostics.InternalError)
                    return $"rule failed: {diagnostic.Message}";
                var (source, span) = diagnostic.Location;
                if (span.Start < 0 || span.End > source.Length)
                    return $"finding out of place: {diagnostic.Descriptor.FullId} {span}";
                if (diagnostic.Message.Any(char.IsControl))
                    return $"control character in a message: {diagnostic.Descriptor.FullId}";
            }
        }

        var kustomization = RepositoryLoader.ReadText(SourceText.From(new SourceId("kustomization.yaml"), text.Content), FileRole.Kustomization);
        foreach (var reference in kustomization.Documents.SelectMany(document => Repository.Kustomize.KustomizationReferences.Read(document)))
        {
            if (RelativePath.Combine("shop", reference.Path)?.Split('/').Contains("..") == true)
                return $"path leaves the root: {reference.Path}";
        }

        return null;
    }
}
