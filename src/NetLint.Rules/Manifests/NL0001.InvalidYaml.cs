using System.Buffers;
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
        MessageFormat = "The document is a template{0}, and is not read whole before something {1}",
        DefaultSeverity = DiagnosticSeverity.Info,
    };

    /// <summary>What begins an action of a Go or Jinja template; braces in a string of an alert or a dashboard look otherwise.</summary>
    private static readonly string[] TemplateMarks = ["{{-", "{{ -", "{{.", "{{ .", "{{ if ", "{{if ", "{{ range ", "{{range ", "{{ include ", "{{ end", "{{end", "{%", "<%"];

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.");
    private static readonly SearchValues<char> UpperCaseWords = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_- ");

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
            context.Report(Template, null, new Origin(document.Source, template.Span), [" outside a chart", "renders it"]);
            return;
        }

        // The errors behind the first are mostly its echo, such as the lines below a wrong indentation. Limits are the engine's to tell.
        if (document.Errors.FirstOrDefault(error => error.Kind == YamlErrorKind.Syntax) is not { } first)
            return;
        var place = new Origin(document.Source, first.Span);
        if (StartsWithPlaceholder(ValueAt(document, first.Span.Start)))
            context.Report(Template, null, place, ["", "fills it in"]);
        else
            context.Report(Syntax, null, place, [first.Message]);
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

    /// <summary>What stands behind the dashes and the key of the line that holds an offset.</summary>
    private static ReadOnlySpan<char> ValueAt(YamlDocument document, int offset)
    {
        var text = document.Source.Content.AsSpan();
        var start = text[..offset].LastIndexOfAny('\n', '\r') + 1;
        var length = text[start..].IndexOfAny('\n', '\r');
        var line = (length < 0 ? text[start..] : text.Slice(start, length)).Trim();
        while (line.StartsWith("- "))
            line = line[2..].TrimStart();
        var colon = line.IndexOf(": ");
        return colon > 0 && line[0] is not ('<' or '[') ? line[(colon + 2)..].TrimStart() : line;
    }

    /// <summary>True for <c>@NAME@</c> <c>%NAME%</c> and <c>{NAME}.16</c> that a script replaces, and for <c>&lt;what to write&gt;</c> and <c>[YOUR REGISTRY]/name</c> that a person does.</summary>
    private static bool StartsWithPlaceholder(ReadOnlySpan<char> value) => value switch
    {
        ['@' or '%', .. var rest] => rest.IndexOf(value[0]) is var end and > 0 && !rest[..end].ContainsAnyExcept(NameCharacters),
        ['<', .. var rest, '>'] => !rest.IsWhiteSpace(),
        // Text right behind the bracket is what makes this no list.
        ['[' or '{', .. var rest] => rest.IndexOf(value[0] == '[' ? ']' : '}') is var end and > 0 && end + 1 < rest.Length && rest[end + 1] is not (' ' or ',' or ']' or '}')
            && !rest[..end].ContainsAnyExcept(UpperCaseWords),
        _ => false,
    };
}
