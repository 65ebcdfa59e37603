using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Patches;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>Applies <c>patchesStrategicMerge</c>: each patch to the object it names.</summary>
internal sealed class PatchStrategicMergeTransformer : ITransformer
{
    private readonly BuildContext _context;
    private readonly ImmutableArray<(YamlMapping Patch, Origin Place)> _patches;

    /// <summary>Makes a transformer of patches that have been read.</summary>
    public PatchStrategicMergeTransformer(BuildContext context, ImmutableArray<(YamlMapping Patch, Origin Place)> patches)
    {
        _context = context;
        _patches = patches;
    }

    /// <inheritdoc/>
    public string Kind => "PatchStrategicMergeTransformer";

    /// <summary>Reads the patches of a list: for old times' sake an entry may be the patch itself, else it is a path.</summary>
    public static PatchStrategicMergeTransformer Read(BuildContext context, string directory, ImmutableArray<YamlScalar> entries) =>
        new(context, [.. entries.SelectMany(entry => (context.Attempt(() => ReadEntry(context, directory, entry)) ?? []).Select(patch => (patch, entry.Origin)))]);

    /// <inheritdoc/>
    public void Apply(ObjectList objects)
    {
        var merge = new ObjectMerge(_context.Schemas);
        foreach (var (patch, place) in _patches)
        {
            if (TargetSelection.Named(objects, patch, _context) is { } item)
                merge.ApplyTo(objects, [item], patch, place);
        }
    }

    private static YamlMapping[] ReadEntry(BuildContext context, string directory, YamlScalar entry)
    {
        // Whatever has a colon or a line break in it may be YAML; a path is tried where it is none.
        if (entry.Value.AsSpan().ContainsAny('\n', ':', '{'))
        {
            try
            {
                return [.. PatchText.ReadMerges(EmbeddedYaml.Read(entry).Documents)];
            }
            catch (RenderException) when (!entry.Value.Contains('\n', StringComparison.Ordinal))
            {
                // It is a path with a colon in it.
            }
        }

        return [.. PatchText.ReadMerges(context.ReadYaml(directory, entry.Value, entry.Origin).Documents)];
    }
}
