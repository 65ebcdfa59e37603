using System.Collections.Immutable;
using NetLint.Syntax.Yaml;

namespace NetLint.Repository.Kustomize.Schema;

/// <summary>Schemas of one source: those of Kubernetes, or those of a file of the user.</summary>
internal abstract class SchemaLayer
{
    /// <summary>The schema of a kind; null when this source has none.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="set">All schemas, in which references are looked up.</param>
    public abstract PatchSchema? For(ObjectKind kind, SchemaSet set);

    /// <summary>What a reference such as <c>#/definitions/a.b.C</c> leads to in this source; null when it leads nowhere.</summary>
    /// <param name="pointer">The reference, taken apart.</param>
    public abstract SchemaTarget? Find(ImmutableArray<string> pointer);

    /// <summary>Whether objects of a kind live in a namespace; null when this source does not tell.</summary>
    public abstract bool? IsNamespaceScoped(ObjectKind kind);
}

/// <summary>Where a reference leads: to a schema that is known, or to one as written, which may be a reference again.</summary>
/// <param name="Known">The schema, when it is known.</param>
/// <param name="Written">The schema as written, otherwise.</param>
internal readonly record struct SchemaTarget(PatchSchema? Known, YamlNode? Written);
