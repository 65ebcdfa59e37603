using System.Collections.Immutable;

namespace NetLint.Repository.Kustomize.Configuration;

/// <summary>Names a field that a transformer changes: in which kinds, at which path, and whether it is made where it is missing.</summary>
/// <param name="Kind">The kinds; empty parts stand for any.</param>
/// <param name="Path">The path as written: segments between slashes, <c>\/</c> for a slash in a name, <c>[]</c> after the name of a list.</param>
/// <param name="Create">True when the field is made where it is missing.</param>
public sealed record FieldSpec(ObjectKind Kind, string Path, bool Create)
{
    /// <summary>The segments of <see cref="Path"/>, unescaped.</summary>
    public ImmutableArray<string> Segments { get; } = FieldSpecPath.Split(Path);
}

/// <summary>Fields in which objects are named: the kind that is named, and the fields that name it.</summary>
/// <param name="Referent">The kind that is named; empty parts stand for any.</param>
/// <param name="Referrers">The fields that name it.</param>
public sealed record NameReference(ObjectKind Referent, ImmutableArray<FieldSpec> Referrers);
