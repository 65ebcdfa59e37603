using NetLint.Repository.Kustomize.Loading;
using NetLint.Repository.Kustomize.Patches;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>Applies one entry of <c>patches</c>: strategic-merge patches to the objects they name, or any patch to the objects of a target.</summary>
internal sealed class PatchTransformer : ITransformer
{
    private readonly BuildContext _context;
    private readonly YamlMapping _entry;
    private readonly PatchText _patch;
    private readonly PatchTarget? _target;
    private readonly bool _allowsNameChange;
    private readonly bool _allowsKindChange;

    /// <summary>Reads an entry.</summary>
    /// <param name="context">The build.</param>
    /// <param name="directory">The directory of the kustomization.</param>
    /// <param name="entry">The entry.</param>
    public PatchTransformer(BuildContext context, string directory, YamlMapping entry)
    {
        _context = context;
        _entry = entry;
        var patch = Fields.Text(entry, "patch");
        var path = Fields.Text(entry, "path");
        var hasPatch = !string.IsNullOrWhiteSpace(patch?.Value);
        _patch = (hasPatch, path is { Value.Length: > 0 }) switch
        {
            (false, false) => throw new RenderException("a patch must specify one of 'patch' and 'path'", entry.Origin),
            (true, true) => throw new RenderException("a patch cannot specify both 'patch' and 'path'", entry.Origin),
            (true, false) => PatchText.Read(patch!),
            _ => PatchText.Read(context.ReadYaml(directory, path!.Value, path.Origin), path.Origin),
        };
        _target = Fields.Mapping(entry, "target") is { } target ? PatchTarget.Parse(target) : null;
        var options = Fields.Mapping(entry, "options");
        _allowsNameChange = options is not null && Fields.Flag(options, "allowNameChange");
        _allowsKindChange = options is not null && Fields.Flag(options, "allowKindChange");
    }

    /// <inheritdoc/>
    public string Kind => "PatchTransformer";

    private Origin Place => (_entry["path"] ?? _entry["patch"] ?? _entry).Origin;

    /// <inheritdoc/>
    public void Apply(ObjectList objects)
    {
        if (_patch.Operations is { } operations)
            ApplyOperations(objects, operations);
        else
            ApplyMerges(objects);
        objects.NamesChanged();
    }

    private void ApplyOperations(ObjectList objects, JsonPatch operations)
    {
        if (_target is null)
            throw new RenderException("a JSON patch must specify a target", Place);
        foreach (var item in TargetSelection.Select(objects, _target, Place))
        {
            item.RememberName();
            objects.Budget.Spend(BuildBudget.StepsOfPatch + operations.Operations.Length, Place);
            item.Root = SharedValues.Part(operations.Apply(item.Root, isAnnotated: true));
            item.HasSharedValues = false;
        }
    }

    private void ApplyMerges(ObjectList objects)
    {
        var merge = new ObjectMerge(_context.Schemas) { AllowsNameChange = _allowsNameChange, AllowsKindChange = _allowsKindChange };
        if (_target is not null)
        {
            if (_patch.Merges.Length > 1)
                throw new RenderException("an entry of 'patches' with a target may hold only one strategic-merge patch", Place);
            merge.ApplyTo(objects, [.. TargetSelection.Select(objects, _target, Place)], _patch.Merges[0], Place);
            return;
        }

        foreach (var patch in _patch.Merges)
        {
            if (TargetSelection.Named(objects, patch, _context) is { } item)
                merge.Apply(item, patch);
        }
    }
}
