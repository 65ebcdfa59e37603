using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Repository;
using NetLint.Syntax.Text;
using NetLint.Syntax.Yaml;

namespace NetLint.Rules.Manifests;

/// <summary>NL0001: a manifest cannot be read as YAML.</summary>
public sealed class InvalidYaml : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Syntax = new(
        Id: "NL0001",
        Slug: "invalid-yaml",
        Title: "Manifest is no valid YAML",
        MessageFormat: "Invalid YAML: {0}",
        Category: DiagnosticCategory.Validity,
        DefaultSeverity: DiagnosticSeverity.Error)
    {
        Case = "syntax",
    };

    private static readonly DiagnosticDescriptor Template = Syntax with
    {
        Case = "template",
        Title = "Manifest is a template",
        MessageFormat = "The document is a template outside a chart, and is not read whole before something renders it",
        DefaultSeverity = DiagnosticSeverity.Info,
    };

    /// <summary>What begins an action of a Go or Jinja template; braces in a string of an alert or a dashboard look otherwise.</summary>
    private static readonly string[] TemplateMarks = ["{{-", "{{ -", "{{.", "{{ .", "{{ if ", "{{if ", "{{ range ", "{{range ", "{{ include ", "{{ end", "{{end", "{%", "<%"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Syntax, Template];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterDocumentAction(Analyze);

    private static void Analyze(DocumentAnalysisContext context)
    {
        var document = context.Document;
        if (document.Errors.IsEmpty || !IsManifest(context.File, document))
            return;
        // One action of a template spoils the lines around it: what is found there says nothing more.
        var template = document.Errors.FirstOrDefault(error => error.Kind == YamlErrorKind.Template)
            ?? (LooksLikeTemplate(document) ? document.Errors.FirstOrDefault(error => error.Kind == YamlErrorKind.Syntax) : null);
        if (template is not null)
        {
            context.Report(Template, null, new Origin(document.Source, template.Span), []);
            return;
        }

        // Limits are the engine's to tell.
        foreach (var error in document.Errors.Where(error => error.Kind == YamlErrorKind.Syntax))
            context.Report(Syntax, null, new Origin(document.Source, error.Span), [error.Message]);
    }

    /// <summary>Many a YAML file with a kind belongs to something else than Kubernetes.</summary>
    private static bool IsManifest(RepositoryFile file, YamlDocument document) => file.Role switch
    {
        FileRole.Kustomization => true,
        FileRole.Manifest or FileRole.Patch => TextOf(document).Contains("apiVersion", StringComparison.Ordinal),
        _ => false,
    };

    private static bool LooksLikeTemplate(YamlDocument document)
    {
        foreach (var mark in TemplateMarks)
        {
            if (TextOf(document).Contains(mark, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> TextOf(YamlDocument document) => document.Source.Content.AsSpan(document.Span.Start, document.Span.Length);
}
