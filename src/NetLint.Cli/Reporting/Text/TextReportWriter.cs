using System.Collections.Immutable;
using System.Globalization;
using NetLint.Analysis.Diagnostics;
using NetLint.Cli.Output;
using NetLint.Rules;
using NetLint.Syntax.Text;

namespace NetLint.Cli.Reporting.Text;

/// <summary>Writes findings for people: where, what, the line it stands on, what belongs to it, and once a rule what to do.</summary>
public sealed class TextReportWriter : IReportWriter
{
    /// <summary>Related places beyond these are counted.</summary>
    private const int MaxRelated = 4;

    /// <summary>Help beyond this many characters is cut at a sentence.</summary>
    private const int MaxHelp = 200;

    private readonly TextReportOptions _options;
    private readonly Style _style;
    private readonly CodeFrame _frame;

    /// <summary>Makes a writer.</summary>
    public TextReportWriter(TextReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _style = new Style(options.Terminal);
        _frame = new CodeFrame(_style, options.Terminal.Width);
    }

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output)
    {
        var helped = new HashSet<string>(StringComparer.Ordinal);
        foreach (var diagnostic in report.Active.Where(diagnostic => diagnostic.Severity >= _options.ListedFrom))
        {
            WriteFinding(report, diagnostic, helped.Add(diagnostic.Descriptor.Id), output);
            output.WriteLine();
        }

        if (_options.WithSummary)
            new TextSummary(_style, _options.ListedFrom).Write(report, output);
    }

    /// <summary>A place as <c>path:line:column</c>, from 1.</summary>
    internal static string PlaceOf(Origin origin)
    {
        var start = origin.LineSpan.Start;
        return string.Create(CultureInfo.InvariantCulture, $"{TerminalText.EscapeLineStart(origin.Source.Id.Path)}:{start.Line + 1}:{start.Character + 1}");
    }

    private void WriteFinding(Report report, Diagnostic diagnostic, bool withHelp, TextWriter output)
    {
        var descriptor = diagnostic.Descriptor;
        var related = Shown(diagnostic);
        var gutter = related.Select(item => item.Origin).Append(diagnostic.Location).Max(CodeFrame.GutterOf);
        var margin = _style.Gutter(new string(' ', gutter) + " =");
        output.Write(_style.Link(AddressOf(report, diagnostic.Location), _style.Bold(PlaceOf(diagnostic.Location))));
        output.Write(": ");
        output.Write(_style.Of(diagnostic.Severity, diagnostic.Severity.ToString().ToLowerInvariant()));
        output.Write(' ');
        output.Write(_style.Link(RulePages.AddressOf(descriptor.Id), _style.Bold(descriptor.FullId)));
        output.Write(' ');
        output.Write(TerminalText.Escape(diagnostic.Message));
        output.WriteLine(_style.Dim($" [{descriptor.Slug}]"));

        _frame.Draw(diagnostic.Location, gutter, diagnostic.Severity, withContext: true, output);
        if (SubjectOf(diagnostic) is { } subject)
            output.WriteLine($"{margin} {_style.Dim("in " + subject)}");
        foreach (var item in related)
        {
            output.WriteLine($"{margin} {_style.Link(AddressOf(report, item.Origin), PlaceOf(item.Origin))}: {TerminalText.Escape(item.Message)}");
            _frame.Draw(item.Origin, gutter, DiagnosticSeverity.Info, withContext: false, output);
        }

        var steps = diagnostic.Related.Where(IsStep).ToArray();
        if (diagnostic.Related.Length - steps.Length > related.Length)
            output.WriteLine($"{margin} {_style.Dim($"and {diagnostic.Related.Length - steps.Length - related.Length} more places")}");
        if (steps.Length > 0)
            output.WriteLine($"{margin} deployed through {string.Join(", ", steps.Take(MaxRelated).Select(step => _style.Link(AddressOf(report, step.Origin), PlaceOf(step.Origin))))}{(steps.Length > MaxRelated ? $" and {steps.Length - MaxRelated} more" : "")}");
        if (diagnostic.Instances.Length > 1)
            output.WriteLine($"{margin} {_style.Dim($"reached through {diagnostic.Instances.Length} units")}");
        if (withHelp && Help(descriptor.Id) is { Length: > 0 } help)
            output.WriteLine($"{margin} {_style.Help("help:")} {help}");
    }

    private static ImmutableArray<RelatedLocation> Shown(Diagnostic diagnostic) => [.. diagnostic.Related.Where(place => !IsStep(place)).Take(MaxRelated)];

    /// <summary>The entries of kustomizations are named in one line: they are the way to a resource, and nothing to look at.</summary>
    private static bool IsStep(RelatedLocation place) => place is { Role: RelatedRole.Origin, Message: RelatedLocation.DeployedThrough };

    /// <summary>The object and field, which a line alone rarely tells.</summary>
    private static string? SubjectOf(Diagnostic diagnostic)
    {
        if (diagnostic.Resource is not { } resource)
            return null;
        var name = resource.Namespace is { Length: > 0 } space ? space + "/" + resource.Name : resource.Name;
        var field = string.IsNullOrEmpty(diagnostic.FieldPath) ? "" : ", " + diagnostic.FieldPath;
        return TerminalText.Escape($"{resource.Kind} {name}{field}");
    }

    private static Uri? AddressOf(Report report, Origin origin) =>
        report.Root is { } root && Uri.TryCreate(Path.Join(root, origin.Source.Id.Path), UriKind.Absolute, out var address) && address.IsFile ? address : null;

    private static string Help(string id)
    {
        var help = RulePages.HelpOf(id);
        if (help.Length <= MaxHelp)
            return help;
        var end = help.LastIndexOf(". ", MaxHelp, StringComparison.Ordinal);
        return end > 0 ? help[..(end + 1)] : help[..MaxHelp] + "...";
    }
}
