using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Driver;
using NetLint.Analysis.Rules;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;
using NetLint.Testing;

namespace NetLint.Rules.Tests;

/// <summary>
/// Runs every rule over real repositories: one folder each below the directory that the environment variable NETLINT_CORPUS names, with
/// hand-judged places in its <c>LABELS.tsv</c>. Without the variable these tests are skipped and say so.
/// </summary>
public sealed class CorpusTests
{
    private static readonly string? Corpus = Environment.GetEnvironmentVariable("NETLINT_CORPUS");

    public static TheoryData<string> Repositories => Corpus is null
        ? ["(NETLINT_CORPUS is not set)"]
        : [.. Directory.EnumerateDirectories(Corpus).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal), "."];

    [Theory]
    [MemberData(nameof(Repositories))]
    public void FindingsAreExactAndTheSameForAnyNumberOfThreads(string repository)
    {
        Assert.SkipWhen(Corpus is null, "NETLINT_CORPUS is not set.");
        var files = InMemoryFileSystem.Copy(Path.Combine(Corpus, repository));
        var result = LintRun.Analyze(files, RuleCatalog.Analyzers, World.Repository);
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Descriptor.Id == EngineDiagnostics.InternalError.Id);
        Assert.All(result.Diagnostics, AssertExact);
        var again = LintRun.Analyze(files, RuleCatalog.Analyzers.Reverse(), World.Repository with { Threads = 4 });
        Assert.Equal(Lines(result), Lines(again));
        Assert.Equal(result.Diagnostics.Length, result.Diagnostics.Select(diagnostic => diagnostic.Fingerprint).Distinct().Count());
    }

    [Fact]
    public void LookAlikesAreNotReported()
    {
        Assert.SkipWhen(Corpus is null, "NETLINT_CORPUS is not set.");
        var found = Diagnostics();
        var wrong = from label in Labels()
                    where label.Verdict == "look-alike"
                    from diagnostic in found
                    where diagnostic.Severity > DiagnosticSeverity.Info && diagnostic.Path == label.File
                    where diagnostic.Resource is { } resource && $"{resource.Kind}/{resource.Name}" == label.Subject
                    select $"{label.File}:{label.Line} {diagnostic.Descriptor.FullId} {diagnostic.Message}";
        Assert.Empty(wrong);
    }

    /// <summary>The hand-judged defects that a rule of today covers.</summary>
    [Fact]
    public void DefectsAreFound()
    {
        Assert.SkipWhen(Corpus is null, "NETLINT_CORPUS is not set.");
        (string File, int Line, string Id)[] covered =
        [
            ("microservices-demo__microservices-demo/deploy/kubernetes/manifests-policy/netpol-cart-access.yaml", 10, "NL3001"),
            ("kubernetes__examples/_archived/newrelic-infrastructure/newrelic-infra-daemonset.yaml", 1, "NL0006"),
            ("kubernetes__examples/_archived/volumes/flexvolume/deploy/ds.yaml", 1, "NL0006"),
            ("kubernetes__examples/_archived/cockroachdb/cockroachdb-statefulset.yaml", 57, "NL0006"),
            ("stackrox__kube-linter/tests/checks/dangling-ingress.yml", 76, "NL2004"),
            ("stackrox__kube-linter/tests/checks/dangling-ingress.yml", 102, "NL2005"),
            ("Yolean__kubernetes-kafka/variants/prometheus-operator-example/kustomization.yaml", 5, "NL0020"),
            ("stackrox__kube-linter/tests/checks/dangling-service.yml", 42, "NL1004"),
            ("stackrox__kube-linter/tests/checks/dangling-service.yml", 63, "NL1004"),
            ("stackrox__kube-linter/tests/checks/no-extensions-v1beta.yml", 7, "NL0006"),
        ];
        var found = Diagnostics();
        var missed = covered.Where(defect => !found.Any(diagnostic => diagnostic.Path == defect.File
            && diagnostic.Descriptor.Id == defect.Id
            && Math.Abs(diagnostic.Location.LineSpan.Start.Line + 1 - defect.Line) <= 8));
        Assert.Empty(missed);
    }

    private static List<Diagnostic> Diagnostics()
    {
        var all = new List<Diagnostic>();
        foreach (var repository in Directory.EnumerateDirectories(Corpus!))
        {
            var prefix = Path.GetFileName(repository) + "/";
            all.AddRange(LintRun.Analyze(InMemoryFileSystem.Copy(repository), RuleCatalog.Analyzers, World.Repository).Diagnostics
                .Select(diagnostic => diagnostic with { Location = new Origin(SourceText.From(new SourceId(prefix + diagnostic.Path), diagnostic.Location.Source.Content), diagnostic.Location.Span) }));
        }

        return all;
    }

    private static IEnumerable<(string File, int Line, string Subject, string Verdict)> Labels() =>
        from line in File.ReadLines(Path.Combine(Corpus!, "LABELS.tsv")).Skip(1)
        let cells = line.Split('\t')
        select (cells[0], int.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture), cells[2], cells[3]);

    private static IEnumerable<string> Lines(AnalysisResult result) =>
        result.Diagnostics.Select(diagnostic => $"{diagnostic.Path}:{diagnostic.Location.Span} {diagnostic.Descriptor.FullId} {diagnostic.Message} {diagnostic.Fingerprint} {diagnostic.FieldPath}");

    /// <summary>A finding about a resource stands inside it, on a whole key or value, or at a zero-width place.</summary>
    private static void AssertExact(Diagnostic diagnostic)
    {
        var (source, span) = diagnostic.Location;
        Assert.InRange(span.Start, 0, source.Length);
        Assert.InRange(span.End, span.Start, source.Length);
        if (diagnostic.Resource is not { } resource || span.IsEmpty)
            return;
        Assert.True(resource.Document.Span.Contains(span), $"{diagnostic.Path}: {diagnostic.Message} lies outside its document.");
        Assert.True(Spans(resource.Node, []).Contains(span), $"{diagnostic.Path}: {diagnostic.Message} marks '{diagnostic.Location.Text}', which is no node.");
        Assert.NotNull(diagnostic.FieldPath);
    }

    private static IEnumerable<TextSpan> Spans(YamlNode node, HashSet<YamlNode> seen)
    {
        if (!seen.Add(node))
            return [];
        IEnumerable<TextSpan> own = [node.Span];
        return node switch
        {
            YamlMapping mapping => own.Concat(mapping.Written.SelectMany(entry => Spans(entry.Key, seen).Concat(Spans(entry.Value, seen)))),
            YamlSequence sequence => own.Concat(sequence.Items.SelectMany(item => Spans(item, seen))),
            _ => own,
        };
    }
}
