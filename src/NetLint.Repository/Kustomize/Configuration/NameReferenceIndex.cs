using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace NetLint.Repository.Kustomize.Configuration;

/// <summary>The fields that name objects, by the kind that has them. Safe for several threads.</summary>
internal sealed class NameReferenceIndex
{
    private readonly ConcurrentDictionary<string, ImmutableArray<(ObjectKind Target, FieldSpec Field)>> _byKind = new(StringComparer.Ordinal);

    public NameReferenceIndex(ImmutableArray<NameReference> references) => References = references;

    /// <summary>The table it is made from.</summary>
    public ImmutableArray<NameReference> References { get; }

    /// <summary>The fields of a kind, those of every kind included, in the order of the table.</summary>
    public ImmutableArray<(ObjectKind Target, FieldSpec Field)> For(string kind) => _byKind.GetOrAdd(kind, static (kind, references) =>
    [
        .. references.SelectMany(
            reference => reference.Referrers.Where(field => field.Kind.Kind.Length == 0 || field.Kind.Kind == kind),
            (reference, field) => (reference.Referent, field)),
    ], References);
}
