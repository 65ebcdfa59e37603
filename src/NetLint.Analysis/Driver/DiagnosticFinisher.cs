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
        var drafts = found.Select(raw => MakeDraft(raw, request)).OfType<Draft>().ToList();
        drafts.Sort(Draft.Compare);
        return SuppressionPass.Apply(Identify(Merge(drafts)), request);
    }

    private static Draft? MakeDraft(RawDiagnostic raw, AnalysisRequest request)
    {
        if (SeverityOf(raw, request) is not { } severity)
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

    /// <summary>A failure of the engine is told whatever rules are selected: the findings of the run are incomplete.</summary>
    private static DiagnosticSeverity? SeverityOf(RawDiagnostic raw, AnalysisRequest request) => raw.Descriptor == EngineDiagnostics.InternalError
        ? EngineDiagnostics.InternalError.DefaultSeverity
        : request.Configuration.SeverityOf(raw.Descriptor, raw.Location.Source.Id.Path);

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

    /// <summary>Gives sorted findings their fingerprints; those that are equal in all but their place are numbered in order.</summary>
    public static ImmutableArray<Diagnostic> Identify(List<Draft> drafts)
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
    /// <summary>Orders as <see cref="DiagnosticOrder"/> does.</summary>
    public static int Compare(Draft left, Draft right) => DiagnosticOrder.Compare(left.Diagnostic, right.Diagnostic);
}
