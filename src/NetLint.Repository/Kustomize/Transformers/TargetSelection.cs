using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Patches;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>Finds the objects that patches and replacements are for.</summary>
internal static class TargetSelection
{
    /// <summary>Comparing an object with a target takes some time: labels and annotations are collected.</summary>
    private const int StepsOfObject = 4;

    /// <summary>The objects of a target. Names and namespaces match as they were first or as they are now.</summary>
    /// <param name="objects">The objects.</param>
    /// <param name="target">The target.</param>
    /// <param name="at">The place that names it.</param>
    public static List<KustomizeObject> Select(ObjectList objects, PatchTarget target, Origin at)
    {
        objects.Budget.Spend((long)objects.Objects.Count * StepsOfObject, at);
        return [.. objects.Objects.Where(item => IsOf(target, item))];
    }

    private static bool IsOf(PatchTarget target, KustomizeObject item)
    {
        var (original, now) = (item.OriginalId, item.Id);
        return target.Matches(
            item.Kind,
            [original.Name, now.Name],
            [original.EffectiveNamespace, now.EffectiveNamespace],
            target.SelectsLabels ? Map(item, "labels") : ImmutableDictionary<string, string>.Empty,
            target.SelectsAnnotations ? Map(item, "annotations") : ImmutableDictionary<string, string>.Empty);
    }

    /// <summary>
    /// The one object that a strategic-merge patch names; null when there is none and something was left out of the build that may hold it.
    /// </summary>
    /// <exception cref="RenderException">There is none, or more than one.</exception>
    public static KustomizeObject? Named(ObjectList objects, YamlMapping patch, BuildContext context)
    {
        context.Budget.Spend(objects.Objects.Count, patch.Origin);
        var id = new KustomizeObject(patch, context.Schemas).Id;
        var found = objects.WithAnyId(id.Names).FindAll(item => !item.Root.Entries.IsEmpty);
        if (found.Count == 1)
            return found[0];
        if (found.Count == 0 && context.IsIncomplete)
            return null;
        var place = (patch["metadata"] as YamlMapping)?["name"] ?? patch;
        if (found.Count > 1)
            throw new RenderException($"multiple resources match strategic merge patch '{id}'", place.Origin);
        var problem = new RenderProblem(RenderProblemKind.Invalid, $"no resource matches strategic merge patch '{id}'", place.Origin);
        // Where there is nothing of its kind, the patch is for objects that whoever builds on this is to bring.
        if (context.Options.IsPartial && !objects.Objects.Any(item => item.Kind.Kind == id.Kind.Kind))
        {
            context.Report(problem with { Kind = RenderProblemKind.Unsupported });
            return null;
        }

        throw new RenderException(problem);
    }

    private static ImmutableDictionary<string, string> Map(KustomizeObject item, string field)
    {
        if (item.Metadata?[field] is not YamlMapping mapping)
            return ImmutableDictionary<string, string>.Empty;
        var pairs = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var entry in mapping.Entries)
        {
            if (entry is { Key: YamlScalar key, Value: YamlScalar value })
                pairs[key.Value] = value.Value;
        }

        return pairs.ToImmutable();
    }
}
