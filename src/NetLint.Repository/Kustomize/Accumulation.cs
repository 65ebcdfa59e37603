using System.Collections.Immutable;
using NetLint.Repository.Kustomize.Configuration;
using NetLint.Repository.Kustomize.Schema;
using NetLint.Repository.Kustomize.Variables;
using NetLint.Syntax.Text;

namespace NetLint.Repository.Kustomize;

/// <summary>What a kustomization and everything below it have brought together so far.</summary>
internal sealed class Accumulation(BuildBudget budget)
{
    /// <summary>The objects.</summary>
    public ObjectList Objects { get; } = new(budget);

    /// <summary>The fields that transformers change.</summary>
    public TransformerConfiguration Configuration { get; set; } = TransformerConfiguration.Empty;

    /// <summary>The variables that are declared.</summary>
    public VariableSet Variables { get; set; } = VariableSet.Empty;

    /// <summary>Takes over what a base has brought together.</summary>
    /// <param name="other">The base; it is left as it is, so that others can take it too.</param>
    /// <param name="via">The place that names the base.</param>
    /// <param name="schemas">The schemas of this build.</param>
    /// <param name="isNewLayer">False for a component, which works on the objects of its user and brings only its own.</param>
    public void Absorb(Accumulation other, Origin via, SchemaScope schemas, bool isNewLayer = true)
    {
        foreach (var item in other.Objects.Objects)
        {
            var copy = item.Clone(schemas);
            if (isNewLayer)
                copy.Via = item.Via.Add(via);
            Objects.Append(copy, via);
        }

        Configuration = Configuration.Merge(other.Configuration, via);
        Variables = Variables.Merge(other.Variables);
    }
}
