using System.Collections.Immutable;
using NetLint.Kubernetes.Resources;
using NetLint.Repository.Kustomize;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.ArgoCd;

/// <summary>An Argo CD ApplicationSet: a template of an Application and generators that fill it.</summary>
/// <param name="Node">The object.</param>
/// <param name="Name">Its name.</param>
/// <param name="Namespace">The namespace it lives in as written, which is that of its applications.</param>
/// <param name="IsGoTemplate">True when its texts are Go templates.</param>
/// <param name="Generators">The generators as written.</param>
/// <param name="Template">The template; null when none is written.</param>
/// <param name="TemplatePatch">A patch of every application; null when none is written.</param>
public sealed record ApplicationSet(
    YamlMapping Node,
    YamlScalar? Name,
    YamlScalar? Namespace,
    bool IsGoTemplate,
    ImmutableArray<YamlMapping> Generators,
    YamlMapping? Template,
    YamlScalar? TemplatePatch)
{
    /// <summary>The smallest place that names it.</summary>
    public Origin Origin => Name?.Origin ?? Node.Origin;
}

/// <summary>Reads ApplicationSets.</summary>
public static class ApplicationSetReader
{
    /// <summary>True for an ApplicationSet.</summary>
    public static bool IsApplicationSet(Resource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return resource is { Group: "argoproj.io", Kind: "ApplicationSet" };
    }

    /// <summary>Reads an ApplicationSet.</summary>
    public static ApplicationSet Read(YamlMapping node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var metadata = node.Mapping("metadata");
        var spec = node.Mapping("spec");
        return new ApplicationSet(
            node,
            metadata.Text("name"),
            metadata.Text("namespace"),
            spec.Flag("goTemplate"),
            spec.Mappings("generators"),
            spec.Mapping("template"),
            spec.Text("templatePatch"));
    }
}

/// <summary>A part of an ApplicationSet whose result is not known.</summary>
/// <param name="Text">Why, as one clause.</param>
/// <param name="Origin">Where it is written.</param>
public sealed record UnresolvedGenerator(string Text, Origin Origin);

/// <summary>The applications that an ApplicationSet makes, as far as the repository tells.</summary>
/// <param name="Applications">The applications in the order of the generators.</param>
/// <param name="Unresolved">What is not known, in the order of the text it was met in.</param>
/// <param name="Problem">Why there may be further applications that were not made; null when all were.</param>
public sealed record ApplicationSetResult(ImmutableArray<Application> Applications, ImmutableArray<UnresolvedGenerator> Unresolved, RenderProblem? Problem);
