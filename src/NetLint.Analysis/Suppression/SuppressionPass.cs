using System.Collections.Immutable;
using System.Globalization;
using NetLint.Analysis.Configuration;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Driver;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Resources;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Analysis.Suppression;

/// <summary>
/// Marks the findings that comments, annotations and overrides silence, and reports suppressions that silence nothing or cannot work.
/// One finding counts for every suppression that covers it, so that none of two overlapping ones is called unused.
/// </summary>
internal sealed class SuppressionPass
{
    private readonly AnalysisRequest _request;
    private readonly ImmutableArray<DiagnosticDescriptor> _running;
    private readonly Dictionary<string, List<Suppression>> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<YamlNode, List<Suppression>> _byResource = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<RuleOverrideSetting, Suppression> _byOverride = new(ReferenceEqualityComparer.Instance);
    private readonly List<Suppression> _all = [];
    private readonly List<SuppressionProblem> _problems = [];

    private SuppressionPass(AnalysisRequest request)
    {
        _request = request;
        _running = [.. request.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics), EngineDiagnostics.BadSuppression];
    }

    /// <summary>Applies suppressions to findings that are sorted; the result is sorted too.</summary>
    public static ImmutableArray<Diagnostic> Apply(ImmutableArray<Diagnostic> diagnostics, AnalysisRequest request)
    {
        var pass = new SuppressionPass(request);
        pass.ReadFiles();
        pass.ReadOverrides();
        if (pass._all.Count == 0 && pass._problems.Count == 0)
            return diagnostics;

        var result = new List<Diagnostic>(diagnostics.Length + pass._problems.Count);
        result.AddRange(diagnostics.Select(pass.Silence));
        result.AddRange(pass.Bad().Select(pass.Silence));
        result.AddRange(pass.Unused());
        result.Sort(DiagnosticOrder.Compare);
        return [.. result];
    }

    private void ReadFiles()
    {
        var rules = new RuleNames(_request.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Concat(EngineDiagnostics.All));
        var comments = new CommentDirectives(rules, _all, _problems);
        var annotations = new IgnoreAnnotations(rules, _all, _problems);
        foreach (var file in _request.Snapshot.Files)
        {
            if (!file.Source.Content.Contains("netlint", StringComparison.OrdinalIgnoreCase))
                continue;
            comments.Read(file);
            annotations.Read(file);
        }

        foreach (var suppression in _all)
        {
            if (suppression.Resource is { } resource)
                Add(_byResource, resource.Node, suppression);
            else
                Add(_byPath, suppression.Place.Source.Id.Path, suppression);
        }

        static void Add<TKey>(Dictionary<TKey, List<Suppression>> index, TKey key, Suppression suppression)
            where TKey : notnull
        {
            if (!index.TryGetValue(key, out var list))
                index.Add(key, list = []);
            list.Add(suppression);
        }
    }

    private void ReadOverrides()
    {
        foreach (var item in _request.Configuration.Overrides)
        {
            foreach (var setting in item.Settings.Where(setting => setting.Setting == RuleSetting.Off))
            {
                var suppression = new Suppression
                {
                    Kind = SuppressionKind.Configuration,
                    Selector = setting.Selector,
                    Place = setting.Origin,
                    Subject = $"'{setting.Selector.Text}'",
                    Justification = item.Reason is null ? null : DisplayText.Escape(item.Reason),
                    Override = item,
                };
                _byOverride.TryAdd(setting, suppression);
                _all.Add(suppression);
            }
        }
    }

    /// <summary>Marks a finding with the nearest suppression that covers it.</summary>
    private Diagnostic Silence(Diagnostic diagnostic)
    {
        Suppression? nearest = null;
        foreach (var suppression in Covering(diagnostic))
        {
            suppression.IsUsed = true;
            if (nearest is null || suppression.Rank < nearest.Rank)
                nearest = suppression;
        }

        return nearest is null ? diagnostic : diagnostic with { Suppression = nearest.Mark };
    }

    private IEnumerable<Suppression> Covering(Diagnostic diagnostic)
    {
        // A failure of the engine is no judgement that anyone could disagree with.
        if (diagnostic.Descriptor == EngineDiagnostics.InternalError)
            yield break;
        if (_byPath.TryGetValue(diagnostic.Path, out var comments))
        {
            var line = diagnostic.Location.Source.GetPosition(diagnostic.Location.Span.Start).Line;
            foreach (var suppression in comments)
            {
                if ((suppression.Line is null || suppression.Line == line) && suppression.Selector.Matches(diagnostic.Descriptor))
                    yield return suppression;
            }
        }

        if (diagnostic.Resource is { } resource && _byResource.TryGetValue(resource.Node, out var annotations))
        {
            foreach (var suppression in annotations)
            {
                if (suppression.Selector.Matches(diagnostic.Descriptor))
                    yield return suppression;
            }
        }

        if (_request.Configuration.SilencerOf(diagnostic.Descriptor, diagnostic.Path) is { } silencer)
            yield return _byOverride[silencer.Setting];
    }

    private ImmutableArray<Diagnostic> Bad()
    {
        var drafts = new List<Draft>();
        foreach (var (resource, place, message) in _problems)
            AddDraft(drafts, EngineDiagnostics.BadSuppression, resource, place, message, "");
        return Identified(drafts);
    }

    private IEnumerable<Diagnostic> Unused()
    {
        var unused = _all.Where(suppression => !suppression.IsUsed && suppression.IsJudged && Ran(suppression)).ToArray();
        var drafts = new List<Draft>();
        foreach (var suppression in unused)
            AddDraft(drafts, EngineDiagnostics.UnusedSuppression, suppression.Resource, suppression.Place, suppression.Subject, suppression.Subject);
        foreach (var diagnostic in Identified(drafts))
        {
            // One that is itself unused and names no rule would otherwise silence what is said about it.
            var nearest = Covering(diagnostic)
                .Where(suppression => suppression.Place != diagnostic.Location && (suppression.IsUsed || !suppression.IsBlanket))
                .MinBy(suppression => suppression.Rank);
            yield return nearest is null ? diagnostic : diagnostic with { Suppression = nearest.Mark };
        }
    }

    /// <summary>
    /// True when every rule a suppression names ran where it applies, those left aside that are off by default: a run of some rules
    /// says nothing about a suppression of all.
    /// </summary>
    private bool Ran(Suppression suppression)
    {
        var any = false;
        foreach (var descriptor in _running)
        {
            if (!suppression.Selector.Matches(descriptor))
                continue;
            var runs = suppression.Override is null
                ? _request.Configuration.SeverityOf(descriptor, suppression.Place.Source.Id.Path) is not null
                : _request.Configuration.CanBeReported(descriptor);
            if (!runs && descriptor.IsEnabledByDefault)
                return false;
            any |= runs;
        }

        return any;
    }

    private void AddDraft(List<Draft> drafts, DiagnosticDescriptor descriptor, Resource? resource, Origin place, string argument, string key)
    {
        if (_request.Configuration.SeverityOf(descriptor, place.Source.Id.Path) is not { } severity)
            return;
        var field = resource is null ? null : FieldLocator.Find(resource.Node, place, null);
        var diagnostic = new Diagnostic
        {
            Descriptor = descriptor,
            Severity = severity,
            Message = DisplayText.Escape(string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat, argument)),
            Location = place,
            Resource = resource,
            FieldPath = field?.Path,
        };
        drafts.Add(new Draft(diagnostic, $"{field?.KeyedPath}{key}", Unit: null));
    }

    private static ImmutableArray<Diagnostic> Identified(List<Draft> drafts)
    {
        drafts.Sort(Draft.Compare);
        return DiagnosticFinisher.Identify(drafts);
    }
}
