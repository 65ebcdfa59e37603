using System.Collections.Immutable;
using NetLint.Analysis.Diagnostics;
using NetLint.Analysis.Rules;
using NetLint.Kubernetes.Resources;
using NetLint.Syntax.Yaml;

namespace NetLint.Rules.Manifests;

/// <summary>NL0002: a mapping has one key twice.</summary>
public sealed class DuplicateKey : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new(
        Id: "NL0002",
        Slug: "duplicate-key",
        Title: "Mapping has a key twice",
        MessageFormat: "The key '{0}' is in this mapping already; only one of its values can count{1}",
        Category: DiagnosticCategory.Validity,
        DefaultSeverity: DiagnosticSeverity.Error);

    /// <summary>In mappings up to this size comparing each key with each is faster than hashing.</summary>
    private const int SmallMapping = 12;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context) => context.RegisterResourceAction<Resource>(Analyze);

    private static void Analyze(ResourceAnalysisContext<Resource> context)
    {
        // Without an apiVersion it is no object of a cluster; lines that were left out may have told the two keys apart.
        if (!context.Resource.ApiVersion.IsPresent || context.Resource.IsPartial)
            return;
        if (!ReportMissingMarkers(context))
            Walk(context, context.Resource.Node);
    }

    /// <summary>An object that begins again is one missing marker, and not as many mistakes as it has keys.</summary>
    private static bool ReportMissingMarkers(ResourceAnalysisContext<Resource> context)
    {
        var entries = context.Resource.Node.Written;
        if (entries.Count(entry => entry.Name == "apiVersion") < 2 || entries.Count(entry => entry.Name == "kind") < 2)
            return false;
        var beginnings = entries.Where(entry => entry.Name == entries.First(item => item.Name is "apiVersion" or "kind").Name).ToImmutableArray();
        foreach (var again in beginnings.Skip(1))
            context.Report(Rule, again.Key.Origin, [again.Name!, "; '---' seems to be missing before it"], [new RelatedLocation(RelatedRole.Note, beginnings[0].Key.Origin, "the first one")]);
        return true;
    }

    private static void Walk(ResourceAnalysisContext<Resource> context, YamlNode node)
    {
        switch (node)
        {
            case YamlMapping mapping:
                Check(context, mapping);
                foreach (var entry in mapping.Written)
                    WalkInside(context, node, entry.Value);
                break;
            case YamlSequence sequence:
                foreach (var item in sequence.Items)
                    WalkInside(context, node, item);
                break;
        }
    }

    /// <summary>What an alias stands for is written elsewhere, and is met there.</summary>
    private static void WalkInside(ResourceAnalysisContext<Resource> context, YamlNode parent, YamlNode child)
    {
        if (child is not YamlScalar && parent.Span.Contains(child.Span))
            Walk(context, child);
    }

    private static void Check(ResourceAnalysisContext<Resource> context, YamlMapping mapping)
    {
        var entries = mapping.Written;
        var seen = entries.Length > SmallMapping ? new Dictionary<string, YamlNode>(entries.Length, StringComparer.Ordinal) : null;
        for (var i = 0; i < entries.Length; i++)
        {
            // A merge key may bring in what an own key says again, and may stand twice itself.
            if (entries[i].Name is not { } name || name == "<<")
                continue;
            var first = seen is null ? FirstOf(entries, i, name) : seen.TryAdd(name, entries[i].Key) ? null : seen[name];
            if (first is not null)
                context.Report(Rule, entries[i].Key.Origin, [name, ""], [new RelatedLocation(RelatedRole.Note, first.Origin, "the first one")]);
        }
    }

    private static YamlNode? FirstOf(ImmutableArray<YamlMappingEntry> entries, int before, string name)
    {
        for (var i = 0; i < before; i++)
        {
            if (string.Equals(entries[i].Name, name, StringComparison.Ordinal))
                return entries[i].Key;
        }

        return null;
    }
}
