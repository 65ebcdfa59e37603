using NetLint.Kubernetes.Resources;

namespace NetLint.Analysis.Rules;

/// <summary>Takes the callbacks of a rule.</summary>
public abstract class AnalysisContext
{
    /// <summary>Calls back once for every resource of a type; <see cref="Resource"/> itself stands for every kind.</summary>
    public abstract void RegisterResourceAction<TResource>(Action<ResourceAnalysisContext<TResource>> action)
        where TResource : Resource;

    /// <summary>Calls back once for every deployment unit.</summary>
    public abstract void RegisterUnitAction(Action<UnitAnalysisContext> action);

    /// <summary>Calls back once for every YAML document that was read, also when it holds no resource.</summary>
    public abstract void RegisterDocumentAction(Action<DocumentAnalysisContext> action);
}
