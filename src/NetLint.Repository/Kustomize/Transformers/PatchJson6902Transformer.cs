using NetLint.Repository.Kustomize.Loading;
using NetLint.Repository.Kustomize.Patches;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>Applies one entry of <c>patchesJson6902</c> to the objects of its target.</summary>
internal sealed class PatchJson6902Transformer : ITransformer
{
    private readonly JsonPatch _operations;
    private readonly PatchTarget _target;

    /// <summary>Reads an entry.</summary>
    /// <param name="context">The build.</param>
    /// <param name="directory">The directory of the kustomization.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="inline">The field that holds the operations.</param>
    public PatchJson6902Transformer(BuildContext context, string directory, YamlMapping entry, string inline = "patch")
    {
        var target = Fields.Mapping(entry, "target") ?? throw new RenderException("a JSON patch must specify a target", entry.Origin);
        if (Fields.Text(target, "name") is not { Value.Length: > 0 })
            throw new RenderException("a JSON patch must specify the target name", target.Origin);
        _target = PatchTarget.Parse(target);
        var patch = Fields.Text(entry, inline);
        var path = Fields.Text(entry, "path");
        _operations = (patch is { Value.Length: > 0 }, path is { Value.Length: > 0 }) switch
        {
            (false, false) => throw new RenderException($"a JSON patch must specify 'path' or '{inline}'", entry.Origin),
            (true, true) => throw new RenderException($"a JSON patch must specify 'path' or '{inline}', not both", entry.Origin),
            (true, false) => PatchText.ReadOperations(patch!),
            _ => PatchText.ReadOperations(context.ReadYaml(directory, path!.Value, path.Origin), path.Origin),
        };
    }

    /// <inheritdoc/>
    public string Kind => "PatchJson6902Transformer";

    /// <inheritdoc/>
    public void Apply(ObjectList objects)
    {
        foreach (var item in TargetSelection.Select(objects, _target, _operations.Operations[0].Origin))
        {
            objects.Budget.Spend(BuildBudget.StepsOfPatch + _operations.Operations.Length, _operations.Operations[0].Origin);
            item.Root = SharedValues.Part(_operations.Apply(item.Root, item.HasBuildAnnotations));
            item.HasSharedValues = false;
        }

        objects.NamesChanged();
    }
}
