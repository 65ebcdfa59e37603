using NetLint.Repository.Kustomize.Loading;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Variables;

/// <summary>Reads the variables that a kustomization declares, and finds the objects they are for.</summary>
internal static class VariableReader
{
    /// <summary>The field that is meant where none is given.</summary>
    private const string DefaultField = "metadata.name";

    private static readonly string[] s_variable = ["name", "objref", "fieldref"];
    private static readonly string[] s_target = ["apiVersion", "group", "version", "kind", "name", "namespace"];
    private static readonly string[] s_field = ["fieldPath"];

    /// <summary>Adds the variables of a kustomization to what has been brought together.</summary>
    /// <exception cref="RenderException">A variable may mean several objects, or its name is declared already.</exception>
    public static void Declare(KustomizationFile file, BuildContext context, Accumulation accumulation)
    {
        var entries = file.Mappings("vars");
        if (entries.IsEmpty)
            return;
        var variables = accumulation.Variables;
        foreach (var entry in entries)
        {
            var variable = Read(entry, context);
            var matches = accumulation.Objects.WithAnyId(id => Names(variable.Target, id));
            if (matches.Count > 1)
                throw new RenderException($"found {matches.Count} resId matches for var {variable.Name} (unable to disambiguate)", entry.Origin);
            if (matches is [var match])
                match.Variables = match.Variables.Add(variable.Name);
            variables = variables.Add(variable);
        }

        accumulation.Variables = variables;
    }

    private static Variable Read(YamlMapping entry, BuildContext context)
    {
        CheckNames(entry, s_variable);
        var target = Fields.Mapping(entry, "objref");
        if (target is not null)
            CheckNames(target, s_target);
        var field = Fields.Mapping(entry, "fieldref");
        if (field is not null)
            CheckNames(field, s_field);
        var path = field is null ? "" : Text(field, "fieldPath");
        var kind = KindOf(target);
        var id = new ResourceId(kind, Text(target, "name"), Text(target, "namespace"), context.Schemas.IsCertainlyClusterScoped(kind));
        return new Variable(Text(entry, "name"), id, path.Length == 0 ? DefaultField : path, entry);
    }

    /// <summary>An API version without a slash leaves the group as it is given.</summary>
    private static ObjectKind KindOf(YamlMapping? target)
    {
        var kind = new ObjectKind(Text(target, "group"), Text(target, "version"), Text(target, "kind"));
        return Text(target, "apiVersion").Split('/') switch
        {
            [{ Length: > 0 } version] => kind with { Version = version },
            [var group, var version] => kind with { Group = group, Version = version },
            _ => kind,
        };
    }

    /// <summary>A target without a namespace stands for an object of any namespace.</summary>
    private static bool Names(ResourceId target, ResourceId id) =>
        target.Namespace.Length == 0 && !target.IsClusterScoped ? id.NamesInAnyNamespace(target) : id.Names(target);

    private static string Text(YamlMapping? owner, string field) => owner is null ? "" : Fields.Text(owner, field)?.Value ?? "";

    private static void CheckNames(YamlMapping mapping, string[] known)
    {
        foreach (var entry in mapping.Entries)
        {
            if (entry.Name is { } name && !known.Contains(name, StringComparer.OrdinalIgnoreCase))
                throw new RenderException($"invalid Kustomization: unknown field '{name}' in a var", entry.Key.Origin);
        }
    }
}
