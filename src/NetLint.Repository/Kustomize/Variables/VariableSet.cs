using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Loading;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Variables;

/// <summary>A variable: a name for the value of a field of an object.</summary>
/// <param name="Name">The name.</param>
/// <param name="Target">The object; an empty namespace stands for any.</param>
/// <param name="FieldPath">The path of the field, with dots.</param>
/// <param name="Entry">Where it is declared.</param>
internal sealed record Variable(string Name, ResourceId Target, string FieldPath, YamlMapping Entry);

/// <summary>The variables of a kustomization and everything below it.</summary>
internal sealed class VariableSet
{
    private VariableSet(ImmutableSortedDictionary<string, Variable> all) => All = all;

    /// <summary>No variables.</summary>
    public static VariableSet Empty { get; } = new(ImmutableSortedDictionary.Create<string, Variable>(StringComparer.Ordinal));

    /// <summary>The variables by name.</summary>
    public ImmutableSortedDictionary<string, Variable> All { get; }

    /// <summary>The variables of both.</summary>
    /// <exception cref="RenderException">Both declare the same name.</exception>
    public VariableSet Merge(VariableSet other)
    {
        if (other.All.IsEmpty)
            return this;
        return other.All.Values.Aggregate(this, (set, variable) => set.Add(variable));
    }

    /// <summary>The variables with a further one.</summary>
    /// <exception cref="RenderException">The name is declared already.</exception>
    public VariableSet Add(Variable variable) => All.ContainsKey(variable.Name)
        ? throw new RenderException($"var '{variable.Name}' already encountered", (Fields.Text(variable.Entry, "name") ?? (YamlNode)variable.Entry).Origin)
        : new VariableSet(All.Add(variable.Name, variable));
}
