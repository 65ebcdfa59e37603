using System.Collections.Immutable;
using NetLint.Syntax.Text;

namespace NetLint.Repository.Kustomize.Configuration;

public sealed partial record TransformerConfiguration
{
    /// <summary>Rows are compared with each other, so that their number is bounded; kustomize's own longest table has 72.</summary>
    private const int MaxRows = 4_000;

    /// <summary>
    /// This configuration with what another one adds. A row whose path is already there for one of the kinds it selects adds nothing, so a row
    /// without a kind is lost when any kind has the path; it must agree about whether the field is made.
    /// </summary>
    /// <param name="other">What is added.</param>
    /// <param name="at">The place that brings the other configuration in, for the report of a conflict.</param>
    internal TransformerConfiguration Merge(TransformerConfiguration other, Origin at)
    {
        // Nearly every kustomization merges the defaults into nothing or into the defaults; both give the defaults.
        if (ReferenceEquals(other, Empty) || (ReferenceEquals(this, Default) && ReferenceEquals(other, Default)))
            return this;
        if (ReferenceEquals(this, Empty) && ReferenceEquals(other, Default))
            return other;

        return new TransformerConfiguration
        {
            NamePrefix = MergeFields(NamePrefix, other.NamePrefix, "namePrefix", at),
            NameSuffix = MergeFields(NameSuffix, other.NameSuffix, "nameSuffix", at),
            Namespace = MergeFields(Namespace, other.Namespace, "namespace", at),
            CommonLabels = MergeFields(CommonLabels, other.CommonLabels, "commonLabels", at),
            Labels = MergeFields(Labels, other.Labels, "labels", at),
            TemplateLabels = MergeFields(TemplateLabels, other.TemplateLabels, "templateLabels", at),
            CommonAnnotations = MergeFields(CommonAnnotations, other.CommonAnnotations, "commonAnnotations", at),
            NameReference = MergeNames(NameReference, other.NameReference, at),
            VarReference = MergeFields(VarReference, other.VarReference, "varReference", at),
            Images = MergeFields(Images, other.Images, "images", at),
            Replicas = MergeFields(Replicas, other.Replicas, "replicas", at),
        }.Sorted();
    }

    /// <summary>The same configuration with every table in kustomize's order of kinds; rows of one kind keep theirs.</summary>
    internal TransformerConfiguration Sorted() => this with
    {
        NamePrefix = Sort(NamePrefix),
        NameSuffix = Sort(NameSuffix),
        Namespace = Sort(Namespace),
        CommonLabels = Sort(CommonLabels),
        Labels = Sort(Labels),
        TemplateLabels = Sort(TemplateLabels),
        CommonAnnotations = Sort(CommonAnnotations),
        NameReference = [.. NameReference.OrderBy(reference => reference.Referent, ObjectKindOrder.Instance)],
        VarReference = Sort(VarReference),
        Images = Sort(Images),
        Replicas = Sort(Replicas),
    };

    private static ImmutableArray<FieldSpec> Sort(ImmutableArray<FieldSpec> specs) =>
        specs.Length < 2 ? specs : [.. specs.OrderBy(spec => spec.Kind, ObjectKindOrder.Instance)];

    internal static ImmutableArray<FieldSpec> MergeFields(ImmutableArray<FieldSpec> specs, ImmutableArray<FieldSpec> others, string table, Origin at)
    {
        if (others.IsEmpty || specs == others)
            return specs;
        var merged = specs.ToBuilder();
        // Rows with the same path are rare; comparing each with each would cost hostile files dearly.
        var byPath = specs.ToLookup(spec => spec.Path, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        foreach (var other in others)
        {
            if (!byPath.TryGetValue(other.Path, out var rows))
                byPath.Add(other.Path, rows = []);
            if (merged.Count >= MaxRows)
                throw TooManyRows(table, at);
            if (rows.Find(row => other.Kind.Selects(row.Kind)) is not { } present)
            {
                rows.Add(other);
                merged.Add(other);
            }
            else if (present.Create != other.Create)
            {
                var message = $"conflicting fieldspecs in '{table}': path '{other.Path}' is given with create {Word(present.Create)} and with create {Word(other.Create)}";
                throw new RenderException(message, at);
            }
        }

        return merged.DrainToImmutable();
    }

    private static RenderException TooManyRows(string table, Origin at) =>
        new(new RenderProblem(RenderProblemKind.Limit, $"'{table}' has more than {MaxRows} fieldSpecs", at));

    private static string Word(bool value) => value ? "true" : "false";

    private static ImmutableArray<NameReference> MergeNames(ImmutableArray<NameReference> references, ImmutableArray<NameReference> others, Origin at)
    {
        if (others.IsEmpty || references == others)
            return references;
        var merged = references.ToBuilder();
        foreach (var other in others)
        {
            if (merged.Count >= MaxRows)
                throw TooManyRows("nameReference", at);
            var found = false;
            for (var i = 0; i < merged.Count; i++)
            {
                if (merged[i].Referent != other.Referent)
                    continue;
                merged[i] = merged[i] with { Referrers = MergeFields(merged[i].Referrers, other.Referrers, "nameReference", at) };
                found = true;
            }

            if (!found)
                merged.Add(other);
        }

        return merged.DrainToImmutable();
    }
}
