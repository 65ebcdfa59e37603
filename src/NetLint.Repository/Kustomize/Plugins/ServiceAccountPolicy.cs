using NetLint.Repository.Kustomize.Generators;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Repository.Kustomize.Transformers;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Plugins;

/// <summary>
/// The <c>IAMPolicyGenerator</c>: a service account that acts for one of a cloud. The source is kustomize's <c>api/filters/iampolicygenerator</c>.
/// </summary>
internal static class ServiceAccountPolicy
{
    /// <summary>Makes the service account.</summary>
    /// <exception cref="RenderException">The cloud is not one that is known, or something has the wrong type.</exception>
    public static GeneratedObject Generate(YamlMapping configuration)
    {
        var cloud = Fields.Text(configuration, "cloud");
        if (cloud?.Value != "gke")
            throw new RenderException($"cloud provider {cloud?.Value} not supported yet", (cloud ?? (YamlNode)configuration).Origin);
        var account = Part(configuration, "serviceAccount");
        var service = Part(configuration, "kubernetesService");
        var name = Text(service, "name");
        var user = Text(account, "name");
        var annotation = Rendered.Plain("iam.gke.io/gcp-service-account", user.Origin);
        var value = Rendered.Scalar($"{user.Value}@{Text(account, "projectId").Value}.iam.gserviceaccount.com", ScalarStyle.Plain, user.Origin, [Text(account, "projectId").Origin]);
        var metadata = Mapping(name, ("annotations", Rendered.Mapping(user.Origin).With(annotation, value)), ("name", name));
        if (Text(service, "namespace") is { Value.Length: > 0 } @namespace)
            metadata = metadata.With(Rendered.Plain("namespace", @namespace.Origin), @namespace);
        var root = Mapping(name, ("apiVersion", Rendered.Plain("v1", configuration.Origin)), ("kind", Rendered.Plain("ServiceAccount", configuration.Origin)), ("metadata", metadata));
        return new GeneratedObject(root, GeneratorBehavior.Create, NeedsHash: false, configuration.Origin);
    }

    private static YamlMapping Part(YamlMapping root, string field) => Fields.Mapping(root, field) ?? Rendered.Mapping(root.Origin);

    /// <summary>A text as it takes part in YAML: without quotes.</summary>
    private static YamlScalar Text(YamlMapping owner, string field)
    {
        var text = Fields.Text(owner, field);
        return Rendered.Plain(text?.Value ?? "", (text ?? (YamlNode)owner).Origin);
    }

    private static YamlMapping Mapping(YamlNode at, params ReadOnlySpan<(string Key, YamlNode Value)> members)
    {
        var mapping = Rendered.Mapping(at.Origin);
        foreach (var (key, value) in members)
            mapping = mapping.With(Rendered.Plain(key, at.Origin), value);
        return mapping;
    }
}
