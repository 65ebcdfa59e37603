using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Generators;

/// <summary>What a generator makes.</summary>
internal enum GeneratorKind
{
    /// <summary>An entry of <c>configMapGenerator</c>.</summary>
    ConfigMap,

    /// <summary>An entry of <c>secretGenerator</c>.</summary>
    Secret,
}

/// <summary>What becomes of a generated object when one of its name exists.</summary>
internal enum GeneratorBehavior
{
    /// <summary>There must be none; also the meaning of a word that kustomize does not know.</summary>
    Create,

    /// <summary>Its data is added to that of the one that exists.</summary>
    Merge,

    /// <summary>Its data takes the place of that of the one that exists.</summary>
    Replace,
}

/// <summary>An object that a generator made.</summary>
/// <param name="Root">The object.</param>
/// <param name="Behavior">What becomes of one that exists.</param>
/// <param name="NeedsHash">True when a hash of the content is added to the name.</param>
/// <param name="Origin">The entry's name, or the entry.</param>
internal sealed record GeneratedObject(YamlMapping Root, GeneratorBehavior Behavior, bool NeedsHash, Origin Origin);
