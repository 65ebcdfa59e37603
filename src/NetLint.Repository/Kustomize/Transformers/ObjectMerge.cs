using NetLint.Repository.Kustomize.Patches;
using NetLint.Repository.Kustomize.Schema;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>Merges strategic-merge patches into the objects of a build. The source is <c>ApplySmPatch</c> of kustomize's <c>api/resmap</c>.</summary>
internal sealed class ObjectMerge(SchemaScope schemas)
{
    /// <summary>True when a patch may rename what it changes.</summary>
    public bool AllowsNameChange { get; init; }

    /// <summary>True when a patch may make another kind of what it changes.</summary>
    public bool AllowsKindChange { get; init; }

    /// <summary>Merges a patch into selected objects, whatever the patch is named, and takes out those it deletes.</summary>
    public void ApplyTo(ObjectList objects, IReadOnlyCollection<KustomizeObject> selected, YamlMapping patch, Origin place)
    {
        objects.Budget.Spend(objects.Objects.Count, place);
        foreach (var item in selected)
        {
            objects.Budget.Spend(BuildBudget.StepsOfPatch + patch.Weight, place);
            Apply(item, patch, isSelected: true);
        }

        objects.RemoveWhere(item => item.Root.Entries.IsEmpty);
        objects.NamesChanged();
        if (objects.FindConflict() is { } conflict)
            throw new RenderException($"may not add resource with an already registered id: {conflict.Second.Id}", place);
    }

    /// <summary>Merges a patch into the object it names. An object that the patch deletes is left without entries.</summary>
    public void Apply(KustomizeObject item, YamlMapping patch) => Apply(item, patch, isSelected: false);

    private void Apply(KustomizeObject item, YamlMapping patch, bool isSelected)
    {
        if (AllowsNameChange || AllowsKindChange)
            item.RememberName();
        var merged = new StrategicMergePatch(patch, AllowsNameChange, AllowsKindChange).ApplyTo(item.Root, schemas.For(item.Kind), schemas.For, isSelected);
        item.Root = merged ?? item.Root.WithEntries([]);
    }
}
