using System.Collections.Immutable;
using System.Globalization;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Analysis.Suppression;

namespace NetLint.Analysis.Driver;

/// <summary>Turns raw findings into diagnostics: severity, message, field path, order, instances, fingerprints, suppressions.</summary>
internal static class DiagnosticFinisher
{
    public static ImmutableArray<Diagnostic> Finish(IEnumerable<RawDiagnostic> found, AnalysisRequest request)
    {
        var written = new WrittenResources(request.Snapshot);
        var names = new WrittenNames();
        var drafts = found.Select(raw => MakeDraft(raw, written, names, request)).OfType<Draft>().ToList();
        drafts.Sort(Draft.Compare);
        var deployments = new Deployments(request.Units);
        var merged = Merge(drafts).FindAll(draft => draft.Unit is null || !draft.Diagnostic.Descriptor.MustHoldInEveryUnit || deployments.CountOf(draft.Diagnostic.Resource) <= draft.Diagnostic.Instances.Select(instance => instance.Unit).Distinct(StringComparer.Ordinal).Count());
        return SuppressionPass.Apply(Identify(merged), request);
    }

    private static Draft? MakeDraft(RawDiagnostic raw, WrittenResources written, WrittenNames names, AnalysisRequest request)
    {
        if (SeverityOf(raw, request) is not { } severity)
            return null;
        var field = raw.Resource is { } resource ? FieldLocator.Find(resource.Node, raw.Location, raw.AbsentField) : null;
        var way = raw is { Unit: { } deployed, Resource: { } item } && deployed.Ways.TryGetValue(item, out var ways) ? ways : default;
        // A person knows the names that stand in the files; those of each unit are listed as its instances.
        string AsWritten(string text) => way.IsDefault ? text : names.In(text, raw.Resource!, raw.Unit!);
        var message = DisplayText.Escape(AsWritten(string.Format(CultureInfo.InvariantCulture, raw.Descriptor.MessageFormat, raw.Arguments)));
        var related = raw.Related.Select(place => place with { Message = DisplayText.Escape(AsWritten(place.Message)) });
        var diagnostic = new Diagnostic
        {
            Descriptor = raw.Descriptor,
            Severity = severity,
            Message = message,
            Location = raw.Location,
            Resource = way.IsDefault || raw.Resource is null ? raw.Resource : written.Find(raw.Resource) ?? raw.Resource,
            FieldPath = field?.Path,
            Related = way.IsDefault ? [.. related] : [.. related, .. OriginTrail.Of(field?.Node, raw.Location, way)],
            Instances = raw is { Unit: { } unit, Resource: { } about }
                ? [new DiagnosticInstance(unit.Name, about.Kind, about.Namespace ?? unit.Namespace, about.Name)]
                : [],
        };
        return new Draft(diagnostic, field?.KeyedPath ?? "", way.IsDefault ? null : raw.Unit!.Name);
    }

    /// <summary>A failure of the engine is told whatever rules are selected: the findings of the run are incomplete.</summary>
    private static DiagnosticSeverity? SeverityOf(RawDiagnostic raw, AnalysisRequest request) => raw.Descriptor == EngineDiagnostics.InternalError
        ? EngineDiagnostics.InternalError.DefaultSeverity
        : request.Configuration.SeverityOf(raw.Descriptor, raw.Location.Source.Id.Path);

    /// <summary>
    /// One line reached through several units is one finding, whatever the units call what is there. Where a unit has several findings on one
    /// line, each belongs to that of the others which says the same; what is left is joined in order.
    /// </summary>
    private static List<Draft> Merge(List<Draft> sorted)
    {
        var merged = new List<Draft>(sorted.Count);
        var first = 0;
        foreach (var draft in sorted)
        {
            if (merged.Count > first && !SamePlace(merged[first].Diagnostic, draft.Diagnostic))
                first = merged.Count;
            var at = merged.FindIndex(first, other => other.IsOpenTo(draft) && other.Diagnostic.Message == draft.Diagnostic.Message);
            if (at < 0 && draft.Unit is not null)
                at = merged.FindIndex(first, other => other.IsOpenTo(draft));
            if (at < 0)
                merged.Add(draft);
            else
                merged[at] = merged[at].With(draft.Diagnostic);
        }

        return merged;
    }

    private static bool SamePlace(Diagnostic left, Diagnostic right) =>
        left.Path == right.Path && left.Location.Span == right.Location.Span && left.Descriptor == right.Descriptor;

    /// <summary>Gives sorted findings their fingerprints; those that are equal in all but their place are numbered in order.</summary>
    public static ImmutableArray<Diagnostic> Identify(List<Draft> drafts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = ImmutableArray.CreateBuilder<Diagnostic>(drafts.Count);
        foreach (var (diagnostic, keyedPath, _) in drafts)
        {
            result.Add(diagnostic with
            {
                Fingerprint = Next(diagnostic.Path),
                PathlessFingerprint = Next(null),
            });

            string Next(string? path)
            {
                var first = Fingerprint.Of(diagnostic.Descriptor, path, diagnostic.Resource, keyedPath, 0);
                var ordinal = counts.TryGetValue(first, out var count) ? count : 0;
                counts[first] = ordinal + 1;
                return ordinal == 0 ? first : Fingerprint.Of(diagnostic.Descriptor, path, diagnostic.Resource, keyedPath, ordinal);
            }
        }

        return result.DrainToImmutable();
    }
}

/// <summary>A diagnostic on its way, with the spelling of its field that fingerprints use.</summary>
/// <param name="Diagnostic">The diagnostic.</param>
/// <param name="KeyedPath">The field, with items of lists by key.</param>
/// <param name="Unit">The unit that deploys the resource; null for one that is judged as written.</param>
internal sealed record Draft(Diagnostic Diagnostic, string KeyedPath, string? Unit)
{
    /// <summary>More places than this help nobody.</summary>
    private const int MaxRelated = 100;

    /// <summary>Orders as <see cref="DiagnosticOrder"/> does.</summary>
    public static int Compare(Draft left, Draft right) => DiagnosticOrder.Compare(left.Diagnostic, right.Diagnostic);

    /// <summary>True when another finding of the same place may be this one: a unit has each finding once.</summary>
    public bool IsOpenTo(Draft other) => Unit is null == other.Unit is null && (other.Unit is not { } unit || Diagnostic.Instances.All(instance => instance.Unit != unit));

    /// <summary>The same finding, reached in another way as well.</summary>
    public Draft With(Diagnostic other) => this with
    {
        Diagnostic = Diagnostic with
        {
            Instances = [.. Diagnostic.Instances.Union(other.Instances)],
            Related = [.. Diagnostic.Related.Concat(other.Related).DistinctBy(place => (place.Role, place.Origin)).Take(MaxRelated)],
        },
    };
}
