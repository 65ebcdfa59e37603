using System.Collections.Immutable;
using NetLint.Kubernetes.Knowledge;
using NetLint.Syntax.Yaml;

namespace NetLint.Kubernetes.Resources;

/// <summary>Finds the pod templates of an object: at the places known for its kind, or at <c>spec.template</c> of any custom resource.</summary>
internal static class PodTemplateFinder
{
    public static ImmutableArray<YamlMapping> Find(YamlMapping root, string group, string kind, out PodTemplateKind? knowledge)
    {
        if (PodTemplateKinds.TryGet(group, kind, out knowledge))
        {
            return knowledge.CreatesPods
                ? [.. knowledge.TemplatePaths.SelectMany(path => FieldPath.Select(root, path)).OfType<YamlMapping>()]
                : [];
        }

        // A custom resource whose spec.template looks like a pod's is taken for one.
        if (group.Contains('.', StringComparison.Ordinal)
            && root["spec"] is YamlMapping spec
            && spec["template"] is YamlMapping template
            && template["spec"] is YamlMapping podSpec
            && podSpec["containers"] is YamlSequence)
            return [template];
        return [];
    }
}
