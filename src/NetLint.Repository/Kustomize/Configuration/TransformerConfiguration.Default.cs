namespace NetLint.Repository.Kustomize.Configuration;

public sealed partial record TransformerConfiguration
{
    private static readonly Lazy<TransformerConfiguration> Defaults = new(static () => new TransformerConfiguration
    {
        NamePrefix = DefaultFields.Name(),
        NameSuffix = DefaultFields.Name(),
        Namespace = DefaultFields.Namespace(),
        CommonLabels = DefaultLabels.Common(),
        TemplateLabels = DefaultLabels.Metadata(),
        CommonAnnotations = DefaultFields.Annotations(),
        NameReference = DefaultNameReferences.All(),
        VarReference = DefaultVarReferences.All(),
        Images = DefaultFields.Images(),
        Replicas = DefaultFields.Replicas(),
    }.Sorted());

    /// <summary>What kustomize changes when no <c>configurations</c> are given. Made when it is first asked for.</summary>
    public static TransformerConfiguration Default => Defaults.Value;
}
