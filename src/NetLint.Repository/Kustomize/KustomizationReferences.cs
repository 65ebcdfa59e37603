using System.Collections.Immutable;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize;

/// <summary>How a kustomization uses a path.</summary>
public enum KustomizationUse
{
    /// <summary>A resource file, base or component.</summary>
    Resource,

    /// <summary>A patch file.</summary>
    Patch,

    /// <summary>Any other input: configuration of transformers and generators, schemas, replacements, generator sources.</summary>
    Input,
}

/// <summary>A path that a kustomization names.</summary>
/// <param name="Use">What for.</param>
/// <param name="Path">The path as written.</param>
/// <param name="Origin">Where it is written.</param>
public readonly record struct KustomizationReference(KustomizationUse Use, string Path, Origin Origin);

/// <summary>Reads which paths a kustomization names, without rendering it.</summary>
public static class KustomizationReferences
{
    /// <summary>The paths in the order of the fields below. Inline patches and remote addresses are left to the caller, as text.</summary>
    public static ImmutableArray<KustomizationReference> Read(YamlDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Root is not YamlMapping root)
            return [];
        var references = ImmutableArray.CreateBuilder<KustomizationReference>();
        foreach (var field in (ReadOnlySpan<string>)["resources", "bases", "components"])
            AddItems(root[field], KustomizationUse.Resource, references);
        AddItems(root["patchesStrategicMerge"], KustomizationUse.Patch, references);
        AddMembers(root["patches"], "path", KustomizationUse.Patch, references);
        AddMembers(root["patchesJson6902"], "path", KustomizationUse.Patch, references);
        foreach (var field in (ReadOnlySpan<string>)["configurations", "crds", "transformers", "generators", "validators"])
            AddItems(root[field], KustomizationUse.Input, references);
        AddMembers(root["replacements"], "path", KustomizationUse.Input, references);
        AddMembers(root["helmCharts"], "valuesFile", KustomizationUse.Input, references);
        if ((root["openapi"] as YamlMapping)?["path"] is YamlScalar schema)
            references.Add(new KustomizationReference(KustomizationUse.Input, schema.Value, schema.Origin));
        foreach (var field in (ReadOnlySpan<string>)["configMapGenerator", "secretGenerator"])
        {
            foreach (var generator in (root[field] as YamlSequence)?.Items.OfType<YamlMapping>() ?? [])
            {
                AddItems(generator["files"], KustomizationUse.Input, references);
                AddItems(generator["envs"], KustomizationUse.Input, references);
            }
        }

        return references.DrainToImmutable();
    }

    private static void AddItems(YamlNode? node, KustomizationUse use, ImmutableArray<KustomizationReference>.Builder references)
    {
        foreach (var item in (node as YamlSequence)?.Items.OfType<YamlScalar>() ?? [])
        {
            // A patch may be written in place, and a file of a generator may be named KEY=PATH.
            if (item.Value.Contains('\n', StringComparison.Ordinal))
                continue;
            var path = use == KustomizationUse.Input ? item.Value[(item.Value.IndexOf('=', StringComparison.Ordinal) + 1)..] : item.Value;
            references.Add(new KustomizationReference(use, path, item.Origin));
        }
    }

    private static void AddMembers(YamlNode? node, string member, KustomizationUse use, ImmutableArray<KustomizationReference>.Builder references)
    {
        foreach (var item in (node as YamlSequence)?.Items.OfType<YamlMapping>() ?? [])
        {
            if (item[member] is YamlScalar path)
                references.Add(new KustomizationReference(use, path.Value, path.Origin));
        }
    }
}
