using System.Collections.Immutable;
using NetLint.Analysis.Configuration;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Driver;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Resources;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;
using NetLint.Testing;

namespace NetLint.Analysis.Tests;

/// <summary>NL7001: reports every key and every scalar that reads <c>bad</c>, and as another case those that read <c>poor</c>.</summary>
internal sealed class BadWords : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor Bad = new("NL7001", "bad-word", "Bad word", "'{0}' has a bad word", DiagnosticCategory.Correctness, DiagnosticSeverity.Warning) { Case = "bad" };

    public static readonly DiagnosticDescriptor Poor = new("NL7001", "bad-word", "Poor word", "'{0}' has a poor word", DiagnosticCategory.Security, DiagnosticSeverity.Error) { Case = "poor" };

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Bad, Poor];

    public override void Initialize(AnalysisContext context) => context.RegisterResourceAction<Resource>(resource => Visit(resource, resource.Resource.Node));

    private static void Visit(ResourceAnalysisContext<Resource> context, YamlNode node)
    {
        switch (node)
        {
            case YamlScalar { Value: "bad" }:
                context.Report(Bad, node.Origin, [context.Resource.Name]);
                break;
            case YamlScalar { Value: "poor" }:
                context.Report(Poor, node.Origin, [context.Resource.Name]);
                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                    Visit(context, item);
                break;
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    Visit(context, entry.Key);
                    Visit(context, entry.Value);
                }

                break;
        }
    }
}

/// <summary>NL7002: opt-in; reports the name of every resource.</summary>
internal sealed class EveryName : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor Rule = new("NL7002", "every-name", "Name", "'{0}' has a name", DiagnosticCategory.Maintainability, DiagnosticSeverity.Info) { IsEnabledByDefault = false };

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context) =>
        context.RegisterResourceAction<Resource>(resource => resource.Report(Rule, resource.Resource.Metadata.Name, [resource.Resource.Name]));
}

/// <summary>NL7003: throws for a resource that is named <c>boom</c>, in a document that says <c>bang</c> and in a unit of a directory <c>crash</c>.</summary>
internal sealed class Thrower : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor Rule = new("NL7003", "thrower", "Thrower", "{0}", DiagnosticCategory.Validity, DiagnosticSeverity.Error);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.RegisterResourceAction<Resource>(resource => Throw(resource.Resource.Name == "boom"));
        context.RegisterDocumentAction(document => Throw(document.File.Source.ToString(document.Document.Span).Contains("bang", StringComparison.Ordinal)));
        context.RegisterUnitAction(unit => Throw(unit.Unit.Root == "crash"));
    }

    private static void Throw(bool really)
    {
        if (really)
            throw new InvalidOperationException("the rule broke\u001B[31m");
    }
}

/// <summary>NL7004: reports a Service whose <c>spec.selector</c> is absent.</summary>
internal sealed class AbsentSelector : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor Rule = new("NL7004", "absent-selector", "Absent", "Service '{0}' has no selector", DiagnosticCategory.Reliability, DiagnosticSeverity.Warning);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context) => context.RegisterResourceAction<Service>(service =>
    {
        if (service.Resource.Spec.StringMap("selector") is { IsUnset: true } selector)
            service.Report(Rule, selector, [service.Resource.Name]);
    });
}

/// <summary>NL7005: reports documents that are no resource.</summary>
internal sealed class StrayDocument : DiagnosticAnalyzer
{
    public static readonly DiagnosticDescriptor Rule = new("NL7005", "stray-document", "Stray", "No resource", DiagnosticCategory.Validity, DiagnosticSeverity.Warning);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context) => context.RegisterDocumentAction(document =>
    {
        if (!document.Resources.Any() && document.Document.Root is { } root)
            document.Report(Rule, null, new Origin(root.Source, new TextSpan(root.Span.Start, 4)), []);
    });
}

/// <summary>Runs the rules of these tests.</summary>
internal static class Lint
{
    public static ImmutableArray<DiagnosticAnalyzer> Rules { get; } = [new BadWords(), new EveryName(), new AbsentSelector(), new StrayDocument()];

    public static ImmutableArray<DiagnosticDescriptor> Known { get; } = [.. Rules.SelectMany(rule => rule.SupportedDiagnostics), .. EngineDiagnostics.All];

    public static LintConfiguration Configuration(string text) => ConfigurationReader.Read(SourceText.From(new SourceId(".netlint.yaml"), text), Known);

    /// <summary>Runs the rules; a configuration given as text must have no problems.</summary>
    public static AnalysisResult Run(string text, string configuration = "", int threads = 1)
    {
        var read = Configuration(configuration);
        Assert.Empty(read.Problems);
        return Run(text, read, threads);
    }

    public static AnalysisResult Run(string text, LintConfiguration configuration, int threads = 1) =>
        LintRun.Analyze(Fixture.Parse(text).Files, Rules, World.Complete with { Configuration = configuration, Threads = threads });

    /// <summary>The active findings are exactly the marked ones: <c>[|…|]</c> is one of NL7001. Returns everything, suppressed ones included.</summary>
    public static ImmutableArray<Diagnostic> Check(string markup, string configuration = "")
    {
        var fixture = Fixture.Parse(markup);
        var all = Run(markup, configuration).Diagnostics;
        Assert.Equal(all, all.Sort(DiagnosticOrder.Compare));
        Assert.Equal(all.Length, all.Select(diagnostic => diagnostic.Fingerprint).Distinct().Count());
        var active = all.Where(diagnostic => diagnostic.Suppression is null && diagnostic.Path != ".netlint.yaml");
        Assert.Equal(
            fixture.Expected.Select(span => (span.Path, span.Start, span.Length, span.Id ?? "NL7001")).Order(),
            active.Select(diagnostic => (diagnostic.Path, diagnostic.Location.Span.Start, diagnostic.Location.Span.Length, diagnostic.Descriptor.Id)).Order());
        var again = Run(markup, Configuration(configuration), threads: 4).Diagnostics;
        Assert.Equal(all.Select(diagnostic => diagnostic.Fingerprint), again.Select(diagnostic => diagnostic.Fingerprint));
        return all;
    }
}
