using System.Collections.Immutable;
using System.Text;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Semantics;
using Xunit;

namespace NetLint.Testing;

/// <summary>Checks one rule against fixtures with inline markup; see <see cref="Fixture"/>.</summary>
/// <typeparam name="TAnalyzer">The rule.</typeparam>
public static class RuleVerifier<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>The rule reports exactly the marked places. Returns what it reported, for assertions about messages and related places.</summary>
    public static ImmutableArray<Diagnostic> Reported(string markup, World? world = null)
    {
        var fixture = Fixture.Parse(markup);
        Assert.True(fixture.Expected.Length > 0, "The fixture marks no place; a silent one is checked by Silent.");
        var found = Check(fixture, world);
        CheckSuppressed(fixture, world);
        return found;
    }

    /// <summary>The rule reports the one marked place with this message.</summary>
    public static void Message(string markup, string message, World? world = null) =>
        Assert.Equal(message, Assert.Single(Reported(markup, world)).Message);

    /// <summary>The rule reports nothing.</summary>
    public static void Silent(string text, World? world = null)
    {
        var fixture = Fixture.Parse(text);
        Assert.True(fixture.Expected.IsEmpty, "The fixture marks a place, but is said to be silent.");
        Check(fixture, world);
    }

    private static ImmutableArray<Diagnostic> Check(Fixture fixture, World? world)
    {
        var analyzer = new TAnalyzer();
        var reads = new ReadRecorder();
        var result = LintRun.Analyze(fixture.Files, [analyzer], world, _ => reads);
        var own = result.Diagnostics.Where(diagnostic => diagnostic.Suppression is null).ToImmutableArray();
        var failure = own.FirstOrDefault(diagnostic => diagnostic.Descriptor == EngineDiagnostics.InternalError);
        Assert.True(failure is null, failure?.Message);
        var ids = analyzer.SupportedDiagnostics.Select(descriptor => descriptor.Id).ToHashSet();
        own = [.. own.Where(diagnostic => ids.Contains(diagnostic.Descriptor.Id))];

        var actual = own.Select(diagnostic => (diagnostic.Path, diagnostic.Location.Span.Start, diagnostic.Location.Span.Length)).Order().ToArray();
        var expected = fixture.Expected.Select(span => (span.Path, span.Start, span.Length)).Order().ToArray();
        if (!actual.SequenceEqual(expected))
            Assert.Fail("The findings differ from the markup. Found:\n" + Draw(fixture, own));
        foreach (var span in fixture.Expected.Where(span => span.Id is not null))
            Assert.Contains(own, diagnostic => diagnostic.Descriptor.FullId == span.Id && diagnostic.Path == span.Path && diagnostic.Location.Span.Start == span.Start);

        var undeclared = reads.Kinds.Except(analyzer.Reads).ToArray();
        Assert.True(undeclared.Length == 0, $"The rule reads {string.Join(", ", undeclared)} without declaring it in Reads.");
        CheckThreads(fixture, world, own);
        return own;
    }

    /// <summary>Many threads find what one finds, in the same order.</summary>
    private static void CheckThreads(Fixture fixture, World? world, ImmutableArray<Diagnostic> own)
    {
        var again = LintRun.Analyze(fixture.Files.Reverse(), [new TAnalyzer()], (world ?? World.Complete) with { Threads = 4 }).Diagnostics;
        Assert.Equal(
            own.Select(diagnostic => (diagnostic.Fingerprint, diagnostic.Message)),
            again.Where(diagnostic => own.Any(known => known.Descriptor.Id == diagnostic.Descriptor.Id)).Select(diagnostic => (diagnostic.Fingerprint, diagnostic.Message)));
    }

    /// <summary>A comment at the head of each file silences the rule there. JSON has no comments.</summary>
    private static void CheckSuppressed(Fixture fixture, World? world)
    {
        var analyzer = new TAnalyzer();
        var id = analyzer.SupportedDiagnostics[0].Id;
        var files = fixture.Files.Select(file => file.Key.EndsWith(".json", StringComparison.Ordinal)
            ? file
            : new KeyValuePair<string, string>(file.Key, $"# netlint-disable-file {id}\n{file.Value}"));
        var active = LintRun.Analyze(files, [analyzer], world).Diagnostics.Where(diagnostic =>
            diagnostic.Descriptor.Id == id && diagnostic.Suppression is null && !diagnostic.Path.EndsWith(".json", StringComparison.Ordinal));
        Assert.True(!active.Any(), $"A '# netlint-disable-file {id}' does not silence: {string.Join("; ", active.Select(diagnostic => $"{diagnostic.Path}: {diagnostic.Message}"))}");
    }

    private static string Draw(Fixture fixture, ImmutableArray<Diagnostic> found)
    {
        var text = new StringBuilder();
        foreach (var file in fixture.Files)
        {
            text.Append("#- ").AppendLine(file.Key);
            var marked = file.Value;
            foreach (var diagnostic in found.Where(diagnostic => diagnostic.Path == file.Key).Reverse())
                marked = marked.Insert(diagnostic.Location.Span.End, "|]").Insert(diagnostic.Location.Span.Start, "[|");
            text.AppendLine(marked);
        }

        foreach (var diagnostic in found)
            text.AppendLine($"{diagnostic.Descriptor.FullId} {diagnostic.FieldPath}: {diagnostic.Message}");
        return text.ToString();
    }

    private sealed class ReadRecorder : IModelObserver
    {
        private readonly HashSet<string> _kinds = new(StringComparer.Ordinal);

        public IEnumerable<string> Kinds
        {
            get
            {
                lock (_kinds)
                    return [.. _kinds];
            }
        }

        public void OnRead(string kind)
        {
            lock (_kinds)
                _kinds.Add(kind);
        }
    }
}
