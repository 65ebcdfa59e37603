namespace NetLint.Repository.Kustomize.Configuration;
internal static class FieldSpecReader { public static System.Collections.Immutable.ImmutableArray<FieldSpec> ReadAll(NetLint.Syntax.Yaml.YamlMapping m, string field) => m[field] is null ? [] : throw new NotSupportedException(); }
