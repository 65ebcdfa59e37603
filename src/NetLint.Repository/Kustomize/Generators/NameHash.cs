namespace NetLint.Repository.Kustomize.Generators;
internal static class NameHash { public static string Of(NetLint.Syntax.Yaml.YamlMapping m) => m.ToString()!; }
