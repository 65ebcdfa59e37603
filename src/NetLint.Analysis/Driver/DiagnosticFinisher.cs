using System.Collections.Immutable;
using System.Globalization;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Suppression;

namespace NetLint.Analysis.Driver;

/// <summary>Turns raw findings into diagnostics: severity, message, field path, order, instances, fingerprints, suppressions.</summary>
internal static class DiagnosticFinisher
{
    public static ImmutableArray<Diagnostic> Finish(IEnumerable<RawDiagnostic> found, AnalysisRequest request)
    {
        var drafts = found.Select(raw => MakeDraft(raw, request)).OfType<Draft>().ToList();
        drafts.Sort(Draft.Compare);
        var merged = Merge(drafts);
        var identified = Identify(merged);
        return SuppressionPass.Apply(identified, request);
    }

    private static Draft? MakeDraft(RawDiagnostic raw, AnalysisRequest request)
    {
        if (request.Configuration.SeverityOf(raw.Descriptor) is not { } severity)
            return null;
        var message = DisplayText.Escape(string.Format(CultureInfo.InvariantCulture, raw.Descriptor.MessageFormat, raw.Arguments));
        var field = raw.Resource is { } resource ? FieldLocator.Find(resource.Node, raw.Location, raw.AbsentField) : null;
        var diagnostic = new Diagnostic
        {
            Descriptor = raw.Descriptor,
            Severity = severity,
            Message = message,
            Location = raw.Location,
            Resource = raw.Resource,
            FieldPath = field?.Path,
            Related = [.. raw.Related.Select(related => related with { Message = DisplayText.Escape(related.Message) })],
            Instances = raw is { Unit: { } unit, Resource: { } about }
                ? [new DiagnosticInstance(unit.Name, about.Kind, about.Namespace ?? unit.Namespace, about.Name)]
                : [],
        };
        return new Draft(diagnostic, field?.KeyedPath ?? "");
    }

    /// <summary>One line reached through several units is one finding.</summary>
    private static List<Draft> Merge(List<Draft> sorted)
    {
        var merged = new List<Draft>(sorted.Count);
        foreach (var draft in sorted)
        {
            if (merged is [.., var last] && Diagnostics.Equals(last.Diagnostic, draft.Diagnostic))
                merged[^1] = last with { Diagnostic = last.Diagnostic with { Instances = [.. last.Diagnostic.Instances.Union(draft.Diagnostic.Instances)] } };
            else
                merged.Add(draft);
        }

        return merged;
    }

    private static ImmutableArray<Diagnostic> Identify(List<Draft> drafts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var result = ImmutableArray.CreateBuilder<Diagnostic>(drafts.Count);
        foreach (var (diagnostic, keyedPath) in drafts)
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

    private static class Diagnostics
    {
        public static bool Equals(Diagnostic left, Diagnostic right) =>
            left.Path == right.Path && left.Location.Span == right.Location.Span && left.Descriptor == right.Descriptor && left.Message == right.Message;
    }
}

/// <summary>A diagnostic on its way, with the spelling of its field that fingerprints use.</summary>
internal sealed record Draft(Diagnostic Diagnostic, string KeyedPath)
{
    /// <summary>Orders by path, start, length, id, message; unit names make the order total.</summary>
    public static int Compare(Draft left, Draft right)
    {
        var (l, r) = (left.Diagnostic, right.Diagnostic);
        var order = string.CompareOrdinal(l.Path, r.Path);
        if (order == 0)
            order = l.Location.Span.CompareTo(r.Location.Span);
        if (order == 0)
            order = string.CompareOrdinal(l.Descriptor.FullId, r.Descriptor.FullId);
        if (order == 0)
            order = string.CompareOrdinal(l.Message, r.Message);
        if (order == 0)
            order = string.CompareOrdinal(l.Instances.FirstOrDefault()?.Unit, r.Instances.FirstOrDefault()?.Unit);
        return order;
    }
}
