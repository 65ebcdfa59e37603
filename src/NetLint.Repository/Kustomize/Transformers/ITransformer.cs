namespace NetLint.Repository.Kustomize.Transformers;

/// <summary>Changes the objects of a build.</summary>
internal interface ITransformer
{
    /// <summary>The kind that kustomize gives it, which stands in build metadata.</summary>
    string Kind { get; }

    /// <summary>Changes the objects.</summary>
    /// <exception cref="RenderException">It cannot be done.</exception>
    void Apply(ObjectList objects);
}
